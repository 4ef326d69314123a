"""A field of a small form: label above, help and problem under it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from refugedesk.ui.tokens import XS
from refugedesk.ui.widgets.problem_line import ProblemLine
from refugedesk.ui.widgets.texts import text


class Labelled(QWidget):
    """An editor with its words. The label names the editor for screen readers."""

    def __init__(self, label: str, editor: QWidget, help_words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self.problem = ProblemLine(self)
        name = text(label, "label", self)
        name.setBuddy(editor)
        editor.setAccessibleName(label)
        editor.setAccessibleDescription(help_words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(name)
        column.addWidget(editor)
        if help_words:
            column.addWidget(text(help_words, "small", self))
        column.addWidget(self.problem)

    def say(self, words: str, look: str = "problem") -> None:
        """What is the matter with it, or nothing; only a problem reddens the border."""
        self.problem.say(words, look)
        self.editor.setProperty("isWrong", bool(words) and look == "problem")
        self.editor.style().polish(self.editor)
