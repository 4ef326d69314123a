"""Work that takes long, beside the window: the only module that starts a thread. Plain values in, plain values out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot
from shiboken6 import isValid

from refugedesk.domain.errors import RefugeDeskError

Progress = Callable[[str], None]
"""Called by the work now and then with what it is doing; it raises TaskCancelledError once the person said stop."""
Say = Callable[[str], None]
FAULT = "This did not work because of a fault in the program. What was saved before is safe."


class TaskCancelledError(RefugeDeskError):
    """The person asked for the work to stop."""


class Running(QObject):
    """One piece of work under way. Its signals cross from the work's thread into the window's."""

    came = Signal(object)
    failed = Signal(str)
    faulted = Signal(object)
    told = Signal(str)
    ended = Signal()

    def __init__(self, parent: QObject, done: Callable[[Any], None], failed: Say, say: Say, owner: QObject) -> None:
        super().__init__(parent)
        self.is_cancelled = False
        self._owner = owner
        self._done, self._failed, self._tell = done, failed, say
        self.told.connect(self._pass_on)
        self.came.connect(self._deliver)
        self.failed.connect(self._say)

    def cancel(self) -> None:
        """Asks the work to stop where it next says what it is doing."""
        self.is_cancelled = True

    def tell(self, text: str) -> None:
        """Passes on what the work is doing. Runs beside the window."""
        if self.is_cancelled:
            raise TaskCancelledError("Stopped. Nothing was changed.")
        self.told.emit(text)

    @Slot(object)
    def _deliver(self, result: Any) -> None:
        if isValid(self._owner):
            self._done(result)

    @Slot(str)
    def _pass_on(self, text: str) -> None:
        if isValid(self._owner):
            self._tell(text)

    @Slot(str)
    def _say(self, text: str) -> None:
        if isValid(self._owner):
            self._failed(text)


class Tasks(QObject):
    """Runs one thing after another beside the window and brings results back to it.

    faulted: a bug in some work, for the panel that says so.
    """

    faulted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._under_way: list[Running] = []

    def run(
        self,
        work: Callable[[Progress], Any],
        done: Callable[[Any], None],
        failed: Say,
        told: Say | None = None,
        owner: QObject | None = None,
    ) -> Running:
        """Starts ``work``; exactly one of ``done`` and ``failed`` is called, here in the window's thread.

        Args:
            owner: whose matter it is; once that widget is gone nobody is told any more.
        """
        running = Running(self, done, failed, told or _say_nothing, owner or self)
        running.faulted.connect(self.faulted)
        running.ended.connect(self._forget)
        self._under_way.append(running)
        self._pool.start(_Job(running, work))
        return running

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return bool(self._under_way)

    def finish(self) -> None:
        """Asks everything to stop and waits until it has: before the store is closed."""
        for running in self._under_way:
            running.cancel()
        self._pool.waitForDone()

    @Slot()
    def _forget(self) -> None:
        ended = self._under_way.pop(0)
        ended.deleteLater()


def _say_nothing(_text: str) -> None:
    """For work whose progress nobody watches."""


class _Job(QRunnable):
    """The work in its thread. Whatever it raises comes back as a signal, never as a crash."""

    def __init__(self, running: Running, work: Callable[[Progress], Any]) -> None:
        super().__init__()
        self._running, self._work = running, work

    def run(self) -> None:
        """Does the work and says what came of it."""
        running = self._running
        try:
            running.came.emit(self._work(running.tell))
        except RefugeDeskError as error:
            running.failed.emit(str(error))
        except BaseException as error:
            running.faulted.emit(error)
            running.failed.emit(FAULT)
        finally:
            running.ended.emit()
