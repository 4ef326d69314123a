"""Each record compared with the last thing that was written down about it.

A page put back in its own older version passes every other check; its record then differs from its last entry.
"""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from refugedesk.domain.drafts import in_list_order
from refugedesk.domain.fields import Answer, Record
from refugedesk.storage.answers import state
from refugedesk.storage.audit import digest
from refugedesk.storage.tables import AUDIT_ENTRY, AUDIT_VALUE, CHOICES, RECORDS


def altered_records(connection: Connection, record: Record) -> tuple[int, list[str]]:
    """How many records of the form there are, and the keys of those that are not as last written down.

    A record that should be there and is gone counts, too. One whose salt a purge has emptied cannot be compared.
    """
    stored = _states(connection, record)
    last = _last_digests(connection, record.id)
    altered = [key for key in stored if key not in last]
    for key, (salt, expected) in last.items():
        if salt is not None and digest(salt, stored.get(key, "")) != expected:
            altered.append(key)
    return len(stored), sorted(altered)


def _last_digests(connection: Connection, record: str) -> dict[str, tuple[str | None, str]]:
    e, v = AUDIT_ENTRY.c, AUDIT_VALUE.c
    is_change = (e.record == record) & e.action.in_(("create", "import", "change", "remove", "put_back"))
    newest = select(e.record_id, func.max(e.position).label("position")).where(is_change).group_by(e.record_id)
    last = newest.subquery()
    query = (
        select(e.record_id, v.salt, e.state_digest)
        .join(last, (last.c.record_id == e.record_id) & (last.c.position == e.position))
        .outerjoin(AUDIT_VALUE, v.entry_id == e.id)
        .where(is_change)
    )
    return {row[0]: (row[1], row[2]) for row in connection.execute(query)}


def _states(connection: Connection, record: Record) -> dict[str, str]:
    """Key -> the canonical text of what the record holds now."""
    several: dict[str, dict[str, set[str]]] = {}
    for field in record.fields:
        if field.has_rows:
            found: dict[str, set[str]] = {}
            table = CHOICES[record.id, field.name]
            for owner, code in connection.execute(select(table)):
                found.setdefault(owner, set()).add(code)
            several[field.name] = found
    states = {}
    for row in connection.execute(select(RECORDS[record.id])).mappings():
        answers: dict[str, Answer] = {
            field.name: in_list_order(field, several[field.name].get(row["id"], ()))
            if field.name in several
            else row[field.name]
            for field in record.fields
        }
        states[row["id"]] = state(record, answers)
    return states
