"""What a record is called where another names it, and which records a link may name."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Final

from sqlalchemy import BindParameter, Connection, Select, bindparam, or_, select

from refugedesk.storage.tables import RECORDS

MOST: Final = 500


@dataclass(frozen=True)
class Named:
    """A record by the parts of its name and what tells it from others: text, codes or days, as they are stored."""

    id: str
    parts: tuple[str, ...]
    detail: tuple[object, ...]


PLAIN: Final = {
    "unit": (("name",), ("accommodation_type",)),
    "staff": (("name",), ("role",)),
    "agency": (("name",), ("kind",)),
    "property": (("name",), ()),
    "activity_group": (("name",), ("topic",)),
    "group_session": (("topic",), ("held_on",)),
    "referral": (("known_as",), ("received_on", "source")),
    "resident": (("first_name", "last_name"), ("date_of_birth",)),
    "child": (("first_name", "last_name"), ("date_of_birth",)),
    "goal": (("goal",), ("agreed_on",)),
    "note": (("fact",), ("on_day",)),
}
"""Record -> the fields of its name, and those that tell it from others."""


def names_of(connection: Connection, record: str, keys: Collection[str]) -> dict[str, Named]:
    """Key -> what that record is called. A stay goes by its resident, a session by its group and topic."""
    query = _query(record)
    table = RECORDS[record]
    rows = connection.execute(query.where(table.c.id.in_(list(keys))))
    return {row[0]: _named(record, row) for row in rows}


def all_named(connection: Connection, record: str) -> list[Named]:
    """The records of a form a link may name, the newest first."""
    rows = connection.execute(_query(record).order_by(RECORDS[record].c.id.desc()).limit(MOST))
    return [_named(record, row) for row in rows]


def stays_here(connection: Connection, today: date) -> list[Named]:
    """The stays of those who are in the service now, by name."""
    s, r = RECORDS["stay"].c, RECORDS["resident"].c
    day: BindParameter[date] = bindparam("today")
    query = _stays().where(s.started_on <= day, or_(s.ended_on.is_(None), s.ended_on > day))
    rows = connection.execute(query.order_by(r.first_name, r.last_name), {"today": today})
    return [_named("stay", row) for row in rows]


def children_of_stay(connection: Connection, stay: str) -> list[Named]:
    """The children in a stay, the eldest first."""
    child, within = RECORDS["child"], RECORDS["child_stay"].c
    query = _plain("child").join(RECORDS["child_stay"], within.child_id == child.c.id).where(within.stay_id == stay)
    return [_named("child", row) for row in connection.execute(query.order_by(child.c.date_of_birth))]


def _named(record: str, row: Any) -> Named:
    width = 2 if record in _BY_ANOTHER else len(PLAIN[record][0])
    parts = tuple(str(part) for part in row[1 : 1 + width] if part)
    return Named(row[0], parts, tuple(row[1 + width :]))


def _query(record: str) -> Select[Any]:
    return _BY_ANOTHER[record]() if record in _BY_ANOTHER else _plain(record)


@cache
def _plain(record: str) -> Select[Any]:
    table, (named, detail) = RECORDS[record], PLAIN[record]
    return select(table.c.id, *(table.c[name] for name in (*named, *detail)))


@cache
def _stays() -> Select[Any]:
    stay, resident = RECORDS["stay"], RECORDS["resident"]
    joined = stay.join(resident, resident.c.id == stay.c.resident_id)
    return select(stay.c.id, resident.c.first_name, resident.c.last_name, stay.c.started_on).select_from(joined)


@cache
def _sessions() -> Select[Any]:
    session, group = RECORDS["group_session"], RECORDS["activity_group"]
    joined = session.join(group, group.c.id == session.c.group_id)
    return select(session.c.id, group.c.name, session.c.topic, session.c.held_on).select_from(joined)


_BY_ANOTHER: Final = {"stay": _stays, "group_session": _sessions}
"""What is called by another record, in two parts, with the day that tells it from others."""
