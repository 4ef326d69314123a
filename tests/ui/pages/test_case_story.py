"""A case story in the real window, by keyboard: too much, the remedy, own words, the file and the log."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication

from desks import a_stay, resident_of
from journeys.keyboard import Keyboard
from page_windows import ChosenFiles, PageWindow, in_front, press, settle
from refugedesk.reporting.readers.pdf_file import page_texts
from refugedesk.services import views
from refugedesk.services.desk import Desk
from refugedesk.services.handing_over import handed_over_rows
from refugedesk.services.interchange import import_folder
from refugedesk.ui.main_window import MainWindow
from refugedesk.ui.pages.case_story import StoryPage
from refugedesk.ui.pages.returns import ReturnsPage
from refugedesk.ui.style import Style
from stores import CITY_REFUGE


@pytest.fixture
def keys(application: QApplication, desk: Desk, tmp_path: Path) -> Iterator[Keyboard]:
    """The whole window over City Refuge."""
    assert import_folder(desk, CITY_REFUGE).faults == ()
    settings = QSettings(str(tmp_path / "look.ini"), QSettings.Format.IniFormat)
    window = MainWindow(desk, Style(application, settings), settings, ChosenFiles())
    with in_front(window):
        yield Keyboard(window)


def test_a_story_is_told_by_keyboard(keys: Keyboard, tmp_path: Path) -> None:
    keys.shortcut(Qt.Key.Key_5)
    keys.page(ReturnsPage)
    keys.tab_to_button("A case story…")
    page = keys.page(StoryPage)
    press("Farah Jarvis")
    settle()
    press("\n")
    settle()
    told = page.told
    assert told is not None and not any(way.isEnabled() for way in told.ways)
    for words in [tick.text() for tick in page.ticks.ticks.values()]:
        keys.tab_to_button(words)
    assert told.notice.words.text().startswith("Fewer than 5 people fit this story")
    assert not any(way.isEnabled() for way in told.ways)

    keys.tab_to_button("Leave it out")
    assert told.notice.words.text().startswith("5 people or more") and all(way.isEnabled() for way in told.ways)
    told.own.setFocus()
    press("She came on 3 May.")
    settle()
    assert "a day" in told.warning.text() and not told.ways[0].isEnabled()
    keys.tab_to_button("I have looked at these words")
    assert told.ways[0].isEnabled()

    keys.shortcut(Qt.Key.Key_S)
    assert told.to_whom_line.problem.words == "Say for whom it is."
    press("The trust")
    dialogs = keys.window.dialogs
    assert isinstance(dialogs, ChosenFiles)
    dialogs.path = tmp_path / "story.pdf"
    keys.shortcut(Qt.Key.Key_S)
    assert page.status.text.text() == "Saved 14:05 as story.pdf, and written down."
    assert dialogs.offered == "case-story.pdf"
    words = " ".join("".join(page_texts((tmp_path / "story.pdf").read_bytes())).split())
    assert "A case story" in words and "Who came" in words and "She came on 3 May." in words
    assert not any(name in words for name in ("Farah", "Jarvis", "Ana", "City Refuge", "Coventry", "2021", "1977"))
    [row] = handed_over_rows(keys.window.desk)
    assert (row.to_whom, row.how) == ("The trust", "As files")

    keys.tab_to_button("Copy")
    assert QApplication.clipboard().text() == told.story.text
    assert len(handed_over_rows(keys.window.desk)) == 2


def test_a_house_of_few_has_no_story_to_tell(window: PageWindow) -> None:
    stay = a_stay(window.desk, "Farah")
    page = window.show_page(StoryPage(window, resident_of(window.desk, stay)))
    assert page.told is not None
    assert page.told.notice.words.text().startswith("Fewer than 5 people were there")
    assert not any(way.isEnabled() for way in page.told.ways)
    assert views.residents(window.desk, "all").rows


def test_before_anybody_is_chosen_the_line_for_a_name_stands_at_the_top(window: PageWindow) -> None:
    page = window.show_page(StoryPage(window))
    page.resize(1200, 700)
    settle()
    assert page.whose.mapTo(page, page.whose.rect().topLeft()).y() < 100
