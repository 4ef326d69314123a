from __future__ import annotations

import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from refugedesk.domain.store_files import LOCK_FILE, NotAStoreError
from refugedesk.storage.errors import StoreInUseError
from refugedesk.storage.lock import StoreLock

HOLDER = """
import sys
from pathlib import Path
from refugedesk.storage.lock import StoreLock
lock = StoreLock.take(Path(sys.argv[1]))
print("taken", flush=True)
sys.stdin.read()
"""


@contextmanager
def another_program_with_the_store_open(folder: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", HOLDER, str(folder)]
    source = str(Path(__file__).parents[2] / "src")
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={"PYTHONPATH": source}
    ) as program:
        assert program.stdout
        assert program.stdout.readline() == "taken\n"
        try:
            yield program
        finally:
            program.kill()


def test_a_second_program_is_refused_until_the_first_is_killed(tmp_path: Path) -> None:
    with another_program_with_the_store_open(tmp_path) as program:
        with pytest.raises(StoreInUseError, match="already open"):
            StoreLock.take(tmp_path)
        program.kill()
        program.wait()
        StoreLock.take(tmp_path).release()


def test_one_program_cannot_open_a_store_twice(tmp_path: Path) -> None:
    with StoreLock.take(tmp_path) as lock:
        with pytest.raises(StoreInUseError):
            StoreLock.take(tmp_path)
        lock.release()
        StoreLock.take(tmp_path).release()


def test_a_refusal_does_not_free_the_lock(tmp_path: Path) -> None:
    with StoreLock.take(tmp_path):
        for _ in range(3):
            with pytest.raises(StoreInUseError):
                StoreLock.take(tmp_path)


def test_two_stores_do_not_stand_in_each_others_way(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    with StoreLock.take(tmp_path / "one"), StoreLock.take(tmp_path / "two"):
        pass


def test_the_lock_says_nothing_about_who_has_it(tmp_path: Path) -> None:
    with StoreLock.take(tmp_path):
        file = tmp_path / LOCK_FILE
        assert file.read_bytes() == b""
        if sys.platform != "win32":
            assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_folder_that_is_not_there_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(NotAStoreError):
        StoreLock.take(tmp_path / "nowhere")
