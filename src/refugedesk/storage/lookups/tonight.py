"""What the first page asks at every opening: each question is written once and kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, exists, func, or_, select

from refugedesk.storage.completeness import missing_count
from refugedesk.storage.own_rules import InForce, in_force
from refugedesk.storage.tables import RECORDS


@dataclass(frozen=True)
class HereLine:
    """A household whose stay goes on; missing: of the person, the stay and the children in it."""

    resident_id: str
    stay_id: str
    first_name: str | None
    last_name: str | None
    started_on: date
    key_worker: str | None
    unit: str | None
    children: int
    missing: int


@dataclass(frozen=True)
class WaitingLine:
    """A referral that nobody has decided."""

    id: str
    reference: str | None
    known_as: str | None
    received_on: date
    assessed_on: date | None
    outcome: str | None


def here(connection: Connection, today: date) -> list[HereLine]:
    """Every household that is here on a day, those who came last first."""
    return [HereLine(*row) for row in connection.execute(_here(in_force(connection)), {"today": today})]


def children_of(connection: Connection, today: date) -> list[tuple[str, str | None, date | None]]:
    """(stay, first name, date of birth) of every child in the refuge with a household that is here, eldest first."""
    return [(row[0], row[1], row[2]) for row in connection.execute(_children_of(), {"today": today})]


def waiting(connection: Connection) -> list[WaitingLine]:
    """Referrals without a decision, the longest first."""
    return [WaitingLine(*row) for row in connection.execute(_waiting())]


def is_here(stay: Any) -> ColumnElement[bool]:
    """Whether a stay goes on on the day given as ``today``."""
    today: ColumnElement[date] = bindparam("today")
    return and_(stay.c.started_on <= today, or_(stay.c.ended_on.is_(None), stay.c.ended_on > today))


def has_begun(connection: Connection) -> bool:
    """Whether there is a unit, a referral or a stay."""
    return bool(connection.execute(_begun()).scalar())


@cache
def _begun() -> Select[Any]:
    return select(or_(*(exists(select(RECORDS[name].c.id)) for name in ("unit", "referral", "stay"))))


@cache
def _here(rules: InForce) -> Select[Any]:
    stay, resident = RECORDS["stay"], RECORDS["resident"]
    s, r = stay.c, resident.c
    columns = (r.id, s.id, r.first_name, r.last_name, s.started_on, s.key_worker, _unit(), _children())
    missing = missing_count(rules.forms["resident"]) + missing_count(rules.forms["stay"]) + _missing_of_children(rules)
    query = select(*columns, missing).select_from(stay.join(resident, r.id == s.resident_id)).where(is_here(stay))
    return query.order_by(s.started_on.desc(), r.id.desc())


def _unit() -> Any:
    """The unit of the stay's latest placement."""
    placement, unit, stay = RECORDS["placement"], RECORDS["unit"], RECORDS["stay"]
    p = placement.c
    held = select(unit.c.name).select_from(placement.join(unit, unit.c.id == p.unit_id)).where(p.stay_id == stay.c.id)
    return held.order_by(p.from_on.desc(), p.id.desc()).limit(1).correlate(stay).scalar_subquery()


def _children() -> Any:
    within, stay = RECORDS["child_stay"], RECORDS["stay"]
    with_them = and_(within.c.stay_id == stay.c.id, within.c.in_refuge == "yes")
    return select(func.count()).select_from(within).where(with_them).correlate(stay).scalar_subquery()


def _missing_of_children(rules: InForce) -> Any:
    within, child, stay = RECORDS["child_stay"], RECORDS["child"], RECORDS["stay"]
    missing = missing_count(rules.forms["child"]) + missing_count(rules.forms["child_stay"])
    query = select(func.coalesce(func.sum(missing), 0)).select_from(within.join(child, child.c.id == within.c.child_id))
    return query.where(within.c.stay_id == stay.c.id).correlate(stay).scalar_subquery()


@cache
def _children_of() -> Select[Any]:
    within, child, stay = RECORDS["child_stay"], RECORDS["child"], RECORDS["stay"]
    joined = within.join(child, child.c.id == within.c.child_id).join(stay, stay.c.id == within.c.stay_id)
    query = select(stay.c.id, child.c.first_name, child.c.date_of_birth).select_from(joined)
    return query.where(is_here(stay), within.c.in_refuge == "yes").order_by(child.c.date_of_birth, child.c.id)


@cache
def _waiting() -> Select[Any]:
    c = RECORDS["referral"].c
    undecided = func.coalesce(c.outcome, "pending") == "pending"
    query = select(c.id, c.reference, c.known_as, c.received_on, c.assessed_on, c.outcome).where(undecided)
    return query.order_by(c.received_on, c.id)
