"""The command line. With no words it opens the window, and imports nothing that only the words need."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

WINDOW: Final = "--window"
"""The hidden word with which the supervising process starts the window, followed by a store's folder or nothing."""
PICTURES: Final = "--pictures"
"""The hidden word for pictures of the window, followed by a store and a folder; name and passphrase on two lines."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Does what the words say; the exit status: 0 done, 1 it could not be done, 2 the words are wrong."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words:
        from refugedesk.supervisor import supervise, window_command

        return supervise(window_command([WINDOW]))
    if words[0] == WINDOW:
        from refugedesk.app import run_window

        return run_window(Path(words[1]) if len(words) > 1 else None)
    if words[0] == PICTURES and len(words) == 3:
        from refugedesk.app import take_pictures

        name, passphrase = (sys.stdin.readline().rstrip("\r\n") for _ in range(2))
        return take_pictures(Path(words[1]), Path(words[2]), name, passphrase)
    from refugedesk.commands.line import run_in_terminal

    return run_in_terminal(words)


if __name__ == "__main__":
    sys.exit(main())
