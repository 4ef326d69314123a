"""A whole number: blank, nought and not readable are three different things, so it is a line and no spin box."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from refugedesk.domain.drafts import Draft
from refugedesk.domain.fields import Field
from refugedesk.domain.typed import show_answer
from refugedesk.domain.words import tr
from refugedesk.ui.forms.text_editors import LineEditor
from refugedesk.ui.tokens import S

WIDTH = 72


class WholeNumberEditor(LineEditor):
    """A narrow line with its unit behind it."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.line.setFixedWidth(WIDTH)
        self.line.setToolTip(tr("A whole number from 0 to {largest}.", largest=field.largest))
        unit = QLabel(field.unit, self)
        unit.setObjectName("soft")
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addWidget(self.line)
        row.addWidget(unit, 1)
        self.column.addLayout(row)


class WorkedOutEditor(WholeNumberEditor):
    """A number that follows from other answers: it is shown and cannot be typed."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.line.setReadOnly(True)
        self.line.setToolTip(tr("Counted from the answers above."))

    def show_answer(self, draft: Draft) -> None:
        """Shows what the other answers make it."""
        self.line.setText(show_answer(draft.to_save()[self.field.name]))

    def answer_into(self, _draft: Draft) -> None:
        """Nothing: the draft works it out itself."""
