"""Columns and rows of widgets, with a gap from the scale of spaces."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from refugedesk.ui.tokens import M

Item = QWidget | QLayout | int
"""What stands in a box; a number is a stretch of that weight."""
Margins = tuple[int, int, int, int]
NONE: Margins = (0, 0, 0, 0)


class BoundedColumn(QVBoxLayout):
    """The column of a widget that has a greatest width: it asks for the height it needs at that width.

    A box asks how high its parts are at its own width, however narrow they are bound to be: on a wide screen what
    wraps would be thought too low, and everything pressed together.
    """

    def heightForWidth(self, width: int) -> int:
        """The height at that width or at the widest the widget may be."""
        return super().heightForWidth(_within(self, width))

    def minimumHeightForWidth(self, width: int) -> int:
        """The least height, likewise."""
        return super().minimumHeightForWidth(_within(self, width))


class BoundedGrid(QGridLayout):
    """The grid of a widget that has a greatest width, likewise."""

    def heightForWidth(self, width: int) -> int:
        """The height at that width or at the widest the widget may be."""
        return super().heightForWidth(_within(self, width))

    def minimumHeightForWidth(self, width: int) -> int:
        """The least height, likewise."""
        return super().minimumHeightForWidth(_within(self, width))


def _within(layout: QLayout, width: int) -> int:
    holder = layout.parentWidget()
    return min(width, holder.maximumWidth()) if holder is not None else width


def bounded(*items: Item, gap: int = M, margins: Margins = NONE) -> BoundedColumn:
    """Things under each other in a widget that has a greatest width."""
    box = BoundedColumn()
    _fill(box, items, gap, margins)
    return box


def column(*items: Item, gap: int = M, margins: Margins = NONE) -> QVBoxLayout:
    """Things under each other."""
    box = QVBoxLayout()
    _fill(box, items, gap, margins)
    return box


def row(*items: Item, gap: int = M, margins: Margins = NONE) -> QHBoxLayout:
    """Things beside each other, centred on one line."""
    box = QHBoxLayout()
    _fill(box, items, gap, margins)
    return box


def left(widget: QWidget) -> QHBoxLayout:
    """A widget at the left, no wider than it needs."""
    return row(widget, 1, gap=0)


def _fill(box: QBoxLayout, items: tuple[Item, ...], gap: int, margins: Margins) -> None:
    box.setSpacing(gap)
    box.setContentsMargins(*margins)
    for item in items:
        if isinstance(item, int):
            box.addStretch(item)
        elif isinstance(item, QLayout):
            box.addLayout(item)
        else:
            box.addWidget(item)


def boxed(layout: QLayout, look: str = "", parent: QWidget | None = None) -> QWidget:
    """A bare widget around a layout."""
    widget = QWidget(parent)
    widget.setObjectName(look)
    widget.setLayout(layout)
    return widget


class FollowingArea(QScrollArea):
    """Scrolls to whatever gets the focus, however it got it: Qt does so for Tab alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._to: QWidget | None = None
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._follow)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._take_focus)

    def _take_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        inside = self.widget()
        self._to = now if now is not None and inside is not None and inside.isAncestorOf(now) else None
        if self._to is not None:
            self._soon.start()  # once what has just been put in has its place

    def _follow(self) -> None:
        if self._to is not None and self._to is QApplication.focusWidget():
            self._show_whole(self._to)

    def _show_whole(self, widget: QWidget) -> None:
        """Its foot with what comes next, then its head: of a tall one the head is what is seen."""
        inside = self.widget()
        if inside is not None:
            top = widget.mapTo(inside, QPoint(0, 0))
            self.ensureVisible(top.x(), top.y() + widget.height(), 0, NEXT_ROW)
            self.ensureVisible(top.x(), top.y(), 0, NEXT_ROW)
            self._keep_the_top(top.y(), widget.height())

    def _keep_the_top(self, top: int, height: int) -> None:
        """Where a little is out of sight above, and showing it hides nothing of what has the focus, it is shown."""
        bar, seen = self.verticalScrollBar(), self.viewport().height()
        is_tall = height > seen
        if 0 < bar.value() <= NEXT_ROW and (is_tall or top + height <= seen):
            bar.setValue(0)


NEXT_ROW = 104
"""How much is to be seen beyond what has the focus: the next field, or the button that saves."""


def scrolled(inside: QWidget) -> QScrollArea:
    """A widget that scrolls up and down where it does not fit, and never sideways."""
    area = FollowingArea()
    inside.setObjectName("sheet")
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area


def clear(layout: QLayout) -> None:
    """Takes everything out of a layout and lets it go."""
    while (item := layout.takeAt(0)) is not None:
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            clear(inner)
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def framed(inside: QWidget, parent: QWidget | None = None) -> QFrame:
    """A list within its border."""
    frame = QFrame(parent)
    frame.setObjectName("listFrame")
    column = QVBoxLayout(frame)
    column.setContentsMargins(1, 1, 1, 1)
    column.addWidget(inside)
    return frame
