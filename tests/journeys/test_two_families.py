"""Two families from the first call to aftercare, by keyboard alone, in the real window."""

from __future__ import annotations

from PySide6.QtCore import Qt

from journeys.keyboard import Keyboard
from page_windows import press, settle
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


def test_strangled_that_morning_then_safe_at_home_then_a_refuge_elsewhere(keyboard: Keyboard) -> None:
    desk = keyboard.window.desk
    call(
        keyboard, source="police", known_as="Farah", children="2", origin_authority="Coventry", origin_ward="Foleshill"
    )
    keyboard.fill(risk_level="h", outcome="a")
    keyboard.tab_to_button("Who is feared")
    keyboard.fill(feared_person="Imran Khan", feared_area="Coventry, drives a taxi")
    keyboard.tab_to_button("More about the household")
    keyboard.fill(pets="A dog", languages="Farsi")
    keyboard.shortcut(Qt.Key.Key_Return)
    move_in(keyboard, "3 5 1990", "at home", ("Sami\t1 3 2017\tm\t", "Lina\t4 6 2019\tf\t"))
    stay = the_stay(desk)
    resident = keyboard.page(PersonPage).held.file.resident_id
    assert (stay.unit, len(stay.children)) == ("At home", 2)

    keyboard.go_to_section("abuse")
    keyboard.shortcut(Qt.Key.Key_N)
    keyboard.tick("kinds", "Physical", "Non-fatal strangulation")
    keyboard.fill(injured="y", note="He held her by the throat this morning.")
    keyboard.shortcut(Qt.Key.Key_S)
    assert set(the_stay(desk).abuse) == {"Physical", "Non-fatal strangulation"}

    keyboard.go_to_section("risk")
    keyboard.shortcut(Qt.Key.Key_N)
    keyboard.fill(stage="a")
    keyboard.fill(**{f"q{number:02}": "y" for number in range(1, 16)})
    keyboard.fill(level="h", next_on="1 5 2021", marac_referred_on="today")
    keyboard.shortcut(Qt.Key.Key_S)
    [risk] = stored(desk, "risk_assessment", "stay_id", stay.id)
    assert (risk["score"], risk["level"], risk["marac_referred_on"]) == (15, "high", desk.today)

    keyboard.add_to("safety_plan", in_danger="Ring 999, leave by the back door.", review_on="26 4 2021")
    keyboard.add_to("contacts", on_day="9 4 2021", kind="call", minutes="20", note="Bank holiday. New locks are in.")
    keyboard.add_to("contacts", on_day="10 4 2021", kind="welfare", minutes="15", note="Quiet night.")
    assert [contact["kind"] for contact in stored(desk, "contact", "stay_id", stay.id)] == ["welfare_check", "call"]
    [dog] = stored(desk, "household_member", "stay_id", stay.id)
    assert (dog["kind"], dog["name"]) == ("dog", "A dog")
    [feared] = stored(desk, "perpetrator", "resident_id", resident)
    assert feared["name"] == "Imran Khan"

    keyboard.go_to_section("move_on")
    press("\n")
    keyboard.fill(ended_on="today", move_on_destination="another refuge", move_on_authority="Leeds")
    keyboard.fill(planned_departure="y", safe_at_exit="y")
    keyboard.shortcut(Qt.Key.Key_S)
    assert the_stay(desk).move_on == "Another refuge"
    assert the_stay(desk).placements[0].to_on == desk.today


def test_a_young_mother_discloses_later_comes_to_groups_and_leaves_for_her_own_home(keyboard: Keyboard) -> None:
    desk = keyboard.window.desk
    call(keyboard, source="social care", known_as="Mina", children="3", origin_authority="Leeds")
    keyboard.fill(risk_level="m", outcome="a")
    keyboard.shortcut(Qt.Key.Key_Return)
    children = tuple(
        f"{name}\t1 {month} 201{year}\tf\t" for name, month, year in (("Ada", 2, 6), ("Bea", 3, 7), ("Cyra", 4, 9))
    )
    move_in(keyboard, "3 5 1993", "room 1", children)
    stay = the_stay(desk)

    keyboard.go_to_section("abuse")
    keyboard.shortcut(Qt.Key.Key_N)
    keyboard.fill(told_on="5 4 2021")
    keyboard.tick("kinds", "Controlling or coercive behaviour")
    keyboard.fill(injured="n")
    keyboard.shortcut(Qt.Key.Key_S)
    keyboard.shortcut(Qt.Key.Key_N)
    keyboard.tick("kinds", "Physical")
    keyboard.fill(weapons="A kitchen knife", told_police="y")
    keyboard.shortcut(Qt.Key.Key_S)
    assert set(the_stay(desk).abuse) == {"Physical", "Controlling or coercive behaviour"}
    assert [told["kinds"] for told in stored(desk, "disclosure", "stay_id", stay.id)] == [
        ("physical",),
        ("coercive_control",),
    ]

    keyboard.go_to_section("sharing")
    keyboard.tab_to_button("Add an entry")
    keyboard.fill(concern_for="a c", concern="A knife was in the house.", told_whom="Police and social care")
    keyboard.fill(ground="protect a child", decided_by="Ana Silva", outcome="assessment")
    keyboard.shortcut(Qt.Key.Key_S)
    [concern] = stored(desk, "safeguarding", "stay_id", stay.id)
    assert (concern["concern_for"], concern["ground"]) == ("child", "safeguarding_child")

    come_to_a_group(keyboard, "mina")
    [came] = stored(desk, "attendance", "stay_id", stay.id)
    assert came["attended"] == "came"
    leave_for_a_home_of_her_own(keyboard)
    [after] = stored(desk, "aftercare_contact", "stay_id", stay.id)
    assert (after["due"], after["lives_now"], after["is_safe"]) == ("1_month", "council_tenancy", "yes")
    assert the_stay(desk).move_on == "Council tenancy"


def come_to_a_group(keyboard: Keyboard, who: str) -> None:
    """A group, a session of it, and somebody who came."""
    keyboard.shortcut(Qt.Key.Key_6)
    house = keyboard.page(HousePage)
    while house.panel != "activity_group":
        press_down(house)
    keyboard.shortcut(Qt.Key.Key_N)
    keyboard.fill(name="Thursday group", topic="Confidence")
    keyboard.tab_to_button("Save")
    settle()
    keyboard.tab_to_button("Add a session")
    keyboard.tab_to_button("Save")
    settle()
    keyboard.tab_to_button("Add somebody")
    keyboard.fill(stay_id=who, attended="c")
    keyboard.tab_to_button("Save")


def leave_for_a_home_of_her_own(keyboard: Keyboard) -> None:
    """From the list of residents to the move-on and the first contact afterwards."""
    keyboard.shortcut(Qt.Key.Key_3)
    press("\n")
    keyboard.page(PersonPage)
    keyboard.go_to_section("move_on")
    press("\n")
    keyboard.fill(ended_on="today", move_on_destination="council ten", move_on_authority="Leeds", planned_departure="y")
    keyboard.shortcut(Qt.Key.Key_S)
    keyboard.go_to_section("aftercare")
    press("\n")
    keyboard.fill(aftercare_agreed="y", aftercare_next_on="12 5 2021")
    keyboard.shortcut(Qt.Key.Key_S)
    keyboard.add_to("aftercare", due="about 1", reached="y", lives_now="council", is_safe="y")


def press_down(house: HousePage) -> None:
    """One line down in the column of matters."""
    from PySide6.QtTest import QTest

    QTest.keyClick(house.list, Qt.Key.Key_Down)
    settle()
