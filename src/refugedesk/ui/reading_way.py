"""What differs for those who read from the right: where a part of a row lies, and which arrow goes on.

Time runs from left to right in every language here, as figures and days are written: the bed board and the plots keep
that direction, their arrows too.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

RIGHT_TO_LEFT = Qt.LayoutDirection.RightToLeft
OTHER_WAY = {Qt.Key.Key_Left: Qt.Key.Key_Right, Qt.Key.Key_Right: Qt.Key.Key_Left}


def across(painter: QPainter, area: QRectF, part: QRectF) -> QRectF:
    """A part of an area where the reader expects it: at the same distance from the edge at which reading begins."""
    if painter.layoutDirection() != RIGHT_TO_LEFT:
        return part
    return QRectF(area.left() + area.right() - part.right(), part.y(), part.width(), part.height())


def onward(key: Qt.Key, widget: QWidget) -> Qt.Key:
    """The arrow as the reader means it: Right goes on, and where reading goes to the left, Left does."""
    return OTHER_WAY.get(key, key) if widget.layoutDirection() == RIGHT_TO_LEFT else key
