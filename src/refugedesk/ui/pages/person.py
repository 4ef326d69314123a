"""A person's file: who at the head, sections on the left, one of them in the middle, the time line on the right."""

from __future__ import annotations

from functools import partial
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from refugedesk.domain.drafts import Draft
from refugedesk.domain.fields import Answer
from refugedesk.domain.languages import languages_in
from refugedesk.domain.records import ALL
from refugedesk.domain.words import noted, tr
from refugedesk.services import emergency, forms, views
from refugedesk.services.due import due_in
from refugedesk.services.linked import LinkedCount, linked_counts
from refugedesk.services.merging import file_now
from refugedesk.services.roles import Action
from refugedesk.ui.desk_window import DeskWindow
from refugedesk.ui.forms.kept_notice import KeptNotice
from refugedesk.ui.forms.readable_section import ReadableSection
from refugedesk.ui.pages.alike_notice import alike_notice
from refugedesk.ui.pages.children_section import ChildrenSection
from refugedesk.ui.pages.entries_section import EntriesSection, beginning
from refugedesk.ui.pages.file_lists import BY_KEY, OF_PERSON, OF_STAY, ListSection, section_with
from refugedesk.ui.pages.history_panel import HistoryPanel
from refugedesk.ui.pages.move_on_section import MoveOnSection
from refugedesk.ui.pages.overviews import OVERVIEWS
from refugedesk.ui.pages.page import Page
from refugedesk.ui.pages.person_header import PersonHeader
from refugedesk.ui.pages.person_sections import EARLIER, LINKS, STAY_KEYS, Held, entries, first_missing, section_of
from refugedesk.ui.pages.placements_section import PlacementsSection
from refugedesk.ui.pages.section_list import SectionList
from refugedesk.ui.pages.stacked_section import OpenSection, StackedSection
from refugedesk.ui.pages.timeline import Timeline
from refugedesk.ui.tokens import XL, XXL, L, M
from refugedesk.ui.widgets.boxes import boxed, clear, column, left, row, scrolled
from refugedesk.ui.widgets.buttons import button

LIST_WIDTH = 216
TOPICS = {"move_on": "move-on", "aftercare": "move-on", "children": "child", "language": "languages"}
"""Sections of a file with a topic of help of their own."""


class PersonPage(Page):
    """One person's file, open at one stay."""

    rail = "residents"
    help_topic = "person"
    new_words = noted("New entry")

    def __init__(self, window: DeskWindow, resident_id: str, stay_id: str | None, section: str | None) -> None:
        super().__init__()
        self._window, self.desk, self._resident_id = window, window.desk, resident_id
        self.header, self.list, self.timeline = PersonHeader(self), SectionList(self), Timeline(self)
        self.header.next.clicked.connect(self.go_on_with_stay)
        self.header.papers.clicked.connect(self._open_papers)
        self.header.sight.clicked.connect(self._open_sight)
        self.header.next.setVisible(self.desk.may(Action.RECORD))
        self.list.setFixedWidth(LIST_WIDTH)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._open)
        self._middle, self._notices = column(gap=L), column(gap=M)
        self.section: QWidget | None = None
        self.history: HistoryPanel | None = None
        self.key = ""
        self._lay_out()
        QShortcut(QKeySequence("Ctrl+S"), self, self.save)
        self._load(stay_id)
        self._offer_kept()
        section = section_with(section or "") or section
        self._show(section if section in self._keys() else first_missing(self.held))

    def _lay_out(self) -> None:
        inside = boxed(column(self._notices, self._middle, 1, gap=L, margins=(0, 0, L, L)))
        body = row(self.list, scrolled(inside), self.timeline, gap=XL)
        body.setAlignment(self.list, Qt.AlignmentFlag(0))
        body.setStretch(1, 1)
        page = column(self.header, body, gap=XL, margins=(XXL, XL, XXL, L))
        page.setStretch(1, 1)
        self.setLayout(page)

    def _load(self, stay_id: str | None) -> None:
        """Reads the file, and the forms of the person and of one stay."""
        file = views.person(self.desk, self._resident_id)
        stay = next((each for each in file.stays if each.id == stay_id), file.stays[0] if file.stays else None)
        resident = forms.open_draft(self.desk, "resident", self._resident_id)
        draft = forms.open_draft(self.desk, "stay", stay.id) if stay else None
        self.held = Held(file, stay, resident, draft, self._counts(stay))
        self._show_head(file, stay)

    def _show_head(self, file: views.PersonFile, stay: views.StayFile | None) -> None:
        self.header.show_file(file, stay)
        self.header.say_kept_back(emergency.may_open(self.desk, self._resident_id))
        self.header.show_alerts(views.alerts(self.desk, self._resident_id, stay.id if stay else None), self._choose)
        self.header.show_due(due_in(self.desk, stay.id) if stay else (), self.desk.today, self._choose)
        self.timeline.show_events(file.timeline)

    def _counts(self, stay: views.StayFile | None) -> dict[str, LinkedCount]:
        """How many records each list of the file holds."""
        of_person = [(each.record, each.owner) for section in OF_PERSON for each in section.lists]
        counts = linked_counts(self.desk, of_person, self._resident_id)
        if stay is not None:
            of_stay = [(each.record, each.owner) for section in OF_STAY for each in section.lists]
            counts |= linked_counts(self.desk, of_stay, stay.id)
        return counts

    def _keys(self) -> set[str]:
        return {entry.key for entry in entries(self.held)} - {""}

    def _choose(self, key: str) -> None:
        """Goes to another section, once the present one is saved; else stays and says why."""
        if key == self.key and self.history is None:
            return
        if not self._leave_section():
            self.list.show_entries(entries(self.held), self.key)
            return
        if key.startswith(EARLIER):
            self._load(key.removeprefix(EARLIER))
            key = STAY_KEYS[0]
        self._show(key)

    def _open(self, key: str) -> None:
        if key.startswith(EARLIER):
            self._choose(key)
        elif self.section is not None:
            cast("OpenSection", self.section).open_form()

    def _show(self, key: str) -> None:
        """Puts a section into the middle, to be read."""
        clear(self._middle)
        self.key, self.history = key, None
        self.section = self._build(key)
        self._middle.addWidget(self.section)
        if key == "language":
            self._middle.addWidget(self._who_speaks())
        self.section.show()  # at once: what is not shown yet cannot take the focus
        self.list.show_entries(entries(self.held), key)

    def _build(self, key: str) -> QWidget:
        stay, draft = self.held.stay, self.held.stay_draft
        if key == "units" and stay is not None:
            units = PlacementsSection(self.desk, stay)
            units.saved.connect(lambda _saved: self._reload())
            return units
        if key == "children" and stay is not None:
            children = ChildrenSection(self.desk, self.held.file, stay)
            children.saved.connect(lambda _saved: self._reload())
            children.history_wanted.connect(self.show_history)
            children.file_wanted.connect(self._open_child)
            return children
        if key == "move_on" and draft is not None:
            return self._wired(MoveOnSection(self.desk, draft, section_of(key)[1]))
        if key in BY_KEY:
            return self._build_lists(BY_KEY[key], draft)
        record, section = section_of(key)
        stored = self.held.resident if record == "resident" or draft is None else draft
        return self._wired(ReadableSection(self.desk, stored, section, LINKS))

    def _open_child(self, child_id: str) -> None:
        stay = self.held.stay.id if self.held.stay else ""
        self._window.navigator.open("child", child_id=child_id, stay_id=stay)

    def about(self) -> str:
        """Moving on and what comes after it have a topic of their own."""
        return TOPICS.get(self.key, self.help_topic)

    def language(self) -> str:
        """The person's first language."""
        return next(iter(languages_in(self.held.resident.answers.get("first_language"))), "")

    def _who_speaks(self) -> QWidget:
        """The way to the language bank, where the language is asked."""
        open_bank = partial(self._window.navigator.open, "languages", language=self.language())
        words = tr("Who speaks {language}…", language=self.language()) if self.language() else tr("Language bank…")
        made = button(words, open_bank, picture="users")
        made.setToolTip(tr("Staff, interpreters and agencies who speak it (Ctrl+L)"))
        return boxed(left(made))

    def _open_papers(self) -> None:
        self._window.navigator.open("papers", stay_id=self.held.stay.id if self.held.stay else "")

    def _open_sight(self) -> None:
        self._window.navigator.open("sight", record="resident", id=self._resident_id)

    def _build_lists(self, of: ListSection, draft: Draft | None) -> QWidget:
        """The lists of a section, under what the stay's form says about it."""
        parts: list[QWidget] = []
        if of.readable and draft is not None:
            parts.append(self._wired(ReadableSection(self.desk, draft, section_of(of.readable)[1])))
        parts += self._overview(of.key)
        for each in of.lists:
            key = self._resident_id if each.owner == "resident_id" else self.held.stay.id if self.held.stay else ""
            entries_of = EntriesSection(self.desk, each.record, each.owner, key, beginning(self.desk, ALL[each.record]))
            entries_of.saved.connect(lambda _saved: self._take_listed())
            entries_of.history_wanted.connect(self.show_history)
            parts.append(entries_of)
        return StackedSection(parts)

    def _overview(self, key: str) -> list[QWidget]:
        """What stands above the lists of a section: the scores as a picture, the risk since arrival."""
        make, stay = OVERVIEWS.get(key), self.held.stay
        made = make(self.desk, stay.id) if make is not None and stay is not None else None
        return [made] if made is not None else []

    def _take_listed(self) -> None:
        """Shows the head and the counts anew; a disclosure may have changed the stay, too."""
        if self.held.stay is not None and self.key == "abuse":
            self.held.stay_draft = forms.open_draft(self.desk, "stay", self.held.stay.id)
            for part in self.section.parts if isinstance(self.section, StackedSection) else ():
                if isinstance(part, ReadableSection):
                    part.show_stored(self.held.stay_draft)
        self._take_saved()

    def _wired(self, section: ReadableSection) -> ReadableSection:
        section.saved.connect(lambda _saved: self._take_saved())
        section.history_wanted.connect(lambda: self.show_history(section.draft.record.id, section.draft.id))
        return section

    def _take_saved(self) -> None:
        """Shows the head and the counts anew; the open section stays as it is, under the person's hands."""
        if self.held.stay is not None and self.key == "move_on":
            self._reload()
            return
        file = views.person(self.desk, self._resident_id)
        stay = next((each for each in file.stays if self.held.stay and each.id == self.held.stay.id), None)
        self.held = Held(file, stay, self.held.resident, self.held.stay_draft, self._counts(stay))
        self._show_head(file, stay)
        self.list.show_entries(entries(self.held), self.key)

    def _reload(self) -> None:
        """Reads everything anew: units, children or the stay itself have changed."""
        self._load(self.held.stay.id if self.held.stay else None)
        self._show(self.key)
        self.list.setFocus()  # the form that had it is gone
        self._window.say(tr("Saved {now}", now=f"{self.desk.now:%H:%M}"))

    def show_history(self, record_id: str, key: str) -> None:
        """Shows who changed a record, in place of the section."""
        if not self._leave_section():
            return
        clear(self._middle)
        self.section = None
        self.history = HistoryPanel(self.desk, record_id, key, self._title())
        self.history.closed.connect(lambda: self._show(self.key))
        self.history.parted.connect(self._take_parted)
        self._middle.addWidget(self.history)
        self.history.back.setFocus()

    def _take_parted(self, name: str) -> None:
        """Shows the file as it is again, without what went back."""
        self._load(None)
        self._show(first_missing(self.held) if self.key not in self._keys() else self.key)
        self._window.say(tr("{name} has a file of their own again.", name=name))

    def _title(self) -> str:
        return next(entry.title for entry in entries(self.held) if entry.key == self.key)

    def go_on_with_stay(self) -> None:
        """Begins the move-on of somebody who is here, or the next stay of somebody who has left."""
        stay = self.held.stay
        if stay is None or stay.ended_on is not None:
            self._window.navigator.open("arrival", resident_id=self._resident_id)
            return
        self._choose("move_on")
        if isinstance(self.section, MoveOnSection):
            self.section.begin()

    def make_new(self) -> None:
        """One more of what the open section lists: a contact, a note, a child; where it lists nothing, its form."""
        parts = self.section.parts if isinstance(self.section, StackedSection) else (self.section,)
        for part in parts:
            if isinstance(part, EntriesSection):
                part.add_entry()
                return
            if isinstance(part, ChildrenSection):
                part.add_child()
                return
        self._open(self.key)

    def save(self) -> bool:
        """Saves the open section; whether it could be."""
        return self.section.finish() if isinstance(self.section, MoveOnSection) else self._leave_section()

    def _leave_section(self) -> bool:
        return self.section is None or cast("OpenSection", self.section).close_form()

    def _offer_kept(self) -> None:
        """Says who may be the same person, and where something typed into this file was not saved."""
        if alike := alike_notice(self._window, self._resident_id, self):
            self._notices.addWidget(alike)
        for draft in (self.held.resident, self.held.stay_draft):
            if draft is not None:
                notice = KeptNotice(self.desk, draft)
                if notice.kept is not None:
                    notice.brought_back.connect(self._bring_back)
                    self._notices.addWidget(notice)

    def _bring_back(self, kept: Draft) -> None:
        """Opens the first section in which the kept answers differ from the stored ones."""
        stored = self.held.resident if kept.record.id == "resident" else self.held.stay_draft
        for key in (entry.key for entry in entries(self.held)):
            if (
                key in ("", "units", "children")
                or (key in BY_KEY and not BY_KEY[key].readable)
                or key.startswith(EARLIER)
                or stored is None
            ):
                continue
            if section_of(key)[0] != kept.record.id:
                continue
            names = [field.name for field in section_of(key)[1].fields]
            if any(_differ(kept.answers.get(name), stored.answers.get(name)) or name in kept.typed for name in names):
                self._choose(key)
                first = self.section.parts[0] if isinstance(self.section, StackedSection) else self.section
                if isinstance(first, ReadableSection):
                    first.bring_back(kept)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the history."""
        if event.key() == Qt.Key.Key_Escape and self.history is not None:
            self._show(self.key)
            return
        super().keyPressEvent(event)

    def keep(self) -> None:
        """Keeps what has not been saved."""
        if self.section is not None:
            cast("OpenSection", self.section).keep()

    def can_leave(self) -> bool:
        """Saves by itself on the way out; says why where it cannot."""
        return self._leave_section()

    def first_focus(self) -> QWidget:
        """The column of sections: arrows and Enter go from there."""
        return self.list

    def place(self) -> dict[str, object]:
        """The stay and the section that are open."""
        stay = self.held.stay
        return {"resident_id": self._resident_id, "stay_id": stay.id if stay else None, "section": self.key}


def _differ(one: Answer, other: Answer) -> bool:
    """Whether two answers differ; none of several codes is a blank."""
    return (one or None) != (other or None) if isinstance(one, tuple) or isinstance(other, tuple) else one != other


def open_person(
    window: DeskWindow, resident_id: str, stay_id: str | None = None, section: str | None = None
) -> PersonPage:
    """A person's file, open at the latest stay and at the first section that lacks something, unless told.

    A file that was made one with another opens there.
    """
    return PersonPage(window, file_now(window.desk, resident_id), stay_id, section)
