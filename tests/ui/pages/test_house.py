"""The house: tasks, incidents, groups with sessions and who came, agencies, staff, holds and voids."""

from __future__ import annotations

import pytest

from desks import a_stay, a_unit
from page_windows import PageWindow, press, settle
from refugedesk.services import forms
from refugedesk.services.linked import linked
from refugedesk.services.wording import say_day
from refugedesk.ui.pages.entries_section import EntriesSection
from refugedesk.ui.pages.house import NAMES, HousePage


@pytest.fixture
def page(window: PageWindow) -> HousePage:
    """The house of Farah, who moved in today."""
    a_stay(window.desk, "Farah", a_unit(window.desk))
    return window.show_page(HousePage(window))


@pytest.mark.parametrize("panel", NAMES)
def test_every_matter_opens_and_takes_a_new_record(page: HousePage, panel: str) -> None:
    page.list.choose(panel)
    settle()
    assert page.panel == panel
    page.make_new()
    settle()
    assert page.entries.open is not None
    page.entries.open.put_back()


def test_a_task_is_typed_and_counted(page: HousePage) -> None:
    page.make_new()
    settle()
    press("Ring the school\t")
    assert page.can_leave()
    assert [row.words for row in linked(page.desk, "task", "", "")] == ["Ring the school · Ana Silva"]
    assert {line.key: line.count for line in page._lines()}["task"] == 1


def nested(of: EntriesSection) -> EntriesSection:
    """The list within the open form."""
    assert of.open is not None
    assert isinstance(of.open.nested, EntriesSection)
    return of.open.nested


def test_a_group_has_sessions_and_a_session_has_those_who_came(page: HousePage) -> None:
    page.list.choose("activity_group")
    settle()
    page.make_new()
    settle()
    press("Thursday group\t")
    assert page.entries.open is not None
    assert page.entries.open.finish()
    settle()
    sessions = nested(page.entries)
    sessions.add.click()
    settle()
    assert sessions.open is not None
    assert sessions.open.finish()
    settle()
    came = nested(sessions)
    came.add.click()
    settle()
    press("Far\t")
    assert came.open is not None
    assert came.open.form is not None
    came.open.form.focus_on("attended")
    press("c\t")
    assert page.can_leave()
    [group] = linked(page.desk, "activity_group", "", "")
    [session] = linked(page.desk, "group_session", "group_id", group.id)
    [row] = linked(page.desk, "attendance", "session_id", session.id)
    assert row.words == "Farah · Came"
    stay = forms.open_draft(page.desk, "attendance", row.id).answers["stay_id"]
    [in_the_file] = linked(page.desk, "attendance", "stay_id", str(stay))
    assert in_the_file.words == f"{group_name(page, group.id)}, {say_day(page.desk.today)} · Came"


def test_the_address_is_in_no_list(page: HousePage) -> None:
    draft = forms.new_draft(page.desk, "property", name="North House", address="12 Secret Street")
    forms.save(page.desk, draft)
    page.list.choose("property")
    settle()
    [line] = page.entries.lines
    assert line.of.words == "North House"
    assert "Secret" not in line.accessibleName() + line.toolTip()
    assert "Secret" not in str(linked(page.desk, "property", "", ""))


def group_name(page: HousePage, key: str) -> str:
    return str(forms.open_draft(page.desk, "activity_group", key).answers["name"])
