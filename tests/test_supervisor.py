"""The supervising process, with small programs in place of the window."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
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


def _wait_for(is_so: object) -> None:
    until = time.monotonic() + 10
    while not is_so():  # type: ignore[operator]
        assert time.monotonic() < until
        time.sleep(0.005)


def test_the_handling_of_signals_is_put_back(tmp_path: Path) -> None:
    before = signal.getsignal(signal.SIGTERM)
    supervise(a_window("pass"))
    assert signal.getsignal(signal.SIGTERM) is before


def test_it_knows_nothing_but_the_standard_library_and_a_command() -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); import refugedesk.supervisor; "
        "print(sorted({name.split('.')[0] for name in sys.modules} - set(sys.stdlib_module_names)))"
    )
    shown = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code, SOURCE], capture_output=True, text=True, check=True
    ).stdout
    assert shown.strip() == "['__main__', 'refugedesk']" or shown.strip() == "['refugedesk']"
    ours = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code.replace("{name.split('.')[0] for", "{name for"), SOURCE],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert "refugedesk.security" not in ours


def test_the_window_is_this_same_program() -> None:
    assert window_command(["--window", "folder"]) == [sys.executable, "-m", "refugedesk", "--window", "folder"]


@posix_only
def test_the_key_is_gone_from_memory_with_the_process_that_held_it(tmp_path: Path) -> None:
    """What the window knew is in no process that is left when it has locked."""
    secret = "marigold" * 4
    code = f"import time; secret = '{secret[::-1]}'[::-1]; " + NOTED + f"sys.exit({LOCKED} if len(sys.argv) else 0)"
    starts = tmp_path / "starts"
    supervise(a_window(code, str(starts)))
    for number in starts_in(starts):
        with pytest.raises(ProcessLookupError):
            os.kill(int(number), 0)
