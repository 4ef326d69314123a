"""Something that is not always needed, folded away under a line that says what it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from refugedesk.domain.words import tr
from refugedesk.ui.icons import icon
from refugedesk.ui.tokens import M
from refugedesk.ui.widgets.buttons import button


class Fold(QWidget):
    """A button that opens and closes what it names."""

    def __init__(self, words: str, content: QWidget, is_open: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self.content = words, content
        self.button = button(words, lambda: None, "link", picture="plus", parent=self)
        self.button.setCheckable(True)
        self.button.toggled.connect(self._show)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(content)
        self.button.setChecked(is_open)
        self._show(is_open)

    def open(self) -> None:
        """Opens it."""
        self.button.setChecked(True)

    def _show(self, is_open: bool) -> None:
        self.content.setVisible(is_open)
        self.button.setIcon(icon("x" if is_open else "plus", "accent"))
        self.button.setAccessibleName(f"{self._words}, {tr('open') if is_open else tr('folded')}")
