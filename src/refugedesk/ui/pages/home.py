"""Home: who is here tonight, what is due, what is not complete, what was left half typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from refugedesk.services import shelf, views
from refugedesk.services.roles import Action
from refugedesk.services.views import Tonight
from refugedesk.services.wording import count_of
from refugedesk.ui.desk_window import DeskWindow
from refugedesk.ui.pages.home_lists import Entry, HomeList
from refugedesk.ui.pages.opening_notices import OpeningNotices
from refugedesk.ui.pages.page import Page
from refugedesk.ui.tokens import SIDE_WIDTH, XL, XXL, L, M
from refugedesk.ui.widgets.boxes import boxed, column, row, scrolled
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.empty_state import EmptyState
from refugedesk.ui.widgets.texts import text
from refugedesk.ui.widgets.unit_cards import CardGrid

MOST_UNITS_ABOVE = 15
WIDEST = 16_777_215
SECTION_OF = {"stay": "move_on", "child_risk_assessment": "children"}
"""Where in a file a record is found that is in no list of its own there."""


def meaning(tonight: Tonight) -> str:
    """Tonight in one line: 9 of 13 units in use · 11 adults and children · 2 referrals waiting."""
    people = f"{count_of(tonight.residents, 'resident')} and {count_of(tonight.children, 'child', 'children')} here"
    states = [unit.state for unit in tonight.units]
    kept = [f"{states.count(state)} {state.lower()}" for state in ("Held", "Void") if state in states]
    parts = [f"{tonight.in_use} of {count_of(tonight.open_units, 'unit')} in use", *kept, people]
    if tonight.waiting:
        parts.append(f"{count_of(tonight.waiting, 'referral')} waiting for an answer")
    return " · ".join(parts)


class HomePage(Page):
    """The house at a glance, and the way on for a store in which nothing is yet."""

    title = "Tonight"
    rail = "home"
    help_topic = "home"
    new_words = "Record a referral"

    def __init__(self, window: DeskWindow) -> None:
        super().__init__()
        self.window_of = window
        self.meaning = text("", "soft")
        self.cards = CardGrid()
        self.cards.opened.connect(self._open_unit)
        self.due = HomeList("Due", "Nothing is due.")
        self.incomplete = HomeList("Incomplete", "Every record of somebody here is complete.")
        self.kept = HomeList("Not saved yet", "")
        self.openings = OpeningNotices(window)
        for each in (self.due, self.incomplete, self.kept):
            each.opened.connect(self._open_entry)
        self._lay_out()

    def refresh(self) -> None:
        """Shows the house as it is."""
        desk = self.window_of.desk
        if not desk.may(Action.READ):
            self._show_only(self.not_allowed)
            return
        tonight = views.tonight(desk)
        self._show_only(self.full if tonight.units or tonight.waiting or tonight.residents else self.fresh)
        self.call.setVisible(desk.may(Action.RECORD))
        self.meaning.setText(meaning(tonight))
        self.cards.show_units(tonight.units)
        self._lay_lists(is_beside=len(tonight.units) > MOST_UNITS_ABOVE)
        self.due.show_entries([Entry(each.title, each.detail, each) for each in tonight.due])
        self.incomplete.show_entries([Entry(each.title, each.detail, each) for each in tonight.incomplete])
        self.openings.refresh()
        kept = shelf.kept(desk)
        self.kept.setVisible(bool(kept))
        self.kept.show_entries([Entry(each.title, f"kept at {each.kept_at:%H:%M}", each) for each in kept])

    def first_focus(self) -> QWidget | None:
        """The first unit."""
        return self.cards.first_card() or (self.first_unit if self.fresh.isVisibleTo(self) else None)

    def make_new(self) -> None:
        """An empty referral form."""
        self.window_of.navigator.open("referral")

    def _lay_out(self) -> None:
        open_page = self.window_of.navigator.open
        self.call = button(self.new_words, self.make_new, "primary", "Ctrl+N", "plus")
        self.first_unit = button("Add your first unit", lambda: open_page("unit"), "primary", picture="plus")
        referral = button("Record a referral", self.make_new, picture="phone-call")
        bring_in = button("Import from files", lambda: open_page("settings", panel="import"), picture="upload")
        self.fresh = EmptyState(
            "house",
            "Your store is ready",
            "Begin with the units households live in, record a call that comes in, or bring in what you have.",
            self.first_unit,
            referral,
            bring_in,
        )
        self.not_allowed = EmptyState(
            "lock", "No records are shown to administrators", "People, passphrases and backups are under Settings."
        )
        self.lists = row(self.due, self.incomplete, self.kept, gap=XL)
        self.lists_box = boxed(self.lists)
        self.body = column(self.cards, self.lists_box, gap=XL)
        top = Qt.AlignmentFlag.AlignTop
        self.body.setAlignment(self.lists_box, top)
        sheet = boxed(column(self.body, 1, gap=0, margins=(0, 0, M, L)))
        head = row(self.meaning, self.call, margins=(0, 0, M, 0))
        head.setStretch(0, 1)
        self.full = boxed(column(head, self.openings, scrolled(sheet), gap=L))
        self.setLayout(column(self.full, self.fresh, self.not_allowed, gap=0, margins=(XXL, M, XXL - M, 0)))
        self._show_only(self.full)

    def _lay_lists(self, is_beside: bool) -> None:
        """Under the cards of a small house; beside those of a large one, where they would be out of sight."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self.body.setDirection(across if is_beside else down)
        self.lists.setDirection(down if is_beside else across)
        self.lists_box.setFixedWidth(SIDE_WIDTH) if is_beside else self.lists_box.setMaximumWidth(WIDEST)

    def _show_only(self, part: QWidget) -> None:
        for each in (self.full, self.fresh, self.not_allowed):
            each.setVisible(each is part)

    def _open_unit(self, unit: views.UnitTonight) -> None:
        navigator = self.window_of.navigator
        if unit.resident_id:
            navigator.open("person", resident_id=unit.resident_id)
        else:
            navigator.open("unit", id=unit.unit_id)

    def _open_entry(self, entry: object) -> None:
        if isinstance(entry, views.TaskRow):
            self._open_task(entry)
        elif isinstance(entry, shelf.KeptRow):
            self._open_record(entry.record_id, entry.key, None)

    def _open_task(self, task: views.TaskRow) -> None:
        """Goes to where the thing is done: a section of a file, a task of the house, a referral."""
        navigator = self.window_of.navigator
        if task.record_id == "resident" and task.resident_id:
            navigator.open("person", resident_id=task.resident_id, stay_id=task.stay_id)
        elif task.resident_id:
            where = {"stay_id": task.stay_id, "section": SECTION_OF.get(task.record_id, task.record_id)}
            navigator.open("person", resident_id=task.resident_id, **where)
        elif task.record_id == "task":
            navigator.open("house", panel="task", id=task.id)
        else:
            self._open_record(task.record_id, task.id, None)

    def _open_record(self, record_id: str, key: str, resident_id: str | None) -> None:
        navigator = self.window_of.navigator
        if record_id in ("referral", "unit"):
            navigator.open(record_id, **({"id": key} if key else {}))
        elif resident_id or (record_id == "resident" and key):
            navigator.open("person", resident_id=resident_id or key)
        else:
            navigator.open("residents" if key else "arrival")
