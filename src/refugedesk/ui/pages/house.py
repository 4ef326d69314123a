"""The house and the team: tasks, incidents, groups, agencies, staff, properties, and why units stand empty."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from refugedesk.domain.records import ALL
from refugedesk.domain.words import noted, tr
from refugedesk.services.linked import LinkedCount, linked_counts
from refugedesk.ui.desk_window import DeskWindow
from refugedesk.ui.pages.entries_section import EntriesSection, beginning
from refugedesk.ui.pages.entry_words import plural_title
from refugedesk.ui.pages.page import Page
from refugedesk.ui.pages.section_list import Entry, SectionList
from refugedesk.ui.tokens import XL, XXL, L
from refugedesk.ui.widgets.boxes import boxed, clear, column, row, scrolled
from refugedesk.ui.widgets.buttons import button

LIST_WIDTH = 200
GROUPS = (
    (noted("The day"), ("task", "incident", "activity_group")),
    (noted("The rooms"), ("hold", "void", "property")),
    (noted("Whom we know"), ("agency", "staff", "service_detail")),
)
NAMES = tuple(name for _, names in GROUPS for name in names)


class HousePage(Page):
    """A column of matters, one of them open: all records of one form, newest first."""

    title = noted("House")
    rail = "house"
    help_topic = "house"
    new_words = noted("New entry")
    entries: EntriesSection

    def __init__(self, window: DeskWindow, panel: str = "task", id: str = "") -> None:
        super().__init__()
        self._window, self.desk = window, window.desk
        self.panel = panel if panel in NAMES else NAMES[0]
        self.list = SectionList(self)
        self.list.setAccessibleName(tr("What is kept of the house"))
        self.list.setFixedWidth(LIST_WIDTH)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(lambda _key: self.entries.open_form())
        self._middle = column(gap=L)
        inside = boxed(column(self._middle, 1, margins=(0, 0, L, L)))
        papers = button(tr("Papers, roll-call"), lambda: window.navigator.open("papers"), picture="printer")
        papers.setToolTip(tr("Roll-call, handover, blank forms (F9)"))
        bank = button(tr("Language bank"), lambda: window.navigator.open("languages"), picture="users")
        bank.setToolTip(tr("Who speaks what, and whom to ring (Ctrl+L)"))
        beside = column(self.list, bank, papers, gap=L)
        beside.setStretch(0, 1)
        whole = row(beside, scrolled(inside), gap=XL, margins=(XXL, L, XXL, L))
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self._show(self.panel)
        if id:
            self.entries.open_entry(id)

    def refresh(self) -> None:
        """Counts anew."""
        self.list.show_entries(self._lines(), self.panel)

    def _lines(self) -> list[Entry]:
        counts = linked_counts(self.desk, [(name, "") for name in NAMES], "")
        lines = []
        for heading, names in GROUPS:
            lines.append(Entry("", tr(heading)))
            lines += [_line(name, counts[name]) for name in names]
        return lines

    def _choose(self, key: str) -> None:
        if key == self.panel:
            return
        if not self.entries.close_form():
            self.refresh()
            return
        self._show(key)

    def _show(self, panel: str) -> None:
        clear(self._middle)
        self.panel = panel
        self.entries = EntriesSection(self.desk, panel, "", "", beginning(self.desk, ALL[panel]))
        self.entries.saved.connect(lambda _done: self.refresh())
        self._middle.addWidget(self.entries)
        self.entries.show()
        self.refresh()

    def make_new(self) -> None:
        """One more of what is open."""
        self.entries.add_entry()

    def keep(self) -> None:
        """Keeps what has not been saved."""
        self.entries.keep()

    def can_leave(self) -> bool:
        """Saves by itself on the way out; says why where it cannot."""
        return self.entries.close_form()

    def first_focus(self) -> QWidget:
        """The column of matters."""
        return self.list

    def place(self) -> dict[str, object]:
        """The matter that is open."""
        return {"panel": self.panel}


def _line(name: str, of: LinkedCount) -> Entry:
    return Entry(name, plural_title(ALL[name]), of.missing or None, of.count)
