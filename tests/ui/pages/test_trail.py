"""What everybody did, in the window: asked by worker, day and kind, and of one file."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desks import NOON
from page_windows import PageWindow, press
from refugedesk.services import views
from refugedesk.ui.pages.trail import TrailPage
from sightings import MARKER, House, a_house


@pytest.fixture
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    house = a_house(tmp_path_factory.mktemp("house") / "store")
    wen = house.open("Wen Li", NOON)
    views.person(wen, house.resident)
    wen.close()
    return house


@pytest.fixture
def window(application: QApplication, house: House) -> Iterator[PageWindow]:
    made = PageWindow(house.open("Ana Silva", NOON))
    yield made
    made.finish()
    made.desk.close()


def test_who_saw_this_file_opens_the_file_on_enter(window: PageWindow, house: House) -> None:
    page = window.show_page(TrailPage(window, resident_id=house.resident, kind="seen"))
    page.refresh()
    page.list.setFocus(Qt.FocusReason.TabFocusReason)
    assert (page.model.rows[0].who, page.model.rows[0].words) == ("Wen Li", f"looked at the file of {MARKER} {MARKER}")
    press("\n")
    assert window.navigator.way == [("person", {"resident_id": house.resident})]


def test_it_is_asked_by_worker_and_day_and_says_where_a_day_is_none(window: PageWindow, house: House) -> None:
    page = window.show_page(TrailPage(window, account_id=house.accounts["Wen Li"]))
    page.refresh()
    assert {entry.who for entry in page.model.rows} == {"Wen Li"}
    page.day.setText("y")
    page.day.editingFinished.emit()
    assert page.model.rows == ()
    assert page.meaning.text() == "Nothing was done that fits."
    page.day.setText("nonsense")
    page.day.editingFinished.emit()
    assert "not a day" in page._day_line.problem.words


def test_older_deeds_come_under_the_newer(window: PageWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("refugedesk.services.trail.PAGE", 5)
    page = window.show_page(TrailPage(window))
    page.refresh()
    first = page.model.rows
    page.older.click()
    assert page.model.rows[: len(first)] == first
    assert len(page.model.rows) > len(first)
