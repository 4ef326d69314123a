"""Says that something typed earlier was not saved, and brings it back or lets it go."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from refugedesk.domain.calendar_words import say_day_and_month
from refugedesk.domain.drafts import Draft
from refugedesk.domain.words import tr
from refugedesk.services import shelf
from refugedesk.services.desk import Desk
from refugedesk.services.shelf import KeptRow
from refugedesk.ui.tokens import L, M


class KeptNotice(QFrame):
    """Shown above a form while a kept draft of the same record waits. ``brought_back`` carries the draft."""

    brought_back = Signal(object)

    def __init__(self, desk: Desk, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._desk, self._draft = desk, draft
        rows = (row for row in shelf.kept(desk) if (row.record_id, row.key) == (draft.record.id, draft.id))
        self.kept: KeptRow | None = next(rows, None)
        words = QLabel(self._words(), self)
        words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(L, M, L, M)
        row.setSpacing(M)
        row.addWidget(words, 1)
        row.addWidget(self._button(tr("Bring it back"), self.bring_back, ""))
        row.addWidget(self._button(tr("Let it go"), self.let_go, "quiet"))
        self.setVisible(self.kept is not None)

    def _words(self) -> str:
        if self.kept is None:
            return ""
        what = self._draft.record.title.lower()
        at = self.kept.kept_at
        return tr(
            "What was typed into this {what} on {day} at {time} was not saved. It has been kept.",
            what=what,
            day=say_day_and_month(at),
            time=f"{at:%H:%M}",
        )

    def _button(self, text: str, act: object, name: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.clicked.connect(act)
        return button

    def bring_back(self) -> None:
        """Puts the kept answers into the form."""
        if self.kept is not None:
            self.hide()
            self.brought_back.emit(shelf.resume(self._desk, self.kept.id))

    def let_go(self) -> None:
        """Drops the kept answers for good."""
        shelf.drop(self._desk, self._draft)
        self.hide()
