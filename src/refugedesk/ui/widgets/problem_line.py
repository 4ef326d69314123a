"""What is the matter with a field, in words with an icon, under the field."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from refugedesk.ui.forms.icon_mark import IconMark
from refugedesk.ui.tokens import S
from refugedesk.ui.widgets.texts import restyle, text

ICONS = {"problem": ("circle-alert", "danger"), "good": ("circle-check", "good"), "soft": ("info", "soft_ink")}


class ProblemLine(QWidget):
    """A sentence and its icon; takes no room while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = IconMark(*ICONS["problem"], parent=self)
        self._words = text("", "problem", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def say(self, words: str, look: str = "problem") -> None:
        """Says what is the matter (problem), what is well (good), or something plain (soft)."""
        self._mark.show_icon(*ICONS[look])
        restyle(self._words, look)
        self._words.setText(words)
        self._words.setAccessibleName(words)
        self.setVisible(bool(words))
