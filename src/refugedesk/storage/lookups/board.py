"""What holds each unit over some days: households, holds and voids."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, or_, select

from refugedesk.domain.unit_order import unit_order
from refugedesk.storage.tables import RECORDS


@dataclass(frozen=True)
class Taken:
    """Some days of a unit; until: the first day it no longer is, None while it goes on."""

    kind: str
    unit_id: str
    id: str
    from_on: date
    until: date | None
    first: str | None
    second: str | None
    stay_id: str | None
    resident_id: str | None
    children: int


@dataclass(frozen=True)
class UnitFacts:
    """What a unit is and whom it suits."""

    id: str
    name: str
    accommodation_type: str
    layout: str | None
    bedspaces: int | None
    max_children: int | None
    oldest_boy: int | None
    accessible: str | None
    pets: str | None
    carer_space: str | None
    men: str | None
    substance_use: str | None
    no_recourse_accepted: str | None
    by_and_for: str | None
    open_from: date | None
    open_to: date | None


def unit_facts(connection: Connection) -> list[UnitFacts]:
    """Every unit, in the order in which units stand everywhere."""
    rows = [UnitFacts(**row) for row in connection.execute(_units()).mappings()]
    return sorted(rows, key=lambda row: unit_order(row.name, row.accommodation_type))


def taken(connection: Connection, first: date, last: date) -> list[Taken]:
    """Everything that holds a unit on a night from ``first`` to ``last``, in order of time."""
    given = {"first": first, "last": last}
    found = [Taken("occupied", *row) for row in connection.execute(_placements(), given)]
    found += [Taken("held", *row) for row in connection.execute(_holds(), given)]
    found += [Taken("void", *row) for row in connection.execute(_voids(), given)]
    return sorted(found, key=lambda each: (each.from_on, each.id))


def kept_free(connection: Connection, night: date) -> list[Taken]:
    """What keeps units from being given away on a night: holds, then voids."""
    given = {"first": night, "last": night}
    found = [Taken("held", *row) for row in connection.execute(_holds(), given)]
    return found + [Taken("void", *row) for row in connection.execute(_voids(), given)]


@cache
def _units() -> Select[Any]:
    table = RECORDS["unit"]
    names = list(UnitFacts.__dataclass_fields__)
    return select(*(table.c[name] for name in names)).order_by(table.c.name, table.c.id)


@cache
def _placements() -> Select[Any]:
    placement, stay, resident, within = (RECORDS[name] for name in ("placement", "stay", "resident", "child_stay"))
    p, s, r = placement.c, stay.c, resident.c
    with_them = (within.c.stay_id == s.id) & (within.c.in_refuge == "yes")
    children = select(func.count()).select_from(within).where(with_them).scalar_subquery()
    columns = (p.unit_id, p.id, p.from_on, p.to_on, r.first_name, r.last_name, s.id, r.id, children)
    joined = placement.join(stay, s.id == p.stay_id).join(resident, r.id == s.resident_id)
    overlaps = (p.from_on <= bindparam("last")) & or_(p.to_on.is_(None), p.to_on > bindparam("first"))
    return select(*columns).select_from(joined).where(overlaps)


@cache
def _holds() -> Select[Any]:
    hold, referral = RECORDS["hold"], RECORDS["referral"]
    h, none = hold.c, _none()
    columns = (h.unit_id, h.id, h.held_on, func.coalesce(h.released_on, h.until_on), referral.c.known_as, h.until_at)
    joined = hold.outerjoin(referral, referral.c.id == h.referral_id)
    open_still = h.released_on.is_(None) & (h.held_on <= bindparam("last")) & (h.until_on >= bindparam("first"))
    return select(*columns, none, none, func.length("")).select_from(joined).where(open_still)


@cache
def _voids() -> Select[Any]:
    v, none = RECORDS["void"].c, _none()
    overlaps = (v.from_on <= bindparam("last")) & or_(v.to_on.is_(None), v.to_on > bindparam("first"))
    return select(v.unit_id, v.id, v.from_on, v.to_on, v.reason, none, none, none, func.length("")).where(overlaps)


def _none() -> Any:
    from sqlalchemy import null

    return null()
