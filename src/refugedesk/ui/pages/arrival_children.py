"""The children of an arrival: one block each, added and taken out again."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from refugedesk.domain.children_told import ChildTold, in_words
from refugedesk.domain.drafts import Draft
from refugedesk.domain.words import tr
from refugedesk.services import shelf
from refugedesk.services.arrivals import Arrival, add_child
from refugedesk.services.desk import Desk
from refugedesk.ui.forms.form_view import FormView
from refugedesk.ui.forms.tab_order import put_before
from refugedesk.ui.pages.arrival_sections import CHILD, CHILD_STAY
from refugedesk.ui.tokens import M, S
from refugedesk.ui.widgets.boxes import column, left
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.texts import text

Pair = tuple[Draft, Draft]
KEPT_AS = "arrival-"
"""What a child who is not in the store yet goes by on the shelf, with its number."""


def bring_back_children(desk: Desk, arrival: Arrival) -> None:
    """Puts the children that were kept of an interrupted arrival into their places, more of them where need be."""
    for line in shelf.kept(desk):
        if line.record_id not in ("child", "child_stay") or not line.key.startswith(KEPT_AS):
            continue
        at = int(line.key.removeprefix(KEPT_AS)) - 1
        while len(arrival.children) <= at:
            add_child(desk, arrival)
        draft = replace(shelf.resume(desk, line.id), id="", version=0)
        child, in_stay = arrival.children[at]
        arrival.children[at] = (draft, in_stay) if line.record_id == "child" else (child, draft)


SIDE = 112


class ChildBlock(QFrame):
    """One child: first name, date of birth, sex, and whether the child lives in the refuge."""

    def __init__(self, desk: Desk, pair: Pair, kept_as: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.pair, self.told = pair, ""
        self.form = FormView(desk, pair[0], [CHILD], kept_as=kept_as)
        self.stay_form = FormView(desk, pair[1], [CHILD_STAY], kept_as=kept_as)
        self.heading, self.called = text("", "strong"), text("", "small")
        for each in (self.heading, self.called):
            each.setFixedWidth(SIDE)
        self.out = button(tr("Take out"), lambda: None, "quiet", picture="x")
        self._lay_out()

    def _lay_out(self) -> None:
        """Which child it is on the left, its questions on the right, so that three fit on one screen."""
        grid = QGridLayout(self)
        grid.setContentsMargins(M, S, M, S)
        grid.setHorizontalSpacing(S)
        grid.setVerticalSpacing(0)
        grid.addLayout(column(self.heading, self.called, 1, gap=0), 0, 0)
        grid.addLayout(column(self.form, self.stay_form, gap=S), 0, 1, 2, 1)
        grid.addWidget(self.out, 1, 0, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(1, 1)

    def number(self, number: int) -> None:
        """Says which child this is."""
        self.heading.setText(tr("Child {number}", number=number))
        self.called.setText(tr("{told} in the call", told=self.told) if self.told else "")
        self.out.setAccessibleName(tr("Take out child {number}", number=number))


class ArrivalChildren(QWidget):
    """The blocks, and the button for one more."""

    edited = Signal()

    def __init__(self, desk: Desk, arrival: Arrival, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._arrival = desk, arrival
        self.blocks: list[ChildBlock] = []
        self._shown = 0
        self._list = column(gap=S)
        self.add = button(tr("Add a child"), self.add_child, picture="plus")
        self.none = text(tr("No children come with this household."), "soft")
        self.setLayout(column(self.none, self._list, left(self.add), gap=S))
        for pair, told in zip_longest(arrival.children, arrival.told[: len(arrival.children)]):
            self._show(pair, told)
        self._renumber()

    def add_child(self) -> None:
        """One more child, ready to be typed."""
        self._show(add_child(self._desk, self._arrival))
        self._renumber()
        self.blocks[-1].form.focus_on("first_name")
        self.edited.emit()

    def take_out(self, block: ChildBlock) -> None:
        """Takes a child out of the arrival again."""
        self._arrival.children.remove(block.pair)
        self.blocks.remove(block)
        block.form.let_go()
        block.stay_form.let_go()
        block.hide()
        block.deleteLater()
        self._renumber()
        self.add.setFocus()
        self.edited.emit()

    def forms(self) -> list[FormView]:
        """The forms of every child, in order."""
        return [form for block in self.blocks for form in (block.form, block.stay_form)]

    def _show(self, pair: Pair, told: ChildTold | None = None) -> None:
        self._shown += 1
        block = ChildBlock(self._desk, pair, f"{KEPT_AS}{self._shown}", self)
        block.told = ", ".join(in_words([told])) if told else ""
        block.out.clicked.connect(lambda: self.take_out(block))
        for form in (block.form, block.stay_form):
            form.edited.connect(self.edited)
        self.blocks.append(block)
        self._list.addWidget(block)
        put_before(self.add, block)
        block.show()

    def _renumber(self) -> None:
        for number, block in enumerate(self.blocks, start=1):
            block.number(number)
        self.none.setVisible(not self.blocks)
