"""Purges that were asked for: waiting for a second person, withdrawn, done."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, insert, select, update

from refugedesk.storage.purging.parts import Scope
from refugedesk.storage.tables import ACCOUNT, PURGE
from refugedesk.storage.tables.schema import new_key


@dataclass(frozen=True)
class RequestLine:
    """A purge: of what, how much, why, who asked, and who confirmed it. records: form -> how many it takes."""

    id: str
    record: str
    record_id: str
    scope: Scope
    reason: str
    asked_at: str
    asked_by: str
    asked_by_name: str
    done_at: str | None
    confirmed_by_name: str
    records: dict[str, int]


def ask(connection: Connection, record: str, key: str, scope: Scope, reason: str, by: str, at: str) -> str:
    """Writes down that somebody asks for it; the key of what was written."""
    made = new_key()
    row = {"id": made, "record": record, "record_id": key, "scope": scope.value, "reason": reason}
    connection.execute(insert(PURGE).values(**row, asked_at=at, asked_by=by))
    return made


def expect(connection: Connection, key: str, records: dict[str, int]) -> None:
    """Keeps how many records of which form it would take, as was shown to whoever asked."""
    connection.execute(update(PURGE).where(PURGE.c.id == key).values(taken=json.dumps(records, sort_keys=True)))


def withdraw(connection: Connection, key: str, at: str) -> None:
    """It is not to be done any more."""
    connection.execute(update(PURGE).where(PURGE.c.id == key, PURGE.c.done_at.is_(None)).values(withdrawn_at=at))


def finish(connection: Connection, line: RequestLine, by: str, at: str) -> None:
    """It is done; why it was asked for stays, as it says nothing of the person."""
    done = {"done_at": at, "confirmed_by": by, "reason": line.reason}
    connection.execute(update(PURGE).where(PURGE.c.id == line.id).values(**done))


def waiting(connection: Connection, key: str = "") -> list[RequestLine]:
    """Those that wait for a second person, the oldest first; the one of that key."""
    query = _lines().where(PURGE.c.done_at.is_(None), PURGE.c.withdrawn_at.is_(None)).order_by(PURGE.c.asked_at)
    return _read(connection, query.where(PURGE.c.id == key) if key else query)


def done(connection: Connection) -> list[RequestLine]:
    """Those that were done, the newest first."""
    return _read(connection, _lines().where(PURGE.c.done_at.is_not(None)).order_by(PURGE.c.done_at.desc()))


def _lines() -> Select[Any]:
    p, asker, other = PURGE.c, ACCOUNT.alias("asker"), ACCOUNT.alias("other")
    joined = PURGE.outerjoin(asker, asker.c.id == p.asked_by).outerjoin(other, other.c.id == p.confirmed_by)
    columns = (p.id, p.record, p.record_id, p.scope, p.reason, p.asked_at, p.asked_by, asker.c.name, p.done_at)
    return select(*columns, other.c.name, p.taken).select_from(joined)


def _read(connection: Connection, query: Select[Any]) -> list[RequestLine]:
    return [_line(*row) for row in connection.execute(query)]


def _line(*row: Any) -> RequestLine:
    key, record, record_id, scope, reason, asked_at, asked_by, asker, done_at, other, taken = row
    asked = (reason, asked_at, asked_by, asker or "")
    return RequestLine(key, record, record_id, Scope(scope), *asked, done_at, other or "", json.loads(taken or "{}"))
