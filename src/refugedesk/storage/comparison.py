"""Whether two databases hold the same rows, table by table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from sqlalchemy import Connection, Engine, Table, select

from refugedesk.storage.tables import METADATA

TABLES: Final = len(METADATA.tables)
"""How many tables there are."""


def differences(
    one: Engine, other: Engine, tell: Callable[[int, int], None] = lambda _done, _total: None
) -> tuple[int, list[str]]:
    """How many tables were compared, and the names of those whose rows differ; ``tell`` hears how far it is."""
    different = []
    with one.connect() as left, other.connect() as right:
        for done, table in enumerate(METADATA.sorted_tables, 1):
            tell(done, len(METADATA.sorted_tables))
            query = select(table).order_by(*table.primary_key.columns)
            rows = zip_longest(left.execute(query), right.execute(query))
            if any(mine is None or theirs is None or tuple(mine) != tuple(theirs) for mine, theirs in rows):
                different.append(table.name)
    return len(METADATA.sorted_tables), different


@dataclass(frozen=True)
class Difference:
    """Rows of one table: those another copy has more, those that are other there, those it has no more."""

    more: int
    changed: int
    gone: int


def counted_differences(copy: Connection, other: Connection) -> dict[str, tuple[int, Difference]]:
    """Table -> how many rows the copy holds, and what the other has more, other, or no more; by the key of each row."""
    return {table.name: _difference(table, copy, other) for table in METADATA.sorted_tables}


def _difference(table: Table, copy: Connection, other: Connection) -> tuple[int, Difference]:
    one, two = (_digests(table, each) for each in (copy, other))
    both = one.keys() & two.keys()
    changed = sum(one[key] != two[key] for key in both)
    return len(one), Difference(len(two) - len(both), changed, len(one) - len(both))


def _digests(table: Table, connection: Connection) -> dict[tuple[object, ...], int]:
    """The key of each row -> the hash of the row: what is held in memory is no answer."""
    keys = len(table.primary_key.columns)
    query = select(*table.primary_key.columns, *table.columns)
    return {tuple(row[:keys]): hash(tuple(row)) for row in connection.execute(query)}
