"""What a team works with all day is at most two steps away: a key and a choice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desks import a_desk, a_stay, a_unit, resident_of
from page_windows import ChosenFiles, in_front, settle
from refugedesk.ui.main_window import MainWindow
from refugedesk.ui.pages.board import BoardPage
from refugedesk.ui.pages.entries_section import EntriesSection
from refugedesk.ui.pages.house import HousePage
from refugedesk.ui.pages.languages import LanguagesPage
from refugedesk.ui.pages.papers import PapersPage
from refugedesk.ui.pages.person import PersonPage
from refugedesk.ui.style import Style

CTRL = Qt.KeyboardModifier.ControlModifier
OF_HOUSE = ("task", "incident", "activity_group", "hold", "void", "agency", "staff")
OF_FILE = {
    "contacts": "contact",
    "waits": "wait",
    "housing": "housing",
    "sharing": "safeguarding",
    "tasks": "incident",
    "aftercare": "aftercare_contact",
    "risk": "risk_assessment",
    "safety_plan": "safety_plan",
    "plan": "goal",
    "notes_of_stay": "note",
}
"""Section of a file -> the records listed there."""


@pytest.fixture
def window(application: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    desk = a_desk(tmp_path / "store")
    settings = QSettings(str(tmp_path / "look.ini"), QSettings.Format.IniFormat)
    made = MainWindow(desk, Style(application, settings), settings, ChosenFiles())
    with in_front(made):
        yield made
    desk.close()


def records_shown(window: MainWindow) -> set[str]:
    """The forms whose records the page lists."""
    page = window.navigator.page
    assert page is not None
    return {section.record.id for section in page.findChildren(EntriesSection) if not section.isHidden()}


@pytest.mark.parametrize("record", OF_HOUSE)
def test_from_anywhere_a_key_and_a_choice_lead_to_what_the_house_keeps(window: MainWindow, record: str) -> None:
    QTest.keyClick(window, Qt.Key.Key_6, CTRL)
    settle()
    page = window.navigator.page
    assert isinstance(page, HousePage)
    page.list.chosen.emit(record)
    settle()
    assert record in records_shown(window)


@pytest.mark.parametrize("section", OF_FILE)
def test_in_a_file_one_choice_leads_to_each_list(window: MainWindow, section: str) -> None:
    stay = a_stay(window.desk, "Farah", a_unit(window.desk))
    window.navigator.open("person", resident_id=resident_of(window.desk, stay))
    page = window.navigator.page
    assert isinstance(page, PersonPage)
    page.list.chosen.emit(section)
    settle()
    assert OF_FILE[section] in records_shown(window)


def test_one_key_leads_to_the_board_the_roll_call_and_the_language_bank(window: MainWindow) -> None:
    for key, modifier, kind in (
        (Qt.Key.Key_7, CTRL, BoardPage),
        (Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier, PapersPage),
        (Qt.Key.Key_L, CTRL, LanguagesPage),
    ):
        QTest.keyClick(window, key, modifier)
        settle()
        assert isinstance(window.navigator.page, kind)
