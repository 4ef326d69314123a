"""One invented stay: how it begins, how a household changes units, and how it ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from refugedesk.demo.chance import Chance
from refugedesk.demo.households import Household, Row
from refugedesk.demo.houses import Unit
from refugedesk.demo.people import AUTHORITIES, KEY_WORKERS
from refugedesk.demo.support import ABUSE, DESTINATIONS, NEEDS, NOTES, SHORT_DESTINATIONS, SOCIAL_CARE, UNPLANNED

SHORT_NIGHTS = 12


@dataclass
class Living:
    """A household in the service: where, since when, and until when as only chance knows."""

    household: Household
    unit: Unit
    started_on: date
    leaves_on: date
    referral_id: str
    left_on: date = date.min
    stay: Row = field(default_factory=dict)
    placement: Row = field(default_factory=dict)
    children: list[Row] = field(default_factory=list)


def begin(living: Living, stay_id: str, chance: Chance, today: date) -> Iterator[tuple[str, Row]]:
    """The rows that an arrival brings, each with its sheet; the last ones change when the stay ends."""
    living.household.stays.append(stay_id)
    living.stay = _stay_row(living, stay_id, chance)
    yield "stays", living.stay
    living.placement = {
        "stay_id": stay_id,
        "unit_id": living.unit.id,
        "from_on": living.started_on.isoformat(),
        "to_on": "",
    }
    yield "placements", living.placement
    _perhaps_a_birth(living, chance, today)
    for number, child in enumerate(living.household.children, start=1):
        row = _child_row(living, child, number, chance)
        living.children.append(row)
        yield "children", row
    for need in chance.some_of(NEEDS, chance.number(1, 8)):
        yield "needs", {"stay_id": stay_id, "need": need}
    for kind in chance.some_of(ABUSE, chance.number(2, 7)):
        yield "abuse", {"stay_id": stay_id, "abuse_type": kind}


def move(living: Living, unit: Unit, day: date) -> Row:
    """The new placement of a household that changes units on ``day``; the stay goes on."""
    living.placement["to_on"] = day.isoformat()
    living.unit.ready_on = day + timedelta(days=3)
    living.unit, unit.ready_on = unit, None
    living.placement = {
        "stay_id": living.stay["stay_id"],
        "unit_id": unit.id,
        "from_on": day.isoformat(),
        "to_on": "",
    }
    return living.placement


def end(living: Living, day: date, chance: Chance) -> None:
    """Fills in what is known when a household leaves on ``day``; the unit is got ready for the next."""
    living.left_on = day
    living.placement["to_on"] = day.isoformat()
    is_short = (day - living.started_on).days <= SHORT_NIGHTS
    destination = chance.weighted(SHORT_DESTINATIONS if is_short else DESTINATIONS)
    is_planned = destination not in UNPLANNED and chance.happens(92)
    living.stay |= {
        "ended_on": day.isoformat(),
        "move_on_destination": chance.mostly(destination, 1),
        "move_on_authority": chance.mostly(chance.weighted(AUTHORITIES), 2),
        "planned_departure": chance.mostly("yes" if is_planned else "no", 1),
    }
    for child in living.children:
        child["social_care_status_at_end"] = chance.mostly(chance.weighted(SOCIAL_CARE), 4)
    turnaround = chance.number(1, 7) if living.unit.is_room else chance.number(3, 14)
    living.unit.ready_on = day + timedelta(days=turnaround)


def _stay_row(living: Living, stay_id: str, chance: Chance) -> Row:
    household = living.household
    return {
        "stay_id": stay_id,
        "resident_id": household.resident["resident_id"],
        "referral_id": living.referral_id,
        "started_on": living.started_on.isoformat(),
        "ended_on": "",
        "key_worker": chance.mostly(chance.one_of(KEY_WORKERS), 1),
        "origin_authority": household.authority,
        "origin_ward": household.ward,
        "risk_at_start": chance.mostly(household.risk, 1),
        "notes": chance.one_of(NOTES) if chance.happens(18) else "",
    }


def _child_row(living: Living, child: Row, number: int, chance: Chance) -> Row:
    child.setdefault("child_id", f"C{living.household.resident['resident_id'][1:]}{number}")
    status = chance.weighted(SOCIAL_CARE)
    return child | {
        "stay_id": living.stay["stay_id"],
        "social_care_status_at_start": chance.mostly(status, 1),
        "known_to_childrens_services": chance.mostly("no" if status == "none" else "yes", 1),
    }


def _perhaps_a_birth(living: Living, chance: Chance, today: date) -> None:
    """A baby born in the refuge is recorded once it is there."""
    latest = min(living.leaves_on, today)
    if living.household.resident["pregnant"] == "yes" and len(living.household.stays) == 1 and chance.happens(45):
        born_on = living.started_on + timedelta(days=chance.number(10, 150))
        if born_on <= latest:
            sex = "female" if chance.happens(50) else "male"
            baby = {"first_name": "", "date_of_birth": born_on.isoformat(), "sex": sex, "in_refuge": "yes"}
            living.household.children.append(baby)
