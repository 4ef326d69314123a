"""Restricted answers opened in an emergency: written, listed, taken note of."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from refugedesk.storage.tables import ACCOUNT, EMERGENCY_OPENING, RECORDS
from refugedesk.storage.tables.schema import new_key


@dataclass(frozen=True)
class OpeningLine:
    """Who opened whose restricted answers, when and why."""

    id: str
    resident_id: str
    first_name: str | None
    last_name: str | None
    account_id: str
    who: str
    reason: str
    opened_at: str


def write(connection: Connection, resident: str, account: str, reason: str, at: str) -> str:
    """Writes an opening down; its key."""
    key = new_key()
    row = {"id": key, "resident_id": resident, "account_id": account, "reason": reason, "opened_at": at}
    connection.execute(insert(EMERGENCY_OPENING).values(**row))
    return key


def not_noted(connection: Connection) -> list[OpeningLine]:
    """Those nobody has taken note of yet, the oldest first."""
    o, r, a = EMERGENCY_OPENING.c, RECORDS["resident"].c, ACCOUNT.c
    joined = EMERGENCY_OPENING.join(RECORDS["resident"], r.id == o.resident_id).join(ACCOUNT, a.id == o.account_id)
    columns = (o.id, o.resident_id, r.first_name, r.last_name, o.account_id, a.name, o.reason, o.opened_at)
    query = select(*columns).select_from(joined).where(o.seen_at.is_(None)).order_by(o.opened_at)
    return [OpeningLine(*row) for row in connection.execute(query)]


def take_note(connection: Connection, key: str, by: str, at: str) -> None:
    """Somebody has seen it."""
    row = {"seen_at": at, "seen_by": by}
    connection.execute(update(EMERGENCY_OPENING).where(EMERGENCY_OPENING.c.id == key).values(row))
