"""Backups by themselves: in the first minute in which nobody types, beside the window; and at once by a key."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from refugedesk.domain.words import tr
from refugedesk.services import backing_up
from refugedesk.services.backing_up import Made
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action
from refugedesk.ui.tasks import Progress, Tasks
from refugedesk.ui.widgets.long_work import counting

LOOK_MS = 20_000
QUIET_SECONDS = 60.0
AGAIN_AFTER_LOOKS = 90
"""Half an hour after one that failed."""


class BackupWatch(QObject):
    """said: a line for the foot of the window; changed: one was made, or failed, and how backups stand is another."""

    said = Signal(str)
    changed = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self._quiet_for: Callable[[], float] = lambda: 0.0
        self._looks_to_wait = 0
        self._clock = QTimer(self, interval=LOOK_MS)
        self._clock.timeout.connect(self.look)

    def begin(self, quiet_for: Callable[[], float]) -> None:
        """Looks now and then whether one is due. quiet_for: for how many seconds nobody has pressed a key."""
        self._quiet_for = quiet_for
        if self._desk.may(Action.KEEP_STORE):
            self._clock.start()

    def look(self) -> None:
        """Makes what is due, where nobody types and nothing else is under way."""
        self._looks_to_wait = max(0, self._looks_to_wait - 1)
        is_busy = self._tasks.is_busy or self._quiet_for() < QUIET_SECONDS
        if not is_busy and not self._looks_to_wait and backing_up.is_any_due(self._desk):
            self._run(backing_up.back_up_due)

    def run_now(self) -> None:
        """Makes one at once, due or not."""
        self.said.emit(tr("Backing up …"))
        self._run(backing_up.back_up_now)

    def _run(self, work: Callable[..., tuple[Made, ...]]) -> None:
        def run(tell: Progress) -> Any:
            return work(self._desk, counting(tell))

        self._tasks.run(run, self._made, self._failed, owner=self)

    def _made(self, made: tuple[Made, ...]) -> None:
        if made:
            self.said.emit(" ".join(map(made_words, made)))
            self.changed.emit()

    def _failed(self, why: str) -> None:
        self._looks_to_wait = AGAIN_AFTER_LOOKS
        self.said.emit(why)
        self.changed.emit()


def made_words(made: Made) -> str:
    """What came of one backup, in a sentence or two."""
    size = max(1, round(made.report.size / 1_000_000))
    words = tr(
        "Backed up and proved: {name}, {size} MB, {tables} tables compared.",
        name=made.report.path.name,
        size=size,
        tables=made.report.tables,
    )
    if made.removed is None:
        return f"{words} {tr('Older ones could not be removed this time.')}"
    gone = made.removed
    if not gone:
        return words
    removed = tr("1 older one was removed.") if gone == 1 else tr("{count} older ones were removed.", count=gone)
    return f"{words} {removed}"
