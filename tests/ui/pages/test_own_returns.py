"""A service puts a return together in the window, looks at it, keeps it, and finds it among the returns."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton

from desks import a_stay
from page_windows import PageWindow, focus, press, settle, wait_for
from refugedesk.services.agreed import agreed_now
from refugedesk.services.own_definitions import keep_own_return, own_contents
from refugedesk.ui.pages.models.return_sheet import ReturnSheetModel
from refugedesk.ui.pages.own_return.building import BuildingPanel, groups
from refugedesk.ui.pages.own_return.taking import TakingPanel
from refugedesk.ui.pages.own_returns import OwnReturnsPage
from refugedesk.ui.pages.returns import open_returns
from refugedesk.ui.widgets.empty_state import EmptyState

FLOW = {"from": "commissioner", "table": "flow"}


@pytest.fixture
def page(window: PageWindow) -> OwnReturnsPage:
    """The page of a service that has none yet."""
    a_stay(window.desk, "Farah")
    return window.show_page(OwnReturnsPage(window))


def test_a_return_is_put_together_looked_at_kept_and_offered(window: PageWindow, page: OwnReturnsPage) -> None:
    page.new_button.click()
    press("For the council")
    page.editor.take_button.click()
    assert isinstance(page.panel, TakingPanel)
    page.panel.title.setText("In and out")
    page.panel.words.editors["started"].setText("Came")
    page.panel.words.ups["started"].click()
    page.panel.finish()
    page.editor.build_button.click()
    assert isinstance(page.panel, BuildingPanel)
    page.panel.finish()
    assert page.panel.asked.problem.words == "Give the table a title."
    page.panel.title.setText("Who came, by age")
    page.panel.categories.editors["18_24"].setText("Young")
    page.panel.categories.editors["under_18"].setText("Young")
    page.panel.finish()
    page.editor.look_button.click()
    wait_for(window)
    assert page.status.text.text() == ""
    model = page.sheets.view.model()
    assert isinstance(model, ReturnSheetModel)
    assert list(dict.fromkeys(table.shape.title for table, _ in model.lines)) == ["In and out", "Who came, by age"]
    page.back_button.click()
    page.editor.keep_button.click()
    [content] = own_contents(window.desk)
    flow, age = content["tables"]
    assert flow == {
        "from": "commissioner",
        "table": "flow",
        "title": "In and out",
        "labels": {"started": "Came"},
        "order": ["started", "in_stay_at_start", "ended", "in_stay_at_end"],
    }
    assert (age["id"], age["groups"][0]) == (
        "own_who_came_by_age",
        {"code": "group_young", "label": "Young", "codes": ["under_18", "18_24"]},
    )
    assert page.status.text.text() == "Kept 14:05 as version 1. It stands among the returns now."
    other = window.show_page(open_returns(window))
    assert other.choice.definition.itemText(other.choice.definition.count() - 1) == "For the council"


def test_tables_are_moved_changed_and_taken_out(window: PageWindow, page: OwnReturnsPage) -> None:
    built = {
        "id": "own_a",
        "title": "A",
        "who": "stays",
        "dated_by": "ended",
        "rows": "planned",
        "columns": "needs_met",
    }
    keep_own_return(window.desk, {"id": "own_r", "title": "R", "tables": [FLOW, built]})
    page = window.show_page(OwnReturnsPage(window, "own_r"))
    assert page.draft is not None
    page.ask_table(page.draft, "build", 1)
    assert isinstance(page.panel, BuildingPanel) and not page.panel.measure.isEnabled()
    page.panel.title.setText("B")
    page.panel.finish()
    assert page.draft.tables[1] == {**built, "title": "B"}
    page.draft.move_up(1)
    page.draft.take_out(1)
    page.editor.show_lines()
    page.editor.keep_button.click()
    assert own_contents(window.desk)[0]["tables"] == [{**built, "title": "B"}]


def test_what_is_not_kept_is_not_left_behind(window: PageWindow, page: OwnReturnsPage) -> None:
    page.new_button.click()
    press("Half done")
    assert not page.can_leave() and page.forget_button.isVisible()
    page.keep()
    assert own_contents(window.desk) == (), "a return without tables cannot be kept"
    page.forget_button.click()
    assert page.can_leave()


def test_what_can_be_kept_is_kept_before_locking(window: PageWindow, page: OwnReturnsPage) -> None:
    page.new_button.click()
    press("Done")
    assert page.draft is not None
    page.draft.put(dict(FLOW), None)
    page.keep()
    assert [each["title"] for each in own_contents(window.desk)] == ["Done"]


def test_a_title_and_a_table_are_asked_for(window: PageWindow, page: OwnReturnsPage) -> None:
    page.new_button.click()
    page.editor.keep_button.click()
    assert page.editor.asked.problem.words == "Give the return a title."
    press("A title")
    page.editor.keep_button.click()
    assert page.editor.problem.words.startswith("No tables yet.")


def test_two_returns_of_one_title_have_two_names(window: PageWindow, page: OwnReturnsPage) -> None:
    for _ in range(2):
        page.new_button.click()
        press("Same")
        assert page.draft is not None
        page.draft.put(dict(FLOW), None)
        page.editor.keep_button.click()
    assert [each["id"] for each in own_contents(window.desk)] == ["own_same", "own_same_2"]


def test_one_that_is_no_longer_offered_is_gone_from_the_list(window: PageWindow, page: OwnReturnsPage) -> None:
    keep_own_return(window.desk, {"id": "own_r", "title": "R", "tables": [FLOW]})
    page = window.show_page(OwnReturnsPage(window, "own_r"))
    page.editor.away_button.click()
    assert own_contents(window.desk) == () and page.status.text.text().startswith("R is no longer offered.")


def test_an_answer_without_a_category_stays_itself() -> None:
    named = [("a", "Aa"), ("b", "Bb"), ("c", "Cc")]
    assert groups(named, {"a": "X", "c": "X"}) == [
        {"code": "group_x", "label": "X", "codes": ["a", "c"]},
        {"code": "group_bb", "label": "Bb", "codes": ["b"]},
    ]


def test_targets_are_typed_and_what_is_no_number_is_said(window: PageWindow, page: OwnReturnsPage) -> None:
    page.targets_button.click()
    page.targets.editors["referrals", "target"].setText("many")
    page.targets.keep()
    assert page.targets.status.text.text().startswith("Targets and baselines are whole numbers")
    page.targets.editors["referrals", "target"].setText("90")
    page.targets.month.setText("13")
    page.targets.keep()
    assert "on which day the year begins" in page.targets.status.text.text()
    page.targets.month.setText("7")
    page.targets.keep()
    now = agreed_now(window.desk)
    assert (now.year_starts, next(row.target for row in now.indicators if row.code == "referrals")) == ((7, 1), 90)


def test_beside_a_return_that_is_open_a_new_one_is_not_what_comes_next(window: PageWindow) -> None:
    page = window.show_page(OwnReturnsPage(window))
    assert [each.headline.text() for each in page.findChildren(EmptyState)] == ["No returns of your own yet"]
    assert primaries(page) == ["New return"]
    page.new_button.click()
    settle()
    assert primaries(page) == ["Keep the return"] and page.editor.title.hasFocus()
    page.targets_button.click()
    settle()
    assert primaries(page) == ["Keep the targets"]
    assert focus().accessibleName().startswith("Target: ")


def primaries(page: OwnReturnsPage) -> list[str]:
    """The buttons in sight that say what comes next."""
    return [
        each.accessibleName()
        for each in page.findChildren(QPushButton)
        if each.objectName() == "primary" and each.isVisible()
    ]
