"""The lists of referrals, residents and units, and the search."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desks import a_stay, a_unit, resident_of
from page_windows import PageWindow, focus, press, settle
from refugedesk.services import forms, views
from refugedesk.ui.pages.list_page import ListPage
from refugedesk.ui.pages.referrals import ReferralsPage
from refugedesk.ui.pages.residents import ResidentsPage
from refugedesk.ui.pages.search import SearchPage
from refugedesk.ui.pages.units import UnitsPage
from waiting import until


def shown(window: PageWindow, page: ListPage) -> ListPage:
    page.refresh()
    window.show_page(page)
    settle()
    return page


def a_referral(window: PageWindow, name: str, outcome: str | None = None) -> str:
    draft = forms.new_draft(window.desk, "referral", received_on=window.desk.today, known_as=name)
    draft.set("outcome", outcome)
    return forms.save(window.desk, draft).id


def texts(page: ListPage, column: int) -> list[str]:
    return [page.model.data(page.model.index(row, column)) for row in range(page.model.rowCount())]


def test_an_empty_list_says_what_it_is_for_and_leads_on(window: PageWindow) -> None:
    page = shown(window, ReferralsPage(window))
    assert page.nothing.isVisible()
    assert not page.filter.isVisible()
    focus().click()  # type: ignore[attr-defined]
    assert window.navigator.way == [("referral", {})]


def test_enter_opens_the_row_the_arrows_stand_on(window: PageWindow) -> None:
    keys = [a_referral(window, name) for name in ("Farah", "Noor")]
    page = shown(window, ReferralsPage(window))
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert window.navigator.way[0][1]["id"] in keys
    assert window.navigator.way[0][1]["id"] == page.model.rows[1].id


def test_a_chip_narrows_the_list_and_shows_how_many(window: PageWindow) -> None:
    a_referral(window, "Farah", "pending")
    a_referral(window, "Noor", "accepted")
    page = shown(window, ReferralsPage(window))
    waiting = next(chip for chip in page.chips.chips if chip.property("code") == "waiting")
    assert waiting.accessibleName() == "Waiting, 1"
    waiting.click()
    assert texts(page, 1) == ["Farah"]
    assert page.place() == {"chip": "waiting", "text": ""}


def test_left_and_right_go_from_chip_to_chip(window: PageWindow) -> None:
    a_referral(window, "Farah", "accepted")
    page = shown(window, ReferralsPage(window))
    page.chips.chips[0].setFocus()
    QTest.keyClick(page.chips.chips[0], Qt.Key.Key_Right)
    assert page.chip == page.chips.chips[1].property("code")
    assert focus() is page.chips.chips[1]


def test_the_filter_narrows_as_one_types_and_down_goes_into_the_rows(window: PageWindow) -> None:
    for name in ("Farah", "Noor", "Nadia"):
        a_referral(window, name)
    page = shown(window, ReferralsPage(window))
    page.filter.setFocus()
    press("nad")
    until(lambda: texts(page, 1) == ["Nadia"])
    QTest.keyClick(page.filter, Qt.Key.Key_Down)
    assert focus() is page.list


def test_escape_empties_the_filter_before_it_leaves(window: PageWindow) -> None:
    a_referral(window, "Farah")
    page = shown(window, ReferralsPage(window, text="zz"))
    assert "Nothing fits" in page.nothing.headline.text()
    page.filter.setFocus()
    press("\x1b")
    until(lambda: texts(page, 1) == ["Farah"])


def test_a_list_comes_back_as_it_was_left(window: PageWindow) -> None:
    a_referral(window, "Farah", "pending")
    a_referral(window, "Noor", "accepted")
    page = shown(window, ReferralsPage(window, chip="accepted", text="noor"))
    assert texts(page, 1) == ["Noor"]
    assert page.filter.text() == "noor"


def test_residents_who_are_here_stand_in_the_list_with_unit_and_nights(window: PageWindow) -> None:
    stay = a_stay(window.desk, "Farah", a_unit(window.desk, "Room 1"))
    page = shown(window, ResidentsPage(window))
    assert [texts(page, column) for column in (0, 2, 3, 4)] == [["Farah"], ["Room 1"], ["12 Apr 2021"], ["0"]]
    page.list.open_current()
    assert window.navigator.way == [("person", {"resident_id": resident_of(window.desk, stay), "stay_id": stay})]


def test_units_say_whether_they_are_free_in_a_word_and_a_shape(window: PageWindow) -> None:
    a_stay(window.desk, "Farah", a_unit(window.desk, "Room 1"))
    a_unit(window.desk, "Room 2")
    page = shown(window, UnitsPage(window))
    assert texts(page, 4) == ["In use", "Free"]
    badges = [page.columns[4].cell(row).badge for row in page.model.rows]
    assert [badge.shape for badge in badges if badge] == ["full", "ring"]


def test_screen_readers_hear_the_heading_with_each_cell(window: PageWindow) -> None:
    a_unit(window.desk, "Room 1")
    page = shown(window, UnitsPage(window))
    said = page.model.data(page.model.index(0, 4), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Now: Free"


def test_the_search_finds_people_units_and_referrals(window: PageWindow) -> None:
    a_stay(window.desk, "Rowan", a_unit(window.desk, "Room 1"))
    a_referral(window, "Rosa")
    page = SearchPage(window, "ro")
    page.refresh()
    assert {hit.record_id for hit in page.model.rows} >= {"resident", "unit", "referral"}
    for hit in page.model.rows:
        page.open_hit(hit)
    assert {name for name, _where in window.navigator.way} == {"person", "unit", "referral"}


def test_a_search_for_nothing_there_says_so(window: PageWindow) -> None:
    page = SearchPage(window, "zzz")
    page.refresh()
    assert "Nothing has “zzz” in it" in page.nothing.headline.text()


def test_a_list_narrowed_to_nothing_leads_back_to_the_whole(window: PageWindow) -> None:
    a_referral(window, "Farah")
    page = shown(window, ReferralsPage(window, text="nobody at all"))
    assert page.nothing.isVisible() and page.nothing.headline.text() == "Nothing fits"
    page._whole.setFocus()
    press(" ")
    settle()
    assert texts(page, 1) == ["Farah"]
    assert focus() is page.list


def test_a_child_that_is_found_says_whose_it_is(window: PageWindow) -> None:
    a_stay(window.desk, "Farah", a_unit(window.desk), ("Sam",))
    page = SearchPage(window, "Sam")
    window.show_page(page)
    page.refresh()
    until(page.model.rowCount)
    details = [page.model.data(page.model.index(row, 1)) for row in range(page.model.rowCount())]
    assert any(each.startswith("Child of Farah") for each in details)


def test_a_unit_that_is_held_or_void_is_not_said_to_be_free(window: PageWindow) -> None:
    desk = window.desk
    free, void, held = (a_unit(desk, name) for name in ("Room 1", "Room 2", "Room 3"))
    forms.save(desk, forms.new_draft(desk, "void", unit_id=void, reason="repair", from_on=desk.today))
    call = a_referral(window, "Farah", "accepted")
    until_on = desk.today + timedelta(days=1)
    forms.save(
        desk, forms.new_draft(desk, "hold", unit_id=held, referral_id=call, held_on=desk.today, until_on=until_on)
    )
    rows = {row.id: (row.state, row.who) for row in views.units(desk)}
    assert rows == {free: ("Free", ""), void: ("Void", "day 1 · repairs"), held: ("Held", "until 13 Apr 2021")}
