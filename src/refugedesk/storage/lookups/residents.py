"""The list of residents, and who is here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, ScalarSelect, Select, and_, func, or_, select, true

from refugedesk.storage import search
from refugedesk.storage.completeness import missing_count
from refugedesk.storage.own_rules import InForce, in_force
from refugedesk.storage.tables import CHILD, CHILD_STAY, PLACEMENT, RESIDENT, STAY, UNIT


@dataclass(frozen=True)
class ResidentLine:
    """A resident with the latest stay, as the list has it."""

    id: str
    reference: str | None
    first_name: str | None
    last_name: str | None
    date_of_birth: date | None
    stay_id: str | None
    started_on: date | None
    ended_on: date | None
    key_worker: str | None
    unit: str | None
    children: int
    missing: int


def _latest_stay() -> ScalarSelect[str]:
    other = STAY.alias("other_stay")
    newest = select(other.c.id).where(other.c.resident_id == RESIDENT.c.id)
    return newest.order_by(other.c.started_on.desc(), other.c.id.desc()).limit(1).scalar_subquery()


def _unit() -> ScalarSelect[str]:
    """The unit of the stay's latest placement."""
    held = select(UNIT.c.name).join(PLACEMENT, PLACEMENT.c.unit_id == UNIT.c.id).where(PLACEMENT.c.stay_id == STAY.c.id)
    return held.order_by(PLACEMENT.c.from_on.desc(), PLACEMENT.c.id.desc()).limit(1).scalar_subquery()


def _children() -> ScalarSelect[int]:
    with_them = and_(CHILD_STAY.c.stay_id == STAY.c.id, CHILD_STAY.c.in_refuge == "yes")
    return select(func.count()).select_from(CHILD_STAY).where(with_them).scalar_subquery()


def _missing(rules: InForce) -> ColumnElement[int]:
    """What is missing from the resident, the latest stay and the children in it: what the file's header counts."""
    forms = rules.forms
    children = (
        select(func.coalesce(func.sum(missing_count(forms["child"]) + missing_count(forms["child_stay"])), 0))
        .select_from(CHILD_STAY.join(CHILD, CHILD.c.id == CHILD_STAY.c.child_id))
        .where(CHILD_STAY.c.stay_id == STAY.c.id)
        .scalar_subquery()
    )
    return missing_count(forms["resident"]) + missing_count(forms["stay"]) + children


def resident_lines(connection: Connection, chip: str, typed: str, limit: int, today: date) -> list[ResidentLine]:
    """Residents that fall under the chip and hold the words typed; those who came last first."""
    r, s, rules = RESIDENT.c, STAY.c, in_force(connection)
    columns = [r.id, r.reference, r.first_name, r.last_name, r.date_of_birth]
    stay = [s.id.label("stay_id"), s.started_on, s.ended_on, s.key_worker]
    worked_out = [_unit().label("unit"), _children().label("children"), _missing(rules).label("missing")]
    query = _listed(select(*columns, *stay, *worked_out), chip, typed, today, rules)
    query = query.order_by(s.started_on.desc(), r.id.desc()).limit(limit)
    return [ResidentLine(*row) for row in connection.execute(query)]


def resident_count(connection: Connection, chip: str, today: date, typed: str = "") -> int:
    """How many residents fall under the chip and hold the words typed."""
    return int(connection.execute(_listed(select(func.count()), chip, typed, today, in_force(connection))).scalar_one())


def children_here(connection: Connection, today: date) -> int:
    """How many children live in the refuge tonight."""
    query = select(func.count()).select_from(CHILD_STAY.join(STAY, STAY.c.id == CHILD_STAY.c.stay_id))
    here = and_(_is_here(today), CHILD_STAY.c.in_refuge == "yes")
    return int(connection.execute(query.where(here)).scalar_one())


def _listed(query: Select[Any], chip: str, typed: str, today: date, rules: InForce) -> Select[Any]:
    query = query.select_from(RESIDENT.outerjoin(STAY, STAY.c.id == _latest_stay())).where(_chip(chip, today, rules))
    words = search.matching("resident", typed)
    return query if words is None else query.where(RESIDENT.c.id.in_(words))


def _chip(chip: str, today: date, rules: InForce) -> ColumnElement[bool]:
    chips = {
        "all": true(),
        "here": _is_here(today),
        "left": STAY.c.ended_on <= today,
        "incomplete": _missing(rules) > 0,
    }
    return chips[chip]


def _is_here(today: date) -> ColumnElement[bool]:
    return and_(STAY.c.started_on <= today, or_(STAY.c.ended_on.is_(None), STAY.c.ended_on > today))
