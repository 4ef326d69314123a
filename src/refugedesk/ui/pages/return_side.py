"""The left of the return page: the choice, the button that prepares, other ways to look at it, and earlier returns."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QPushButton, QWidget

from refugedesk.domain.words import tr
from refugedesk.services.release_ledger import ReleasedRow
from refugedesk.ui.pages.return_choice import ReturnChoice
from refugedesk.ui.pages.return_ledger import short_lines
from refugedesk.ui.tokens import XS, L, M
from refugedesk.ui.widgets.boxes import boxed, clear, column, row, scrolled
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.texts import text

WIDTH = 288
MOST_BESIDE = 4
"""Earlier returns named beside the choice; the ledger has them all."""


class ReturnSide(QWidget):
    """What is chosen and what can be done with it. ``ledger_button`` is there once something has left the house."""

    def __init__(
        self, choice: ReturnChoice, prepare: QPushButton, ways: Sequence[QPushButton], ledger: Callable[[], object]
    ) -> None:
        super().__init__()
        self._earlier, self._ledger = column(gap=M), ledger
        self.ways = tuple(ways)
        others = column(*(row(way, 1) for way in self.ways), gap=XS)
        below = boxed(column(others, text(tr("Earlier returns"), "section"), self._earlier, 1, gap=M))
        layout = column(choice, prepare, scrolled(below), gap=L)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.setFixedWidth(WIDTH)

    def show_earlier(self, rows: Sequence[ReleasedRow]) -> None:
        """Names the last returns that left the house."""
        clear(self._earlier)
        if not rows:
            self._earlier.addWidget(text(tr("None has been saved yet."), "soft"))
        for release in rows[:MOST_BESIDE]:
            self._earlier.addLayout(short_lines(release))
        if rows:
            self.ledger_button = button(tr("All, with their hashes"), self._ledger, "link")
            self._earlier.addLayout(row(self.ledger_button, 1))
