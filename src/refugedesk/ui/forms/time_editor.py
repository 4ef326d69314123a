"""A time of day, typed: 14:05, 1405 or 2.05pm. An untouched one is blank, so it is a line and no spin box."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from refugedesk.domain.fields import Field
from refugedesk.domain.words import tr
from refugedesk.ui.forms.text_editors import LineEditor

WIDTH = 96


class TimeEditor(LineEditor):
    """A narrow line for a time."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.line.setFixedWidth(WIDTH)
        self.line.setToolTip(tr("A time like 14:05, 1405 or 2.05pm."))
        self.column.addWidget(self.line)
