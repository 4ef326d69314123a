"""A whole number: blank, nought and not readable are three different things, so it is a line and no spin box."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from refugedesk.domain.fields import Field
from refugedesk.ui.forms.text_editors import LineEditor
from refugedesk.ui.tokens import S

WIDTH = 72


class WholeNumberEditor(LineEditor):
    """A narrow line with its unit behind it."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.line.setFixedWidth(WIDTH)
        self.line.setToolTip(f"A whole number from 0 to {field.largest}.")
        unit = QLabel(field.unit, self)
        unit.setObjectName("soft")
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addWidget(self.line)
        row.addWidget(unit, 1)
        self.column.addLayout(row)
