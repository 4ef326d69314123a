"""Backups by themselves in the real window: in a quiet minute, never while somebody types; and at once by a key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication

from desks import NOON
from page_windows import ChosenFiles, in_front, settle, shortcut
from refugedesk.services import forms
from refugedesk.services.backing_up import backup_standing
from refugedesk.services.backup_files import store_id_of
from refugedesk.services.backup_places import add_place
from refugedesk.services.clock import FixedClock
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Role
from refugedesk.ui.backup_watch import AGAIN_AFTER_LOOKS, QUIET_SECONDS
from refugedesk.ui.main_window import MainWindow
from refugedesk.ui.pages.home import HomePage
from refugedesk.ui.style import Style
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
    folder = tmp_path / "stick"
    folder.mkdir()
    add_place(desk, folder)
    return folder


def backups_on(stick: Path) -> int:
    return len(list(stick.glob("*.backup")))


def look(main: MainWindow, quiet: float) -> None:
    main.backups.begin(lambda: quiet)
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
