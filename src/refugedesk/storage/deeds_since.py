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


_WORK: Final = text(
    "SELECT 1 FROM main.audit_entry WHERE chain = (SELECT chain FROM main.service) AND position > :position "
    "AND action NOT IN :no_work LIMIT 1"
).bindparams(bindparam("no_work", expanding=True))
_FIRST: Final = text("SELECT at FROM main.audit_entry ORDER BY at LIMIT 1")
_LAST: Final = text("SELECT max(at) FROM main.audit_entry")
NO_WORK: Final = (
    *("view", "print", "export", "hand_over", "unlock", "recover", "open_by_shares", "refused", "older_copy"),
    *("backup", "try_restore", "check", "try_shares", "emergency", "noted"),
)
"""Deeds that leave nothing behind which a backup would have to hold."""


def has_work_since(connection: Connection, position: int) -> bool:
    """Whether anything was saved after the record of changes had come so far."""
    return connection.execute(_WORK, {"position": position, "no_work": NO_WORK}).first() is not None


def first_at(connection: Connection) -> str:
    """When the first entry was made, as the store keeps instants; empty where there is none."""
    return str(connection.execute(_FIRST).scalar() or "")


def last_at(connection: Connection) -> str:
    """When the last entry was made, as the store keeps instants; empty where there is none."""
    return str(connection.execute(_LAST).scalar() or "")
