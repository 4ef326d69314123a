"""Everything one person's file shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from refugedesk.storage.completeness import missing_count
from refugedesk.storage.own_rules import in_force
from refugedesk.storage.tables import CHILD, CHILD_STAY, PLACEMENT, RESIDENT, STAY, STAY_ABUSE, STAY_NEEDS, UNIT


@dataclass(frozen=True)
class ResidentHead:
    """Who the file is about."""

    id: str
    first_name: str | None
    last_name: str | None
    date_of_birth: date | None
    missing: int


@dataclass(frozen=True)
class StayLine:
    """One stay of the person."""

    id: str
    started_on: date
    ended_on: date | None
    key_worker: str | None
    risk_at_start: str | None
    move_on_destination: str | None
    referral_id: str | None
    missing: int


@dataclass(frozen=True)
class PlacementLine:
    """A unit the stay held."""

    stay_id: str
    id: str
    unit_id: str
    unit: str
    from_on: date
    to_on: date | None


@dataclass(frozen=True)
class ChildLine:
    """A child in a stay."""

    stay_id: str
    child_id: str
    child_stay_id: str
    first_name: str | None
    date_of_birth: date | None
    sex: str | None
    in_refuge: str | None
    status: str | None
    missing: int


def resident_head(connection: Connection, key: str) -> ResidentHead | None:
    """The person of that key, or None."""
    r = RESIDENT.c
    query = select(
        r.id, r.first_name, r.last_name, r.date_of_birth, missing_count(in_force(connection).forms["resident"])
    ).where(r.id == key)
    row = connection.execute(query).first()
    return ResidentHead(*row) if row else None


def stay_lines(connection: Connection, resident: str) -> list[StayLine]:
    """The person's stays, newest first."""
    s = STAY.c
    columns = [s.id, s.started_on, s.ended_on, s.key_worker, s.risk_at_start, s.move_on_destination, s.referral_id]
    query = select(*columns, missing_count(in_force(connection).forms["stay"])).where(s.resident_id == resident)
    return [StayLine(*tuple(row)) for row in connection.execute(query.order_by(s.started_on.desc(), s.id.desc()))]


def placement_lines(connection: Connection, stays: Sequence[str]) -> list[PlacementLine]:
    """The units those stays held, in order of time."""
    p = PLACEMENT.c
    query = select(p.stay_id, p.id, p.unit_id, UNIT.c.name, p.from_on, p.to_on).join(UNIT, UNIT.c.id == p.unit_id)
    rows = connection.execute(query.where(p.stay_id.in_(stays)).order_by(p.from_on, p.id))
    return [PlacementLine(*row) for row in rows]


def child_lines(connection: Connection, stays: Sequence[str]) -> list[ChildLine]:
    """The children in those stays, eldest first."""
    c, i, forms = CHILD.c, CHILD_STAY.c, in_force(connection).forms
    columns = [i.stay_id, c.id, i.id, c.first_name, c.date_of_birth, c.sex, i.in_refuge, i.social_care_status_at_start]
    missing = missing_count(forms["child"]) + missing_count(forms["child_stay"])
    query = select(*columns, missing).select_from(CHILD_STAY.join(CHILD, c.id == i.child_id))
    return [
        ChildLine(*tuple(row))
        for row in connection.execute(query.where(i.stay_id.in_(stays)).order_by(c.date_of_birth))
    ]


def codes_of(connection: Connection, stays: Sequence[str]) -> dict[tuple[str, str], tuple[str, ...]]:
    """(stay, field) -> the codes ticked for needs and abuse."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for field, table in (("needs", STAY_NEEDS), ("abuse", STAY_ABUSE)):
        for row in connection.execute(select(table).where(table.c.stay_id.in_(stays))):
            found[row.stay_id, field] = (*found.get((row.stay_id, field), ()), row.code)
    return found
