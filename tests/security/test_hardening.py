from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = str(Path(__file__).parents[2] / "src")

SHOW = """
import ctypes, json, os, resource
from refugedesk.security.hardening import harden_process
harden_process()
print(json.dumps([os.umask(0), resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)]))
"""

START_PATH = """
import sys
import refugedesk.supervisor
from refugedesk.security import hardening, passphrases, recovery, vault
from refugedesk.storage import errors, folder, lock
heavy = {"sqlalchemy", "sqlcipher3", "pandas", "numpy", "alembic", "PySide6", "cryptography", "socket", "ssl"}
print(sorted(heavy & {name.split(".")[0] for name in sys.modules}))
"""


def run(code: str) -> str:
    command = [sys.executable, "-c", code]
    return subprocess.run(command, env={"PYTHONPATH": SOURCE}, capture_output=True, text=True, check=True).stdout


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux")
def test_new_files_are_private_and_nobody_gets_a_dump_of_the_memory() -> None:
    umask, core, dumpable = json.loads(run(SHOW))
    assert umask == 0o077
    assert core == [0, 0]
    assert dumpable == 0


def test_what_the_unlock_window_needs_loads_nothing_heavy() -> None:
    assert run(START_PATH).strip() == "[]"
