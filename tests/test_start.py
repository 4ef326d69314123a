"""A start loads no more than its window needs, and tidies memory again once the window stands there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

LATER = {"platformdirs", "PySide6.QtPrintSupport", "sqlalchemy", "pandas", "segno", "shamir_mnemonic"}
STARTED = (
    "import gc, os, sys\n"
    "os._exit = lambda status: print(status, gc.isenabled(), sorted({later} & set(sys.modules))) or sys.exit()\n"
    "from refugedesk.app import try_entry\n"
    "try_entry()\n"
)


def test_a_start_waits_for_nothing_that_only_later_work_needs(tmp_path: Path) -> None:
    surroundings = {**os.environ, "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", STARTED.format(later=LATER)]
    done = subprocess.run(command, capture_output=True, text=True, env=surroundings, check=True)
    assert done.stdout.split("\n")[0] == "False True []"
