"""What both families do: call, move in, come to a group; and what the store says of it afterwards."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journeys.keyboard import Keyboard
from page_windows import focus, press, settle
from refugedesk.domain.fields import Answers
from refugedesk.services import forms, views
from refugedesk.services.desk import Desk
from refugedesk.services.linked import linked
from refugedesk.ui.pages.arrival import ArrivalPage
from refugedesk.ui.pages.house import HousePage
from refugedesk.ui.pages.person import PersonPage
from refugedesk.ui.pages.referral_form import ReferralPage


def the_stay(desk: Desk) -> views.StayFile:
    """The one stay there is."""
    [resident] = views.residents(desk, "all").rows
    [stay] = views.person(desk, resident.id).stays
    return stay


def stored(desk: Desk, record: str, owner: str, key: str) -> list[Answers]:
    """The records of a form that belong to somebody, newest first."""
    return [forms.open_draft(desk, record, row.id).answers for row in linked(desk, record, owner, key)]


def days(desk: Desk, record: str, name: str) -> list[str]:
    """The days of a stay's records of a form, oldest first, as 3 May."""
    answers = (each[name] for each in stored(desk, record, "stay_id", the_stay(desk).id))
    return [f"{on.day} {on:%b}" for on in sorted(each for each in answers if isinstance(each, date))]


def call(keyboard: Keyboard, **typed: str) -> None:
    """A referral is begun and the first answers typed."""
    keyboard.shortcut(Qt.Key.Key_2)
    keyboard.shortcut(Qt.Key.Key_N)
    keyboard.page(ReferralPage)
    keyboard.fill(**typed)


def move_in(keyboard: Keyboard, born: str, unit: str, children: tuple[str, ...]) -> None:
    """The arrival: born on, which unit, each child's name, date of birth and sex."""
    keyboard.page(ArrivalPage)
    keyboard.fill(date_of_birth=born, unit_id=unit)
    for typed in children:
        keyboard.tab_to("first_name")
        press(typed)
        settle()
    keyboard.shortcut(Qt.Key.Key_S)
    keyboard.page(PersonPage)


def open_the_file(keyboard: Keyboard) -> None:
    """From wherever one is to the file of the one resident."""
    keyboard.shortcut(Qt.Key.Key_3)
    press("\n")
    keyboard.page(PersonPage)
    keyboard.after_step("file")


def open_the_first(keyboard: Keyboard, section: str) -> None:
    """The newest record of a section opens as a form: the arrows to the section, Enter into it, Enter on the line."""
    keyboard.go_to_section(section)
    press("\n")
    settle()
    press("\n")
    settle()
    keyboard.after_step(f"open-{section}")


def begin_a_group(keyboard: Keyboard, name: str, topic: str) -> None:
    """A group of the house."""
    go_to_groups(keyboard)
    keyboard.shortcut(Qt.Key.Key_N)
    keyboard.fill(name=name, topic=topic)
    keyboard.tab_to_button("Save")
    settle()


def come_to_the_group(keyboard: Keyboard, who: str) -> None:
    """Today's session of the group that is open, and somebody who came."""
    keyboard.tab_to_button("Add a session")
    keyboard.tab_to_button("Save")
    settle()
    keyboard.tab_to_button("Add somebody")
    keyboard.fill(stay_id=who, attended="c")
    keyboard.tab_to_button("Save")


def come_again(keyboard: Keyboard, who: str) -> None:
    """The group there is, opened; another session of it."""
    go_to_groups(keyboard)
    press("\n")
    settle()
    press("\n")
    settle()
    keyboard.after_step("the-group")
    come_to_the_group(keyboard, who)


def go_to_groups(keyboard: Keyboard) -> None:
    """House, and down to the groups."""
    keyboard.shortcut(Qt.Key.Key_6)
    house = keyboard.page(HousePage)
    while house.panel != "activity_group":
        QTest.keyClick(focus(), Qt.Key.Key_Down)
        settle()
