"""The bed board: what holds each unit on which night, who fits, and what a key or a drag does."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from desks import a_stay, a_unit
from page_windows import PageWindow, press, settle
from refugedesk.domain.fields import Answer
from refugedesk.services import forms, views
from refugedesk.services.board import Household, board, confirm_vacancies, vacancy_card
from refugedesk.services.desk import Desk
from refugedesk.ui.pages.board import BACK, BoardPage
from refugedesk.ui.tokens import ROW_HEIGHT
from refugedesk.ui.widgets.board_grid import LABEL_WIDTH


def saved(desk: Desk, record: str, **answers: Answer) -> str:
    """A record in the store, said to be right where it is unlikely; its key."""
    draft = forms.new_draft(desk, record, **answers)
    draft.confirmed = {problem.rule for problem in draft.unlikely()}
    return forms.save(desk, draft).id


@pytest.fixture
def page(window: PageWindow) -> BoardPage:
    """Farah in Room 1 with Sam, Room 2 and Room 3 empty."""
    a_stay(window.desk, "Farah", a_unit(window.desk), ("Sam",))
    a_unit(window.desk, "Room 2")
    a_unit(window.desk, "Room 3")
    return window.show_page(BoardPage(window))


def states(desk: Desk, days: int = 0) -> list[str]:
    """What holds each unit on a night."""
    night = desk.today + timedelta(days)
    return [span.kind if (span := row.on(night)) else "free" for row in board(desk, desk.today, 30)]


def test_a_night_belongs_to_the_day_on_which_it_begins(page: BoardPage) -> None:
    desk = page.desk
    two, three = (row.unit_id for row in board(desk, desk.today, 1)[1:])
    in_two_days = desk.today + timedelta(2)
    saved(desk, "void", unit_id=two, reason="repair", from_on=desk.today, to_on=None)
    saved(desk, "hold", unit_id=three, held_on=desk.today, until_on=in_two_days)
    assert states(desk) == ["occupied", "void", "held"]
    assert states(desk, 2) == ["occupied", "void", "held"]
    assert states(desk, 3) == ["occupied", "void", "free"]
    leaving = forms.open_draft(desk, "stay", views.residents(desk, "here").rows[0].stay_id or "")
    leaving.set("ended_on", desk.today)
    forms.save(desk, leaving)
    assert states(desk)[0] == "free"


def test_arrows_say_what_is_under_the_hand_and_enter_opens_the_file(page: BoardPage, window: PageWindow) -> None:
    assert page.said.text() == "Room 1, night of 12 Apr 2021: Farah and 1 child."
    QTest.keyClick(page.grid, Qt.Key.Key_Down)
    assert page.said.text() == "Room 2, night of 12 Apr 2021: free."
    QTest.keyClick(page.grid, Qt.Key.Key_Up)
    QTest.keyClick(page.grid, Qt.Key.Key_Return)
    name, where = window.navigator.way[-1]
    assert (name, where["resident_id"]) == ("person", views.residents(page.desk, "here").rows[0].id)


@pytest.mark.parametrize(("key", "kind"), [("h", "held"), ("v", "void")])
def test_a_key_starts_a_hold_or_a_void(page: BoardPage, key: str, kind: str) -> None:
    QTest.keyClick(page.grid, Qt.Key.Key_Down)
    press(key)
    settle()
    assert page.form is not None and page.panel.unit.text() == "Room 2"
    if key == "v":
        press("repair\t")
    QTest.keyClick(page.window().windowHandle(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert page.form is None
    assert states(page.desk) == ["occupied", kind, "free"]


def cell(page: BoardPage, unit: int, days: int) -> QPoint:
    """The middle of a unit's night, counted from today."""
    width = (page.grid.width() - LABEL_WIDTH) / page.grid.days
    return QPointF(LABEL_WIDTH + width * (BACK + days + 0.5), ROW_HEIGHT * (unit + 1.5)).toPoint()


def draw(page: BoardPage, unit: int, first: int, last: int) -> None:
    """Draws with the mouse over the nights of a unit."""
    QTest.mousePress(page.grid, Qt.MouseButton.LeftButton, pos=cell(page, unit, first))
    QTest.mouseMove(page.grid, cell(page, unit, last))
    QTest.mouseRelease(page.grid, Qt.MouseButton.LeftButton, pos=cell(page, unit, last))
    settle()


def test_drawing_over_the_nights_of_an_empty_unit_asks_and_begins_a_hold_of_them(page: BoardPage) -> None:
    draw(page, 2, 2, 5)
    assert page.panel.is_asking and page.panel.unit.text() == "Room 3"
    assert page.panel.nights.text() == "4 nights, 14 Apr to 17 Apr 2021"
    assert page.panel.hold.accessibleName() == "Hold Room 3, 4 nights, 14 Apr to 17 Apr 2021"
    assert page.panel.hold.hasFocus()
    press(" ")
    settle()
    assert page.form is not None
    page.form.finish()
    assert [states(page.desk, days)[2] for days in (1, 2, 5, 6)] == ["free", "held", "held", "free"]
    assert page.grid.nights is None and page.grid.hasFocus()


def test_drawn_backwards_it_is_a_void_of_the_same_nights_until_the_morning_after(page: BoardPage) -> None:
    draw(page, 1, 5, 2)
    press("v")
    settle()
    press("cleaning\t")
    assert page.form is not None and page.form.finish()
    assert [states(page.desk, days)[1] for days in (1, 2, 5, 6)] == ["free", "void", "void", "free"]


def test_shift_and_the_arrows_mark_nights_and_enter_asks(page: BoardPage) -> None:
    QTest.keyClick(page.grid, Qt.Key.Key_Down)
    for _ in range(2):
        QTest.keyClick(page.grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert page.said.text() == "Room 2, 3 nights, 12 Apr to 14 Apr 2021: free."
    assert page.grid.accessibleDescription() == page.said.text()
    QTest.keyClick(page.grid, Qt.Key.Key_Return)
    assert page.panel.is_asking
    press("\x1b")
    assert not page.panel.is_asking and page.grid.nights is None and page.grid.hasFocus()
    QTest.keyClick(page.grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    press("h")
    settle()
    assert page.form is not None
    days = [page.form.draft.answers[name] for name in ("held_on", "until_on")]
    assert days == [page.desk.today + timedelta(2), page.desk.today + timedelta(3)]


def test_a_click_on_an_empty_night_asks_nothing(page: BoardPage) -> None:
    draw(page, 2, 3, 3)
    assert page.panel.isHidden() and page.grid.nights is None
    assert page.said.text() == "Room 3, night of 15 Apr 2021: free."


def test_a_hold_where_somebody_lives_asks_and_is_saved_when_right(page: BoardPage) -> None:
    press("h")
    settle()
    assert page.form is not None and page.form.form is not None
    assert not page.form.finish()
    view = page.form.form.section_of("held_on")
    assert view is not None
    problem = view.rows["held_on"].problem
    assert problem.text.text() == "Somebody lives in this unit on some of these nights. Is that right?"
    problem.yes.click()
    assert page.form.finish()


def test_save_is_in_sight_beside_forty_units_and_named_after_its_unit(page: BoardPage, window: PageWindow) -> None:
    for number in range(4, 41):
        a_unit(page.desk, f"Room {number}")
    page.refresh()
    page.grid.go_to(page.grid.rows[30].unit_id)
    press("h")
    settle()
    assert page.form is not None
    assert page.form.accessibleName() == f"Hold of {page.grid.rows[30].name}"
    for part in (page.form.done, page.panel.unit):
        assert part.visibleRegion().boundingRect() == part.rect()


def test_a_move_is_a_placement_and_no_exit(page: BoardPage) -> None:
    press("m")
    QTest.keyClick(page.grid, Qt.Key.Key_Down)
    assert "Moving Farah and 1 child to Room 2" in page.said.text()
    QTest.keyClick(page.grid, Qt.Key.Key_Return)
    assert states(page.desk) == ["free", "occupied", "free"]
    [stay] = views.person(page.desk, views.residents(page.desk, "here").rows[0].id).stays
    assert (stay.ended_on, len(stay.placements)) == (None, 2)


def test_a_drag_moves_and_a_full_unit_is_asked_about_first(page: BoardPage) -> None:
    a_stay(page.desk, "Mina", board(page.desk, page.desk.today, 1)[1].unit_id)
    page.refresh()
    x = page.grid.width() * 0.5
    start, end = QPointF(x, ROW_HEIGHT * 1.5).toPoint(), QPointF(x, ROW_HEIGHT * 2.5).toPoint()
    QTest.mousePress(page.grid, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(page.grid, end)
    assert page.said.text() == "Farah and 1 child: let go to move to Room 2."
    QTest.mouseRelease(page.grid, Qt.MouseButton.LeftButton, pos=end)
    assert "Another household is in this unit" in page.said.text()
    assert states(page.desk) == ["occupied", "occupied", "free"]
    QTest.keyClick(page.grid, Qt.Key.Key_Return)
    assert states(page.desk) == ["free", "occupied", "free"]


def test_who_does_not_fit_and_why(page: BoardPage) -> None:
    desk = page.desk
    unit = forms.open_draft(desk, "unit", board(desk, desk.today, 1)[1].unit_id)
    for name, answer in (("max_children", 1), ("oldest_boy", 12), ("pets", "no"), ("men", "no")):
        unit.set(name, answer)
    forms.save(desk, unit)
    wanted = Household(people=4, children=2, oldest_boy=14, has_pets=True)
    assert [row.misfits for row in board(desk, desk.today, 1, wanted)] == [
        ("3 bed spaces for 4 people",),
        ("3 bed spaces for 4 people", "at most 1 child", "boys up to 12", "no pets"),
        ("3 bed spaces for 4 people",),
    ]
    page.fits.boy.setValue(13)
    assert page.grid.rows[1].misfits == ("boys up to 12",)


def test_a_vacancy_names_nothing(page: BoardPage) -> None:
    confirm_vacancies(page.desk)
    card = vacancy_card(page.desk, board(page.desk, page.desk.today, 1)[1].unit_id)
    assert card.splitlines()[0] == "Accommodation: Refuge"
    assert card.splitlines()[-1] == "Last confirmed: 12 Apr 2021"
    assert not any(word in card for word in ("Room", "City Refuge", "Coventry", "Farah"))
    QTest.keyClick(page.grid, Qt.Key.Key_Down)
    press("c")
    assert QGuiApplication.clipboard().text() == card


def test_the_board_begins_a_week_ago(page: BoardPage) -> None:
    assert page.grid.first == page.desk.today - timedelta(BACK)
    assert page.grid.night == page.desk.today


def test_what_is_under_the_hand_stays_in_sight_in_a_house_of_forty_units(page: BoardPage, window: PageWindow) -> None:
    for number in range(4, 41):
        a_unit(page.desk, f"Room {number}")
    page.refresh()
    settle()
    for _ in range(40):
        QTest.keyClick(page.grid, Qt.Key.Key_Down)
        assert page.said.visibleRegion().boundingRect() == page.said.rect()
    assert page.said.text().startswith("Room 40, night")


def test_the_numbers_of_the_household_can_be_read(page: BoardPage) -> None:
    for box in (page.fits.people, page.fits.young, page.fits.boy):
        line = box.lineEdit()
        room = line.contentsRect().marginsRemoved(line.textMargins()).width()
        assert line.fontMetrics().horizontalAdvance(box.text()) <= room, (box.text(), room)
    assert [box.text() for box in (page.fits.people, page.fits.young, page.fits.boy)] == ["1", "0", "none"]


def test_homes_made_safe_stand_after_the_rooms_however_long_their_names(page: BoardPage) -> None:
    a_unit(page.desk, "Room 10")
    saved(page.desk, "unit", name="At home", accommodation_type="sanctuary", layout="standalone")
    page.refresh()
    names = [row.name for row in page.grid.rows]
    assert names == ["Room 1", "Room 2", "Room 3", "Room 10", "At home"]
    assert [row.name for row in views.units(page.desk)] == names


def test_an_empty_board_says_what_it_is_for_and_has_one_button(window: PageWindow) -> None:
    page = window.show_page(BoardPage(window))
    assert page.whole.isHidden() and page.nothing.isVisible() and page.first_unit.hasFocus()
    press(" ")
    assert window.navigator.way == [("unit", {})]
    a_unit(page.desk, "Room 1")
    page.refresh()
    assert page.nothing.isHidden() and page.whole.isVisible()
