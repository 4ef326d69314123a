"""Keeps what is being typed, encrypted in the store, on every pause: a crash or a lock loses nothing."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from refugedesk.domain.drafts import Draft
from refugedesk.domain.errors import RefugeDeskError
from refugedesk.services import shelf
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action

PAUSE_MS = 1000


class Keeping(QObject):
    """Keeps one draft after each pause in typing. ``failed`` carries the sentence where it could not."""

    kept = Signal()
    failed = Signal(str)

    def __init__(self, desk: Desk, draft: Draft, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._draft = desk, draft
        self._timer = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._timer.timeout.connect(self.now)

    def soon(self) -> None:
        """Keeps the draft when the typing has paused for a second."""
        self._timer.start()

    def cancel(self) -> None:
        """Nothing is waiting to be kept any more: the draft was saved or let go."""
        self._timer.stop()

    @property
    def is_due(self) -> bool:
        """Whether something typed waits for its pause."""
        return self._timer.isActive()

    def now(self) -> None:
        """Keeps the draft at once: before locking, or when the page is left."""
        self._timer.stop()
        if not self._desk.may(Action.RECORD):
            return
        try:
            shelf.keep(self._desk, self._draft)
        except RefugeDeskError as error:
            self.failed.emit(str(error))
        else:
            self.kept.emit()
