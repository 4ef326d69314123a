"""Work that takes long, beside the window: the only module that starts a thread. Plain values in, plain values out.

Nothing of Qt's is shared with the thread but one signal without a value, of an object that outlives it: results wait
in a queue of Python's own. Objects of Qt's that are made and deleted for each piece of work crash now and then.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from refugedesk.domain.errors import RefugeDeskError
from refugedesk.domain.words import noted, tr

Say = Callable[[str], None]
Progress = Say
"""Called by the work now and then with what it is doing; it raises TaskCancelledError once the person said stop."""
FAULT = noted("This did not work because of a fault in the program. What was saved before is safe.")


class TaskCancelledError(RefugeDeskError):
    """The person asked for the work to stop."""


def _say_nothing(_text: str) -> None:
    """For work whose progress nobody watches."""


@dataclass
class Running:
    """One piece of work, waiting or under way."""

    work: Callable[[Progress], Any]
    done: Callable[[Any], None]
    failed: Say
    told: Say
    owner: QObject
    is_cancelled: bool = field(default=False, init=False)

    def cancel(self) -> None:
        """Asks the work to stop where it next says what it is doing."""
        self.is_cancelled = True


@dataclass(frozen=True)
class _News:
    """What is to be said to whom, in the window's thread; the last of a piece of work ends it."""

    running: Running
    say: Callable[[Any], None]
    value: Any
    is_last: bool = False
    bug: BaseException | None = None


class Tasks(QObject):
    """Runs one thing after another beside the window and brings results back to it. ``finish`` before letting it go.

    faulted: a bug in some work, for the panel that says so.
    """

    faulted = Signal(object)
    _came = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: SimpleQueue[Running | None] = SimpleQueue()
        self._news: SimpleQueue[_News] = SimpleQueue()
        self._unfinished: list[Running] = []
        self._thread: Thread | None = None
        self._came.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

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
        running = Running(work, done, failed, told or _say_nothing, owner or self)
        self._unfinished.append(running)
        self._waiting.put(running)
        if self._thread is None:
            self._thread = Thread(target=self._work_through, name="tasks", daemon=True)
            self._thread.start()
        return running

    @property
    def is_busy(self) -> bool:
        """Whether something is waiting or under way, or its result has not been handed over yet."""
        return bool(self._unfinished)

    def finish(self, patience: float | None = None) -> bool:
        """Asks everything to stop and waits until it has: before the store is closed. Results are dropped.

        Args:
            patience: seconds to wait at most; None waits as long as it takes.

        Returns:
            Whether it has stopped.
        """
        for running in self._unfinished:
            running.cancel()
        self._waiting.put(None)
        if self._thread is not None:
            self._thread.join(patience)
            if self._thread.is_alive():
                return False
        self._thread = None
        self._unfinished.clear()
        self._waiting, self._news = SimpleQueue(), SimpleQueue()
        return True

    def _work_through(self) -> None:
        """The thread: one piece of work after another, until there is to be no more."""
        while (running := self._waiting.get()) is not None:
            self._bring(self._outcome(running))

    def _outcome(self, running: Running) -> _News:
        def tell(text: str) -> None:
            if running.is_cancelled:
                raise TaskCancelledError(tr("Stopped. Nothing was changed."))
            self._bring(_News(running, running.told, text))

        try:
            return _News(running, running.done, running.work(tell), is_last=True)
        except RefugeDeskError as error:
            return _News(running, running.failed, str(error), is_last=True)
        except BaseException as error:
            return _News(running, running.failed, tr(FAULT), is_last=True, bug=error)

    def _bring(self, news: _News) -> None:
        self._news.put(news)
        self._came.emit()

    @Slot()
    def _deliver(self) -> None:
        try:
            news = self._news.get_nowait()
        except Empty:
            return
        if news.is_last:
            self._unfinished.remove(news.running)
        if news.bug is not None:
            self.faulted.emit(news.bug)
        if isValid(news.running.owner):
            news.say(news.value)
