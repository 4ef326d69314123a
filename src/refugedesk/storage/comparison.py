"""Whether two databases hold the same rows, table by table."""

from __future__ import annotations

from collections.abc import Callable
from itertools import zip_longest
from typing import Final

from sqlalchemy import Engine, select

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
