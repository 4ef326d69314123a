"""Who fits where: the household that a unit is looked for, in a line above the bed board."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QSpinBox, QWidget

from refugedesk.domain.words import noted, tr
from refugedesk.services.board import Household
from refugedesk.ui.tokens import M, S
from refugedesk.ui.widgets.boxes import row
from refugedesk.ui.widgets.texts import text

MATTERS: Final = (
    ("needs_access", noted("Step-free")),
    ("has_pets", noted("Pets")),
    ("is_man", noted("A man")),
    ("has_no_recourse", noted("No recourse")),
)
NUMBER_WIDTH: Final = 64
NO_BOY: Final = noted("none")


class WhoFits(QWidget):
    """Numbers and ticks. changed: another household is looked for."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.people = self._number(tr("People"), 1, 12)
        self.young = self._number(tr("Children"), 0, 9)
        self.boy = self._number(tr("Oldest boy"), 0, 25)
        self.boy.setSpecialValueText(tr(NO_BOY))
        self.boy.setToolTip(tr("The age of the oldest boy; 0 where there is none."))
        self.matters = {name: QCheckBox(tr(label)) for name, label in MATTERS}
        line = row(text(tr("Who fits"), "strong"), gap=M)
        for box in (self.people, self.young, self.boy):
            line.addWidget(text(box.accessibleName(), "soft"))
            line.addWidget(box)
        for tick in self.matters.values():
            line.addWidget(tick)
            tick.toggled.connect(lambda _on: self.changed.emit())
        line.addStretch(1)
        self.setLayout(line)

    @property
    def wanted(self) -> Household | None:
        """The household; None while nothing is said of it."""
        ticked = {name: tick.isChecked() for name, tick in self.matters.items()}
        found = Household(self.people.value(), self.young.value(), self.boy.value() or None, **ticked)
        return None if found == Household() else found

    def _number(self, words: str, least: int, most: int) -> QSpinBox:
        box = QSpinBox()
        box.setRange(least, most)
        box.setAccessibleName(words)
        box.setFixedWidth(NUMBER_WIDTH)
        box.lineEdit().setTextMargins(S, 0, S, 0)  # a style sheet gives it none
        box.valueChanged.connect(lambda _value: self.changed.emit())
        return box
