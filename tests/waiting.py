"""Waiting for what happens beside the window, no longer than it takes; long enough for a busy machine."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

LONGEST_SECONDS = 60.0


def until(condition: Callable[[], object], seconds: float = LONGEST_SECONDS) -> None:
    """Lets Qt run until the condition holds; fails where it never does."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
