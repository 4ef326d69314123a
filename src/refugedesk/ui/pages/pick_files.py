"""Two files picked by hand, to be compared: for when the program has not noticed that they are one person's."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from refugedesk.domain.words import noted, tr
from refugedesk.services import merging
from refugedesk.ui.desk_window import DeskWindow
from refugedesk.ui.forms.offers import Offer
from refugedesk.ui.forms.type_ahead import TypeAhead
from refugedesk.ui.pages.page import Page
from refugedesk.ui.tokens import FORM_WIDTH, XL, XXL, L
from refugedesk.ui.widgets.boxes import bounded, boxed, column, row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.labelled import Labelled
from refugedesk.ui.widgets.texts import text

WHAT = noted(
    "Pick two files that are one person's. Nothing happens yet: they are compared side by side first, and what is made "
    "one can be taken apart again."
)
HINT = noted("Type a name, or a birthday as 3 May 1990")
NOT_CHOSEN = noted("Choose a file: type a name and take one of the list.")
THE_SAME = noted("This is the same file as above. Choose the other one.")


class PickFilesPage(Page):
    """A line for each file, and the button that compares them."""

    title = noted("Two files of one person")
    rail = "residents"
    help_topic = "merge"

    def __init__(self, window: DeskWindow, resident_id: str = "") -> None:
        super().__init__()
        self._window = window
        picks = merging.files_to_pick(window.desk)
        offers = tuple(Offer(each.id, each.name, each.detail, also=each.also) for each in picks)
        self.kept, self.other = TypeAhead(lambda: offers, tr(HINT)), TypeAhead(lambda: offers, tr(HINT))
        self.lines = (
            Labelled(tr("The file that is kept"), self.kept),
            Labelled(tr("The other file"), self.other, tr("It goes into the first one.")),
        )
        for each, line in zip((self.kept, self.other), self.lines, strict=True):
            each.line.setAccessibleName(each.accessibleName())
            each.line.setAccessibleDescription(each.accessibleDescription())
            each.changed.connect(partial(line.say, ""))
        self.go = button(tr("Compare them…"), self.compare, "primary")
        self.kept.entered.connect(self.other.line.setFocus)
        self.other.entered.connect(self.compare)
        self.kept.show_offer(resident_id or None)
        inside = boxed(bounded(text(tr(WHAT), "soft"), *self.lines, row(self.go, 1), 1, gap=L))
        inside.setMaximumWidth(FORM_WIDTH)
        self.setLayout(column(inside, margins=(XXL, L, XL, L)))

    def compare(self) -> None:
        """Goes on to the comparison; says which line still lacks a file."""
        kept, other = self.kept.offer, self.other.offer
        self.lines[0].say("" if kept else tr(NOT_CHOSEN))
        is_same = kept is not None and other is not None and kept.value == other.value
        self.lines[1].say(tr(THE_SAME) if is_same else "" if other else tr(NOT_CHOSEN))
        if kept is None or other is None or is_same:
            (self.other if kept else self.kept).line.setFocus()
            return
        self._window.navigator.open("merge", resident_id=kept.value, other_id=other.value)

    def first_focus(self) -> QWidget:
        """The first line that lacks a file."""
        return self.other.line if self.kept.offer else self.kept.line

    def place(self) -> dict[str, object]:
        """The file that is kept."""
        return {"resident_id": self.kept.offer.value if self.kept.offer else ""}
