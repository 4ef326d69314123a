"""People by names that are like one: for the search, and to keep those apart who must not meet."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from sqlalchemy import Connection, Select, literal, select, union_all

from refugedesk.domain.sounds import are_alike
from refugedesk.storage.tables import RECORDS

NAMED: Final = {
    "resident": ("first_name", "last_name", "known_as"),
    "child": ("first_name", "last_name"),
    "referral": ("known_as",),
    "staff": ("name",),
}
"""The forms that are found by the name of a person, and the fields that hold it."""
FEARED: Final = {"perpetrator": ("name", "also_known_as"), "referral": ("feared_person",)}
"""Those that name somebody feared: never found by a search."""
Found = tuple[str, str]
"""Record id and key."""


def people_like(connection: Connection, name: str) -> list[Found]:
    """Those whose names are like this one, the newest first."""
    return [(record, key) for record, key, full in _all(connection, "named") if are_alike(name, full)]


def feared_like(connection: Connection, name: str) -> list[Found]:
    """The records that name somebody feared whose name is like this one, the newest first."""
    return [(record, key) for record, key, full in _all(connection, "feared") if are_alike(name, full)]


def _all(connection: Connection, which: str) -> Iterator[tuple[str, str, str]]:
    for record, key, *parts in connection.execute(_query(which)):
        full = " ".join(part for part in parts if part)
        if full:
            yield record, key, full


@cache
def _query(which: str) -> Select[Any]:
    of = NAMED if which == "named" else FEARED
    parts = []
    for record, fields in of.items():
        table = RECORDS[record]
        columns = [table.c[field] for field in fields] + [literal(None)] * (3 - len(fields))
        named = [column.label(f"name_{number}") for number, column in enumerate(columns)]
        parts.append(select(literal(record).label("record"), table.c.id.label("key"), *named))
    everybody = union_all(*parts).subquery()
    return select(everybody).order_by(everybody.c.key.desc())
