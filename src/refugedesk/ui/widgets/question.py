"""A question asked in its place instead of in a dialog: of what, what follows, and the two answers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from refugedesk.domain.words import tr
from refugedesk.ui.tokens import L, M
from refugedesk.ui.widgets.boxes import row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.texts import text


class Question(QFrame):
    """Hidden until it is asked; the harmless answer has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cautionNotice")
        self._act: Callable[[], object] = lambda: None
        self._words = text("", parent=self)
        self.yes = button("", self._answer, "danger")
        self.no = button(tr("Leave it as it is"), self.hide)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, M, L, M)
        column.setSpacing(M)
        column.addWidget(self._words)
        column.addLayout(row(self.yes, self.no, 1))
        self.hide()

    def ask(self, words: str, yes: str, act: Callable[[], object], no: str = "") -> None:
        """Asks; ``act`` is done on yes."""
        self._words.setText(words)
        for made, label in ((self.yes, yes), (self.no, no or tr("Leave it as it is"))):
            made.setText(label)
            made.setAccessibleName(label)
        self._act = act
        self.show()
        self.no.setFocus()

    def _answer(self) -> None:
        self.hide()
        self._act()
