"""Whether two databases hold the same rows, table by table."""

from __future__ import annotations

from itertools import zip_longest

from sqlalchemy import Engine, select

from refugedesk.storage.tables import METADATA


def differences(one: Engine, other: Engine) -> tuple[int, list[str]]:
    """How many tables were compared, and the names of those whose rows differ."""
    different = []
    with one.connect() as left, other.connect() as right:
        for table in METADATA.sorted_tables:
            query = select(table).order_by(*table.primary_key.columns)
            rows = zip_longest(left.execute(query), right.execute(query))
            if any(mine is None or theirs is None or tuple(mine) != tuple(theirs) for mine, theirs in rows):
                different.append(table.name)
    return len(METADATA.sorted_tables), different
