"""Icons of one open set, drawn in the colours of the theme at any scale."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from refugedesk.ui.resources import resource
from refugedesk.ui.style import colours

POINTING = frozenset({"arrow-left"})
"""Icons that point where one has come from: the other way for those who read from the right."""


def icon(name: str, colour: str = "soft_ink") -> QIcon:
    """The icon of that name in a colour token, which follows the theme. A wrong name raises FileNotFoundError."""
    return QIcon(_Drawn(name, colour))


def draw(painter: QPainter, name: str, colour: str, area: QRectF) -> None:
    """Draws an icon in a colour token."""
    _renderer(name, str(getattr(colours(), colour))).render(painter, area)


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    text = resource("icons", f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
    return QSvgRenderer(QByteArray(text.encode()))


class _Drawn(QIconEngine):
    """Draws the icon anew each time, so that it has the theme's colour and the screen's sharpness."""

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self._name, self._colour = name, colour
        _renderer(name, str(getattr(colours(), colour)))

    def paint(self, painter: QPainter, rect: object, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draws it within ``rect``; faint where the widget is disabled."""
        colour = "faint_ink" if mode is QIcon.Mode.Disabled else self._colour
        painter.save()
        area = QRectF(rect)  # type: ignore[call-overload]
        if self._name in POINTING and QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            painter.translate(area.left() + area.right(), 0)
            painter.scale(-1, 1)
        draw(painter, self._name, colour, area)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The icon on a clear ground."""
        result = QPixmap(size)
        result.fill(Qt.GlobalColor.transparent)
        painter = QPainter(result)
        self.paint(painter, result.rect(), mode, state)
        painter.end()
        return result

    def clone(self) -> QIconEngine:
        """Another one like it."""
        return _Drawn(self._name, self._colour)
