"""A line of text with an icon before it that only decorates."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from refugedesk.ui.icons import icon


def finder(words: str, parent: QWidget | None = None, picture: str = "search") -> QLineEdit:
    """A line that looks for something; the words stand in it while it is empty, and name it."""
    line = QLineEdit(parent)
    decorate(line, words, picture)
    return line


def decorate(line: QLineEdit, words: str, picture: str) -> None:
    """Names a line and sets an icon at its beginning; a click on the icon goes into the line."""
    line.setPlaceholderText(words)
    line.setAccessibleName(words)
    before = set(line.findChildren(QToolButton))
    line.addAction(icon(picture), QLineEdit.ActionPosition.LeadingPosition).triggered.connect(line.setFocus)
    for made in set(line.findChildren(QToolButton)) - before:
        made.setAccessibleName(words)
