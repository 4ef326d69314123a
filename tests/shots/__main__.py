"""Pictures of every screen of the real window, for looking at: empty, usual and overfull, in each look and size.

``make shots`` writes them into ``shots/``; ``make shots STATE=usual THEME=light SCREEN=1366 PAGE=person`` only those of
these states, looks and sizes, and of the screens whose names begin with these words. ``ONLY`` takes them all in one.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from refugedesk.ui.program import application
from shots.choosing import Choice
from shots.houses import STATES
from shots.taking import take_shots


def main(only: Sequence[str]) -> int:
    """Writes the pictures; the exit status."""
    app, out, choice = application(), Path("shots"), Choice(tuple(only))
    if not only:
        shutil.rmtree(out, ignore_errors=True)
    total = 0
    for state, make in STATES.items():
        if not choice.has_state(state):
            continue
        with tempfile.TemporaryDirectory() as folder:
            desk = make(Path(folder))
            try:
                total += take_shots(app, desk, out / state, choice)
            finally:
                desk.close()
        print(f"{state}: {total} pictures so far", flush=True)
    print(f"{total} pictures in {out.resolve()}")
    return 0 if total else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
