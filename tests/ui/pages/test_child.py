"""A child's own file: every section of both forms, and the work with the child."""

from __future__ import annotations

import pytest

from desks import a_stay, a_unit, resident_of
from page_windows import PageWindow, press, settle
from refugedesk.domain.records import ALL
from refugedesk.services import forms, views
from refugedesk.services.linked import linked
from refugedesk.ui.forms.readable_section import ReadableSection
from refugedesk.ui.pages.child import IN_STAY, ChildPage
from refugedesk.ui.pages.children_section import ChildrenSection
from refugedesk.ui.pages.entries_section import EntriesSection
from refugedesk.ui.pages.person import open_person
from refugedesk.ui.pages.stacked_section import StackedSection


@pytest.fixture
def page(window: PageWindow) -> ChildPage:
    """The file of Sam, child of Farah, who moved in today."""
    stay = a_stay(window.desk, "Farah", a_unit(window.desk), ("Sam",))
    [child] = views.person(window.desk, resident_of(window.desk, stay)).stays[0].children
    return window.show_page(ChildPage(window, child.child_id, stay))


def test_every_question_about_a_child_is_asked_somewhere_in_the_file(page: ChildPage) -> None:
    asked = set()
    for record, mark in (("child", ""), ("child_stay", IN_STAY)):
        for section in ALL[record].sections:
            page.list.choose(f"{mark}{section.name}")
            settle()
            assert isinstance(page.section, ReadableSection)
            page.section.open_form()
            assert page.section.form is not None
            asked |= {(record, name) for view in page.section.form.sections.values() for name in view.rows}
            assert page.can_leave()
    links = {("child", "resident_id"), ("child_stay", "child_id"), ("child_stay", "stay_id")}
    every = {(record, field.name) for record in ("child", "child_stay") for field in ALL[record].fields}
    assert asked | links == every


def test_a_risk_assessment_is_counted_and_kept_with_the_child(page: ChildPage) -> None:
    page.list.choose("child_risk")
    settle()
    assert isinstance(page.section, StackedSection)
    [risks] = page.section.parts
    assert isinstance(risks, EntriesSection)
    page.make_new()
    settle()
    assert risks.open is not None
    assert risks.open.form is not None
    risks.open.form.focus_on("c01")
    press("y\ty\t")
    assert page.can_leave()
    [row] = linked(page.desk, "child_risk_assessment", "child_id", page.child.id)
    assert row.words == "yes answers 2"


def test_a_note_about_a_child_is_the_stays_as_well(page: ChildPage) -> None:
    page.list.choose("child_notes")
    settle()
    page.make_new()
    settle()
    assert isinstance(page.section, StackedSection)
    notes = page.section.parts[0]
    assert isinstance(notes, EntriesSection)
    assert notes.open is not None
    assert notes.open.form is not None
    notes.open.form.focus_on("fact")
    press("He drew a house.\t")
    assert page.can_leave()
    stay = str(page.place()["stay_id"])
    assert [row.words for row in linked(page.desk, "note", "stay_id", stay)] == ["He drew a house."]
    assert forms.open_draft(page.desk, "note", linked(page.desk, "note", "stay_id", stay)[0].id).answers["child_id"]


def test_the_parents_file_leads_to_the_childs_and_back(window: PageWindow, page: ChildPage) -> None:
    parent = window.show_page(open_person(window, page.resident_id, str(page.place()["stay_id"]), "children"))
    assert isinstance(parent.section, ChildrenSection)
    parent.section.file_wanted.emit(page.child.id)
    assert window.navigator.way[-1][0] == "child"
    again = window.show_page(ChildPage(window, **window.navigator.way[-1][1]))  # type: ignore[arg-type]
    again.parent_file.click()
    assert window.navigator.way[-1][0] == "person"
