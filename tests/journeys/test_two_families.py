"""Two families from the first call to aftercare, by keyboard alone, in the real window, day after day.

The clock is set to the day on which each thing is done, and nobody stays unlocked from one day to the next: at the end
of each sitting the window is locked, and the next one begins with a name and a passphrase. The third of May 2021 was a
bank holiday.
"""

from __future__ import annotations

from PySide6.QtCore import Qt

from journeys.keyboard import Keyboard
from journeys.refuge import day
from journeys.steps import (
    begin_a_group,
    call,
    come_again,
    come_to_the_group,
    days,
    move_in,
    open_the_file,
    open_the_first,
    stored,
    the_stay,
)
from page_windows import press
from refugedesk.ui.pages.person import PersonPage
from refugedesk.ui.pages.referral_form import ReferralPage


def test_strangled_that_morning_then_safe_at_home_then_a_refuge_elsewhere(keyboard: Keyboard) -> None:
    keyboard.come_back(day(2021, 4, 30, 11, 20))
    desk, morning = keyboard.window.desk, keyboard.window.desk.today
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
    assert (stay.unit, len(stay.children), stay.started_on) == ("At home", 2, morning)

    tell_of_that_morning(keyboard)
    assert set(the_stay(desk).abuse) == {"Physical", "Non-fatal strangulation"}
    assess(keyboard)
    [risk] = stored(desk, "risk_assessment", "stay_id", stay.id)
    assert (risk["score"], risk["level"], risk["marac_referred_on"]) == (15, "high", morning)
    keyboard.add_to("safety_plan", in_danger="Ring 999, leave by the back door.", review_on="14 may")
    keyboard.add_to("tasks", what="New locks and a door chain at her home", due_on="tomorrow")
    [dog] = stored(desk, "household_member", "stay_id", stay.id)
    assert (dog["kind"], dog["name"]) == ("dog", "A dog")
    [feared] = stored(desk, "perpetrator", "resident_id", resident)
    assert feared["name"] == "Imran Khan"

    make_the_home_safe(keyboard)
    ring_over_the_bank_holiday(keyboard)
    desk = keyboard.window.desk
    assert [contact["kind"] for contact in stored(desk, "contact", "stay_id", stay.id)] == ["welfare_check", "call"]
    assert days(desk, "contact", "on_day") == ["1 May", "3 May"]
    [locks] = stored(desk, "task", "stay_id", stay.id)
    assert locks["done_on"] == locks["due_on"]

    hear_the_marac(keyboard)
    leave_for_another_refuge(keyboard)
    desk = keyboard.window.desk
    [left] = the_stay(desk).placements
    assert (the_stay(desk).move_on, left.from_on, left.to_on) == ("Another refuge", morning, desk.today)
    assert (desk.today - morning).days == 20


def make_the_home_safe(keyboard: Keyboard) -> None:
    """On Saturday the locks are in, and she says so on the telephone."""
    keyboard.come_back(day(2021, 5, 1, 16, 40))
    open_the_file(keyboard)
    open_the_first(keyboard, "tasks")
    keyboard.fill(done_on="today")
    keyboard.shortcut(Qt.Key.Key_S)
    keyboard.add_to("contacts", kind="call", minutes="20", note="New locks are in. She sleeps at home tonight.")


def ring_over_the_bank_holiday(keyboard: Keyboard) -> None:
    """Monday the third of May."""
    keyboard.come_back(day(2021, 5, 3, 10, 15))
    open_the_file(keyboard)
    keyboard.add_to("contacts", kind="welfare", minutes="15", note="Bank holiday. A quiet night; the children play.")


def hear_the_marac(keyboard: Keyboard) -> None:
    """Twelve days on, the assessment that referred her is opened again."""
    keyboard.come_back(day(2021, 5, 12, 15, 30))
    open_the_file(keyboard)
    open_the_first(keyboard, "risk")
    keyboard.fill(marac_heard_on="today", marac_outcome="Leave the area; a refuge in Leeds is asked.")
    keyboard.shortcut(Qt.Key.Key_S)


def leave_for_another_refuge(keyboard: Keyboard) -> None:
    """With her children and the dog."""
    keyboard.come_back(day(2021, 5, 20, 9, 5))
    open_the_file(keyboard)
    keyboard.go_to_section("move_on")
    press("\n")
    keyboard.fill(ended_on="today", move_on_destination="another refuge", move_on_authority="Leeds")
    keyboard.fill(planned_departure="y", safe_at_exit="y")
    keyboard.shortcut(Qt.Key.Key_S)


def tell_of_that_morning(keyboard: Keyboard) -> None:
    """What was told, as it was told."""
    keyboard.go_to_section("abuse")
    keyboard.shortcut(Qt.Key.Key_N)
    keyboard.tick("kinds", "Physical", "Non-fatal strangulation")
    keyboard.fill(injured="y", note="He held her by the throat this morning.")
    keyboard.shortcut(Qt.Key.Key_S)


def assess(keyboard: Keyboard) -> None:
    """Fifteen answers of yes, and what follows from them."""
    keyboard.go_to_section("risk")
    keyboard.shortcut(Qt.Key.Key_N)
    keyboard.fill(stage="a")
    keyboard.fill(**{f"q{number:02}": "y" for number in range(1, 16)})
    keyboard.fill(level="h", next_on="28 may", marac_referred_on="today")
    keyboard.shortcut(Qt.Key.Key_S)


def test_a_young_mother_discloses_later_comes_to_groups_and_leaves_for_her_own_home(keyboard: Keyboard) -> None:
    call(keyboard, source="social care", known_as="Mina", children="3", origin_authority="Leeds")
    keyboard.fill(risk_level="m", outcome="a")
    keyboard.shortcut(Qt.Key.Key_S)
    keyboard.come_back(day(2021, 4, 13, 11, 0))
    keyboard.shortcut(Qt.Key.Key_2)
    press("\n")
    keyboard.page(ReferralPage)
    keyboard.shortcut(Qt.Key.Key_Return)
    children = tuple(
        f"{name}\t1 {month} 201{year}\tf\t" for name, month, year in (("Ada", 2, 6), ("Bea", 3, 7), ("Cyra", 4, 9))
    )
    move_in(keyboard, "3 5 1993", "room 1", children)
    stay = the_stay(keyboard.window.desk)
    assert (stay.started_on, len(stay.children)) == (keyboard.window.desk.today, 3)
    deny(keyboard)

    keyboard.come_back(day(2021, 4, 15, 12, 30))
    begin_a_group(keyboard, "Thursday group", "Confidence")
    come_to_the_group(keyboard, "mina")
    for date in (22, 29):
        keyboard.come_back(day(2021, 4, date, 12, 30))
        come_again(keyboard, "mina")

    keyboard.come_back(day(2021, 5, 3, 21, 50))
    disclose(keyboard)
    desk = keyboard.window.desk
    assert set(the_stay(desk).abuse) == {"Physical", "Controlling or coercive behaviour"}
    assert [told["kinds"] for told in stored(desk, "disclosure", "stay_id", stay.id)] == [
        ("physical",),
        ("coercive_control",),
    ]
    assert days(desk, "disclosure", "told_on") == ["13 Apr", "3 May"]
    keyboard.come_back(day(2021, 5, 6, 12, 30))
    come_again(keyboard, "mina")
    hear_what_came_of_it(keyboard)
    desk = keyboard.window.desk
    [concern] = stored(desk, "safeguarding", "stay_id", stay.id)
    assert (concern["concern_for"], concern["ground"]) == ("child", "safeguarding_child")
    assert (days(desk, "safeguarding", "on_day"), days(desk, "safeguarding", "outcome_on")) == (["3 May"], ["6 May"])
    attended = stored(desk, "attendance", "stay_id", stay.id)
    assert [came["attended"] for came in attended] == ["came"] * 4

    keyboard.come_back(day(2021, 6, 11, 10, 0))
    leave_for_a_home_of_her_own(keyboard)
    keyboard.come_back(day(2021, 7, 12, 14, 0))
    visit_a_month_later(keyboard)
    desk = keyboard.window.desk
    [after] = stored(desk, "aftercare_contact", "stay_id", stay.id)
    assert (after["due"], after["lives_now"], after["is_safe"]) == ("1_month", "council_tenancy", "yes")
    left = the_stay(desk)
    assert left.move_on == "Council tenancy"
    assert left.started_on and left.ended_on and (left.ended_on - left.started_on).days == 59
    assert days(desk, "aftercare_contact", "on_day") == ["12 Jul"]


def deny(keyboard: Keyboard) -> None:
    """On the day of arrival she tells of being controlled, and that nobody hit her."""
    keyboard.go_to_section("abuse")
    keyboard.shortcut(Qt.Key.Key_N)
    keyboard.tick("kinds", "Controlling or coercive behaviour")
    keyboard.fill(injured="n", note="She says that he never hit her.")
    keyboard.shortcut(Qt.Key.Key_S)


def disclose(keyboard: Keyboard) -> None:
    """On the evening of the bank holiday she tells of the knife; the police and social care are told."""
    open_the_file(keyboard)
    keyboard.go_to_section("abuse")
    keyboard.shortcut(Qt.Key.Key_N)
    keyboard.tick("kinds", "Physical")
    keyboard.fill(weapons="A kitchen knife", told_police="y")
    keyboard.shortcut(Qt.Key.Key_S)
    keyboard.go_to_section("sharing")
    keyboard.tab_to_button("Add an entry")
    keyboard.fill(concern_for="a c", concern="A knife was in the house.", told_whom="Police and social care")
    keyboard.fill(ground="protect a child", decided_by="Ana Silva")
    keyboard.shortcut(Qt.Key.Key_S)


def hear_what_came_of_it(keyboard: Keyboard) -> None:
    """Social care rings back: the entry is opened again and its outcome written."""
    open_the_file(keyboard)
    keyboard.go_to_section("sharing")
    keyboard.tab_to_button("3 May 2021")
    keyboard.fill(outcome="assessment", outcome_on="today")
    keyboard.shortcut(Qt.Key.Key_S)


def leave_for_a_home_of_her_own(keyboard: Keyboard) -> None:
    """The move-on, and what is agreed for afterwards."""
    open_the_file(keyboard)
    keyboard.go_to_section("move_on")
    press("\n")
    keyboard.fill(ended_on="today", move_on_destination="council ten", move_on_authority="Leeds", planned_departure="y")
    keyboard.shortcut(Qt.Key.Key_S)
    keyboard.go_to_section("aftercare")
    press("\n")
    keyboard.fill(aftercare_agreed="y", aftercare_next_on="12 jul")
    keyboard.shortcut(Qt.Key.Key_S)


def visit_a_month_later(keyboard: Keyboard) -> None:
    """Home says that the contact is due today, as was agreed; Enter on it opens it in the file."""
    keyboard.tab_to_list("Due")
    press("\n")
    keyboard.page(PersonPage)
    keyboard.after_step("due-today")
    keyboard.add_to("aftercare", due="about 1", reached="y", lives_now="council", is_safe="y")
