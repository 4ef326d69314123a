"""The rhythm in the settings: typed, seen before it is kept, kept, undone; what is due follows."""

from __future__ import annotations

from dataclasses import replace

from desks import a_stay
from page_windows import PageWindow, focus, press
from refugedesk.domain.rhythm import Rhythm
from refugedesk.services.due import due, rhythm
from refugedesk.services.roles import Role
from refugedesk.ui.pages.settings import SettingsPage
from refugedesk.ui.pages.settings_panels.rhythm import RhythmPanel


def opened(window: PageWindow) -> RhythmPanel:
    """The panel, the keyboard in its first number."""
    page = window.show_page(SettingsPage(window, "rhythm"))
    assert isinstance(page.panel, RhythmPanel)
    page.panel.lines["safety_plan"].setFocus()
    return page.panel


def to_button(words: str) -> None:
    for _ in range(20):
        if focus().accessibleName() == words:
            press(" ")
            return
        press("\t")
    raise AssertionError(f"no Tab leads to {words}")


def test_a_number_is_typed_seen_kept_and_undone_by_keyboard(window: PageWindow) -> None:
    a_stay(window.desk, "Farah")
    panel = opened(window)
    assert panel.preview.text() == "Due now: 2 things within a week, 0 of them overdue."
    panel.lines["risk"].setFocus()
    panel.lines["risk"].selectAll()
    press("30")
    assert panel.preview.text().startswith("With these days: 1 thing within a week, 0 of them overdue. Now: 2 things")
    assert rhythm(window.desk) == Rhythm()
    to_button("Save this rhythm")
    assert rhythm(window.desk).risk == 30
    assert [row.what for row in due(window.desk)] == ["Make the safety plan"]
    to_button("Undo")
    assert rhythm(window.desk) == Rhythm()
    assert panel.outcome.words.text() == "The days are as they were before."


def test_what_is_no_number_of_days_is_said_and_cannot_be_kept(window: PageWindow) -> None:
    panel = opened(window)
    panel.lines["chase"].setFocus()
    panel.lines["chase"].selectAll()
    press("soon")
    assert panel.problem.words == "Type a whole number of days from 1 to 730."
    assert not panel.keep.isEnabled()
    to_button("Back to the usual days")
    assert panel.problem.words == ""
    assert panel.lines["chase"].text() == "14"


def test_only_a_manager_is_offered_it(window: PageWindow) -> None:
    window.desk.user = replace(window.desk.user, role=Role.KEYWORKER)
    assert "rhythm" not in window.show_page(SettingsPage(window, "appearance")).items
