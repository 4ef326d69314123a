"""Residents who may be one person: born on the same day, or of the very same name where a birthday is missing."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product
from typing import Any

from sqlalchemy import Connection, Select, or_, select

from refugedesk.domain.names import same_name
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


def near(connection: Connection, own: Born) -> list[Born]:
    """The other residents who may share a birthday, or one of whose birthdays is missing; the newest first."""
    r, born = RESIDENT.c, own.date_of_birth
    days = [born, turned_round(born) or born] if born else []
    query = _everybody().where(r.id != own.id)
    if born:
        query = query.where(or_(r.date_of_birth.in_(days), r.date_of_birth.is_(None)))
    return [Born(*tuple(row)) for row in connection.execute(query)]


def pairs(connection: Connection) -> list[tuple[Born, Born]]:
    """Every two residents of whom ``near`` would offer one for the other by birthday or by the very same name."""
    by_day: defaultdict[date, list[Born]] = defaultdict(list)
    by_name: defaultdict[str, list[Born]] = defaultdict(list)
    for row in connection.execute(_everybody()):
        each = Born(*tuple(row))
        if each.date_of_birth:
            by_day[each.date_of_birth].append(each)
        if each.first_name and each.last_name:
            by_name[same_name(each.full_name)].append(each)
    found = [pair for people in by_day.values() for pair in combinations(people, 2)]
    for day, people in by_day.items():
        other = turned_round(day)
        if other is not None and other > day:
            found += product(people, by_day.get(other, ()))
    for people in by_name.values():
        found += [pair for pair in combinations(people, 2) if not (pair[0].date_of_birth and pair[1].date_of_birth)]
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
