"""What the house keeps beside the files: the team, agencies, groups, incidents, tasks, units that stand empty."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from refugedesk.demo.chance import Chance
from refugedesk.demo.households import Row
from refugedesk.demo.people import KEY_WORKERS
from refugedesk.demo.sayings import CONCERNS, HOUSE_TASKS, INCIDENTS
from refugedesk.demo.sheets import Sheets, day_of

SPOKEN: Final = ("Urdu, Punjabi", "Somali", "Polish", "", "Romanian", "Gujarati, Hindi", "", "Welsh")
OWN_CASES: Final = 6
ONE_OF_US: Final = "Robin"
AGENCIES: Final = (
    ("Alderbrook housing options", "council_housing", "Homelessness applications, register", "01632 960177"),
    ("Mill Lane Surgery", "health", "Takes new patients without proof of address", "01632 960120"),
    ("Police, domestic abuse team", "police", "Ask for the duty sergeant", "01632 960101"),
    ("Hart and Lowe Solicitors", "solicitor", "Family law, legal aid", "01632 960142"),
    ("Word for Word", "interpreting", "Telephone interpreters, day and night", "01632 960163"),
    ("Paws Apart", "pets", "Looks after pets until there is a home for them", "01632 960155"),
    ("Larkfield food bank", "charity", "Parcels on Tuesdays and Fridays", "01632 960119"),
    ("Northgate repairs", "repairs", "Locks and glass within two hours", "01632 960190"),
)
INTERPRETED: Final = "Arabic, Bengali, Farsi, Kurdish, Polish, Romanian, Somali, Tigrinya, Urdu"
GROUPS: Final = (
    ("Monday coffee", "Getting to know the house and the town", "Ruth", 0),
    ("Steps forward", "Abuse and what comes after, ten weeks", "Amina", 2),
    ("Homework club", "For school children", "Jo", 3),
)
WEEKS: Final = 8
VOID_AFTER: Final = ("cleaning", "repair")


def keep_house(sheets: Sheets, chance: Chance, user: str) -> None:
    """Everything that belongs to nobody's file alone. ``user``: who signs in to look round, one of the team."""
    _team(sheets, user)
    for name, kind, what_for, number in AGENCIES:
        checked = sheets.today - timedelta(days=chance.number(5, 160))
        spoken = INTERPRETED if kind == "interpreting" else ""
        sheets.add(
            "agencies",
            name=name,
            kind=kind,
            what_for=what_for,
            telephone=number,
            languages=spoken,
            checked_on=checked,
        )
    _groups(sheets, chance)
    for what, days, worker in HOUSE_TASKS:
        sheets.add("tasks", what=what, worker=worker, due_on=sheets.today + timedelta(days=days))
    for kind, what, done in INCIDENTS:
        day = sheets.today - timedelta(days=chance.number(2, 70))
        worker = chance.one_of(KEY_WORKERS)
        sheets.add(
            "incidents",
            on_day=day,
            at_time=f"{chance.number(7, 22):02}:15",
            kind=kind,
            what_happened=what,
            what_was_done=done,
            worker=worker,
            told_manager_on=day,
        )
    _worry(sheets, chance)
    _empty_units(sheets, chance)


def _team(sheets: Sheets, user: str) -> None:
    """The workers of the stays, and the person at the desk, who has some of the files."""
    for name, languages in zip(KEY_WORKERS, SPOKEN, strict=True):
        sheets.add("staff", name=name, role="key_worker", languages=languages)
    sheets.add("staff", name=ONE_OF_US, role="manager", languages="French", signs_in_as=user)
    here = sheets.here()
    for stay in here[:: max(len(here) // OWN_CASES, 1)][:OWN_CASES]:
        stay["key_worker"] = ONE_OF_US


def _groups(sheets: Sheets, chance: Chance) -> None:
    first = sheets.today - timedelta(weeks=WEEKS)
    for name, topic, worker, weekday in GROUPS:
        group = sheets.add(
            "activity_groups", name=name, topic=topic, time_of_day="daytime", runs_from=first, worker=worker
        )
        day = first + timedelta(days=(weekday - first.weekday()) % 7)
        while day <= sheets.today:
            _meet(sheets, group, day, worker, chance)
            day += timedelta(weeks=1)


def _meet(sheets: Sheets, group: str, day: date, worker: str, chance: Chance) -> None:
    session = sheets.add("group_sessions", group_id=group, held_on=day, held_at="10:30", minutes=60, worker=worker)
    there = [stay for stay in sheets.here() if day_of(stay["started_on"]) <= day and chance.happens(16)]
    for stay in there:
        attended = chance.weighted({"came": 8, "apologies": 2, "absent": 1})
        sheets.add("attendances", session_id=session, stay_id=stay["stay_id"], attended=attended)


def _worry(sheets: Sheets, chance: Chance) -> None:
    """Three concerns of the last weeks, one still waited for."""
    with_children = [stay for stay in sheets.here() if sheets.children_of(stay)]
    for concern, outcome in zip(CONCERNS, ("early_help", "waiting", "no_action"), strict=True):
        stay = chance.one_of(with_children or sheets.here())
        sheets.add(
            "safeguarding",
            stay_id=stay["stay_id"],
            on_day=chance.day_within(day_of(stay["started_on"]), sheets.today),
            concern_for="child",
            concern=concern,
            told_whom="Duty social worker",
            ground="consent",
            decided_by=ONE_OF_US,
            outcome=outcome,
        )


def _empty_units(sheets: Sheets, chance: Chance) -> None:
    """Some of what stands empty is got ready, and one unit is held for somebody who is on the way."""
    free = [unit for unit in sheets.rows["units"] if _emptied_on(sheets, unit)]
    coming = [call for call in sheets.rows["referrals"] if call["outcome"] == "accepted" and not call.get("moved_in")]
    for unit, reason in zip(free, VOID_AFTER, strict=False):
        begins = _emptied_on(sheets, unit) or sheets.today
        sheets.add("voids", unit_id=unit["unit_id"], reason=reason, from_on=begins, to_on="")
    for unit, call in zip(free[len(VOID_AFTER) :], reversed(coming), strict=False):
        until = sheets.today + timedelta(days=chance.number(1, 2))
        sheets.add(
            "holds",
            unit_id=unit["unit_id"],
            referral_id=call["referral_id"],
            held_on=call["decided_on"],
            until_on=until,
            worker=ONE_OF_US,
        )
        return


def _emptied_on(sheets: Sheets, unit: Row) -> date | None:
    """Since when nobody lives in a unit; None while somebody does."""
    lived = [row for row in sheets.rows["placements"] if row["unit_id"] == unit["unit_id"]]
    if not lived or any(not row["to_on"] for row in lived):
        return None
    return max(day_of(row["to_on"]) for row in lived)
