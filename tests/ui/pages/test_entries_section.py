"""Lists of records in a person's file: added, opened, corrected, counted."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desks import a_stay, a_unit, resident_of
from page_windows import PageWindow, focus, press, settle
from refugedesk.services import forms, views
from refugedesk.services.forms import FixedError
from refugedesk.services.linked import linked
from refugedesk.services.views.progress import risk_change, risk_course, scores
from refugedesk.services.wording import say_day
from refugedesk.ui.pages.entries_section import EntriesSection
from refugedesk.ui.pages.entry_form import NESTED
from refugedesk.ui.pages.entry_words import NONE_YET
from refugedesk.ui.pages.file_lists import OF_CHILD, OF_PERSON, OF_STAY
from refugedesk.ui.pages.house import NAMES as HOUSE_LISTS
from refugedesk.ui.pages.person import PersonPage, open_person
from refugedesk.ui.pages.person_sections import entries
from refugedesk.ui.pages.stacked_section import StackedSection


@pytest.fixture
def page(window: PageWindow) -> PersonPage:
    """The file of Farah, who moved in today."""
    stay = a_stay(window.desk, "Farah", a_unit(window.desk), ("Sam",))
    return window.show_page(open_person(window, resident_of(window.desk, stay), stay))


def lists(page: PersonPage, key: str) -> list[EntriesSection]:
    """The lists of a section, which is opened for it."""
    page.list.choose(key)
    settle()
    assert isinstance(page.section, StackedSection)
    return [part for part in page.section.parts if isinstance(part, EntriesSection)]


@pytest.mark.parametrize("key", [section.key for section in (*OF_PERSON, *OF_STAY)])
def test_every_list_of_a_file_opens_a_new_record(page: PersonPage, key: str) -> None:
    for part in lists(page, key):
        part.add.click()
        settle()
        assert part.open is not None
        assert part.open.draft.record is part.record
        assert part.open.isAncestorOf(focus())
        part.open.put_back()


def test_a_contact_is_typed_saved_listed_and_counted(page: PersonPage) -> None:
    contacts = lists(page, "contacts")[0]
    contacts.add.click()
    settle()
    assert contacts.open is not None
    assert contacts.open.form is not None
    contacts.open.form.focus_on("kind")
    press("one-to\t")
    contacts.open.form.focus_on("minutes")
    press("45\t")
    assert contacts.open.finish()
    stay = page.held.file.stays[0].id
    [line] = linked(page.desk, "contact", "stay_id", stay)
    assert line.words == "One-to-one · 45 minutes"
    assert line.on == page.desk.today
    assert [each.of.words for each in contacts.lines] == ["One-to-one · 45 minutes"]
    assert {entry.key: entry.count for entry in entries(page.held)}["contacts"] == 1


@pytest.mark.parametrize("way", ["mouse", "Enter"])
def test_a_line_of_the_list_opens_its_record(page: PersonPage, way: str) -> None:
    stay = page.held.file.stays[0].id
    key = forms.save(
        page.desk, forms.new_draft(page.desk, "wait", stay_id=stay, what="gp", asked_on=page.desk.today)
    ).id
    [waits] = lists(page, "waits")
    [line] = waits.lines
    if way == "mouse":
        QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    else:
        line.setFocus()
        press("\n")
    settle()
    assert waits.open is not None
    assert waits.open.draft.id == key


def test_what_was_told_is_counted_with_the_stay(page: PersonPage) -> None:
    stay = page.held.file.stays[0].id
    told = lists(page, "abuse")[0]
    told.add.click()
    settle()
    assert told.open is not None
    assert told.open.form is not None
    told.open.form.draft.set("kinds", ("strangulation", "physical"))
    told.open.form.show_answers()
    told.open.form.is_changed = True
    assert told.open.finish()
    assert forms.open_draft(page.desk, "stay", stay).answers["abuse"] == ("physical", "strangulation")
    assert page.held.stay_draft is not None
    assert page.can_leave()


def test_a_note_is_corrected_by_a_new_version_and_never_changed(page: PersonPage) -> None:
    stay = page.held.file.stays[0].id
    draft = forms.new_draft(page.desk, "note", stay_id=stay, on_day=page.desk.today, fact="She rang at two.")
    key = forms.save(page.desk, draft).id
    [notes] = lists(page, "notes_of_stay")
    notes.open_entry(key)
    settle()
    assert notes.open is not None
    assert notes.open.form is None
    stored = forms.open_draft(page.desk, "note", key)
    stored.set("fact", "She rang at three.")
    with pytest.raises(FixedError):
        forms.save(page.desk, stored)
    notes.open.correct.click()
    settle()
    assert notes.open.form is not None
    notes.open.form.draft.set("fact", "She rang at three.")
    notes.open.form.show_answers()
    notes.open.form.is_changed = True
    assert notes.open.finish()
    newest, oldest = linked(page.desk, "note", "stay_id", stay)
    assert (newest.words, oldest.words) == ("She rang at three.", "She rang at two.")
    assert forms.open_draft(page.desk, "note", newest.id).answers["corrects"] == key


def test_an_untouched_new_record_is_let_go_and_a_started_one_is_saved_on_leaving(page: PersonPage) -> None:
    [waits] = lists(page, "waits")
    waits.add.click()
    settle()
    [waits] = lists(page, "waits") if page.key != "waits" else [waits]
    page.list.choose("contacts")
    settle()
    stay = page.held.file.stays[0].id
    assert linked(page.desk, "wait", "stay_id", stay) == ()
    [waits] = lists(page, "waits")
    waits.add.click()
    settle()
    assert waits.open is not None
    assert waits.open.form is not None
    waits.open.form.focus_on("what")
    press("GP\t")
    page.list.choose("contacts")
    settle()
    assert [line.words for line in linked(page.desk, "wait", "stay_id", stay)] == ["GP"]


def test_what_was_typed_and_taken_out_again_is_not_saved_nor_kept(page: PersonPage) -> None:
    contacts = lists(page, "contacts")[0]
    contacts.add.click()
    settle()
    assert contacts.open is not None
    assert contacts.open.form is not None
    contacts.open.form.focus_on("minutes")
    press("4")
    contacts.keep()
    press("\b")
    assert contacts.open.form.is_changed
    assert contacts.close_form()
    assert linked(page.desk, "contact", "stay_id", page.held.file.stays[0].id) == ()
    contacts.add.click()
    settle()
    assert contacts.open is not None
    assert contacts.open.notice.isHidden()


def test_a_goal_takes_its_actions_once_it_is_saved(page: PersonPage) -> None:
    goals = lists(page, "plan")[0]
    goals.add.click()
    settle()
    assert goals.open is not None
    assert goals.open.form is not None
    assert goals.open.nested is None
    goals.open.form.focus_on("need")
    press("housing\t")
    assert goals.open.finish()
    settle()
    assert isinstance(goals.open.nested, EntriesSection)
    actions = goals.open.nested
    actions.add.click()
    settle()
    press("Ring the council\t")
    assert goals.close_form()
    [goal] = linked(page.desk, "goal", "stay_id", page.held.file.stays[0].id)
    assert [line.words for line in linked(page.desk, "plan_action", "goal_id", goal.id)] == ["Ring the council"]


def test_the_file_says_first_what_must_be_known_and_keeps_everything_on_the_time_line(page: PersonPage) -> None:
    desk, stay = page.desk, page.held.file.stays[0].id
    resident = page.held.file.resident_id
    forms.save(desk, forms.new_draft(desk, "contact", stay_id=stay, on_day=desk.today, kind="call"))
    forms.save(desk, forms.new_draft(desk, "perpetrator", resident_id=resident, name="Imran", orders=("bail",)))
    draft = forms.open_draft(desk, "stay", stay)
    draft.set("must_not_know", "Her cousin at the council")
    forms.save(desk, draft)
    assert [alert.words for alert in views.alerts(desk, resident, stay)] == ["Must not know", "Order or bail"]
    assert [alert.words for alert in views.alerts(desk, resident, None)] == ["Order or bail"]
    assert ("Contact", "Call or message") in {
        (event.title, event.detail) for event in views.person(desk, resident).timeline
    }


def test_no_order_is_no_alert(page: PersonPage) -> None:
    resident = page.held.file.resident_id
    draft = forms.new_draft(page.desk, "perpetrator", resident_id=resident, orders=("none",))
    forms.save(page.desk, draft)
    assert views.alerts(page.desk, resident, None) == ()


def test_risk_and_scores_are_compared_with_the_first_of_the_stay(page: PersonPage) -> None:
    desk, stay = page.desk, page.held.file.stays[0].id
    came = forms.open_draft(desk, "stay", stay)
    came.set("started_on", desk.today - timedelta(41))
    forms.save(desk, came)
    for days, level, judged in ((40, "high", None), (3, "high", "medium")):
        on = desk.today - timedelta(days)
        draft = forms.new_draft(desk, "risk_assessment", stay_id=stay, assessed_on=on, tool="checklist_24", level=level)
        draft.set("q01", "yes")
        draft.set("judgement_level", judged)
        forms.save(desk, draft)
        score = forms.new_draft(desk, "outcome_score", stay_id=stay, scored_on=on, stage="start", area="home")
        score.set("score", 2 if days > 3 else 7)
        forms.save(desk, score)
    assert risk_change(risk_course(desk, stay)) == (
        f"Lower than on {say_day(desk.today - timedelta(40))}: high then, medium now, 1 then and 1 now."
    )
    [area] = scores(desk, stay)
    assert [score for _, score in area.scores] == [2, 7]


@pytest.mark.parametrize("key", [section.key for section in (*OF_PERSON, *OF_STAY)])
def test_an_empty_list_is_one_sentence_and_one_button_under_it(page: PersonPage, key: str) -> None:
    for part in lists(page, key):
        words = part.none.text()
        assert part.none.isVisible() and words.endswith(".") and len(words) > 30
        assert not part.lines and part.add.isVisible()
        assert part.add.geometry().top() > part.none.geometry().bottom()


def test_the_button_stands_beside_the_heading_once_there_is_something(page: PersonPage) -> None:
    [notes] = lists(page, "notes_of_stay")
    notes.add.setFocus()
    press(" ")
    settle()
    assert notes.open is not None and not notes.none.isVisible()
    assert notes.add.geometry().bottom() < notes.open.geometry().top()
    notes.open.put_back()
    settle()
    assert notes.none.isVisible() and focus() is notes.add


def test_every_list_has_a_sentence_of_its_own_for_when_it_is_empty() -> None:
    lists_of_files = {each.record for section in (*OF_PERSON, *OF_STAY, *OF_CHILD) for each in section.lists}
    nested = {record for record, _owner in NESTED.values()}
    assert (lists_of_files | nested | set(HOUSE_LISTS)) - set(NONE_YET) == set()
