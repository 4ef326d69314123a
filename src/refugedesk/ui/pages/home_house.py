"""The house tonight: a card for each unit, and what is due and not complete beside them."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QWidget

from refugedesk.domain.words import tr
from refugedesk.services import views
from refugedesk.ui.desk_window import DeskWindow
from refugedesk.ui.pages.home_lists import task_entry
from refugedesk.ui.pages.home_part import HomePart
from refugedesk.ui.pages.home_ways import open_unit
from refugedesk.ui.tokens import SIDE_WIDTH, WIDEST, XL
from refugedesk.ui.widgets.boxes import boxed, column, row
from refugedesk.ui.widgets.unit_cards import CardGrid

MOST_UNITS_ABOVE = 15


class HousePart(HomePart):
    """Who is where, what is due, what is incomplete."""

    def __init__(self, window: DeskWindow, parent: QWidget) -> None:
        super().__init__(window, parent)
        self._later = QTimer(self, interval=0, singleShot=True)
        self._later.timeout.connect(self._show_lists)
        self.cards = CardGrid()
        self.cards.opened.connect(lambda unit: open_unit(window.navigator, unit))
        self.due = self.list_of(tr("Due"), tr("Nothing is due."))
        self.incomplete = self.list_of(tr("Incomplete"), tr("Every record of somebody here is complete."))
        self.kept = self.list_of(tr("Not saved yet"), "")
        self.lists = row(self.due, self.incomplete, self.kept, gap=XL)
        self.lists_box = boxed(self.lists)
        self.body = column(self.cards, self.lists_box, gap=XL)
        top = Qt.AlignmentFlag.AlignTop
        self.body.setAlignment(self.lists_box, top)
        self.body.setAlignment(self.cards, top)
        self.setLayout(self.body)

    def refresh(self) -> None:
        """Shows the house as it is."""
        self.show_house(views.tonight(self.desk))

    def show_house(self, tonight: views.Tonight) -> None:
        """Shows the house as it was found."""
        self.cards.show_units(tonight.units)
        self._lay_lists(is_beside=len(tonight.units) > MOST_UNITS_ABOVE)
        self._tonight = tonight
        self._later.start()

    def _show_lists(self) -> None:
        """What stands beside, in a turn of its own, so that the cards are there at once."""
        self.due.show_entries([task_entry(each) for each in self._tonight.due])
        self.incomplete.show_entries([task_entry(each) for each in self._tonight.incomplete])
        self.show_kept(self.kept)

    def first_focus(self) -> QWidget | None:
        """The first unit."""
        return self.cards.first_card()

    def _lay_lists(self, is_beside: bool) -> None:
        """Under the cards of a small house; beside those of a large one, where they would be out of sight."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self.body.setDirection(across if is_beside else down)
        self.lists.setDirection(down if is_beside else across)
        self.lists_box.setFixedWidth(SIDE_WIDTH) if is_beside else self.lists_box.setMaximumWidth(WIDEST)
