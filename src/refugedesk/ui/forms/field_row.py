"""A field as it stands in a form: label above, help under it in small, the editor, and what is the matter in words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from refugedesk.domain.rules import Problem, Severity
from refugedesk.domain.words import noted, tr
from refugedesk.ui.forms.editor import Editor
from refugedesk.ui.forms.icon_mark import IconMark
from refugedesk.ui.tokens import XS, S

YES = noted("Yes, that is right")
LOOKS = {
    Severity.WRONG: ("circle-alert", "danger", noted("To be put right"), "problem"),
    Severity.UNLIKELY: ("circle-question-mark", "caution", noted("Please check"), "caution"),
}


class ProblemLine(QWidget):
    """What is wrong or unlikely, in words with an icon; an unlikely thing can be said to be right."""

    confirmed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.problem: Problem | None = None
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.yes = QPushButton(tr(YES), self)
        self.yes.setObjectName("quiet")
        self.yes.clicked.connect(self._confirm)
        self._icon = IconMark("circle-alert", parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        row.addWidget(self._icon)
        row.addWidget(self.text, 1)
        row.addWidget(self.yes)
        self.hide()

    def show_problem(self, problem: Problem | None) -> None:
        """Shows one problem, or none."""
        if problem == self.problem:
            return
        self.problem = problem
        self.setVisible(problem is not None)
        if problem is None:
            return
        self.text.setText(problem.text)
        icon, colour, words, look = LOOKS[problem.severity]
        self._icon.show_icon(icon, colour, tr(words))
        self.text.setObjectName(look)
        self.text.style().polish(self.text)
        self.yes.setVisible(problem.severity is Severity.UNLIKELY)
        self.yes.setAccessibleDescription(problem.text)

    def _confirm(self) -> None:
        if self.problem is not None:
            self.confirmed.emit(self.problem.rule)


class FieldRow(QWidget):
    """One field of a form."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self.field = editor.field
        editor.setParent(self)  # before the button of the problem line, so that Tab comes to it first
        self.label = QLabel(self.field.label, self)
        self.label.setObjectName("label")
        self.label.setBuddy(editor)
        self.mark = QLabel("○", self)
        self.mark.setObjectName("small")
        self.mark.setToolTip(tr("Still to be filled in before the record is complete. It saves without."))
        self.mark.setAccessibleName(tr("{label} is not recorded yet", label=self.field.label))
        self.problem = ProblemLine(self)
        self.help_line: QLabel | None = None
        self.is_inline = False
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(S)
        head.addWidget(self.label)
        head.addWidget(self.mark)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addLayout(head)
        if self.field.help:
            self.help_line = QLabel(self.field.help, self)
            self.help_line.setObjectName("small")
            self.help_line.setWordWrap(True)
            column.addWidget(self.help_line)
        column.addWidget(self.editor)
        column.addWidget(self.problem)

    def show_inline(self) -> None:
        """Leaves the label, the help and the mark out: what stands beside says them."""
        for part in (self.label, self.mark, self.help_line):
            if part is not None:
                part.hide()
        self.is_inline = True

    def hide_label(self) -> None:
        """Leaves the label out, where the heading above says the same words."""
        self.label.hide()

    def show_missing(self, is_missing: bool) -> None:
        """Sets the quiet mark of a wanted answer that is not there yet."""
        self.mark.setVisible(is_missing and not self.is_inline)
