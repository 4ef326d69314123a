"""The process that starts the window, and starts a fresh one when it locks.

Python cannot clear its memory, so locking ends the process that held the key and the records. This one never
holds either: it knows nothing but a command. Standard library only, and as little of it as will do.
"""

from __future__ import annotations

import os
import signal
import subprocess  # nosec B404 - our own program alone
import sys
import time
from collections.abc import Sequence
from types import FrameType
from typing import Final

LOCKED: Final = 75
"""The exit status of a window that was locked and wants a fresh one in its place."""

_INSTANT_SECONDS = 1.0
_MOST_INSTANT_LOCKS = 5
_NO_SCREEN: Final = frozenset({"offscreen", "minimal"})
_FORWARDED = ("SIGTERM", "SIGINT", "SIGHUP")


def supervise(command: Sequence[str]) -> int:
    """The exit status of the last window: 0 where the person closed it, below 0 where a signal ended it.

    Anything but 0 is for the caller to say plainly; a window that crashed is not started again. One that ends
    with ``LOCKED`` is followed by a fresh one, unless several in a row lock as soon as they start or this process
    was told to end. Must be called from the main thread.

    Args:
        command: program and arguments; see ``window_command``.
    """
    return _Watch(command).run()


def window_command(arguments: Sequence[str]) -> list[str]:
    """The command that runs this same program with ``arguments``, from source or from a package."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "refugedesk"]
    return [*program, *arguments]


def has_screen() -> bool:
    """Whether a window could be seen."""
    if os.environ.get("QT_QPA_PLATFORM") in _NO_SCREEN:
        return False
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


class _Watch:
    """One window after another, and the signals that are meant for the present one."""

    def __init__(self, command: Sequence[str]) -> None:
        self._command = list(command)
        self._window: subprocess.Popen[bytes] | None = None
        self._told_to_end: int | None = None

    def run(self) -> int:
        before = {name: signal.signal(getattr(signal, name), self._forward) for name in _known_signals()}
        try:
            return self._run_windows()
        finally:
            for name, handler in before.items():
                signal.signal(getattr(signal, name), handler)

    def _run_windows(self) -> int:
        instant_locks = 0
        while True:
            started = time.monotonic()
            status = self._run_one()
            is_instant = time.monotonic() - started < _INSTANT_SECONDS
            instant_locks = instant_locks + 1 if is_instant else 0
            if status != LOCKED or self._told_to_end is not None or instant_locks == _MOST_INSTANT_LOCKS:
                return status

    def _run_one(self) -> int:
        self._window = subprocess.Popen(self._command)  # noqa: S603  # nosec B603 - our own program, no shell
        if self._told_to_end is not None:  # it came while the window was being started
            self._window.send_signal(self._told_to_end)
        return self._window.wait()

    def _forward(self, number: int, frame: FrameType | None) -> None:
        self._told_to_end = number
        if self._window is not None:
            self._window.send_signal(number)


def _known_signals() -> list[str]:
    """Windows knows fewer of them."""
    return [name for name in _FORWARDED if hasattr(signal, name)]
