"""What papers about the whole house are made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, Connection, Select, bindparam, or_, select

from refugedesk.domain.record_words import line_of
from refugedesk.domain.records import ALL
from refugedesk.domain.spans import age_on
from refugedesk.domain.words import tr
from refugedesk.storage.tables import RECORDS

NAMELESS = "No name yet"


@dataclass(frozen=True)
class HouseLine:
    """A household that is in the house: its unit, the resident, and everybody who sleeps there with them."""

    stay_id: str
    unit: str
    name: str
    age: str
    fire_help: tuple[str, ...]
    children: tuple[tuple[str, str], ...]
    others: tuple[str, ...]


def in_the_house(connection: Connection, today: date) -> list[HouseLine]:
    """Every household that is in the service on the night of ``today``, by unit."""
    given = {"today": today}
    units = {row[0]: row[1] for row in connection.execute(_units(), given)}
    children: dict[str, list[tuple[str, str]]] = {}
    for stay, first, last, born in connection.execute(_children(), given):
        children.setdefault(stay, []).append((_name(first, last), _age(born, today)))
    others: dict[str, list[str]] = {}
    for stay, name in connection.execute(_others(), given):
        others.setdefault(stay, []).append(name or NAMELESS)
    lines = [
        HouseLine(
            stay,
            units.get(stay, ""),
            _name(first, last),
            _age(born, today),
            fire_help,
            tuple(children.get(stay, ())),
            tuple(others.get(stay, ())),
        )
        for stay, first, last, born, fire_help in connection.execute(_residents(), given)
    ]
    return sorted(lines, key=lambda line: (not line.unit, len(line.unit), line.unit, line.name))


def moves_since(connection: Connection, since: date, today: date) -> list[str]:
    """Who came and who left since a day, in words."""
    stay, resident = RECORDS["stay"].c, RECORDS["resident"].c
    joined = RECORDS["stay"].join(RECORDS["resident"], resident.id == stay.resident_id)
    columns = (resident.first_name, resident.last_name, stay.started_on, stay.ended_on)
    lately = or_(stay.started_on.between(since, today), stay.ended_on.between(since, today))
    found = []
    for first, last, started, ended in connection.execute(select(*columns).select_from(joined).where(lately)):
        if started >= since:
            found.append(f"{_name(first, last)} came.")
        if ended is not None and since <= ended <= today:
            found.append(f"{_name(first, last)} left.")
    return found


def happened_since(connection: Connection, since: date, today: date) -> list[str]:
    """The incidents and notes since a day, in one line each."""
    found = []
    for record in ("incident", "note"):
        table, form = RECORDS[record], ALL[record]
        rows = connection.execute(
            select(*(table.c[name] for name in form.line)).where(table.c.on_day.between(since, today))
        )
        found += [f"{tr(form.title)}: {line_of(form, dict(zip(form.line, row, strict=True)))}" for row in rows]
    return found


def _name(first: str | None, last: str | None) -> str:
    return " ".join(part for part in (first, last) if part) or NAMELESS


def _age(born: date | None, today: date) -> str:
    return str(max(age_on(born, today), 0)) if born else ""


@cache
def _residents() -> Select[Any]:
    s, r = RECORDS["stay"].c, RECORDS["resident"].c
    joined = RECORDS["stay"].join(RECORDS["resident"], r.id == s.resident_id)
    return select(s.id, r.first_name, r.last_name, r.date_of_birth, r.fire_help).select_from(joined).where(_is_here())


@cache
def _units() -> Select[Any]:
    p, today = RECORDS["placement"].c, _today()
    joined = RECORDS["placement"].join(RECORDS["unit"], RECORDS["unit"].c.id == p.unit_id)
    holds = (p.from_on <= today) & or_(p.to_on.is_(None), p.to_on > today)
    return select(p.stay_id, RECORDS["unit"].c.name).select_from(joined).where(holds).order_by(p.from_on)


@cache
def _children() -> Select[Any]:
    c, within, stay = RECORDS["child"].c, RECORDS["child_stay"].c, RECORDS["stay"]
    joined = (
        RECORDS["child_stay"].join(RECORDS["child"], c.id == within.child_id).join(stay, stay.c.id == within.stay_id)
    )
    here = _is_here() & (within.in_refuge == "yes")
    columns = (within.stay_id, c.first_name, c.last_name, c.date_of_birth)
    return select(*columns).select_from(joined).where(here).order_by(c.date_of_birth)


@cache
def _others() -> Select[Any]:
    m, stay = RECORDS["household_member"].c, RECORDS["stay"]
    joined = RECORDS["household_member"].join(stay, stay.c.id == m.stay_id)
    people = m.kind.in_(("adult_dependant", "carer", "other_adult")) & or_(m.lives_here.is_(None), m.lives_here != "no")
    return select(m.stay_id, m.name).select_from(joined).where(_is_here(), people)


def _is_here() -> Any:
    s, today = RECORDS["stay"].c, _today()
    return (s.started_on <= today) & or_(s.ended_on.is_(None), s.ended_on > today)


def _today() -> BindParameter[date]:
    return bindparam("today")
