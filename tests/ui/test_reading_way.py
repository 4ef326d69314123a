"""For those who read from the right, rows and keys go the other way; time does not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from pseudo import pseudo_catalogue
from refugedesk.services.papers import Paper
from refugedesk.ui.icons import icon
from refugedesk.ui.paper.sheets import as_html
from refugedesk.ui.reading_way import across
from refugedesk.ui.translations import install
from refugedesk.ui.widgets.badges import Badge, paint_badge
from refugedesk.ui.widgets.board_grid import BoardGrid
from refugedesk.ui.widgets.chips import FilterChips
from refugedesk.ui.widgets.nights_plot import NightsPlot

LEFT, RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
WIDTH = 200


@pytest.fixture
def from_the_right(application: QApplication) -> Iterator[None]:
    install(application, pseudo_catalogue(application), "ar")
    yield
    install(application, None)


def inked(way: Qt.LayoutDirection, badge: Badge) -> tuple[int, int]:
    """The first and the last column in which something of a badge is painted."""
    image = QImage(WIDTH, 24, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setLayoutDirection(way)
    paint_badge(painter, QRectF(image.rect()), badge, QColor("black"))
    painter.end()
    ground = image.pixel(WIDTH // 2, 0)
    columns = [x for x in range(WIDTH) if any(image.pixel(x, y) != ground for y in range(image.height()))]
    return columns[0], columns[-1]


def test_a_badge_begins_where_reading_begins(application: QApplication) -> None:
    shape = Badge("", "full", "accent")
    first, last = inked(LEFT, shape)
    assert inked(RIGHT, shape) == (WIDTH - 1 - last, WIDTH - 1 - first)
    assert inked(LEFT, Badge("High", "diamond"))[1] < WIDTH // 2 < inked(RIGHT, Badge("High", "diamond"))[0]


def test_a_part_lies_at_the_same_distance_from_the_other_edge(application: QApplication) -> None:
    image = QImage(10, 10, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setLayoutDirection(RIGHT)
    assert across(painter, QRectF(10, 0, 100, 8), QRectF(20, 1, 30, 4)) == QRectF(70, 1, 30, 4)
    painter.end()


@pytest.mark.parametrize("way", [LEFT, RIGHT])
def test_the_arrow_that_points_onward_goes_to_the_next_chip(application: QApplication, way: Qt.LayoutDirection) -> None:
    chips, told = FilterChips("Which"), list[str]()
    chips.setLayoutDirection(way)
    chips.chosen.connect(told.append)
    chips.show_chips([("a", "A", 1), ("b", "B", 2), ("c", "C", 3)], "a")
    chips.show()
    QTest.keyClick(chips.chips[0], Qt.Key.Key_Right if way == LEFT else Qt.Key.Key_Left)
    assert told == ["b"]
    chips.deleteLater()


def test_nights_run_from_left_to_right_in_every_language(from_the_right: None) -> None:
    window = QWidget()
    made = [BoardGrid(window), NightsPlot(window)]
    assert window.layoutDirection() == RIGHT
    assert [each.layoutDirection() for each in made] == [LEFT, LEFT]
    window.deleteLater()


def apart(one: QImage, other: QImage) -> int:
    """How far two pictures are apart: the differences of what covers each point."""
    places = [(x, y) for x in range(one.width()) for y in range(one.height())]
    return sum(abs(one.pixelColor(*place).alpha() - other.pixelColor(*place).alpha()) for place in places)


def test_an_arrow_back_points_the_other_way(application: QApplication) -> None:
    usual = icon("arrow-left").pixmap(18, 18).toImage()
    install(application, pseudo_catalogue(application), "ar")
    try:
        turned = icon("arrow-left").pixmap(18, 18).toImage()
        same = icon("lock").pixmap(18, 18).toImage()
    finally:
        install(application, None)
    assert apart(turned, usual.flipped(Qt.Orientation.Horizontal)) < apart(turned, usual) / 4
    assert same == icon("lock").pixmap(18, 18).toImage()


def test_a_paper_of_the_house_is_read_as_the_window_is_and_one_for_others_as_english(from_the_right: None) -> None:
    ways = {kind: as_html(Paper(kind, "T", "", (), "")).partition(">")[0] for kind in ("roll_call", "case_story")}
    assert ways == {"roll_call": '<body dir="rtl"', "case_story": '<body dir="ltr"'}
