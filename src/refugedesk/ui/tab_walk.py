"""Sets the Tab order as pages are laid out: Qt's own follows the order in which widgets happened to be made."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QStackedWidget, QWidget


def lay_tab_order(first: QWidget, page: QWidget) -> None:
    """Tab goes from ``first`` into the page and through it as the eye goes."""
    before = first
    for stop in stops(page):
        QWidget.setTabOrder(before, stop)
        before = stop


def stops(widget: QWidget) -> Iterator[QWidget]:
    """What can have the focus, in the order of the layouts.

    A widget that hands its focus to one inside it is a stop as a whole, and Qt keeps it together.
    """
    proxy = widget.focusProxy()
    if proxy is not None:
        if widget.isAncestorOf(proxy):
            yield widget
        return
    is_stop = widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
    if is_stop:
        yield widget
    if isinstance(widget, QScrollArea):
        if (inside := widget.widget()) is not None:
            yield from stops(inside)
    elif (layout := widget.layout()) is not None and not isinstance(widget, QStackedWidget):
        yield from _stops_in(layout)
    elif not is_stop:
        for child in widget.children():
            if isinstance(child, QWidget):
                yield from stops(child)


def _stops_in(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            yield from _stops_in(inner)
        elif widget is not None:
            yield from stops(widget)
