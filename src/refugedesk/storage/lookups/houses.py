"""Units, and who is in them on a night."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, Connection, Select, and_, bindparam, func, or_, select

from refugedesk.domain.unit_order import unit_order
from refugedesk.storage.completeness import missing_count
from refugedesk.storage.own_rules import InForce, in_force
from refugedesk.storage.tables import CHILD_STAY, PLACEMENT, RESIDENT, STAY, UNIT


@dataclass(frozen=True)
class UnitLine:
    """A unit as lists have it. last_left_on: the newest day on which a household left it, None where none did."""

    id: str
    name: str
    accommodation_type: str
    layout: str | None
    bedspaces: int | None
    max_children: int | None
    open_from: date | None
    open_to: date | None
    missing: int
    last_left_on: date | None


@dataclass(frozen=True)
class Household:
    """A stay that holds a unit on a night; children are those who live in the refuge."""

    unit_id: str
    stay_id: str
    resident_id: str
    first_name: str | None
    last_name: str | None
    started_on: date
    from_on: date
    children: int


def unit_lines(connection: Connection) -> list[UnitLine]:
    """Every unit, in the order in which units stand everywhere."""
    rows = [UnitLine(*tuple(row)) for row in connection.execute(_units(in_force(connection)))]
    return sorted(rows, key=lambda row: unit_order(row.name, row.accommodation_type))


def households(connection: Connection, night: date) -> list[Household]:
    """Who holds which unit on the night that begins on that day."""
    return [Household(*row) for row in connection.execute(_households(), {"night": night})]


@cache
def _units(rules: InForce) -> Select[Any]:
    u = UNIT.c
    left = select(func.max(PLACEMENT.c.to_on)).where(PLACEMENT.c.unit_id == u.id).scalar_subquery()
    columns = [u.id, u.name, u.accommodation_type, u.layout, u.bedspaces, u.max_children, u.open_from, u.open_to]
    query = select(*columns, missing_count(rules.forms["unit"]).label("missing"), left.label("last_left_on"))
    return query.order_by(u.name, u.id)


@cache
def _households() -> Select[Any]:
    p, s, r = PLACEMENT.c, STAY.c, RESIDENT.c
    night: BindParameter[date] = bindparam("night")
    with_them = and_(CHILD_STAY.c.stay_id == s.id, CHILD_STAY.c.in_refuge == "yes")
    children = select(func.count()).select_from(CHILD_STAY).where(with_them).scalar_subquery()
    columns = [p.unit_id, p.stay_id, r.id, r.first_name, r.last_name, s.started_on, p.from_on, children]
    joined = PLACEMENT.join(STAY, s.id == p.stay_id).join(RESIDENT, r.id == s.resident_id)
    holds = and_(p.from_on <= night, or_(p.to_on.is_(None), p.to_on > night))
    return select(*columns).select_from(joined).where(holds).order_by(p.from_on, p.id)
