"""The days of those who live there: contacts, notes, what is waited for, tasks, claims and who is feared."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from refugedesk.demo.chance import Chance
from refugedesk.demo.households import Row
from refugedesk.demo.people import AUTHORITIES, COMMUNITIES, HOME
from refugedesk.demo.sayings import CONTACT_NOTES, FACTS, OPINIONS, OWN_WORDS, STRENGTHS, TASKS, WAIT_DETAILS
from refugedesk.demo.sheets import Sheets, day_of

KINDS: Final = {"one_to_one": 46, "call": 22, "accompanied": 12, "welfare_check": 12, "letter": 5, "tried": 3}
TOPICS: Final = {"housing": 9, "money": 8, "safety": 8, "emotional": 7, "health": 5, "practical": 5, "children": 4}
WAITED_FOR: Final = {
    "benefit": 8,
    "housing_offer": 7,
    "counselling": 6,
    "gp": 5,
    "school_place": 4,
    "solicitor": 4,
    "mental_health": 3,
}
STEPS: Final = ("room", "keys", "safety_talk", "fire", "food", "bedding", "medicine", "must_not_know", "phones")
REMEMBERED_DAYS: Final = 84
PENCE_A_MINUTE: Final = 68
OTHERS: Final = {"call": 60, "email": 20, "text": 20}
FEARED_LIVES_IN: Final = tuple(name for name in AUTHORITIES if name != HOME)


def live_through(sheets: Sheets, stay: Row, chance: Chance) -> None:
    """What was done with and for one household since it came."""
    _arrive(sheets, stay, chance)
    started = day_of(stay["started_on"])
    begins = max(started, sheets.today - timedelta(days=REMEMBERED_DAYS))
    _meet(sheets, stay, begins, chance)
    _note(sheets, stay, begins, chance)
    _wait(sheets, stay, started, chance)
    if chance.happens(45):
        due = sheets.today + timedelta(days=chance.number(-1, 9))
        sheets.add("tasks", what=chance.one_of(TASKS), stay_id=stay["stay_id"], worker=stay["key_worker"], due_on=due)
    _claim(sheets, stay, started, chance)
    _fear(sheets, stay, chance)
    for child in sheets.children_of(stay):
        _settle(child, started, sheets.today, chance)


def _arrive(sheets: Sheets, stay: Row, chance: Chance) -> None:
    """The five-minute set, and how the person may be reached."""
    stay["arrival_steps"] = ";".join(STEPS)
    if chance.happens(88):
        stay["licence_signed_on"] = stay["started_on"]
    stay["police_reported"] = chance.weighted({"yes": 55, "no": 40, "not_known": 5})
    stay["reason_for_leaving"] = chance.weighted({"abuse_partner": 80, "abuse_family": 15, "forced_marriage_honour": 5})
    person = sheets.by_id[stay["resident_id"]]
    person["contact_methods"] = chance.weighted(OTHERS)
    person["message_may_be_left"] = chance.weighted({"no": 70, "yes": 30})
    person["fire_help"] = "small_children" if sheets.children_of(stay) and chance.happens(30) else "none"
    if person["disabled"] == "yes":
        kinds = {"mental_health": 9, "mobility": 5, "stamina": 4, "hearing": 2, "learning": 2}
        person["disability_kinds"] = ";".join(chance.some_of(kinds, 1))
    if person["pregnant"] == "yes":
        person["baby_due_on"] = (sheets.today + timedelta(days=chance.number(30, 180))).isoformat()


def _meet(sheets: Sheets, stay: Row, begins: date, chance: Chance) -> None:
    """About once a week."""
    day = begins + timedelta(days=chance.number(0, 3))
    person = sheets.by_id[stay["resident_id"]]
    language = person["first_language"] if person["interpreter_needed"] == "yes" else ""
    while day <= sheets.today:
        kind = chance.weighted(KINDS)
        minutes = chance.one_of((15, 20, 30, 45, 60))
        is_interpreted = bool(language) and kind in ("one_to_one", "call", "accompanied")
        sheets.add(
            "contacts",
            stay_id=stay["stay_id"],
            on_day=day,
            at_time=f"{chance.number(9, 17):02}:{chance.one_of(('00', '15', '30', '45'))}",
            kind=kind,
            minutes=minutes,
            worker=stay["key_worker"],
            topics=chance.some_of(TOPICS, chance.number(1, 2)),
            note="" if kind == "tried" else chance.one_of(CONTACT_NOTES),
            interpreter_language=language if is_interpreted else "",
            interpreter_minutes=minutes if is_interpreted else "",
            interpreter_cost=minutes * PENCE_A_MINUTE if is_interpreted else "",
        )
        day += timedelta(days=chance.number(5, 10))


def _note(sheets: Sheets, stay: Row, begins: date, chance: Chance) -> None:
    for _ in range(chance.number(1, 3)):
        sheets.add(
            "notes",
            stay_id=stay["stay_id"],
            on_day=chance.day_within(begins, sheets.today),
            at_time=f"{chance.number(8, 22):02}:{chance.one_of(('05', '20', '40', '55'))}",
            fact=chance.one_of(FACTS),
            opinion=chance.one_of(OPINIONS),
            worker=stay["key_worker"] or "Ruth",
        )


def _wait(sheets: Sheets, stay: Row, started: date, chance: Chance) -> None:
    """What was asked for early has mostly come; what is open was chased not long ago, with a few forgotten."""
    for what in chance.some_of(WAITED_FOR, chance.number(1, 2)):
        asked = min(started + timedelta(days=chance.number(1, 20)), sheets.today)
        waited = (sheets.today - asked).days
        came = asked + timedelta(days=chance.number(7, 40)) if waited > 40 and chance.happens(70) else None
        chased = sheets.today - timedelta(days=chance.number(1, 13)) if waited > 14 and not came else None
        is_late = chased is not None and chance.happens(8)
        chase_on = sheets.today + timedelta(days=-3 if is_late else chance.number(1, 12))
        sheets.add(
            "waits",
            stay_id=stay["stay_id"],
            what=what,
            detail=WAIT_DETAILS.get(what, ""),
            asked_on=asked,
            chased_on=chased or "",
            chase_on="" if came else chase_on,
            got_on=came or "",
        )


def _claim(sheets: Sheets, stay: Row, started: date, chance: Chance) -> None:
    claimed = min(started + timedelta(days=chance.number(1, 5)), sheets.today)
    is_paid = (sheets.today - claimed).days > 35
    sheets.add(
        "benefit_claims",
        resident_id=stay["resident_id"],
        benefit="universal_credit",
        claimed_on=claimed,
        state="in_payment" if is_paid else "claimed",
        awarded_on=claimed + timedelta(days=35) if is_paid else "",
    )
    if chance.happens(60):
        sheets.add(
            "homelessness_applications",
            resident_id=stay["resident_id"],
            authority=HOME,
            stage=chance.weighted({"relief": 5, "main": 3, "applied": 3}),
            applied_on=min(started + timedelta(days=chance.number(3, 25)), sheets.today),
        )


def _fear(sheets: Sheets, stay: Row, chance: Chance) -> None:
    """Who is feared, in six files of ten: names of invented men that sound like nobody in the house."""
    if chance.happens(60):
        community = COMMUNITIES[chance.weighted({name: each.share for name, each in COMMUNITIES.items()})]
        sheets.add(
            "perpetrators",
            resident_id=stay["resident_id"],
            name=f"{chance.one_of(community.men)} {chance.one_of(community.last_names)}",
            relationship=chance.weighted({"former_partner": 5, "husband_wife": 3, "former_husband_wife": 2}),
            area=chance.one_of(FEARED_LIVES_IN),
            in_contact=chance.weighted({"no": 80, "yes": 20}),
        )


def _settle(child: Row, started: date, today: date, chance: Chance) -> None:
    """What is known of a child in the house."""
    child["relation"] = "child"
    child["strengths"] = chance.mostly(chance.one_of(STRENGTHS), 40)
    child["own_words"] = chance.mostly(chance.one_of(OWN_WORDS), 60)
    child["experience"] = chance.weighted({"in_house": 4, "heard": 4, "saw": 3})
    born = child["date_of_birth"]
    if born and 4 * 365 < (today - day_of(born)).days < 16 * 365:
        child["school_applied_on"] = started.isoformat()
        if (today - started).days > 25:
            begins = started + timedelta(days=chance.number(12, 25))
            child["school_started_on"], child["school"] = begins.isoformat(), "Mill Lane Primary"
            child["school_told_to_withhold"] = chance.mostly("yes", 8)
