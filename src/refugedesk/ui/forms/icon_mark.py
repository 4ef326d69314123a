"""An icon that stands in a line of text, drawn in the theme's colours and named for screen readers."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from refugedesk.ui.icons import draw
from refugedesk.ui.tokens import ICON


class IconMark(QWidget):
    """One icon in a colour token; ``words`` is what it says, for the mouse and for screen readers."""

    def __init__(
        self, name: str, colour: str = "soft_ink", words: str = "", parent: QWidget | None = None, size: int = ICON
    ) -> None:
        super().__init__(parent)
        self._name, self._colour = name, colour
        self.setFixedSize(size, size)
        self.setToolTip(words)
        self.setAccessibleName(words)

    def show_icon(self, name: str, colour: str, words: str = "") -> None:
        """Draws another icon from now on."""
        self._name, self._colour = name, colour
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the icon over the whole of it."""
        painter = QPainter(self)
        draw(painter, self._name, self._colour, QRectF(self.rect()))
        painter.end()
