"""Home: my day, the house tonight, and what a manager looks at. Each part is built when it is first looked at."""

from __future__ import annotations

from importlib import import_module
from typing import Final, cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from refugedesk.domain.words import noted, tr
from refugedesk.services import views
from refugedesk.services.roles import Action, Role
from refugedesk.services.views import Tonight
from refugedesk.services.views.tonight import HELD, VOID
from refugedesk.services.wording import count_of
from refugedesk.ui.desk_window import DeskWindow
from refugedesk.ui.pages.home_care import HomeCare
from refugedesk.ui.pages.home_house import HousePart
from refugedesk.ui.pages.home_part import HomePart
from refugedesk.ui.pages.opening_notices import OpeningNotices
from refugedesk.ui.pages.page import Page
from refugedesk.ui.tab_walk import lay_tab_order
from refugedesk.ui.tokens import XXL, L, M, S
from refugedesk.ui.widgets.boxes import boxed, column, row, scrolled
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.chips import FilterChips
from refugedesk.ui.widgets.empty_state import EmptyState
from refugedesk.ui.widgets.texts import text

PARTS: Final = {
    "day": (noted("My day"), "home_day:DayPart"),
    "house": (noted("The house"), "home_house:HousePart"),
    "quarter": (noted("Quarter"), "home_quarter:QuarterPart"),
    "work": (noted("Caseloads and waits"), "home_work:WorkPart"),
    "quality": (noted("Data quality"), "home_quality:QualityPart"),
}
"""Part -> its words, and the module of ui/pages and the class that shows it."""
OFFERED: Final = {
    Role.KEYWORKER: ("day", "house"),
    Role.MANAGER: ("house", "quarter", "work", "quality", "day"),
    Role.READ_ONLY: ("house",),
    Role.ADMINISTRATOR: (),
}


def meaning(tonight: Tonight) -> str:
    """Tonight in one line: 9 of 13 units in use · 11 adults and children · 2 referrals waiting."""
    people = tr(
        "{residents} and {children} here",
        residents=count_of(tonight.residents, "resident"),
        children=count_of(tonight.children, "child", "children"),
    )
    states = [unit.state for unit in tonight.units]
    kept = [f"{states.count(state)} {tr(state).lower()}" for state in (HELD, VOID) if state in states]
    parts = [
        tr("{in_use} of {units} in use", in_use=tonight.in_use, units=count_of(tonight.open_units, "unit")),
        *kept,
        people,
    ]
    if tonight.waiting:
        parts.append(tr("{referrals} waiting for an answer", referrals=count_of(tonight.waiting, "referral")))
    return " · ".join(parts)


class HomePage(Page):
    """The house at a glance, and the way on for a store in which nothing is yet."""

    title = noted("Tonight")
    rail = "home"
    help_topic = "home"
    new_words = noted("Record a referral")

    def __init__(self, window: DeskWindow, part: str = "") -> None:
        super().__init__()
        self.window_of = window
        self.offered = OFFERED[window.desk.user.role]
        self.part = part if part in self.offered else next(iter(self.offered), "")
        self.parts: dict[str, HomePart] = {}
        self.meaning = text(" ", "soft")
        self._later = QTimer(self, interval=0, singleShot=True)
        self._later.timeout.connect(self._show_meaning)
        self.openings, self.care = OpeningNotices(window), HomeCare(window)
        self.chips = FilterChips(tr("Which part of Home"))
        self.chips.chosen.connect(self._choose)
        self._lay_out()

    @property
    def shown(self) -> HomePart:
        """The part that is looked at."""
        if self.part not in self.parts:
            sheet = QWidget(self.stack)
            self.stack.addWidget(scrolled(sheet))
            module, name = PARTS[self.part][1].split(":")
            make = getattr(import_module(f"refugedesk.ui.pages.{module}"), name)
            self.parts[self.part] = cast("HomePart", make(self.window_of, sheet))
            sheet.setLayout(column(self.parts[self.part], 1, gap=0, margins=(0, 0, M, L)))
        return self.parts[self.part]

    def refresh(self) -> None:
        """Shows the store as it is."""
        desk = self.window_of.desk
        if not desk.may(Action.READ):
            self._show_only(self.not_allowed)
            self.care.refresh()
            return
        is_new = views.is_new(desk)
        self.care.refresh(is_new)
        self._show_only(self.fresh if is_new else self.full)
        self.call.setVisible(desk.may(Action.RECORD))
        if is_new:
            return
        self.openings.refresh()
        self.chips.show_chips([(code, tr(PARTS[code][0]), None) for code in self.offered], self.part)
        self.chips.setVisible(len(self.offered) > 1)
        shown = self.shown
        if isinstance(shown, HousePart):
            tonight = views.tonight(desk)
            shown.show_house(tonight)
            self.meaning.setText(meaning(tonight))
        else:
            shown.refresh()
            self._later.start()
        self.stack.setCurrentIndex(list(self.parts).index(self.part))

    def backed_up(self) -> None:
        """How backups stand is shown anew."""
        self.care.refresh()

    def _show_meaning(self) -> None:
        """The line above, in a turn of its own: the part is there first."""
        self.meaning.setText(meaning(views.tonight(self.window_of.desk, has_due=False)))

    def first_focus(self) -> QWidget | None:
        """Where the part begins; the first step of a store in which nothing is."""
        if self.fresh.isVisibleTo(self):
            return self.first_unit
        return self.shown.first_focus() if self.full.isVisibleTo(self) else None

    def make_new(self) -> None:
        """An empty referral form."""
        self.window_of.navigator.open("referral")

    def place(self) -> dict[str, object]:
        """The part that is looked at."""
        return {"part": self.part}

    def _choose(self, part: str) -> None:
        self.part = part
        self.refresh()
        lay_tab_order(self.call, self.shown)

    def _lay_out(self) -> None:
        open_page = self.window_of.navigator.open
        self.call = button(tr(self.new_words), self.make_new, "primary", "Ctrl+N", "plus")
        self.first_unit = button(tr("Add your first unit"), lambda: open_page("unit"), "primary", picture="plus")
        referral = button(tr("Record a referral"), self.make_new, picture="phone-call")
        bring_in = button(tr("Import from files"), lambda: open_page("settings", panel="import"), picture="upload")
        self.fresh = EmptyState(
            "house",
            tr("Your store is ready"),
            tr("Begin with the units households live in, record a call that comes in, or bring in what you have."),
            self.first_unit,
            referral,
            bring_in,
        )
        self.not_allowed = EmptyState(
            "lock",
            tr("No records are shown to administrators"),
            tr("People, passphrases and backups are under Settings."),
        )
        self.stack = QStackedWidget()
        head = column(self.meaning, row(self.chips, 1, self.call, margins=(0, 0, M, 0)), gap=S)
        self.full = boxed(column(head, self.openings, self.stack, gap=L))
        care = boxed(row(self.care, margins=(0, 0, M, M)))
        whole = column(care, self.full, self.fresh, self.not_allowed, gap=0, margins=(XXL, M, XXL - M, 0))
        self.setLayout(whole)
        self._show_only(self.full)

    def _show_only(self, part: QWidget) -> None:
        for each in (self.full, self.fresh, self.not_allowed):
            each.setVisible(each is part)
