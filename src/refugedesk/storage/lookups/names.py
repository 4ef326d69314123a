"""People by names that are like one: for the search, and to keep those apart who must not meet."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any, Final
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, Row, Select, literal, select, union_all

from refugedesk.domain.sounds import words_of_name
from refugedesk.storage.deeds_since import Touched, newest, touching
from refugedesk.storage.lookups.name_index import Found, NameIndex
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
SHORTEST: Final = 3
OF_NAMES: Final = ("", *NAMED, "conflict", "account")
"""The forms whose changes may change a name, or who sees it; an empty one is the whole store."""
MOST_RETAKEN: Final = 200
"""With as many changed names as this the index is made anew."""
_KEPT: WeakKeyDictionary[Engine, NameIndex] = WeakKeyDictionary()
"""One index an open store; it goes when the store is locked, with the process."""


def people_like(connection: Connection, name: str) -> list[Found]:
    """Those whose names are like this one, the newest first."""
    if not words_of_name(name) or len(name.strip()) < SHORTEST:
        return []
    return _index(connection).like(name)


def _index(connection: Connection) -> NameIndex:
    """The names as they are now: kept from one search to the next, and mended by what was done since."""
    kept, stand = _KEPT.get(connection.engine), newest(connection)
    deeds = touching(connection, kept.stand, OF_NAMES, MOST_RETAKEN) if kept is not None else []
    if kept is None or len(deeds) == MOST_RETAKEN or not all(map(_is_of_a_name, deeds)):
        kept, deeds = NameIndex(stand), []
        _take(kept, connection.execute(_everybody()).all())
    for record, key in ((deed.record, deed.record_id) for deed in deeds):
        kept.leave((record, key))
        _take(kept, connection.execute(_named(record).where(RECORDS[record].c.id == key)).all())
    kept.stand = stand
    _KEPT[connection.engine] = kept
    return kept


def _is_of_a_name(deed: Touched) -> bool:
    """Whether a deed changed one record of somebody with a name, and nothing of who sees whom."""
    return deed.action in ("create", "change", "remove") and deed.record in NAMED


def _take(index: NameIndex, rows: Iterable[Row[Any]]) -> None:
    for record, key, *parts in map(tuple, rows):
        if given := [part for part in parts if part]:
            index.take((record, key), given)


@cache
def _everybody() -> Select[Any]:
    return select(union_all(*map(_named, NAMED)).subquery())


def _named(record: str) -> Select[Any]:
    table, fields = RECORDS[record], NAMED[record]
    columns = [table.c[field] for field in fields] + [literal(None)] * (3 - len(fields))
    named = [column.label(f"name_{number}") for number, column in enumerate(columns)]
    return select(literal(record).label("record"), table.c.id.label("key"), *named)
