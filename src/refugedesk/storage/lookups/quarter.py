"""What a manager looks at over a quarter: the units and who lived in them, and what came of the referrals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, or_, select

from refugedesk.domain.unit_nights import Lived, OpenUnit
from refugedesk.storage.tables import RECORDS


@dataclass(frozen=True)
class Outcomes:
    """How many referrals had an outcome, and for what reason they did not go ahead where they did not."""

    outcome: str
    reason: str | None
    number: int


def open_units(connection: Connection) -> list[OpenUnit]:
    """Every unit, with the days on which it is open."""
    rows = connection.execute(_units())
    return [OpenUnit(unit, kind, _night(first), _night(last)) for unit, kind, first, last in rows]


def lived(connection: Connection, first: date, last: date) -> list[Lived]:
    """Placements with a night from ``first`` to ``last``; one without its last day lasts as long as the stay."""
    rows = connection.execute(_lived(), {"first": first, "last": last})
    return [Lived(unit, stay, from_on.toordinal(), _night(until)) for unit, stay, from_on, until in rows]


def outcomes(connection: Connection, first: date, last: date) -> list[Outcomes]:
    """The referrals received from ``first`` to ``last`` by what came of them; a repeated one is not counted again."""
    return [Outcomes(*row) for row in connection.execute(_outcomes(), {"first": first, "last": last})]


def _night(day: date | None) -> int | None:
    return day.toordinal() if day else None


@cache
def _units() -> Select[Any]:
    u = RECORDS["unit"].c
    return select(u.id, u.accommodation_type, u.open_from, u.open_to)


@cache
def _lived() -> Select[Any]:
    placement, stay = RECORDS["placement"], RECORDS["stay"]
    p = placement.c
    until = func.coalesce(p.to_on, stay.c.ended_on, type_=p.to_on.type)
    joined = placement.join(stay, stay.c.id == p.stay_id)
    within = (p.from_on <= bindparam("last")) & or_(until.is_(None), until > bindparam("first"))
    return select(p.unit_id, p.stay_id, p.from_on, until).select_from(joined).where(within)


@cache
def _outcomes() -> Select[Any]:
    c = RECORDS["referral"].c
    outcome = func.coalesce(c.outcome, "pending")
    received = c.received_on.between(bindparam("first"), bindparam("last"))
    query = select(outcome, c.refusal_reason, func.count()).where(received, c.repeat_of.is_(None))
    return query.group_by(outcome, c.refusal_reason)
