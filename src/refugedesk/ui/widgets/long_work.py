"""Work that takes a while: the button that starts it, what it is doing, and the way to stop it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QProgressBar, QPushButton, QVBoxLayout, QWidget

from refugedesk.domain.words import tr
from refugedesk.ui.tasks import Progress, Running, Tasks
from refugedesk.ui.tokens import M
from refugedesk.ui.widgets.boxes import boxed, row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.texts import text

Counting = Callable[[int, int], None]
"""How services say how far they are: done, of how many."""


def counting(tell: Progress) -> Counting:
    """The services' way of telling, put into words."""
    return lambda done, total: tell(tr("{done} of {total}", done=done, total=total))


class LongWork(QWidget):
    """Buttons, then, while the work is under way, a bar with its words and Stop in their place."""

    def __init__(self, tasks: Tasks, *buttons: QPushButton, can_stop: bool = True) -> None:
        super().__init__()
        self._tasks = tasks
        self._running: Running | None = None
        self._buttons = boxed(row(*buttons, 1))
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._words = text("", "small")
        self._stop = button(tr("Stop"), self.stop)
        self._waiting = boxed(row(self._bar, self._words, self._stop, gap=M))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._buttons)
        column.addWidget(self._waiting)
        self._waiting.hide()
        if not can_stop:
            self._stop.hide()

    def begin(
        self,
        words: str,
        work: Callable[[Progress], Any],
        done: Callable[[Any], None],
        failed: Callable[[str], None],
    ) -> None:
        """Starts the work beside the window."""
        self._words.setText(words)
        self._bar.setAccessibleName(words)
        self._show(is_busy=True)

        def end(then: Callable[[Any], None], result: Any) -> None:
            self._running = None
            self._show(is_busy=False)
            then(result)

        self._running = self._tasks.run(
            work,
            lambda result: end(done, result),
            lambda why: end(failed, why),
            lambda said: self._words.setText(f"{words} {said}"),
            owner=self,
        )

    def stop(self) -> None:
        """Asks it to stop."""
        if self._running is not None:
            self._running.cancel()

    def _show(self, is_busy: bool) -> None:
        self._buttons.setVisible(not is_busy)
        self._waiting.setVisible(is_busy)
