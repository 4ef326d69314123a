"""How many sheets there are, and how many of them open the store: any number of any other that can be made."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QComboBox, QWidget

from refugedesk.domain.words import tr
from refugedesk.services.shares import FEWEST, MOST, MOST_NEEDED
from refugedesk.ui.tokens import S
from refugedesk.ui.widgets.boxes import row
from refugedesk.ui.widgets.texts import line

USUAL: Final = (2, 3)


class SetChoice(QWidget):
    """Any so many of so many sheets."""

    def __init__(self) -> None:
        super().__init__()
        self.needed, self.made = QComboBox(), QComboBox()
        for number in range(FEWEST, MOST + 1):
            self.made.addItem(str(number), number)
        self.needed.setAccessibleName(tr("How many sheets open the store"))
        self.made.setAccessibleName(tr("How many sheets are made"))
        self.made.currentIndexChanged.connect(lambda _at: self._offer())
        self.setLayout(row(line(tr("Any")), self.needed, line(tr("of")), self.made, line(tr("sheets")), 1, gap=S))
        self.choose(*USUAL)

    def chosen(self) -> tuple[int, int]:
        """How many open it, of how many."""
        return int(self.needed.currentData()), int(self.made.currentData())

    def choose(self, needed: int, made: int) -> None:
        """Shows a set as chosen."""
        self.made.setCurrentIndex(self.made.findData(made))
        self._offer()
        self.needed.setCurrentIndex(self.needed.findData(needed))

    def _offer(self) -> None:
        """As many as are made can be needed, and no more than people type in a night."""
        before = self.needed.currentData()
        self.needed.clear()
        for number in range(FEWEST, min(int(self.made.currentData()), MOST_NEEDED) + 1):
            self.needed.addItem(str(number), number)
        self.needed.setCurrentIndex(max(self.needed.findData(before), 0))
