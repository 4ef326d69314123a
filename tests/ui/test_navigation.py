"""Going from page to page, and back."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from refugedesk.ui.navigation import Navigator, Place
from refugedesk.ui.pages.page import Page


class APage(Page):
    """Says what happens to it."""

    def __init__(self, at: Place) -> None:
        super().__init__()
        self.at, self.kept, self.is_stuck = at, 0, False

    def keep(self) -> None:
        self.kept += 1

    def can_leave(self) -> bool:
        return not self.is_stuck

    def place(self) -> dict[str, object]:
        return {"text": "left like this"} if self.at.name == "list" else {}


def at(navigator: Navigator) -> Place:
    assert isinstance(navigator.page, APage)
    return navigator.page.at


def test_back_leads_to_the_page_before_as_it_was_left(application: QApplication) -> None:
    navigator = Navigator(APage)
    navigator.start_at("home")
    navigator.open("list")
    navigator.open("person", resident_id="7")
    assert navigator.back()
    assert at(navigator) == Place("list", {"text": "left like this"})
    assert navigator.back()
    assert at(navigator).name == "home"
    assert not navigator.back()


def test_a_page_is_asked_to_keep_what_is_typed_before_it_is_left(application: QApplication) -> None:
    navigator = Navigator(APage)
    navigator.start_at("home")
    first = navigator.page
    navigator.open("list")
    assert isinstance(first, APage)
    assert first.kept == 1


def test_a_page_that_cannot_be_left_stays(application: QApplication) -> None:
    navigator = Navigator(APage)
    navigator.start_at("home")
    assert isinstance(navigator.page, APage)
    navigator.page.is_stuck = True
    assert not navigator.open("list")
    assert not navigator.start_at("units")
    assert at(navigator).name == "home"


def test_the_rail_begins_a_new_way(application: QApplication) -> None:
    navigator = Navigator(APage)
    navigator.start_at("home")
    navigator.open("person")
    navigator.start_at("units")
    assert navigator.came_from == Place("home")


def test_opening_the_same_page_anew_leaves_no_trace(application: QApplication) -> None:
    navigator = Navigator(APage)
    navigator.start_at("home")
    navigator.open("help", topic="index")
    navigator.open("help", topic="returns")
    navigator.back()
    assert at(navigator).name == "home"
