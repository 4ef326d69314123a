"""A person's file: read, opened, changed, saved by itself, with its history."""

from __future__ import annotations

from datetime import date

import pytest

from desks import a_stay, a_unit, resident_of
from page_windows import PageWindow, focus, press, settle
from refugedesk.services import forms, views
from refugedesk.ui.forms.readable_section import ReadableSection
from refugedesk.ui.pages.children_section import ChildrenSection
from refugedesk.ui.pages.history_panel import folded
from refugedesk.ui.pages.move_on_section import MoveOnSection
from refugedesk.ui.pages.person import PersonPage, open_person
from refugedesk.ui.pages.person_sections import entries
from refugedesk.ui.pages.placements_section import PlacementsSection


@pytest.fixture
def page(window: PageWindow) -> PersonPage:
    """The file of Farah, who moved in today with Sam."""
    stay = a_stay(window.desk, "Farah", a_unit(window.desk), ("Sam",))
    a_unit(window.desk, "Room 2")
    return window.show_page(open_person(window, resident_of(window.desk, stay), stay))


def section(page: PersonPage) -> ReadableSection:
    """The section in the middle."""
    assert isinstance(page.section, ReadableSection)
    return page.section


def stored(page: PersonPage, record: str = "resident") -> dict[str, object]:
    """What the store holds of the person or the stay."""
    key = page.held.file.resident_id if record == "resident" else page.held.file.stays[0].id
    return dict(forms.open_draft(page.desk, record, key).answers)


def counts(page: PersonPage) -> dict[str, int | None]:
    """What the column of sections says is missing."""
    return {entry.key: entry.missing for entry in entries(page.held) if entry.key}


def test_the_head_says_who_where_how_long_and_with_whom(page: PersonPage) -> None:
    assert page.header.name.text() == "Farah"
    assert page.header.facts.text() == "age not known · Room 1 · 0 nights · key worker Ana Silva · 1 child"


def test_it_opens_at_the_first_section_that_lacks_something(page: PersonPage) -> None:
    assert page.key == "names"
    assert counts(page)["equality"] == 7


def test_enter_opens_a_form_typing_changes_it_and_escape_saves(page: PersonPage) -> None:
    press("\n")
    assert section(page).is_open
    press("\t\t\t3 5 1990\t\x1b")
    assert not section(page).is_open
    assert stored(page)["date_of_birth"] == date(1990, 5, 3)
    assert page.header.facts.text().startswith("30 · ")
    assert section(page).status.text.text() == "Saved 14:05"
    assert counts(page)["names"] == 0


def test_something_new_in_a_section_that_lists_nothing_is_its_form(page: PersonPage) -> None:
    for key in ("notes", "health", "needs"):
        page.list.choose(key)
        page.make_new()
        assert section(page).is_open, key
    page.list.choose("notes")
    page.make_new()
    press("Keeps the curtains drawn.\x1b")
    assert stored(page)["notes"] == "Keeps the curtains drawn."


def test_one_section_alone_is_called_notes(page: PersonPage) -> None:
    titles = [entry.title for entry in entries(page.held) if entry.key]
    assert titles.count("Notes") == 1
    assert len(titles) == len(set(titles))


def test_a_click_on_an_answer_opens_the_form_at_it(page: PersonPage) -> None:
    section(page).open_form("date_of_birth")
    assert "Date of birth" in focus().accessibleName()


def test_going_to_another_section_saves_this_one(page: PersonPage) -> None:
    press("\n")
    press("\tJafari")
    page.list.choose("equality")
    assert page.key == "equality"
    assert stored(page)["last_name"] == "Jafari"
    assert page.header.name.text() == "Farah Jafari"


def test_a_pause_saves_what_can_be_saved_and_leaves_the_form_open(page: PersonPage) -> None:
    press("\n")
    press("\tJafari")
    section(page).save_after_pause()
    assert stored(page)["last_name"] == "Jafari"
    assert section(page).is_open
    press("\t\t31 feb")
    section(page).save_after_pause()
    assert section(page).form is not None
    assert section(page).form.is_changed  # type: ignore[union-attr]


def test_what_is_wrong_keeps_the_section_open_and_says_why(page: PersonPage) -> None:
    press("\n")
    press("\t\t\t1 5 2022\t")
    page.list.choose("equality")
    assert page.key == "names"
    assert page.list.currentItem().text() == "Name and birth"
    assert section(page).status.text.text() == "Not saved yet: one thing above to look at."
    assert not page.can_leave()
    section(page).put_back()
    assert page.can_leave()
    assert stored(page)["date_of_birth"] is None


def test_an_unchanged_form_makes_no_new_version(page: PersonPage) -> None:
    before = page.held.resident.version
    press("\n")
    press("\t\t\x1b")
    assert forms.open_draft(page.desk, "resident", page.held.file.resident_id).version == before


def test_the_history_says_who_changed_what_from_what_to_what(page: PersonPage) -> None:
    press("\n")
    press("Fariha\t\x1b")
    section(page).history_wanted.emit()
    assert page.history is not None
    changes = views.history(page.desk, "resident", page.held.file.resident_id)
    last = next(change for change in changes if change.after)
    assert (last.who, last.field_label, last.before, last.after) == ("Ana Silva", "First name", "Farah", "Fariha")
    page.history.closed.emit()
    assert page.key == "names"
    assert isinstance(page.section, ReadableSection)


def test_looking_at_a_record_stands_once_a_day_in_its_history(page: PersonPage) -> None:
    page.list.choose("equality")
    forms.open_draft(page.desk, "resident", page.held.file.resident_id)
    lines = folded(views.history(page.desk, "resident", page.held.file.resident_id))
    looks = [times for change, times in lines if change.field_label == "Looked at"]
    assert len(looks) == 1
    assert looks[0] > 1


def test_two_sections_of_one_stay_are_saved_after_each_other(page: PersonPage) -> None:
    page.list.choose("arrival")
    section(page).open_form("origin_authority")
    press("Leeds")
    page.list.choose("needs")
    section(page).open_form()
    press(" ")
    page.list.choose("abuse")
    answers = stored(page, "stay")
    assert answers["origin_authority"] == "Leeds"
    assert answers["needs"] == ("housing",)


def test_moving_on_fills_in_today_and_gives_up_the_unit(page: PersonPage) -> None:
    page.header.next.click()
    assert isinstance(page.section, MoveOnSection)
    press("\tcouncil ten\tLeeds\ty")
    assert page.held.stay is not None
    assert stored(page, "stay")["ended_on"] is None
    assert page.section.close_form(), page.section.status.text.text()
    [stay] = views.person(page.desk, page.held.file.resident_id).stays
    assert (stay.ended_on, stay.move_on) == (page.desk.today, "Council tenancy")
    assert stay.placements[0].to_on == page.desk.today
    assert page.header.next.text() == "Move in again…"
    assert page.held.stay_draft is not None
    assert page.held.stay_draft.answers["planned_departure"] == "yes"


def test_a_move_on_that_was_only_begun_ends_nothing(page: PersonPage) -> None:
    page.header.next.click()
    page.section.put_back()  # type: ignore[union-attr]
    page.list.choose("names")
    assert stored(page, "stay")["ended_on"] is None


def test_leaving_a_move_on_that_was_only_begun_ends_nothing(page: PersonPage) -> None:
    page.header.next.click()
    assert page.can_leave()
    assert stored(page, "stay")["ended_on"] is None
    page.header.next.click()
    assert page.save()
    assert stored(page, "stay")["ended_on"] == page.desk.today


def test_a_move_on_does_not_save_by_itself(page: PersonPage) -> None:
    page.header.next.click()
    assert isinstance(page.section, MoveOnSection)
    page.section.save_after_pause()
    assert stored(page, "stay")["ended_on"] is None


def test_tab_goes_into_what_has_opened_in_the_middle_of_the_page(page: PersonPage) -> None:
    page.list.choose("units")
    assert isinstance(page.section, PlacementsSection)
    page.section.open_form()
    page.section.change.setFocus()
    press("\t")
    assert page.section.panel is not None
    assert page.section.panel.isAncestorOf(focus())


def test_changing_the_unit_is_no_exit(page: PersonPage) -> None:
    page.list.choose("units")
    assert isinstance(page.section, PlacementsSection)
    page.section.open_form()
    press("room 2\t")
    assert page.section.panel is not None
    assert page.section.panel.change_unit()
    settle()
    stay = page.held.stay
    assert stay is not None
    assert (stay.unit, stay.ended_on, len(stay.placements)) == ("Room 2", None, 2)
    assert "Room 2" in page.header.facts.text()


def test_a_child_opens_in_place_with_both_its_forms(page: PersonPage) -> None:
    page.list.choose("children")
    assert isinstance(page.section, ChildrenSection)
    page.section.open_form()
    press("Samuel\t1 3 2017\tm")
    card = page.section.open
    assert card is not None
    card.in_stay.focus_on("social_care_status_at_start")
    press("child in\t")
    assert page.can_leave()
    [child] = views.person(page.desk, page.held.file.resident_id).stays[0].children
    assert (child.name, child.age, child.sex, child.status) == ("Samuel", 4, "Male", "Child in need")


def test_a_child_is_added_and_an_untouched_new_one_is_not(page: PersonPage) -> None:
    page.list.choose("children")
    assert isinstance(page.section, ChildrenSection)
    page.section.add_child()
    page.list.choose("names")
    page.list.choose("children")
    page.section.add_child()
    press("Mina")
    page.list.choose("names")
    names = [child.name for child in views.person(page.desk, page.held.file.resident_id).stays[0].children]
    assert sorted(names) == ["Mina", "Sam"]


def test_what_was_not_saved_before_a_crash_is_offered_and_opens_where_it_belongs(
    window: PageWindow, page: PersonPage
) -> None:
    page.list.choose("language")
    section(page).open_form("first_language")
    press("Farsi")
    page.keep()
    where = page.place()
    again = window.show_page(open_person(window, **where))  # type: ignore[arg-type]
    from refugedesk.ui.forms.kept_notice import KeptNotice

    [notice] = again.findChildren(KeptNotice)
    notice.bring_back()
    assert again.key == "language"
    assert again.can_leave()
    assert stored(again)["first_language"] == "Farsi"


def test_a_reader_sees_everything_and_can_change_nothing(window: PageWindow, page: PersonPage) -> None:
    from dataclasses import replace

    from refugedesk.services.roles import Role

    window.desk.user = replace(window.desk.user, role=Role.READ_ONLY)
    again = window.show_page(open_person(window, page.held.file.resident_id))
    press("\n")
    assert not section(again).is_open
    assert again.header.next.isHidden()
    for key in ("units", "children", "move_on"):
        again.list.choose(key)
    assert again.can_leave()
