"""Files that must stay whatever their age: held, lifted, listed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, insert, select, update

from refugedesk.storage.tables import ACCOUNT, RETENTION_HOLD
from refugedesk.storage.tables.schema import new_key


@dataclass(frozen=True)
class HoldLine:
    """A hold: of what kind, for whom, why, until when (None for until it is lifted), since when and by whom."""

    id: str
    record: str
    record_id: str
    kind: str
    for_whom: str
    reason: str
    until_on: date | None
    made_at: str
    by: str


def hold(connection: Connection, line: HoldLine) -> str:
    """Writes a hold down; its key."""
    key = new_key()
    row = {**vars(line), "id": key, "made_by": line.by}
    row.pop("by")
    connection.execute(insert(RETENTION_HOLD).values(**row))
    return key


def lift(connection: Connection, key: str, by: str, at: str) -> None:
    """The file is held no longer for this reason; that it was stays written."""
    ended = {"lifted_at": at, "lifted_by": by}
    connection.execute(update(RETENTION_HOLD).where(RETENTION_HOLD.c.id == key).values(**ended))


def standing(connection: Connection, today: date, keys: Collection[str] | None = None) -> list[HoldLine]:
    """The holds that stand today, the oldest first: on these files, or on every one."""
    h, a = RETENTION_HOLD.c, ACCOUNT.c
    columns = (h.id, h.record, h.record_id, h.kind, h.for_whom, h.reason, h.until_on, h.made_at, a.name)
    query = select(*columns).select_from(RETENTION_HOLD).outerjoin(ACCOUNT, a.id == h.made_by)
    query = query.where(h.lifted_at.is_(None), h.until_on.is_(None) | (h.until_on >= today)).order_by(h.made_at)
    if keys is not None:
        query = query.where(h.record_id.in_(keys))
    return [HoldLine(*row) for row in connection.execute(query)]
