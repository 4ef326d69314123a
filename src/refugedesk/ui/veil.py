"""Somebody is looking: the page is blurred, but for what the mouse or the keyboard is on.

Everything on a page is blurred, not only what is known to be a name: a name that was forgotten would be read. The veil
covers a page before it is painted, and is blank until its own picture is there.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QCursor, QPainter, QPaintEvent, QPixmap, QRegion
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

TICK_MS = 60
TICKS_A_PICTURE = 4
COARSENESS = 12
"""So many pixels become one: a line of text is no higher than that."""


@runtime_checkable
class Rowed(Protocol):
    """A widget that draws several people's lines itself: only one of them is laid open."""

    def row_area(self, at: QPoint | None) -> QRect:
        """The line at a point of the widget, or the one the keyboard is on; empty where there is none."""


class Veil(QWidget):
    """Lies over one page of a window; the mouse goes through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.is_on = False
        self._page: QWidget | None = None
        self._picture: QPixmap | None = None
        self._ticks = 0
        self._clock = QTimer(self, interval=TICK_MS)
        self._clock.timeout.connect(self._tick)
        self.hide()

    def cover(self, page: QWidget) -> None:
        """From now on the veil lies over this page; it is blank until its picture is there."""
        self._page, self._picture, self._ticks = page, None, 0
        if self.is_on:
            self._lie_over(page)
            self.clearMask()

    def turn(self, is_on: bool) -> None:
        """Puts the veil over the page or takes it away."""
        self.is_on = is_on
        self.setVisible(is_on)
        if is_on and self._page is not None:
            self.refresh()
            self._clock.start()
        else:
            self._clock.stop()

    def refresh(self) -> None:
        """Shows the page as it is now, blurred, and opens what the mouse and the keyboard are on."""
        page = self._page
        if page is None:
            return
        self._lie_over(page)
        if page.width() and page.height():
            self._picture = _blurred(page)
        self._open()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The blurred picture; before there is one, the paper."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().window())
        if self._picture is not None:
            painter.drawPixmap(0, 0, self._picture)

    def _lie_over(self, page: QWidget) -> None:
        self.setGeometry(page.geometry())
        self.raise_()

    def _tick(self) -> None:
        self._ticks += 1
        if self._page is None or self._ticks % TICKS_A_PICTURE == 0 or self._picture is None:
            self.refresh()
        else:
            self._open()

    def _open(self) -> None:
        """Leaves room in the veil for what is pointed at and for what has the keyboard."""
        page = self._page
        if page is None:
            return
        at, focused = page.mapFromGlobal(QCursor.pos()), QApplication.focusWidget()
        pointed = page.childAt(at) if page.rect().contains(at) else None
        region = QRegion(self.rect())
        if pointed is not None:
            region -= QRegion(_part(page, pointed, at))
        if focused is not None and page.isAncestorOf(focused):
            region -= QRegion(_part(page, focused, None))
        self.setMask(region)


def _part(page: QWidget, widget: QWidget, at: QPoint | None) -> QRect:
    """What is laid open: a row of a list or board, or a widget that is not a box with others in it."""
    if isinstance(widget, Rowed):
        line = widget.row_area(widget.mapFrom(page, at) if at is not None else None)
        return QRect(widget.mapTo(page, line.topLeft()), line.size())
    view = widget if isinstance(widget, QAbstractItemView) else widget.parentWidget()
    if isinstance(view, QAbstractItemView):
        inside = view.viewport()
        index = view.indexAt(inside.mapFrom(page, at)) if at is not None else view.currentIndex()
        line = view.visualRect(index)
        row = QRect(0, line.top(), inside.width(), line.height()) if index.isValid() else QRect()
        return QRect(inside.mapTo(page, row.topLeft()), row.size())
    if at is not None and any(isinstance(child, QWidget) for child in widget.children()):
        return QRect()
    return QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())


def _blurred(page: QWidget) -> QPixmap:
    """A picture of the page in which no letter can be read."""
    full = QPixmap(page.size())
    full.fill(page.palette().window().color())
    page.render(full)
    smooth, stretch = Qt.TransformationMode.SmoothTransformation, Qt.AspectRatioMode.IgnoreAspectRatio
    coarse = full.scaled(max(page.width() // COARSENESS, 1), max(page.height() // COARSENESS, 1), stretch, smooth)
    return coarse.scaled(page.size(), stretch, smooth)
