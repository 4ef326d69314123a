"""Somebody is looking: nothing on a page can be read but what the keyboard or the mouse is on."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, QSettings, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desks import a_stay, a_unit, resident_of
from page_windows import ChosenFiles, settle
from refugedesk.services.desk import Desk
from refugedesk.ui.main_window import MainWindow
from refugedesk.ui.pages.board import BoardPage
from refugedesk.ui.pages.person import PersonPage
from refugedesk.ui.pages.residents import ResidentsPage
from refugedesk.ui.style import Style
from refugedesk.ui.tokens import ROW_HEIGHT
from refugedesk.ui.veil import COARSENESS


@pytest.fixture
def shown(application: QApplication, desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    for name, room in (("Farah", "Room 1"), ("Mina", "Room 2")):
        a_stay(desk, name, a_unit(desk, room))
    settings = QSettings(str(tmp_path_factory.mktemp("look") / "look.ini"), QSettings.Format.IniFormat)
    window = MainWindow(desk, Style(application, settings), settings, ChosenFiles())
    window.resize(1366, 768)
    window.show()
    settle()
    yield window
    window.tasks.finish()
    window.close()
    window.deleteLater()
    settle()


def _picture(window: MainWindow, widget: QWidget, part: QRect | None = None) -> QImage:
    where = part or widget.rect()
    return window.grab(QRect(widget.mapTo(window, where.topLeft()), where.size())).toImage()


def _sharpness(image: QImage) -> int:
    """The greatest step in brightness from one pixel to the next: the edge of a letter is steep."""
    grey = [[image.pixelColor(x, y).lightness() for x in range(image.width())] for y in range(image.height())]
    return max(abs(one - other) for line in grey for one, other in pairwise(line))


def test_f8_blurs_a_page_and_f8_again_shows_it(shown: MainWindow, desk: Desk) -> None:
    shown.navigator.open("person", resident_id=resident_of(desk, a_stay(desk, "Quillfeather")))
    settle()
    page = shown._page
    assert isinstance(page, PersonPage)
    name = page.header.name
    before = _picture(shown, name)
    assert _sharpness(before) > 100
    QTest.keyClick(shown, Qt.Key.Key_F8)
    assert shown.veil.is_on and shown.rail.blur.isChecked()
    assert _sharpness(_picture(shown, name)) < 100 // (COARSENESS // 3)
    QTest.keyClick(shown, Qt.Key.Key_F8)
    settle()
    assert _picture(shown, name) == before


def test_a_page_that_is_opened_while_somebody_looks_is_never_seen(shown: MainWindow) -> None:
    QTest.keyClick(shown, Qt.Key.Key_F8)
    shown.navigator.open("residents", chip="all")
    page = shown._page
    assert isinstance(page, ResidentsPage)
    assert shown.veil.geometry() == page.geometry()
    assert shown.veil._picture is None
    assert _sharpness(_picture(shown, page.meaning)) == 0


def test_the_row_that_has_the_keyboard_can_be_read_and_the_others_cannot(shown: MainWindow) -> None:
    shown.navigator.open("residents", chip="all")
    page = shown._page
    assert isinstance(page, ResidentsPage)
    page.list.setFocus()
    page.list.selectRow(1)
    QTest.keyClick(shown, Qt.Key.Key_F8)
    shown.veil.refresh()
    inside = page.list.viewport()
    rows = [page.list.visualRect(page.model.index(number, 0)) for number in range(2)]
    pictures = [
        _picture(shown, inside, QRect(QPoint(12, row.top() + 2), QPoint(140, row.bottom() - 2))) for row in rows
    ]
    assert _sharpness(pictures[1]) > 80 > _sharpness(pictures[0])


def test_on_the_bed_board_only_the_unit_under_the_hand_can_be_read(shown: MainWindow) -> None:
    shown.navigator.open("board")
    settle()
    page = shown._page
    assert isinstance(page, BoardPage)
    page.grid.setFocus()
    page.grid.go_to(page.grid.rows[1].unit_id)
    QTest.keyClick(shown, Qt.Key.Key_F8)
    shown.veil.refresh()
    first, second = (
        _picture(shown, page.grid, QRect(0, (row + 1) * ROW_HEIGHT + 8, page.grid.width(), ROW_HEIGHT - 16))
        for row in range(2)
    )
    assert _sharpness(second) > 80 > _sharpness(first)
