"""The command line. With no words it opens the window, and imports nothing that only the words need."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from refugedesk.domain.words import tr

WINDOW: Final = "--window"
"""The hidden word with which the supervising process starts the window, followed by a store's folder or nothing."""
PICTURES: Final = "--pictures"
"""The hidden word for pictures of the window, followed by a store and a folder; name and passphrase on two lines."""
GUIDES: Final = "--guides"
"""The hidden word that writes the help as PDFs, followed by a folder."""
TRIAL: Final = "--trial"
"""The hidden word with which a package shows that its window opens a store and locks it (the same two lines), or,
without a store, that it starts."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Does what the words say; the exit status: 0 done, 1 it could not be done, 2 the words are wrong."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words:
        return _open_window()
    if words[0] == WINDOW:
        from refugedesk.app import run_window

        return run_window(Path(words[1]) if len(words) > 1 else None)
    if words[0] == PICTURES and len(words) == 3:
        from refugedesk.app import take_pictures

        return take_pictures(Path(words[1]), Path(words[2]), *_two_lines())
    if words[0] == GUIDES and len(words) == 2:
        from refugedesk.app import write_guides

        return write_guides(Path(words[1]))
    if words[0] == TRIAL:
        from refugedesk.app import try_entry, try_window

        return try_window(Path(words[1]), *_two_lines()) if len(words) == 2 else try_entry()
    from refugedesk.commands.line import run_in_terminal

    return run_in_terminal(words)


def _open_window() -> int:
    """Opens the window and watches over it; how it ended is said where it was not closed by the person."""
    from refugedesk.supervisor import has_screen, supervise, window_command

    if not has_screen():
        print(
            tr("There is no screen to open the window on. Ask refugedesk --help what can be done without."),
            file=sys.stderr,
        )
        return 1
    if supervise(window_command([WINDOW])) == 0:
        return 0
    if sys.stderr is not None:  # a program without a console has none
        print(tr("The window ended by itself. What was saved is safe. Open it again to go on."), file=sys.stderr)
    return 1


def _two_lines() -> tuple[str, str]:
    """The name and the passphrase, from standard input."""
    return sys.stdin.readline().rstrip("\r\n"), sys.stdin.readline().rstrip("\r\n")


if __name__ == "__main__":
    sys.exit(main())
