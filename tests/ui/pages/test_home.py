"""Home: the house tonight, what waits, and the way on for a new store."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desks import a_stay, a_unit, resident_of
from page_windows import PageWindow, focus, settle
from refugedesk.services import forms, shelf
from refugedesk.ui.pages.home import HomePage
from refugedesk.ui.pages.home_house import HousePart


def home(window: PageWindow) -> HomePage:
    page = HomePage(window)
    page.refresh()
    window.show_page(page)
    settle()
    return page


def house(page: HomePage) -> HousePart:
    shown = page.shown
    assert isinstance(shown, HousePart)
    return shown


def test_a_fresh_store_leads_on(window: PageWindow) -> None:
    page = home(window)
    assert page.fresh.isVisible()
    assert not page.full.isVisible()
    page.first_unit.click()
    assert window.navigator.way == [("unit", {})]


def test_each_unit_says_who_is_in_it_and_which_are_free(window: PageWindow) -> None:
    a_stay(window.desk, "Farah", a_unit(window.desk, "Room 1"), children=("Sami",))
    a_unit(window.desk, "Room 2")
    page = home(window)
    said = [card.accessibleName() for card in house(page).cards.cards]
    assert said == ["Room 1, Farah, 1 child · 0 nights", "Room 2, Free, for 467 nights"]
    assert page.meaning.text().startswith("1 of 2 units in use · 1 resident and 1 child here")


def test_arrows_go_from_card_to_card_and_enter_opens(window: PageWindow) -> None:
    stay = a_stay(window.desk, "Farah", a_unit(window.desk, "Room 1"))
    room = a_unit(window.desk, "Room 2")
    home(window)
    QTest.keyClick(focus(), Qt.Key.Key_Right)
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    QTest.keyClick(focus(), Qt.Key.Key_Left)
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert window.navigator.way == [
        ("unit", {"id": room}),
        ("person", {"resident_id": resident_of(window.desk, stay)}),
    ]


def test_a_referral_that_waits_is_due_and_opens(window: PageWindow) -> None:
    a_unit(window.desk)
    draft = forms.new_draft(window.desk, "referral", received_on=window.desk.today, known_as="Noor")
    draft.set("outcome", "pending")
    key = forms.save(window.desk, draft).id
    page = home(window)
    due = house(page).due
    assert due.isVisible()
    due.list.setFocus()
    QTest.keyClick(due.list, Qt.Key.Key_Return)
    assert window.navigator.way == [("referral", {"id": key})]


def test_what_was_not_saved_is_offered_again(window: PageWindow) -> None:
    a_unit(window.desk)
    shelf.keep(window.desk, forms.new_draft(window.desk, "referral", known_as="Noor"))
    page = home(window)
    kept = house(page).kept
    assert kept.isVisible()
    kept.list.setFocus()
    QTest.keyClick(kept.list, Qt.Key.Key_Return)
    assert window.navigator.way == [("referral", {})]


def test_the_lists_of_a_large_house_stand_beside_its_cards(window: PageWindow) -> None:
    for number in range(20):
        a_unit(window.desk, f"Room {number + 1}")
    page = home(window)
    assert house(page).lists_box.geometry().left() > house(page).cards.geometry().right()
