"""Who sees a file: hidden from a colleague and shown again, opened in an emergency, taken note of at Home."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from desks import NOON, a_stay, a_unit, resident_of
from page_windows import PageWindow
from refugedesk.services import hiding
from refugedesk.ui.pages.home import HomePage
from refugedesk.ui.pages.sight import SightPage
from sightings import House, a_house


@pytest.fixture
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    return a_house(tmp_path_factory.mktemp("house") / "store")


@pytest.fixture
def opened(application: QApplication, house: House) -> Iterator[dict[str, PageWindow]]:
    windows: dict[str, PageWindow] = {}
    yield windows
    for window in windows.values():
        window.desk.close()


def _window(opened: dict[str, PageWindow], house: House, name: str) -> PageWindow:
    for other in opened.values():
        other.desk.close()
    opened[name] = PageWindow(house.open(name, NOON))
    return opened[name]


def _press(page: SightPage | HomePage, words: str) -> None:
    next(each for each in page.findChildren(QPushButton) if each.accessibleName().startswith(words)).click()


def test_a_file_is_hidden_from_a_colleague_and_shown_again(opened: dict[str, PageWindow], house: House) -> None:
    window = _window(opened, house, "Ana Silva")
    page = window.show_page(SightPage(window, "resident", house.resident))
    page.refresh()
    page.hide_now.click()
    assert page._who_line.problem.words == "Choose whom to hide it from."
    page.who.setCurrentIndex(page.who.findText("Sam Okoro, manager"))
    page.why.setText("A cousin")
    page.hide_now.click()
    assert [row.hidden_from for row in hiding.hidden_from(window.desk, "resident", house.resident)] == ["Sam Okoro"]
    _press(page, "Show the file to Sam Okoro again")
    _press(page, "Show it to Sam Okoro")
    assert hiding.hidden_from(window.desk, "resident", house.resident) == ()


def test_an_emergency_is_told_at_home_until_somebody_takes_note(opened: dict[str, PageWindow], house: House) -> None:
    window = _window(opened, house, "Wen Li")
    page = window.show_page(SightPage(window, "resident", house.resident))
    page.refresh()
    page.open_now.click()
    assert "few words" in page.outcome.words.text()
    page.reason.setText("The hospital asks for her solicitor")
    page.open_now.click()
    assert page._emergency.isHidden()
    window = _window(opened, house, "Robin Field")
    home = window.show_page(HomePage(window))
    home.refresh()
    assert "The hospital asks" in " ".join(
        label.accessibleName() for label in home.openings.findChildren(type(home.meaning))
    )
    _press(home, "I have taken note")
    assert home.openings.isHidden()


def test_a_key_worker_of_somebody_else_hides_nothing(opened: dict[str, PageWindow], house: House) -> None:
    window = _window(opened, house, "Wen Li")
    page = window.show_page(SightPage(window, "resident", house.resident))
    page.refresh()
    assert page._form.isHidden()


def test_it_says_whose_file_it_is_and_asks_for_nobody_where_there_is_nobody(window: PageWindow) -> None:
    key = resident_of(window.desk, a_stay(window.desk, "Farah", a_unit(window.desk)))
    page = window.show_page(SightPage(window, "resident", key))
    page.refresh()
    page.first_focus().setFocus()
    assert page.who_it_is.text() == "Farah"
    assert page._asked.isHidden() and page._nobody.isVisible()
    assert page._who_saw.hasFocus()
