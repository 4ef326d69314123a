"""The ledger of what left the house: which return, for whom, and what it showed."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from sqlalchemy import Connection, insert, select

from refugedesk.storage.tables import ACCOUNT, RELEASE
from refugedesk.storage.tables.schema import new_key


@dataclass(frozen=True)
class Release:
    """One return that was written. content: its numbers in the JSON form; sha256: of the file itself."""

    definition: str
    version: str
    period_first: date
    period_last: date
    policy: str
    recipient: str
    reason: str
    file_kind: str
    sha256: str
    content: str
    made_at: str
    made_by: str


def add_release(connection: Connection, release: Release) -> str:
    """Writes a release down; its key."""
    key = new_key()
    connection.execute(insert(RELEASE).values(id=key, **asdict(release)))
    return key


def releases(connection: Connection) -> list[Release]:
    """Every release, the newest first; made_by is the key of who made it."""
    names = [column for column in RELEASE.c if column.name != "id"]
    rows = connection.execute(select(*names).order_by(RELEASE.c.made_at.desc(), RELEASE.c.id.desc()))
    return [Release(**row) for row in rows.mappings()]


def names_of(connection: Connection) -> dict[str, str]:
    """The key of everybody who ever could open the store -> the name."""
    return {row.id: row.name for row in connection.execute(select(ACCOUNT.c.id, ACCOUNT.c.name))}
