"""Keeps Tab with the eye where something appears in the middle of a page: Qt puts what is new at the end."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def stops(inside: QWidget) -> list[QWidget]:
    """Everything in a widget that can have the focus, in the order in which it was laid out."""
    found = inside.findChildren(QWidget)
    return [each for each in found if each.focusPolicy() is not Qt.FocusPolicy.NoFocus and each.focusProxy() is None]


def put_after(anchor: QWidget, part: QWidget) -> None:
    """Tab goes from ``anchor`` into ``part``, and from its end to what followed ``anchor``."""
    last = anchor
    for stop in stops(part):
        QWidget.setTabOrder(last, stop)
        last = stop


def put_before(anchor: QWidget, part: QWidget) -> None:
    """Tab goes from what preceded ``anchor`` into ``part``, and from its end to ``anchor``."""
    before = anchor.previousInFocusChain()
    if before is not None:
        put_after(before, part)
    QWidget.setTabOrder(stops(part)[-1], anchor)
