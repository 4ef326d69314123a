"""The log of what was given to somebody outside: only ever added to."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, insert, select

from refugedesk.storage.tables import ACCOUNT, HANDED_OVER
from refugedesk.storage.tables.schema import new_key


@dataclass(frozen=True)
class HandedOver:
    """What was given from which file, to whom, under what authority, how, when and by whom; numbers: in short."""

    record: str
    record_id: str
    given_on: date
    to_whom: str
    authority: str
    authority_detail: str
    what: str
    how: str
    numbers: str
    made_at: str
    made_by: str
    id: str = ""


def write_down(connection: Connection, line: HandedOver) -> str:
    """Adds an entry; its key."""
    key = new_key()
    connection.execute(insert(HANDED_OVER).values(**{**vars(line), "id": key}))
    return key


def entries(connection: Connection, keys: Collection[str] | None = None) -> list[HandedOver]:
    """The entries about these files or about all, the newest first; ``made_by`` is a name here."""
    h, a = HANDED_OVER.c, ACCOUNT.c
    columns = (h.record, h.record_id, h.given_on, h.to_whom, h.authority, h.authority_detail, h.what, h.how, h.numbers)
    query = select(*columns, h.made_at, a.name, h.id).select_from(HANDED_OVER).outerjoin(ACCOUNT, a.id == h.made_by)
    query = query.order_by(h.given_on.desc(), h.made_at.desc())
    if keys is not None:
        query = query.where(h.record_id.in_(keys))
    return [HandedOver(*row) for row in connection.execute(query)]
