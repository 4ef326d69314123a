"""What was done to a record, when and by whom; and what was said before in a field."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from refugedesk.storage.tables import ACCOUNT, AUDIT_ENTRY, AUDIT_VALUE, RECORDS


@dataclass(frozen=True)
class EntryLine:
    """One entry of the record of changes; changes: field -> (from, to) as plain values, empty where purged."""

    at: str
    who: str
    action: str
    record: str
    record_id: str
    fields: tuple[str, ...]
    changes: dict[str, list[object]]


def entries_about(connection: Connection, keys: list[str], limit: int = 500) -> list[EntryLine]:
    """What was done to those records, newest first."""
    e, v, a = AUDIT_ENTRY.c, AUDIT_VALUE.c, ACCOUNT.c
    query = (
        select(e.at, a.name, e.action, e.record, e.record_id, e.fields, v.changes)
        .outerjoin(ACCOUNT, a.id == e.user_id)
        .outerjoin(AUDIT_VALUE, v.entry_id == e.id)
        .where(e.record_id.in_(keys))
        .order_by(e.chain, e.position.desc())
        .limit(limit)
    )
    return [
        EntryLine(at, who or "", action, record, key, tuple(fields.split()), json.loads(changes) if changes else {})
        for at, who, action, record, key, fields, changes in connection.execute(query)
    ]


def earlier_answers(connection: Connection, field: str, prefix: str, limit: int) -> list[str]:
    """What was answered before in a text field of that name in any form, most used first, beginning with ``prefix``."""
    counted: dict[str, int] = {}
    for table in RECORDS.values():
        if field in table.c:
            column = table.c[field]
            query = select(column, func.count()).where(column.is_not(None), column.istartswith(prefix, autoescape=True))
            for answer, uses in connection.execute(query.group_by(column).order_by(func.count().desc()).limit(limit)):
                counted[answer] = counted.get(answer, 0) + uses
    return sorted(counted, key=lambda answer: (-counted[answer], answer))[:limit]
