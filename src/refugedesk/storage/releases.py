"""The ledger of what left the house: which return, for whom, what it showed, and what it revises."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from sqlalchemy import Connection, insert, select

from refugedesk.storage.tables import ACCOUNT, RELEASE
from refugedesk.storage.tables.schema import new_key


@dataclass(frozen=True)
class Release:
    """One return that was written.

    content: its numbers in the JSON form; sha256: of the file itself; counts: its exact counts on that day, as JSON;
    revises: the key of the release that it corrects; made_by: the key of who approved it.
    """

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
    counts: str | None = None
    revises: str | None = None
    narrative: str | None = None
    id: str = ""


def add_release(connection: Connection, release: Release) -> str:
    """Writes a release down; its key."""
    values = {**asdict(release), "id": new_key()}
    connection.execute(insert(RELEASE).values(values))
    return str(values["id"])


def releases(connection: Connection) -> list[Release]:
    """Every release, the newest first."""
    rows = connection.execute(select(RELEASE).order_by(RELEASE.c.made_at.desc(), RELEASE.c.id.desc()))
    return [Release(**row) for row in rows.mappings()]


def names_of(connection: Connection) -> dict[str, str]:
    """The key of everybody who ever could open the store -> the name."""
    return {row.id: row.name for row in connection.execute(select(ACCOUNT.c.id, ACCOUNT.c.name))}
