"""A manager sees what is due, holds a file, asks for a purge; another confirms it with a passphrase of their own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from desks import PASSPHRASE
from page_windows import PageWindow
from purging import LATER, Case, a_case
from refugedesk.services import holds, purges, retention
from refugedesk.services.roles import Action
from refugedesk.ui.pages.keeping import KeepingPage
from refugedesk.ui.pages.purge import PurgePage
from refugedesk.ui.pages.settings import SettingsPage
from refugedesk.ui.pages.settings_panels.retention import RetentionPanel
from refugedesk.ui.pages.sight import SightPage
from sightings import MARKER
from vaults import CHEAP
from waiting import until


@pytest.fixture
def case(application: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    case = a_case(tmp_path_factory.mktemp("case") / "store")
    yield case
    case.desk.close()


@pytest.fixture
def window(case: Case) -> PageWindow:
    return PageWindow(case.desk)


def purge_page(window: PageWindow, case: Case) -> PurgePage:
    page = window.show_page(PurgePage(window, "resident", case.house.resident))
    page.refresh()
    return page


def press(page: PurgePage, words: str) -> None:
    next(each for each in page.findChildren(QPushButton) if each.accessibleName().startswith(words)).click()


def test_a_purge_is_asked_for_and_confirmed_by_somebody_else(
    window: PageWindow, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = purge_page(window, case)
    assert "It takes" in page.asking.told.text() and "2 half-typed forms" in page.asking.told.text()
    assert "backups that are not plugged in" in page.asking.told.text()
    assert not page.asking.early.isHidden(), "it is not due"
    page.asking.ask_now.click()
    assert page.asking._reason_line.problem.words == "Say why, without a name."
    page.asking.reason.setText("It is time")
    page.asking.ask_now.click()
    assert page.asking.isHidden() and not page.confirming.isHidden()
    assert page.confirming.name.text() == "", "whoever asked does not confirm"

    monkeypatch.setattr(purges, "confirm", partial(purges.confirm, floor=CHEAP))
    page.confirming.name.setText("Sam Okoro")
    page.confirming.passphrase.setText("not this one at all")
    page.confirming.confirm_now.click()
    until(lambda: not page.outcome.isHidden() and page.outcome.objectName() == "dangerNotice")
    assert case.hits > 100 and page.confirming.passphrase.text() == ""
    page.confirming.passphrase.setText(PASSPHRASE)
    page.confirming.confirm_now.click()
    until(lambda: page.outcome.objectName() == "goodNotice")
    assert page.outcome.words.text().startswith("Purged.")
    assert case.hits == 0 and MARKER not in page.who.text()


def test_a_file_is_held_and_held_no_longer(window: PageWindow, case: Case) -> None:
    page = purge_page(window, case)
    press(page, "Hold this file")
    page.holding.hold_now.click()
    assert "Say what kind" in page.outcome.words.text()
    page.holding.for_whom.setText("Coventry Family Court")
    page.holding.reason.setText("Order to keep the records")
    page.holding.until.setText("31 feb")
    page.holding.hold_now.click()
    assert page.holding._until_line.problem.words
    page.holding.until.setText("1 6 2021")
    page.holding.hold_now.click()
    assert [row.for_whom for row in holds.holds_on(case.desk, *page.file)] == ["Coventry Family Court"]
    assert "Held" in page.how_long.text()
    press(page, "End the hold for Coventry Family Court")
    press(page.holding.question, "End the hold")  # type: ignore[arg-type]
    assert holds.holds_on(case.desk, *page.file) == ()


def test_the_list_tells_what_is_due_and_opens_the_file(window: PageWindow, case: Case) -> None:
    asked = purges.ask(case.desk, "resident", case.house.resident, purges.Scope.WHOLE, "It is time")
    page = window.show_page(KeepingPage(window))
    page.refresh()
    assert page.model.rows == () or not page.model.rows
    page._choose("later")
    assert [MARKER in row.who for row in page.model.rows] == [True]
    page._choose("waits")
    page.open_row(page.model.rows[0])
    assert window.navigator.way[-1] == ("purge", {"record": "resident", "id": case.house.resident})
    purges.confirm(case.desk, asked, "Sam Okoro", PASSPHRASE, CHEAP)
    page._choose("purged")
    assert [(row.id, row.stands) for row in page.model.rows] == [("", "Ana Silva and Sam Okoro: It is time")]
    before = len(window.navigator.way)
    page.open_row(page.model.rows[0])
    assert len(window.navigator.way) == before


def test_the_years_are_the_services_own(window: PageWindow, case: Case) -> None:
    page = window.show_page(SettingsPage(window, "retention"))
    panel = page.panel
    assert isinstance(panel, RetentionPanel)
    assert panel.preview.text() == "Due now: 0 files."
    panel.lines["adult_years"].setText("x")
    panel.lines["adult_years"].textEdited.emit("x")
    assert panel.problem.words and not panel.keep.isEnabled()
    panel.lines["adult_years"].setText("6")
    panel.lines["adult_years"].textEdited.emit("6")
    panel.keep.click()
    assert retention.rules(case.desk).adult_years == 6


def test_only_managers_find_the_way(case: Case) -> None:
    case.desk.close()
    for name in ("Wen Li", "Ola Reed", "Dee Marsh"):
        desk = case.house.open(name, LATER)
        assert not desk.may(Action.PURGE)
        assert "retention" not in SettingsPage(PageWindow(desk)).items
        desk.close()
    case.desk = case.house.open("Ana Silva", LATER)
    window = PageWindow(case.desk)
    page = window.show_page(SightPage(window, "resident", case.house.resident))
    press(page, "Keep or purge this file")  # type: ignore[arg-type]
    assert window.navigator.way[-1][0] == "purge"


def test_a_file_of_somebody_who_lives_here_can_be_held_and_not_purged(window: PageWindow, case: Case) -> None:
    page = window.show_page(PurgePage(window, "resident", case.house.other_resident))
    page.refresh()
    assert page.how_long.text().startswith("Somebody of this file lives here.")
    assert page.asking.isHidden() and page.holding.isVisible()
    assert page.first_focus() is page.holding.open_form
