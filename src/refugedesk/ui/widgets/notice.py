"""Something to know, in a quiet band with an icon: plain, good, to take care of, or gone wrong."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from refugedesk.domain.errors import RefugeDeskError
from refugedesk.ui.forms.icon_mark import IconMark
from refugedesk.ui.tokens import L, M
from refugedesk.ui.widgets.texts import restyle, text

LOOKS = {
    "notice": ("info", "accent"),
    "goodNotice": ("circle-check", "good"),
    "cautionNotice": ("triangle-alert", "caution"),
    "dangerNotice": ("circle-alert", "danger"),
}


class Notice(QFrame):
    """One or two sentences, and buttons where something can be done. Hidden while it has nothing to say."""

    def __init__(self, words: str = "", look: str = "notice", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mark = IconMark(*LOOKS[look], parent=self)
        self.words = text("", parent=self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(L, M, L, M)
        self._row.setSpacing(M)
        self._row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self.words, 1)
        self._dress(words, look)
        if not words:
            self.hide()

    def say(self, words: str, look: str = "notice") -> None:
        """Says something else, or nothing. To be called once it stands in a window: it shows itself."""
        self._dress(words, look)
        self.setVisible(bool(words))

    def say_outcome(self, act: Callable[[], object], words: str, refresh: Callable[[], object]) -> bool:
        """Does something at once and says what came of it: the words, or why not. refresh: shows what is so now."""
        try:
            act()
        except RefugeDeskError as error:
            self.say(str(error), "dangerNotice")
            return False
        refresh()
        self.say(words, "goodNotice")
        return True

    def _dress(self, words: str, look: str) -> None:
        self.words.setText(words)
        self.words.setAccessibleName(words)
        self.mark.show_icon(*LOOKS[look])
        restyle(self, look)

    def add(self, made: QPushButton) -> None:
        """A button at the end of the line."""
        self._row.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
