"""Small stores as plain rows, the way an interchange folder has them: City Refuge, and seeded random ones."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pandas as pd

from refugedesk.domain.lists import ALL
from refugedesk.domain.spans import Period
from refugedesk.reporting.extracts import COLUMNS, Extracts, typed
from refugedesk.reporting.spec import ServiceFacts

Row = dict[str, str]
Store = dict[str, list[Row]]
"""File -> its rows; a value that is empty or absent is not recorded."""

CITY_REFUGE = Path(__file__).parent / "cases" / "city-refuge"
YEAR = Period(date(2020, 4, 1), date(2021, 3, 31))
EARLIER = Period(date(2019, 7, 1), date(2020, 3, 31))


def city_refuge() -> Store:
    """The 52 invented stays whose totals equal tables published for a real refuge."""
    return {name: _rows(CITY_REFUGE / f"{name}.csv") for name in COLUMNS}


def _rows(path: Path) -> list[Row]:
    if not path.exists():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def city_refuge_service() -> ServiceFacts:
    """City Refuge with the wards its stays name, each with a slug, as the import adds them."""
    wards = {stay["origin_ward"] for stay in city_refuge()["stays"]} - {""}
    slugs = {ward: ward.lower().replace("'", "").replace(" ", "_") for ward in wards}
    return ServiceFacts("City Refuge", "Coventry", tuple((slugs[ward], ward) for ward in sorted(wards)))


SMALL_SERVICE = ServiceFacts("Small Refuge", "Coventry", (("wyken", "Wyken"), ("foleshill", "Foleshill")))
"""The service of the random stores, which name one ward that it does not list."""


def extracts(store: Store) -> Extracts:
    """The rows as the frames a return is counted from."""
    frames = {name: typed(name, pd.DataFrame(rows, dtype=object)) for name, rows in store.items() if rows}
    return Extracts(**frames)


def an_empty_store() -> Store:
    """A store in which nothing is recorded."""
    return {name: [] for name in COLUMNS}


def a_random_period(chance: Random) -> Period:
    """A period of a day, of some days or of whole months, about the turn of 2020."""
    first = date(2019, 11, 1) + timedelta(days=chance.randrange(150))
    if chance.random() < 0.3:
        first = first.replace(day=1)
        last = date(2020 + (first.month > 3), chance.choice((4, 6)), 1) - timedelta(days=1)
        return Period(first, max(first, last))
    return Period(first, first + timedelta(days=chance.choice((0, 1, 27, 90, 180, 364))))


def a_random_store(chance: Random) -> Store:
    """A few residents with stays around the turn of 2020, in all the odd ways that records allow."""
    store = an_empty_store()
    store["units"] = [_a_unit(chance, number) for number in range(chance.randrange(1, 4))]
    for number in range(chance.randrange(0, 13)):
        store["residents"].append(_a_resident(chance, number))
        _add_stays(store, chance, f"R{number}")
    store["referrals"] = [_a_referral(chance, number) for number in range(chance.randrange(0, 14))]
    for rows in store.values():
        chance.shuffle(rows)
    return store


def _code(chance: Random, codelist: str, missing: float = 0.15) -> str:
    few = [code.code for code in ALL[codelist].codes]
    return "" if chance.random() < missing else chance.choice(few[:3] + few)


def _day(chance: Random, near: date, spread: int, missing: float = 0.0) -> str:
    moved = near + timedelta(days=chance.randrange(-spread, spread + 1))
    return "" if chance.random() < missing else moved.isoformat()


def _born(chance: Random, oldest: int, youngest: int) -> str:
    """A birthday in any year, often near the turn of a year or on 29 February."""
    year = 2020 - chance.randrange(youngest, oldest)
    days = [date(year, 1, 1), date(year, 12, 31), date(year - year % 4, 2, 29)]
    return "" if chance.random() < 0.1 else _day(chance, chance.choice(days), chance.choice((0, 0, 60)))


def _a_unit(chance: Random, number: int) -> Row:
    return {
        "unit_id": f"U{number}",
        "accommodation_type": _code(chance, "accommodation_type"),
        "open_from": _day(chance, date(2019, 12, 1), 60, missing=0.3),
        "open_to": _day(chance, date(2020, 5, 1), 60, missing=0.6),
    }


def _a_resident(chance: Random, number: int) -> Row:
    lists = {"disabled": "yes_no", "no_recourse": "yes_no", "interpreter_needed": "yes_no", "pregnant": "yes_no"}
    own = ("sex", "gender", "ethnicity", "religion", "sexual_orientation")
    answers = {field: _code(chance, lists.get(field, field)) for field in (*own, *lists)}
    return {"resident_id": f"R{number}", "date_of_birth": _born(chance, 80, 15), **answers}


def _a_referral(chance: Random, number: int) -> Row:
    received = date(2020, 1, 15) + timedelta(days=chance.randrange(-120, 120))
    return {
        "referral_id": f"F{number}",
        "received_on": received.isoformat() if chance.random() < 0.95 else "",
        "source": _code(chance, "referral_source"),
        "risk_level": _code(chance, "risk_level"),
        "assessed_on": _day(chance, received + timedelta(days=40), 40, missing=0.4),
        "outcome": chance.choice(("not_accepted", "not_accepted", "accepted", "")),
        "refusal_reason": _code(chance, "refusal_reason"),
        "repeat_of": f"F{chance.randrange(number)}" if number and chance.random() < 0.2 else "",
    }


def _add_stays(store: Store, chance: Random, resident: str) -> None:
    """One to three stays one after the other: of no night, on the day the last one ended, still open."""
    day = date(2020, 1, 15) + timedelta(days=chance.randrange(-150, 100))
    for _ in range(chance.choice((1, 1, 2, 3))):
        nights = chance.choice((0, 0, 1, 20, 101, 150))
        ended = None if chance.random() < 0.2 else day + timedelta(days=nights)
        stay = _a_stay(chance, f"S{chance.randrange(10**9)}", resident, day, ended)
        store["stays"].append(stay)
        _add_what_belongs(store, chance, stay)
        if ended is None:
            return
        day = ended + timedelta(days=chance.choice((0, 0, 1, 40)))


def _a_stay(chance: Random, stay_id: str, resident: str, started: date, ended: date | None) -> Row:
    places = ("Coventry", " coventry", "COVENTRY ", "Leeds", "Coventry South", "")
    return {
        "stay_id": stay_id,
        "resident_id": resident,
        "started_on": started.isoformat(),
        "ended_on": ended.isoformat() if ended else "",
        "origin_authority": chance.choice(places),
        "origin_ward": chance.choice(("Foleshill", " foleshill ", "Wyken", "Holbrook", "")),
        "move_on_destination": _code(chance, "move_on_destination"),
        "move_on_authority": chance.choice(places),
        "planned_departure": _code(chance, "yes_no"),
    }


def _add_what_belongs(store: Store, chance: Random, stay: Row) -> None:
    """Children (some of whom come again), needs, kinds of abuse (some twice), and placements."""
    stay_id, resident = stay["stay_id"], stay["resident_id"]
    for child in chance.sample(range(6), chance.choice((0, 0, 1, 2, 5))):
        store["children"].append(_a_child(chance, f"{resident}C{child}", stay))
    for _ in range(chance.randrange(0, 8)):
        store["needs"].append({"stay_id": stay_id, "need": _code(chance, "support_need", 0)})
        store["abuse"].append({"stay_id": stay_id, "abuse_type": _code(chance, "abuse_type", 0)})
    for _ in range(chance.choice((0, 1, 1, 2))):
        store["placements"].append(_a_placement(chance, stay, chance.choice(store["units"])["unit_id"]))


def _a_child(chance: Random, child_id: str, stay: Row) -> Row:
    """A child of any age, or born about the time of the stay and never after its end."""
    born = _born(chance, 20, 0) if chance.random() < 0.6 else _day(chance, date(2020, 2, 1), 90)
    return {
        "child_id": child_id,
        "stay_id": stay["stay_id"],
        "date_of_birth": min(born, stay["ended_on"] or born),
        "sex": _code(chance, "sex"),
        "in_refuge": "yes" if chance.random() < 0.8 else _code(chance, "yes_no"),
        "social_care_status_at_start": _code(chance, "social_care_status"),
        "known_to_childrens_services": _code(chance, "yes_no"),
    }


def _a_placement(chance: Random, stay: Row, unit_id: str) -> Row:
    started = date.fromisoformat(stay["started_on"])
    since = started + timedelta(days=chance.choice((0, 0, 3)))
    until = date.fromisoformat(stay["ended_on"]) if stay["ended_on"] else None
    to_on = "" if until is None or chance.random() < 0.1 else max(since, until).isoformat()
    return {"stay_id": stay["stay_id"], "unit_id": unit_id, "from_on": since.isoformat(), "to_on": to_on}
