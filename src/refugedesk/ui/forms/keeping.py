"""Keeps what is being typed, encrypted in the store, on every pause: a crash or a lock loses nothing."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from refugedesk.domain.drafts import Draft
from refugedesk.domain.errors import RefugeDeskError
from refugedesk.services import shelf
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action

PAUSE_MS = 1000


class Keeping(QObject):
    """Keeps one draft after each pause in typing. ``failed`` carries the sentence where it could not.

    kept_as: what a new draft goes by on the shelf where several new ones of a record are typed at once.
    """

    kept = Signal()
    failed = Signal(str)

    def __init__(self, desk: Desk, draft: Draft, parent: QObject, kept_as: str = "") -> None:
        super().__init__(parent)
        self._desk, self._draft, self._kept_as = desk, draft, kept_as
        self._timer = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._timer.timeout.connect(self.now)

    def soon(self) -> None:
        """Keeps the draft when the typing has paused for a second."""
        self._timer.start()

    def cancel(self) -> None:
        """Nothing is waiting to be kept any more: the draft was saved or let go."""
        self._timer.stop()

    def let_go(self) -> None:
        """Takes the draft off the shelf: it was saved with others, or the person does not want it."""
        self.cancel()
        shelf.drop(self._desk, self._on_shelf())

    def _on_shelf(self) -> Draft:
        return replace(self._draft, id=self._draft.id or self._kept_as)

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
            shelf.keep(self._desk, self._on_shelf())
        except RefugeDeskError as error:
            self.failed.emit(str(error))
        else:
            self.kept.emit()
