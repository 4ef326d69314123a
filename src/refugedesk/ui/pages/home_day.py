"""My day: my residents and their children, what is new, and what is due, mine first."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from refugedesk.domain.calendar_words import say_instant
from refugedesk.domain.words import noted, tr
from refugedesk.services import views
from refugedesk.services.views.news import SINCE_WORDS, News
from refugedesk.services.wording import count_of
from refugedesk.ui.desk_window import DeskWindow
from refugedesk.ui.pages.home_lists import Entry, task_entry
from refugedesk.ui.pages.home_part import HomePart
from refugedesk.ui.pages.models.rows import Cell, Column
from refugedesk.ui.tokens import SIDE_WIDTH, XL, S
from refugedesk.ui.widgets.badges import Badge
from refugedesk.ui.widgets.bar_list import BarList
from refugedesk.ui.widgets.boxes import boxed, column, row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.chips import FilterChips
from refugedesk.ui.widgets.entry_delegate import EntryCell
from refugedesk.ui.widgets.texts import text


def _resident(mine: views.MineRow) -> Cell:
    where = f"{mine.unit or tr('no unit')} · {count_of(mine.nights, 'night')}"
    return EntryCell(mine.name, is_strong=True, below=Badge(where, "none"))


def _children(mine: views.MineRow) -> Cell:
    count = count_of(len(mine.children), "child", "children") if len(mine.children) > 1 else ""
    return EntryCell(", ".join(mine.children), below=Badge(count, "none"))


def _next(mine: views.MineRow) -> Cell:
    look = ("diamond", "caution") if mine.is_overdue else ("none", "soft_ink")
    return EntryCell(mine.next_due or tr("Nothing is due"), is_soft=True, below=Badge(mine.next_when, *look))


COLUMNS = (
    Column(noted("Resident"), _resident, 20),
    Column(noted("Children"), _children, 18),
    Column(noted("Next"), _next, 20),
)


class DayPart(HomePart):
    """A key worker's day."""

    def __init__(self, window: DeskWindow, parent: QWidget) -> None:
        super().__init__(window, parent)
        self.heading = text(tr("My residents"), "section")
        self.residents = BarList(tr("My residents"), COLUMNS, has_two_lines=True)
        self.residents.list.opened.connect(self.open)
        self.nobody = text("", "soft")
        self.staff = button(tr("Say who I am"), lambda: window.navigator.open("house", panel="staff"), picture="users")
        self.since = "last"
        self._later = QTimer(self, interval=0, singleShot=True)
        self._later.timeout.connect(self._show_rest)
        self.since_line = text("", "small")
        self.chips = FilterChips(tr("How far back"), wraps=True)
        self.chips.chosen.connect(self._choose)
        self.chips.show_chips([(code, tr(words), None) for code, words in SINCE_WORDS.items()], self.since)
        self.news = self.list_of(tr("New"), tr("Nothing new."), has_heading=False)
        self.due = self.list_of(tr("Due for me"), tr("Nothing of mine is due."))
        self.due_house = self.list_of(tr("Due for the house"), tr("Nothing else is due."))
        self.incomplete = self.list_of(tr("Incomplete"), tr("Every record of mine is complete."))
        self.kept = self.list_of(tr("Not saved yet"), "")
        self._lay_out()

    def _lay_out(self) -> None:
        nobody = row(self.nobody, self.staff)
        nobody.setStretch(0, 1)
        self.nobody_box = boxed(nobody)
        mine = column(self.heading, self.residents, self.nobody_box, gap=S)
        news = column(text(tr("New"), "section"), self.chips, self.news, self.since_line, gap=S)
        left = boxed(column(mine, news, 1, gap=XL))
        right = boxed(column(self.kept, self.due, self.due_house, self.incomplete, 1, gap=XL))
        right.setFixedWidth(SIDE_WIDTH)
        body = row(left, right, gap=XL)
        for each in (left, right):
            body.setAlignment(each, Qt.AlignmentFlag.AlignTop)
        body.setStretch(0, 1)
        self.setLayout(body)

    def refresh(self) -> None:
        """Shows the day as it stands."""
        day = views.my_day(self.desk)
        heading = tr("My residents ({count})", count=len(day.residents)) if day.residents else tr("My residents")
        if day.residents and day.children:
            children = count_of(day.children, "child", "children")
            heading = tr("{residents} and {children}", residents=heading, children=children)
        self.heading.setText(heading)
        self.residents.show_rows(day.residents)
        self.nobody.setText(nobody_words(self.desk.user.name, day.others))
        self.nobody_box.setVisible(not day.residents)
        self.staff.setVisible(bool(day.others))
        self.due.show_entries([task_entry(each) for each in day.due])
        self.show_kept(self.kept)
        self._day = day
        self._later.start()

    def _show_rest(self) -> None:
        """What stands lower, in a turn of its own, so that the page is there at once."""
        self.due_house.show_entries([task_entry(each) for each in self._day.due_house])
        self.incomplete.show_entries([task_entry(each) for each in self._day.incomplete])
        self.incomplete.setVisible(bool(self._day.residents))
        self._show_news()

    def first_focus(self) -> QWidget | None:
        """My residents, or else what is due."""
        lists = (self.residents, self.due)
        return next((each.list for each in lists if each.model.rows), self.chips)

    def _choose(self, code: str) -> None:
        self.since = code
        self._show_news()

    def _show_news(self) -> None:
        self.chips.show_chips([(code, tr(words), None) for code, words in SINCE_WORDS.items()], self.since)
        found = views.news(self.desk, self.since)
        now = self.desk.now
        entries = [Entry(f"{row.what}: {row.about}", f"{row.by}, {row.when(now)}", row) for row in found.rows]
        self.news.show_entries(entries)
        self.since_line.setText(since_words(self.since, found))


def since_words(chosen: str, found: News) -> str:
    """From when on things are called new."""
    if found.since is None:
        return tr("You have not been here before: what others wrote in the last 7 days.")
    at = found.since.astimezone()
    when = say_instant(at)
    was_here = tr("You were last here on {when}.", when=when) if chosen == "last" else tr("Since {when}.", when=when)
    return f"{was_here} {tr('What you wrote yourself is not listed.')}"


def nobody_words(name: str, others: tuple[str, ...]) -> str:
    """Why there are no residents, and what to do where they are there under another name."""
    if not others:
        return tr("No stay names {name} as its key worker.", name=name)
    named = ", ".join(others[:6])
    if len(others) > 6:
        named = tr("{names} and others", names=named)
    return tr(
        "No stay names {name} as its key worker; stays here name {named}. If one of these is "
        "you, say so in your record under House, Staff: Signs in as.",
        name=name,
        named=named,
    )
