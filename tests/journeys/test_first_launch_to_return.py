"""From the first launch to a return in the council's hands, in the real window, with nothing faked but the file
dialog and the clock."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desks import NOON, PASSPHRASE
from page_windows import ChosenFiles, press, settle
from refugedesk.domain.spans import Period
from refugedesk.services import views
from refugedesk.services.clock import FixedClock
from refugedesk.supervisor import LOCKED
from refugedesk.ui.doors import real_doors
from refugedesk.ui.forms.readable_section import ReadableSection
from refugedesk.ui.main_window import MainWindow
from refugedesk.ui.pages.arrival import ArrivalPage
from refugedesk.ui.pages.first_run import FirstRunPage
from refugedesk.ui.pages.page import Page
from refugedesk.ui.pages.person import PersonPage
from refugedesk.ui.pages.referral_form import ReferralPage
from refugedesk.ui.pages.returns import ReturnsPage
from refugedesk.ui.pages.stacked_section import StackedSection
from refugedesk.ui.pages.unit_form import UnitPage
from refugedesk.ui.program import Program
from waiting import until

PageType = TypeVar("PageType", bound=Page)
CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
SPRING = Period(date(2021, 4, 1), date(2021, 6, 30))


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    found = QApplication.instance()
    application = found if isinstance(found, QApplication) else QApplication([])
    settings = QSettings(str(tmp_path / "look.ini"), QSettings.Format.IniFormat)
    hooks = sys.excepthook, sys.unraisablehook
    made = Program(
        application,
        tmp_path / "store",
        real_doors(FixedClock(NOON)),
        settings,
        lambda _error: "",
        LOCKED,
        ChosenFiles(),
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


def first_run(program: Program) -> MainWindow:
    """The service, the first person, the recovery key shown and typed back."""
    assert program.entry is not None
    page = program.entry.page
    assert isinstance(page, FirstRunPage)
    press("Harbour House\nCoventry\n")
    press(f"Sam Taylor\t{PASSPHRASE}\t\t")
    page.you.passphrase.type(PASSPHRASE)
    page.on.click()
    until(lambda: page.steps[page.at] is page.key, 60)  # Argon2id takes its time
    key = page.key.key
    page.on.click()
    press(key.lower().replace("-", " "))
    page.on.click()
    until(lambda: program.window, 60)
    assert program.window is not None
    program.window.activateWindow()
    settle()
    return program.window


def key(window: MainWindow, which: Qt.Key, modifier: Qt.KeyboardModifier = CTRL) -> None:
    QTest.keyClick(window.windowHandle(), which, modifier)
    settle()


def page_of(window: MainWindow, kind: type[PageType]) -> PageType:
    settle()
    page = window.navigator.page
    assert isinstance(page, kind), page
    return page


def add_unit(window: MainWindow) -> None:
    key(window, Qt.Key.Key_4)
    key(window, Qt.Key.Key_N)
    page = page_of(window, UnitPage)
    for field, typed in {
        "name": "Room 1",
        "accommodation_type": "refuge",
        "bedspaces": "3",
        "open_from": "1 1 2021",
    }.items():
        page.form.focus_on(field)
        press(f"{typed}\t")
    key(window, Qt.Key.Key_S)


def refer(window: MainWindow) -> None:
    key(window, Qt.Key.Key_2)
    key(window, Qt.Key.Key_N)
    page = page_of(window, ReferralPage)
    press("police\tFarah\t1\t\tCoventry\tFoleshill\th\ta\t")
    page.move_in_button.click()


def move_in(window: MainWindow) -> None:
    page = page_of(window, ArrivalPage)
    page.who.focus_on("date_of_birth")
    press("3 5 1990\t")
    page.room.focus_on("unit_id")
    press("room\t")
    page.children_part.blocks[0].form.focus_on("first_name")
    press("Sami\t1 3 2017\tm")
    assert page.move_in()


def section_of(page: PersonPage, key: str) -> ReadableSection:
    page.list.choose(key)
    assert isinstance(page.section, ReadableSection)
    return page.section


def record_and_move_on(window: MainWindow) -> None:
    page = page_of(window, PersonPage)
    section_of(page, "needs").open_form("needs")
    press(" \x1b")
    page.list.choose("abuse")
    assert isinstance(page.section, StackedSection)
    page.section.open_form("abuse")
    press(" \x1b")
    page.header.next.click()
    settle()
    moving = page.section
    assert isinstance(moving, ReadableSection)
    press("\tcouncil ten\tLeeds\ty")
    moving.done.click()
    settle()
    assert not moving.is_open, moving.status.text.text()


def make_return(window: MainWindow, path: Path) -> None:
    key(window, Qt.Key.Key_5)
    page = page_of(window, ReturnsPage)
    page.choice.period.setCurrentIndex([choice.period for choice in page.choice.periods].index(SPRING))
    key(window, Qt.Key.Key_Return)
    until(lambda: page.prepared or page.refusal, 20)
    assert page.prepared, page.refusal
    assert isinstance(window.dialogs, ChosenFiles)
    window.dialogs.path = path
    key(window, Qt.Key.Key_S)
    settle()
    until(path.exists, 60)
    until(lambda: not window.tasks.is_busy, 60)


def test_from_the_first_launch_to_a_return(program: Program, tmp_path: Path) -> None:
    window = first_run(program)
    add_unit(window)
    refer(window)
    move_in(window)
    record_and_move_on(window)

    [resident] = views.residents(window.desk, "all").rows
    [stay] = views.person(window.desk, resident.id).stays
    assert (resident.name, resident.age, stay.unit) == ("Farah", 30, "Room 1")
    assert [(child.name, child.age) for child in stay.children] == [("Sami", 4)]
    assert len(stay.needs) == len(stay.abuse) == 1
    assert stay.move_on == "Council tenancy"
    assert stay.placements[0].to_on == stay.ended_on == window.desk.today

    make_return(window, tmp_path / "return.json")
    tables = {table["id"]: table for table in json.loads((tmp_path / "return.json").read_bytes())["tables"]}
    assert tables["flow"]["measures"]["started"] is None  # one stay: withheld
    assert tables["age"]["base"] is None
    assert {row["count"] for row in tables["age"]["rows"] if "percent" in row} == {None}  # zeros too: its base is small

    key(window, Qt.Key.Key_F12, NONE)
    assert program.status == LOCKED
    leaked = [path for path in tmp_path.rglob("*") if path.is_file() and b"Farah" in path.read_bytes()]
    assert leaked == []
