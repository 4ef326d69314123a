"""The supervising process, with small programs in place of the window."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from refugedesk.supervisor import LOCKED, supervise, window_command

SOURCE = str(Path(__file__).parents[1] / "src")
SUPERVISED = "import sys; from refugedesk.supervisor import supervise; sys.exit(supervise(sys.argv[1:]) & 255)"

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX systems")


def a_window(code: str, *arguments: str) -> list[str]:
    return [sys.executable, "-S", "-c", "import sys\n" + code, *arguments]


def starts_in(file: Path) -> list[str]:
    return file.read_text().split() if file.exists() else []


NOTED = "import os; open(sys.argv[1], 'a').write(f'{os.getpid()} ')\n"


@pytest.mark.parametrize("status", [0, 1, 3])
def test_it_ends_with_the_windows_own_status(tmp_path: Path, status: int) -> None:
    starts = tmp_path / "starts"
    assert supervise(a_window(NOTED + f"sys.exit({status})", str(starts))) == status
    assert len(starts_in(starts)) == 1


def test_a_locked_window_is_followed_by_a_fresh_process(tmp_path: Path) -> None:
    starts = tmp_path / "starts"
    code = f"sys.exit({LOCKED} if open(sys.argv[1]).read().count(' ') < 3 else 0)"
    assert supervise(a_window(NOTED + code, str(starts))) == 0
    assert len(set(starts_in(starts))) == 3


def test_windows_that_lock_as_soon_as_they_start_do_not_go_on_for_ever(tmp_path: Path) -> None:
    starts = tmp_path / "starts"
    assert supervise(a_window(NOTED + f"sys.exit({LOCKED})", str(starts))) == LOCKED
    assert len(starts_in(starts)) == 5


@posix_only
def test_a_crash_is_reported_and_not_started_again(tmp_path: Path) -> None:
    starts = tmp_path / "starts"
    code = NOTED + "os.kill(os.getpid(), 11)"
    assert supervise(a_window(code, str(starts))) == -signal.SIGSEGV
    assert len(starts_in(starts)) == 1


@posix_only
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_reaches_the_window_and_ends_both(tmp_path: Path, number: signal.Signals) -> None:
    """Even a window that answers by locking is not followed by another."""
    starts = tmp_path / "starts"
    code = f"import signal, time\nsignal.signal({number:d}, lambda *_: sys.exit({LOCKED}))\n" + NOTED + "time.sleep(30)"
    command = [sys.executable, "-c", SUPERVISED, *a_window(code, str(starts))]
    with subprocess.Popen(command, env={"PYTHONPATH": SOURCE}) as process:
        _wait_for(lambda: bool(starts_in(starts)))
        process.send_signal(number)
        assert process.wait(10) == LOCKED
    assert len(starts_in(starts)) == 1


def _wait_for(is_so: Callable[[], bool]) -> None:
    until = time.monotonic() + 10
    while not is_so():
        assert time.monotonic() < until
        time.sleep(0.005)


def test_the_handling_of_signals_is_put_back(tmp_path: Path) -> None:
    before = signal.getsignal(signal.SIGTERM)
    supervise(a_window("pass"))
    assert signal.getsignal(signal.SIGTERM) is before


def test_it_knows_nothing_but_the_standard_library() -> None:
    code = "import sys, refugedesk.supervisor; print(*sys.modules)"
    command = [sys.executable, "-S", "-c", code]
    shown = subprocess.run(command, env={"PYTHONPATH": SOURCE}, capture_output=True, text=True, check=True).stdout
    others = {name for name in shown.split() if name.split(".")[0] not in sys.stdlib_module_names}
    assert others - {"__main__"} == {"refugedesk", "refugedesk.supervisor"}


def test_the_window_is_this_same_program() -> None:
    assert window_command(["--window", "folder"]) == [sys.executable, "-m", "refugedesk", "--window", "folder"]


KEEPS_A_KEY_THEN_LOCKS = NOTED + (
    "import pathlib, time\n"
    "if os.path.exists(sys.argv[2]): time.sleep(30)\n"
    "key = os.urandom(32)\n"
    "pathlib.Path(sys.argv[2]).write_bytes(bytes(byte ^ 85 for byte in key))\n"
    f"sys.exit({LOCKED})"
)


@pytest.mark.skipif(sys.platform != "linux", reason="reads another process's memory the Linux way")
def test_after_a_lock_the_key_is_in_no_process_that_is_left(tmp_path: Path) -> None:
    starts, masked = tmp_path / "starts", tmp_path / "masked"
    window = a_window(KEEPS_A_KEY_THEN_LOCKS, str(starts), str(masked))
    with subprocess.Popen([sys.executable, "-c", SUPERVISED, *window], env={"PYTHONPATH": SOURCE}) as process:
        try:
            _wait_for(lambda: len(starts_in(starts)) == 2)
            key = bytes(byte ^ 85 for byte in masked.read_bytes())
            first, second = map(int, starts_in(starts))
            assert not Path(f"/proc/{first}").exists()
            for left in (process.pid, second):
                memory = _memory_of(left)
                assert str(starts).encode() in memory  # what it does know is seen
                assert key not in memory
        finally:
            process.terminate()


def _memory_of(process: int) -> bytes:
    parts = []
    with Path(f"/proc/{process}/mem").open("rb", 0) as memory:
        for line in Path(f"/proc/{process}/maps").read_text().splitlines():
            where, rights = line.split(" ")[:2]
            if rights.startswith("rw"):
                start, end = (int(place, 16) for place in where.split("-"))
                memory.seek(start)
                parts.append(memory.read(end - start))
    return b"".join(parts)
