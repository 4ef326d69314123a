"""A bug: it is said plainly, written down without an answer or a name, and the work goes on."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from refugedesk.domain.errors import RefugeDeskError

WriteDown = Callable[[BaseException], str]
"""Writes a fault to the log and says in a sentence where it is."""


def where(error: BaseException) -> str:
    """The kind of error and the last place of this program it went through: never what it says."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if "refugedesk" in Path(frame.filename).parts] or list(frames)
    place = f" at {Path(own[-1].filename).name}:{own[-1].lineno}" if own else ""
    return f"{type(error).__qualname__}{place}"


class Faults(QObject):
    """Catches what no page did.

    found: a bug, its kind and place, and where it was written down; refused: an expected error, its whole sentence.
    """

    found = Signal(str, str)
    refused = Signal(str)

    def __init__(self, write_down: WriteDown, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._write_down = write_down

    def catch_all(self) -> None:
        """Takes the place of Python's own report, which would show answers."""
        sys.excepthook = self._hook
        sys.unraisablehook = self._hook_late

    def notice(self, error: BaseException) -> None:
        """Says an expected error as it stands; writes a bug down and says so."""
        if isinstance(error, RefugeDeskError):
            self.refused.emit(str(error))
        else:
            self.found.emit(where(error), self._write_down(error))

    def _hook(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        self.notice(error)

    def _hook_late(self, found: sys.UnraisableHookArgs) -> None:
        if found.exc_value is not None:
            self._write_down(found.exc_value)
