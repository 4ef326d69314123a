"""A child's own file: who, health, who is feared, the child's own words, this stay, school, risk, notes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from refugedesk.domain.drafts import Draft
from refugedesk.domain.fields import Section
from refugedesk.domain.records import ALL
from refugedesk.domain.words import noted, tr
from refugedesk.services import forms, views
from refugedesk.services.linked import LinkedCount, linked_counts
from refugedesk.services.roles import Action
from refugedesk.ui.desk_window import DeskWindow
from refugedesk.ui.forms.readable_section import ReadableSection
from refugedesk.ui.pages.children_section import LINKS, child_words
from refugedesk.ui.pages.entries_section import EntriesSection, beginning
from refugedesk.ui.pages.file_lists import BY_KEY, OF_CHILD, ListSection
from refugedesk.ui.pages.history_panel import HistoryPanel
from refugedesk.ui.pages.page import Page
from refugedesk.ui.pages.person_sections import missing_in
from refugedesk.ui.pages.section_list import Entry, SectionList
from refugedesk.ui.pages.stacked_section import OpenSection, StackedSection
from refugedesk.ui.tokens import XL, XS, XXL, L
from refugedesk.ui.widgets.boxes import boxed, clear, column, row, scrolled
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.texts import text

LIST_WIDTH = 216
IN_STAY = "in_stay:"


class ChildPage(Page):
    """One child, open at one stay of the parent."""

    rail = "residents"
    help_topic = "child"
    new_words = noted("New entry")

    def __init__(self, window: DeskWindow, child_id: str, stay_id: str = "", section: str = "") -> None:
        super().__init__()
        self._window, self.desk, self._child_id, self._stay_id = window, window.desk, child_id, stay_id
        self.list = SectionList(self)
        self.list.setFixedWidth(LIST_WIDTH)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(lambda _key: cast("OpenSection", self.section).open_form())
        self._middle = column(gap=L)
        self.section: QWidget | None = None
        self.name, self.facts = text("", "title"), text("", "soft")
        self.parent_file = button(tr("Parent's file"), self._open_parent, picture="users")
        self.own_file = button(tr("Their own file…"), self._open_own_file, picture="file-text")
        self.own_file.setToolTip(tr("What is handed to the child who asks for it, or to somebody for them"))
        if not self.desk.may(Action.HAND_OVER):
            self.own_file.hide()  # never shown before it has a parent: it would be a window of its own
        self._load()
        self._lay_out()
        QShortcut(QKeySequence("Ctrl+S"), self, self.can_leave)
        known = {entry.key for entry in self._entries()} - {""}
        self._show(section if section in known else "child")

    def _lay_out(self) -> None:
        inside = boxed(column(self._middle, 1, gap=L, margins=(0, 0, L, L)))
        body = row(self.list, scrolled(inside), gap=XL)
        body.setAlignment(self.list, Qt.AlignmentFlag(0))
        body.setStretch(1, 1)
        head = row(column(self.name, self.facts, gap=XS), self.own_file, self.parent_file, gap=L)
        head.setStretch(0, 1)
        page = column(head, body, gap=XL, margins=(XXL, XL, XXL, L))
        page.setStretch(1, 1)
        self.setLayout(page)

    def _load(self) -> None:
        """Reads the child, and what is true of the child in the stay."""
        self.child = forms.open_draft(self.desk, "child", self._child_id)
        self.resident_id = str(self.child.answers["resident_id"])
        file = views.person(self.desk, self.resident_id)
        rows = [(stay, child) for stay in file.stays for child in stay.children if child.child_id == self._child_id]
        here = [each for each in rows if each[0].id == self._stay_id] or rows
        self.in_stay: Draft | None = None
        self.name.setText(here[0][1].name if here else tr("A child"))
        self.facts.setText(
            tr("{child_words} · child of {name}", child_words=child_words(here[0][1]), name=file.name)
            if here
            else tr("child of {name}", name=file.name)
        )
        if here:
            self._stay_id = here[0][0].id
            self.in_stay = forms.open_draft(self.desk, "child_stay", here[0][1].child_stay_id)

    def _entries(self) -> Iterator[Entry]:
        yield Entry("", tr("The child"))
        for section in ALL["child"].sections:
            yield Entry(section.name, tr(section.title), missing_in(self.child, section))
        if self.in_stay is not None:
            yield Entry("", tr("In this stay"))
            for section in ALL["child_stay"].sections:
                yield Entry(f"{IN_STAY}{section.name}", tr(section.title), missing_in(self.in_stay, section))
        yield Entry("", tr("Work with the child"))
        lists = [(each.record, each.owner) for of in OF_CHILD for each in of.lists]
        counts = linked_counts(self.desk, lists, self._child_id)
        for listed in OF_CHILD:
            yield _list_entry(listed, counts)

    def _choose(self, key: str) -> None:
        if key != self.key and not self.can_leave():
            self.list.show_entries(tuple(self._entries()), self.key)
        elif key != self.key:
            self._show(key)

    def _show(self, key: str) -> None:
        clear(self._middle)
        self.key = key
        self.section = self._build(key)
        self._middle.addWidget(self.section)
        self.section.show()
        self.list.show_entries(tuple(self._entries()), key)

    def _build(self, key: str) -> QWidget:
        if key in BY_KEY:
            return StackedSection([self._list(each.record, each.owner) for each in BY_KEY[key].lists])
        record, name = ("child_stay", key.removeprefix(IN_STAY)) if key.startswith(IN_STAY) else ("child", key)
        draft = self.in_stay if record == "child_stay" and self.in_stay is not None else self.child
        section = ReadableSection(self.desk, draft, _section(record, name), LINKS)
        section.saved.connect(lambda _done: self._take_saved())
        section.history_wanted.connect(lambda: self._show_history(draft.record.id, draft.id))
        return section

    def _list(self, record: str, owner: str) -> EntriesSection:
        """Records about the child; those that name a stay as well are given this one."""
        begin = beginning(self.desk, ALL[record])
        has_stay = any(field.name == "stay_id" for field in ALL[record].fields)
        given = {**begin(), **({"stay_id": self._stay_id} if has_stay and self._stay_id else {})}
        made = EntriesSection(self.desk, record, owner, self._child_id, lambda: dict(given))
        made.saved.connect(lambda _done: self._take_saved())
        made.history_wanted.connect(self._show_history)
        return made

    def _take_saved(self) -> None:
        self.list.show_entries(tuple(self._entries()), self.key)
        self._window.say(tr("Saved {now}", now=f"{self.desk.now:%H:%M}"))

    def _show_history(self, record: str, key: str) -> None:
        if not self.can_leave():
            return
        clear(self._middle)
        self.section = None
        history = HistoryPanel(self.desk, record, key, tr(ALL[record].title))
        history.closed.connect(lambda: self._show(self.key))
        self._middle.addWidget(history)
        history.back.setFocus()

    def _open_own_file(self) -> None:
        self._window.navigator.open("access", resident_id=self.resident_id, child_id=self._child_id)

    def _open_parent(self) -> None:
        where = {"stay_id": self._stay_id or None, "section": "children"}
        self._window.navigator.open("person", resident_id=self.resident_id, **where)

    def make_new(self) -> None:
        """One more of what the open section lists."""
        if isinstance(self.section, StackedSection):
            cast("EntriesSection", self.section.parts[0]).add_entry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the history."""
        if event.key() == Qt.Key.Key_Escape and self.section is None:
            self._show(self.key)
            return
        super().keyPressEvent(event)

    def keep(self) -> None:
        """Keeps what has not been saved."""
        if self.section is not None:
            cast("OpenSection", self.section).keep()

    def can_leave(self) -> bool:
        """Saves by itself on the way out; says why where it cannot."""
        return self.section is None or cast("OpenSection", self.section).close_form()

    def first_focus(self) -> QWidget:
        """The column of sections."""
        return self.list

    def place(self) -> dict[str, object]:
        """The child, the stay and the section that are open."""
        return {"child_id": self._child_id, "stay_id": self._stay_id, "section": self.key}


def _section(record: str, name: str) -> Section:
    return next(section for section in ALL[record].sections if section.name == name)


def _list_entry(of: ListSection, counts: dict[str, LinkedCount]) -> Entry:
    found = [counts[each.record] for each in of.lists]
    return Entry(of.key, tr(of.title), sum(each.missing for each in found) or None, sum(each.count for each in found))
