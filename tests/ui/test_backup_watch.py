"""Backups by themselves in the real window: in a quiet minute, never while somebody types; and at once by a key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication

from cheap_doors import CHEAP_DOORS
from desks import NOON, a_stay, a_stick
from page_windows import ChosenFiles, in_front, settle, shortcut
from refugedesk.services import forms, trustees
from refugedesk.services.backing_up import backup_standing
from refugedesk.services.backup_files import store_id_of
from refugedesk.services.clock import FixedClock
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Role
from refugedesk.ui.backup_watch import AGAIN_AFTER_LOOKS, QUIET_SECONDS
from refugedesk.ui.main_window import MainWindow
from refugedesk.ui.pages.home import HomePage
from refugedesk.ui.program import Program
from refugedesk.ui.style import Style
from vaults import CHEAP
from waiting import until


@pytest.fixture
def main(application: QApplication, desk: Desk, tmp_path: Path) -> Iterator[MainWindow]:
    forms.save(desk, forms.new_draft(desk, "resident", first_name="Farah"))
    forms.save(desk, forms.new_draft(desk, "unit", name="Room 1", accommodation_type="refuge", layout="shared"))
    kept = QSettings(str(tmp_path / "look.ini"), QSettings.Format.IniFormat)
    made = MainWindow(desk, Style(application, kept), kept, ChosenFiles())
    with in_front(made):
        yield made


@pytest.fixture
def stick(desk: Desk, tmp_path: Path) -> Path:
    return a_stick(desk, tmp_path)


def backups_on(stick: Path) -> int:
    return len(list(stick.glob("*.backup")))


def look(main: MainWindow, quiet: float) -> None:
    main.backups.begin(lambda: quiet)
    until(lambda: not main.tasks.is_busy)
    main.backups.look()
    until(lambda: not main.tasks.is_busy)
    settle()


def home(main: MainWindow) -> HomePage:
    main.navigator.start_at("home")
    settle()
    found = main.navigator.page
    assert isinstance(found, HomePage)
    return found


def test_one_is_made_in_a_quiet_minute_and_home_says_so(main: MainWindow, stick: Path) -> None:
    page = home(main)
    assert "No proved backup yet" in page.care.dates.text()
    look(main, QUIET_SECONDS)
    assert backups_on(stick) == 1
    assert "Last proved backup: today at 14:05" in page.care.dates.text()
    assert "Backed up and proved" in main.status.text()
    look(main, QUIET_SECONDS)
    assert backups_on(stick) == 1


def test_none_while_somebody_types(main: MainWindow, stick: Path) -> None:
    look(main, QUIET_SECONDS - 1)
    assert backups_on(stick) == 0


def test_one_that_fails_is_said_and_is_not_tried_at_every_look(main: MainWindow, stick: Path) -> None:
    in_the_way = stick / f".{store_id_of(main.desk.folder)[:12]}.backup.new"
    in_the_way.mkdir()
    look(main, QUIET_SECONDS)
    in_the_way.rmdir()
    assert "Your records are safe" in main.status.text()
    for _ in range(AGAIN_AFTER_LOOKS - 1):
        main.backups.look()
    assert not main.tasks.is_busy
    main.backups.look()
    until(lambda: not main.tasks.is_busy)
    assert backup_standing(main.desk).proved_at == NOON


def test_a_key_makes_one_at_once(main: MainWindow, stick: Path) -> None:
    home(main)
    shortcut(main, Qt.Key.Key_B)
    until(lambda: not main.tasks.is_busy)
    settle()
    assert backups_on(stick) == 1


def test_home_reminds_more_and_more_and_its_button_makes_one(main: MainWindow, stick: Path, desk: Desk) -> None:
    looks = []
    for days in (0, 1, 8, 31):
        desk.clock = FixedClock(NOON + timedelta(days=days))
        page = home(main)
        looks.append(page.care.backup.objectName() if page.care.backup.isVisible() else "")
    assert looks == ["", "notice", "cautionNotice", "dangerNotice"]
    page.care.now.click()
    until(lambda: not main.tasks.is_busy)
    settle()
    assert backups_on(stick) == 1
    assert not page.care.backup.isVisible()


@pytest.mark.parametrize("role", [Role.READ_ONLY, Role.ADMINISTRATOR])
def test_everybody_is_reminded(main: MainWindow, desk: Desk, role: Role) -> None:
    desk.clock = FixedClock(NOON + timedelta(days=9))
    desk.user = replace(desk.user, role=role)
    page = home(main)
    assert page.care.backup.isVisible()
    assert page.care.now.isVisible() is False
    assert page.care.choose.isVisible() is (role is Role.ADMINISTRATOR)


def test_home_says_when_the_shares_were_tried_and_reminds_after_half_a_year(main: MainWindow, desk: Desk) -> None:
    assert "No trustees' shares yet" in home(main).care.dates.text()
    new = trustees.make(desk, 2, 3)
    trustees.give_out(desk, new, CHEAP)
    assert "never tried" in home(main).care.dates.text()
    trustees.try_out(desk, new.shares[:2], CHEAP)
    page = home(main)
    assert "Trustees' shares last tried 12 Apr 2021" in page.care.dates.text()
    assert not page.care.shares.isVisible()
    desk.clock = FixedClock(NOON + timedelta(days=183))
    assert home(main).care.shares.isVisible()


def test_home_tells_a_manager_of_files_that_are_due_and_nobody_else(main: MainWindow, desk: Desk) -> None:
    stay = a_stay(desk, "Mina")
    leaving = forms.open_draft(desk, "stay", stay)
    leaving.set("ended_on", NOON.date())
    leaving.confirmed = {problem.rule for problem in leaving.unlikely()}
    forms.save(desk, leaving)
    desk.clock = FixedClock(NOON + timedelta(days=9 * 366))
    page = home(main)
    page.care._show_files()
    until(lambda: not main.tasks.is_busy)
    settle()
    assert "2 files have been kept for their time" in page.care.files.words.text()
    desk.user = replace(desk.user, role=Role.KEYWORKER)
    assert not home(main).care._later.isActive()


def test_an_open_store_may_begin_at_the_shares(application: QApplication, desk: Desk, tmp_path: Path) -> None:
    kept = QSettings(str(tmp_path / "look.ini"), QSettings.Format.IniFormat)
    program = Program(application, desk.folder, CHEAP_DOORS, kept, lambda _error: "", 3)
    assert program.entry is not None
    program.entry.begin_at = "trustees"
    program.open(desk)
    settle()
    try:
        assert program.window is not None
        assert program.window.navigator.place.name == "settings"
    finally:
        program.watch.end()
        program.window.tasks.finish()  # type: ignore[union-attr]
        program.window.hide()  # type: ignore[union-attr]
