"""The results of the search at the top, as one types."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from refugedesk.domain.words import noted, tr
from refugedesk.services import views
from refugedesk.services.views import Hit
from refugedesk.services.wording import count_of
from refugedesk.ui.desk_window import DeskWindow
from refugedesk.ui.pages.house import NAMES as HOUSE_LISTS
from refugedesk.ui.pages.models.columns import HITS
from refugedesk.ui.pages.models.rows import RowsModel
from refugedesk.ui.pages.page import Page
from refugedesk.ui.tokens import XXL, L, M
from refugedesk.ui.widgets.boxes import column, framed
from refugedesk.ui.widgets.empty_state import EmptyState
from refugedesk.ui.widgets.list_view import ListView
from refugedesk.ui.widgets.texts import text

NESTED_IN = {"agency_contact": "agency", "group_session": "activity_group", "attendance": "activity_group"}
"""Records of the house that stand within another one -> the list that one is in."""


class SearchPage(Page):
    """Whatever has the words in it. The search line moves and opens; this shows."""

    title = noted("Search")
    help_topic = "search"

    def __init__(self, window: DeskWindow, text: str = "") -> None:
        super().__init__()
        self.window_of, self.typed = window, text
        self.model = RowsModel(HITS, self)
        self.list = ListView(tr("Results"), self)
        self.list.setModel(self.model)
        self.list.horizontalHeader().hide()
        self.list.opened.connect(self.open_hit)
        self._lay_out()

    def look_for(self, words: str) -> None:
        """Shows what has these words."""
        self.typed = words
        self.refresh()

    def refresh(self) -> None:
        """Looks again."""
        hits = views.search(self.window_of.desk, self.typed) if self.typed else ()
        self.model.fill(hits)
        self.meaning.setText(
            tr("{count}. Arrows move, Enter opens, Esc leaves.", count=count_of(len(hits), "result")) if hits else ""
        )
        self.frame.setVisible(bool(hits))
        self.nothing.setVisible(not hits)
        self.nothing.say(
            tr("Nothing has “{typed}” in it", typed=self.typed) if self.typed else tr("Search everything"),
            tr("Names, notes, units and council areas are searched, from the beginning of each word."),
        )

    def first_focus(self) -> QWidget | None:
        """The results."""
        return self.list if self.model.rows else None

    def place(self) -> dict[str, object]:
        """The words."""
        return {"text": self.typed}

    def open_hit(self, hit: Hit) -> None:
        """The person's file, the referral, the unit, or where the house keeps it."""
        navigator = self.window_of.navigator
        if hit.record_id in ("referral", "unit"):
            navigator.open(hit.record_id, id=hit.id)
        elif hit.resident_id:
            navigator.open("person", resident_id=hit.resident_id, stay_id=hit.stay_id, section=hit.record_id)
        elif hit.record_id in HOUSE_LISTS:
            navigator.open("house", panel=hit.record_id, id=hit.id)
        elif hit.record_id in NESTED_IN:
            navigator.open("house", panel=NESTED_IN[hit.record_id])

    def _lay_out(self) -> None:
        self.meaning = text("", "soft")
        self.nothing = EmptyState("search", "", "")
        self.frame = framed(self.list)
        self.setLayout(column(self.meaning, self.frame, self.nothing, gap=L, margins=(XXL, M, XXL, M)))
