"""Every control of the forms and pages can be reached, named and seen: by keyboard, by ear and by eye."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from desks import a_stay, a_unit, resident_of
from page_windows import PageWindow, focus, press, settle
from refugedesk.services import forms
from refugedesk.ui.forms.tab_order import stops
from refugedesk.ui.pages.arrival import open_arrival
from refugedesk.ui.pages.page import Page
from refugedesk.ui.pages.person import open_person
from refugedesk.ui.pages.referral_form import open_referral
from refugedesk.ui.pages.returns import open_returns
from refugedesk.ui.pages.unit_form import open_unit

LONG_NAME = "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh-Jones"


def a_referral(window: PageWindow) -> Page:
    """A referral with everything in it."""
    desk = window.desk
    draft = forms.new_draft(desk, "referral", received_on=desk.today, known_as=LONG_NAME, origin_authority=LONG_NAME)
    draft.set("outcome", "not_accepted")
    draft.set("refusal_reason", "declined_other")
    draft.set("notes", "She asked to be rung back after four. " * 500)
    return open_referral(window, forms.save(desk, draft).id)


def a_file(window: PageWindow, section: str = "equality") -> Page:
    """The file of a household with twelve children, one section open as a form."""
    desk = window.desk
    stay = a_stay(desk, LONG_NAME, a_unit(desk, bedspaces=20), tuple(f"Child {number}" for number in range(12)))
    return open_person(window, resident_of(desk, stay), section=section)


def a_file_with_children(window: PageWindow) -> Page:
    """The same file, open at the children."""
    return a_file(window, "children")


PAGES: list[Callable[[PageWindow], Page]] = [
    open_referral,
    a_referral,
    open_arrival,
    a_file,
    a_file_with_children,
    open_unit,
    open_returns,
]


@pytest.fixture(params=PAGES, ids=lambda make: make.__name__)
def page(request: pytest.FixtureRequest, window: PageWindow) -> Page:
    """Each page in turn, in a window of 1366 by 768 less the rail."""
    made: Page = request.param(window)
    return window.show_page(made)


def named(widget: QWidget) -> str:
    """What a screen reader says first."""
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")


def test_every_control_has_a_name(page: Page) -> None:
    nameless = [stop for stop in stops(page) if not named(stop) and stop.isVisible()]
    assert not nameless, [type(stop).__name__ for stop in nameless]


def test_tab_comes_round_through_every_control_that_shows(page: Page) -> None:
    wanted = {
        id(stop): named(stop)
        for stop in stops(page)
        if stop.isVisible() and stop.isEnabled() and stop.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    seen: set[int] = set()
    for _ in range(len(wanted) + 5):
        seen.add(id(focus()))
        press("\t")
    assert not [name for key, name in wanted.items() if key not in seen]


def test_nothing_is_wider_than_the_window(window: PageWindow, page: Page) -> None:
    settle()
    assert window.width() == 1170
    assert page.minimumSizeHint().width() <= 1170
    assert not [label.text() for label in page.findChildren(QLabel) if _is_cut(label)]


def _is_cut(label: QLabel) -> bool:
    """Whether a line of words has less room than it needs, and no tooltip that tells the rest."""
    if not label.isVisible() or label.wordWrap() or not label.text():
        return False
    return label.fontMetrics().horizontalAdvance(label.text()) > label.width() + 1 and not label.toolTip()
