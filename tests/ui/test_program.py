"""One life of the window: in, at work, locked or closed, and what is said when the program has a fault."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from cheap_doors import CHEAP_DOORS
from desks import PASSPHRASE, a_desk, a_stay, a_unit
from page_windows import ChosenFiles, press, settle
from refugedesk.services import shelf
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Role
from refugedesk.supervisor import LOCKED
from refugedesk.ui.clipboard import copy_secret
from refugedesk.ui.faults import where
from refugedesk.ui.main_window import MainWindow
from refugedesk.ui.pages.search import SearchPage
from refugedesk.ui.pages.unlock import UnlockPage
from refugedesk.ui.program import Program
from refugedesk.ui.program import application as neutral
from refugedesk.ui.routes import RAIL
from refugedesk.ui.style import Style
from waiting import until

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def store(tmp_path: Path) -> Path:
    desk = a_desk(tmp_path / "store")
    a_stay(desk, "Farah", a_unit(desk), children=("Sami",))
    a_unit(desk, "Room 2")
    desk.close()
    return tmp_path / "store"


@pytest.fixture
def program(application: QApplication, tmp_path: Path, store: Path) -> Iterator[Program]:
    settings = QSettings(str(tmp_path / "look.ini"), QSettings.Format.IniFormat)
    hooks = sys.excepthook, sys.unraisablehook
    made = Program(
        application, store, CHEAP_DOORS, settings, lambda _error: "It stands in the log.", LOCKED, ChosenFiles()
    )
    assert made.entry is not None
    made.entry.show()
    made.entry.activateWindow()
    settle()
    yield made
    made.watch.end()
    sys.excepthook, sys.unraisablehook = hooks
    for window in (made.window, made.entry):
        if window is not None:
            window.tasks.finish()
            window.hide()
            window.deleteLater()
    if made.desk is not None:
        made.desk.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    settle()


@pytest.fixture
def window(program: Program) -> MainWindow:
    """The window after unlocking by keyboard."""
    assert program.entry is not None
    assert isinstance(program.entry.page, UnlockPage)
    press(f"Ana Silva\n{PASSPHRASE}\n")
    until(lambda: program.window)
    assert program.window is not None
    program.window.activateWindow()
    settle()
    return program.window


def the_desk(program: Program) -> Desk:
    assert program.desk is not None
    return program.desk


def key(window: MainWindow, which: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.windowHandle(), which, modifier)
    settle()


def words_on(window: MainWindow) -> str:
    return " ".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def test_f12_ends_with_the_status_that_asks_for_a_fresh_window(program: Program, window: MainWindow) -> None:
    key(window, Qt.Key.Key_F12)
    assert program.status == LOCKED
    assert not the_desk(program).is_open
    assert not window.isVisible()


def test_f12_locks_from_within_a_field_too(program: Program, window: MainWindow) -> None:
    window.navigator.open("referral")
    settle()
    key(window, Qt.Key.Key_F12)
    assert program.status == LOCKED


def test_locking_keeps_what_was_being_typed(program: Program, window: MainWindow, store: Path) -> None:
    key(window, Qt.Key.Key_N, CTRL)
    known_as = next(each for each in window.findChildren(QLineEdit) if each.accessibleName() == "Name given, if any")
    known_as.setFocus()
    press("Noor")
    key(window, Qt.Key.Key_F12)
    desk = CHEAP_DOORS.open(store, "Ana Silva", PASSPHRASE)
    kept = shelf.kept(desk)
    assert [each.record_id for each in kept] == ["referral"]
    assert shelf.resume(desk, kept[0].id).answers["known_as"] == "Noor"
    desk.close()


def test_a_page_that_cannot_keep_its_text_does_not_stop_the_lock(program: Program, window: MainWindow) -> None:
    def break_down() -> None:
        raise KeyError("Farah")

    assert window.navigator.page is not None
    window.navigator.page.keep = break_down  # type: ignore[method-assign]
    key(window, Qt.Key.Key_F12)
    assert program.status == LOCKED
    assert not the_desk(program).is_open


def test_locking_clears_the_clipboard(program: Program, window: MainWindow) -> None:
    copy_secret("4K7QZ")
    key(window, Qt.Key.Key_F12)
    assert QGuiApplication.clipboard().text() == ""


def test_idleness_locks(program: Program, window: MainWindow) -> None:
    program.watch._last_life -= 600
    program.watch.tick()
    assert program.status == LOCKED


def test_closing_ends_with_nought_and_closes_the_store(program: Program, window: MainWindow) -> None:
    window.close()
    settle()
    assert program.status == 0
    assert not the_desk(program).is_open


def test_the_windows_title_says_nothing_whatever_is_open(program: Program, window: MainWindow) -> None:
    for name in RAIL:
        window.navigator.open(name)
        assert window.windowTitle() == "Desk"
    assert neutral().applicationDisplayName() == "Desk"


def test_ctrl_and_a_number_goes_to_each_page(program: Program, window: MainWindow) -> None:
    for place, name in enumerate(RAIL, 1):
        key(window, Qt.Key(Qt.Key.Key_0 + place), CTRL)
        assert window.navigator.place.name == name
        assert window.rail.items[name].isChecked()


def test_escape_goes_back(program: Program, window: MainWindow) -> None:
    window.navigator.start_at("residents")
    window.navigator.open("help", topic="person")
    settle()
    key(window, Qt.Key.Key_Escape)
    assert window.navigator.place.name == "residents"


def test_f1_opens_the_help_of_the_page(program: Program, window: MainWindow) -> None:
    window.navigator.start_at("units")
    key(window, Qt.Key.Key_F1)
    assert window.navigator.place == type(window.navigator.place)("help", {"topic": "units"})


def test_slash_searches_as_one_types_and_enter_opens(program: Program, window: MainWindow) -> None:
    key(window, Qt.Key.Key_Slash)
    assert window.top.search.hasFocus()
    press("far")
    until(lambda: isinstance(window.navigator.page, SearchPage))
    page = window.navigator.page
    assert isinstance(page, SearchPage)
    assert [hit.title for hit in page.model.rows] == ["Farah"]
    assert window.top.search.hasFocus()
    press("\n")
    settle()
    assert window.navigator.place.name == "person"
    assert window.top.search.text() == ""


def test_a_slash_in_a_field_is_a_slash(program: Program, window: MainWindow) -> None:
    window.navigator.open("referral")
    settle()
    known_as = next(each for each in window.findChildren(QLineEdit) if each.accessibleName() == "Name given, if any")
    known_as.setFocus()
    key(window, Qt.Key.Key_Slash)
    assert known_as.text() == "/"
    assert not window.top.search.hasFocus()


def test_escape_in_the_search_goes_back_to_where_one_was(program: Program, window: MainWindow) -> None:
    window.navigator.start_at("units")
    settle()
    key(window, Qt.Key.Key_K, CTRL)
    press("far")
    until(lambda: window.navigator.place.name == "search")
    press("\x1b")
    settle()
    assert window.navigator.place.name == "units"
    assert window.top.search.text() == ""


def test_a_bug_is_said_without_what_it_says_and_work_goes_on(program: Program, window: MainWindow) -> None:
    program.faults.catch_all()
    try:
        raise KeyError("Farah is in Room 4")
    except KeyError as error:
        sys.excepthook(KeyError, error, error.__traceback__)
    settle()
    assert window.faults.isVisible()
    assert "KeyError at test_program.py" in words_on(window)
    assert "Farah is in" not in words_on(window)


def test_what_a_role_may_not_do_is_said_and_is_no_fault(program: Program, window: MainWindow) -> None:
    program.faults.catch_all()
    desk = the_desk(program)
    desk.user = replace(desk.user, role=Role.READ_ONLY)
    key(window, Qt.Key.Key_N, CTRL)
    assert "Only a key worker or a manager can change records" in words_on(window)
    assert not window.faults.isVisible()
    window.navigator.open("units")
    assert not window.refusal.isVisible()


def test_an_administrator_is_shown_no_records(application: QApplication, store: Path, tmp_path: Path) -> None:
    desk = CHEAP_DOORS.open(store, "Ana Silva", PASSPHRASE)
    desk.user = replace(desk.user, role=Role.ADMINISTRATOR)
    settings = QSettings(str(tmp_path / "look.ini"), QSettings.Format.IniFormat)
    window = MainWindow(desk, Style(application, settings), settings, ChosenFiles())
    window.show()
    settle()
    assert set(window.rail.items) == {"home", "help", "settings"}
    assert "No records are shown to administrators" in words_on(window)
    window.tasks.finish()
    window.deleteLater()
    desk.close()


def test_where_a_bug_was_names_the_place_and_never_the_answer() -> None:
    try:
        raise ValueError("Farah")
    except ValueError as error:
        assert where(error).startswith("ValueError at test_program.py:")


def test_settings_hold_where_the_window_stood_and_how_it_looks_and_nothing_else(
    program: Program, window: MainWindow, tmp_path: Path
) -> None:
    window.navigator.open("search", text="Farah")
    window.close()
    program._kept.sync()
    assert set(program._kept.allKeys()) <= {"geometry", "theme"}
    assert "Farah" not in (tmp_path / "look.ini").read_text("utf-8")
