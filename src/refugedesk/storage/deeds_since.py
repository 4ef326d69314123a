"""What was done since a moment, for what is kept in memory between two looks: whether it still holds.

It asks the whole record of changes, hidden files too, and answers with keys alone, so it is no lookup: what it says is
for mending what is kept, never for showing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from sqlalchemy import Connection, bindparam, text

_NEWEST: Final = text("SELECT coalesce(max(rowid), 0) FROM main.audit_entry")
_TOUCHING: Final = text(
    "SELECT action, record, record_id FROM main.audit_entry WHERE rowid > :since "
    "AND action NOT IN ('view', 'print') AND record IN :records LIMIT :most"
).bindparams(bindparam("records", expanding=True))


class Touched(NamedTuple):
    """One deed: what was done, and to which record."""

    action: str
    record: str
    record_id: str


def newest(connection: Connection) -> int:
    """The number of the newest entry in the record of changes; 0 where there is none."""
    return int(connection.execute(_NEWEST).scalar_one())


def touching(connection: Connection, since: int, records: Sequence[str], most: int) -> list[Touched]:
    """The deeds after that entry which changed records of those forms, the first ``most`` of them."""
    asked = {"since": since, "records": list(records), "most": most}
    return [Touched(*row) for row in connection.execute(_TOUCHING, asked)]
