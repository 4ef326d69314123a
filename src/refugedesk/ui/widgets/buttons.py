"""Buttons: verbs, with their shortcut where the mouse would rest."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from refugedesk.ui.icons import icon
from refugedesk.ui.tokens import ICON

_ON = {"primary": "on_accent", "quiet": "accent", "link": "accent", "danger": "danger"}

GAP = "\N{EN SPACE}"
"""Between an icon and its word: Qt has no setting for it."""


def button(
    words: str,
    act: Callable[[], object],
    look: str = "",
    keys: str = "",
    picture: str = "",
    parent: QWidget | None = None,
) -> QPushButton:
    """A button; ``look`` is primary, quiet, link or danger; ``keys`` are shown, not bound; ``picture`` is an icon."""
    result = QPushButton((GAP if picture else "") + words.replace("&", "&&"), parent)
    result.setObjectName(look)
    result.setAccessibleName(words)
    result.setCursor(Qt.CursorShape.PointingHandCursor)
    result.setAutoDefault(look == "primary")
    result.clicked.connect(lambda _checked=False: act())
    if picture:
        result.setIcon(icon(picture, _ON.get(look, "soft_ink")))
        result.setIconSize(QSize(ICON, ICON))
    if keys:
        result.setToolTip(f"{words} ({keys})")
    return result
