"""Residents who may be one person: born on the same day, or of the very same name where a birthday is missing."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from refugedesk.storage.tables import CHILD, CHILD_STAY, RESIDENT, STAY


@dataclass(frozen=True)
class Born:
    """Somebody by names and birthday."""

    id: str
    first_name: str | None
    last_name: str | None
    known_as: str | None
    date_of_birth: date | None

    @property
    def names(self) -> tuple[str, ...]:
        """What they are called."""
        return tuple(name for name in (self.full_name, self.known_as) if name)

    @property
    def full_name(self) -> str:
        """First and last name; empty where neither is known."""
        return " ".join(part for part in (self.first_name, self.last_name) if part)


def turned_round(day: date) -> date | None:
    """The day with day and month the other way round, as a slip of the hand has it; None where there is none."""
    try:
        return day.replace(month=day.day, day=day.month)
    except ValueError:
        return None


def person(connection: Connection, resident: str) -> Born | None:
    """One resident, or None."""
    row = connection.execute(_everybody().where(RESIDENT.c.id == resident)).first()
    return Born(*tuple(row)) if row else None


def everybody(connection: Connection) -> list[Born]:
    """Every resident, the newest first."""
    return [Born(*tuple(row)) for row in connection.execute(_everybody())]


def last_arrivals(connection: Connection) -> dict[str, date]:
    """Resident -> the first day of the last stay."""
    s = STAY.c
    query = select(s.resident_id, func.max(s.started_on)).group_by(s.resident_id)
    return {str(row[0]): row[1] for row in connection.execute(query)}


def near(connection: Connection, own: Born) -> list[Born]:
    """The other residents who may share a birthday, or have the very same name and no birthday; the newest first."""
    r, born = RESIDENT.c, own.date_of_birth
    is_called_so = and_(func.lower(r.first_name) == func.lower(own.first_name), _is_last(own.last_name))
    if born is None:
        found = is_called_so
    else:
        days = {born, turned_round(born) or born}
        found = or_(r.date_of_birth.in_(days), and_(r.date_of_birth.is_(None), is_called_so))
    return [Born(*tuple(row)) for row in connection.execute(_everybody().where(r.id != own.id, found))]


def _is_last(name: str | None) -> ColumnElement[bool]:
    return func.lower(RESIDENT.c.last_name) == func.lower(name)


def pairs(connection: Connection) -> list[tuple[Born, Born]]:
    """Every two residents of whom ``near`` would offer one for the other by birthday or by the very same name."""
    by_day: defaultdict[date, list[Born]] = defaultdict(list)
    by_name: defaultdict[str, list[Born]] = defaultdict(list)
    unborn: list[Born] = []
    for row in connection.execute(_everybody()):
        each = Born(*tuple(row))
        by_name[each.full_name.casefold()].append(each)
        (by_day[each.date_of_birth] if each.date_of_birth else unborn).append(each)
    found = [pair for people in by_day.values() for pair in combinations(people, 2)]
    for day, people in by_day.items():
        other = turned_round(day)
        if other is not None and other > day and other in by_day:
            found += product(people, by_day[other])
    for each in unborn:
        if each.first_name and each.last_name:
            others = by_name[each.full_name.casefold()]
            found += [(each, other) for other in others if other.date_of_birth or other.id < each.id]
    return found


def children(connection: Connection, resident: str) -> list[Born]:
    """The children of a resident, the eldest first."""
    c = CHILD.c
    query = select(c.id, c.first_name, c.last_name, c.date_of_birth).where(c.resident_id == resident)
    rows = connection.execute(query.order_by(c.date_of_birth, c.id))
    return [Born(key, first, last, None, born) for key, first, last, born in rows]


def stays(connection: Connection, resident: str) -> list[tuple[date, date | None]]:
    """The days of a resident's stays, the first of them first."""
    s = STAY.c
    query = select(s.started_on, s.ended_on).where(s.resident_id == resident).order_by(s.started_on, s.id)
    return [(row[0], row[1]) for row in connection.execute(query)]


def share_a_stay(connection: Connection, one: str, other: str) -> bool:
    """Whether two children are in one stay together."""
    mine, theirs = CHILD_STAY.alias(), CHILD_STAY.alias()
    both = select(mine.c.id).join(theirs, theirs.c.stay_id == mine.c.stay_id)
    return bool(connection.execute(both.where(mine.c.child_id == one, theirs.c.child_id == other).limit(1)).first())


def _everybody() -> Select[Any]:
    r = RESIDENT.c
    return select(r.id, r.first_name, r.last_name, r.known_as, r.date_of_birth).order_by(r.id.desc())
