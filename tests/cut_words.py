"""Whether words on the screen are cut: labels and buttons that need more room than they have, and pages too wide."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QWidget,
)

BEGINNING = 12
"""So many letters of what is cut have to stand in its tooltip, which may go on in other words."""
LINES = (QLineEdit, QPushButton, QCheckBox, QRadioButton, QComboBox)


def cut_without_tip(window: QWidget) -> list[str]:
    """The words that cannot be read whole and say nothing more under the mouse."""
    labels = (each for each in window.findChildren(QLabel) if each.isVisible() and is_cut(each) and not tip_of(each))
    buttons = (each for each in window.findChildren(QAbstractButton) if is_button_cut(each) and not each.toolTip())
    return [*(f"label: {each.text()}" for each in labels), *(f"button: {each.text()}" for each in buttons)]


def cut_and_not_told(window: QWidget) -> list[str]:
    """The labels that cannot be read whole and whose words no tooltip says either."""
    labels = (each for each in window.findChildren(QLabel) if each.isVisible() and is_cut(each))
    return [f"label: {each.text()}" for each in labels if each.text().strip()[:BEGINNING] not in tip_of(each)]


def too_wide(window: QWidget) -> list[str]:
    """What scrolls up and down only and is wider than its view: its right edge cannot be seen."""
    return [f"{inside.width()} px in {area.viewport().width()} px" for area, inside in _scrolled(window)]


def pressed_together(window: QWidget) -> list[str]:
    """The lines and buttons that are lower than what stands in them."""
    found = [each for kind in LINES for each in window.findChildren(kind) if each.isVisible()]
    low = [each for each in found if each.height() < each.minimumSizeHint().height()]
    return [f"{type(each).__name__} {each.accessibleName()}: {each.height()} px" for each in low]


def _scrolled(window: QWidget) -> Iterator[tuple[QScrollArea, QWidget]]:
    for area in window.findChildren(QScrollArea):
        inside = area.widget()
        if area.isVisible() and inside is not None and inside.width() > area.viewport().width():
            yield area, inside


def is_cut(label: QLabel) -> bool:
    """Whether the words need more room than there is."""
    if label.wordWrap():
        return label.heightForWidth(label.width()) > label.height() + 2
    return label.sizeHint().width() > label.width() + 1


def is_button_cut(each: QAbstractButton) -> bool:
    """Whether a button is narrower than its words."""
    return each.isVisible() and bool(each.text()) and each.width() + 1 < each.minimumSizeHint().width()


def tip_of(widget: QWidget) -> str:
    """What stands under the mouse there: the widget's tooltip or that of what it lies in."""
    here: QWidget | None = widget
    while here is not None:
        if here.toolTip():
            return here.toolTip()
        here = here.parentWidget()
    return ""
