"""What a page shows while it has nothing to show: one sentence and the way on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from refugedesk.ui.forms.icon_mark import IconMark
from refugedesk.ui.tokens import BIG_ICON, FORM_WIDTH, XXL, L, M
from refugedesk.ui.widgets.boxes import row
from refugedesk.ui.widgets.texts import text


class EmptyState(QWidget):
    """An icon, a headline, a sentence and buttons, in the middle."""

    def __init__(self, picture: str, headline: str, sentence: str, *buttons: QPushButton) -> None:
        super().__init__()
        middle = Qt.AlignmentFlag.AlignHCenter
        self.headline, self.sentence = text(headline, "section"), text(sentence, "soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(XXL, XXL, XXL, XXL)
        column.setSpacing(M)
        column.addStretch(2)
        column.addWidget(IconMark(picture, "faint_ink", size=BIG_ICON), 0, middle)
        for words in (self.headline, self.sentence):
            words.setAlignment(middle)
            words.setMaximumWidth(FORM_WIDTH)
            line = row(1, words, 1, gap=0)
            line.setStretch(1, 8)
            column.addLayout(line)
        column.addSpacing(L)
        column.addLayout(row(1, *buttons, 1))
        column.addStretch(3)

    def say(self, headline: str, sentence: str) -> None:
        """Says something else."""
        self.headline.setText(headline)
        self.sentence.setText(sentence)
