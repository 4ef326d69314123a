"""The record of changes as a manager reads it: by person, by worker, by day, a page at a time."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Integer, Select, and_, literal_column, select

from refugedesk.storage.tables import ACCOUNT, AUDIT_ENTRY, AUDIT_VALUE, RECORDS

NUMBER: Final[ColumnElement[int]] = literal_column("audit_entry.rowid", Integer)
TOLD: Final = ("hide", "emergency", "print", "purge", "hold", "hand_over")
"""The deeds about a file that changed no answer and were told something of: why, or which paper."""


@dataclass(frozen=True)
class TrailLine:
    """One deed. number: its place, newest highest; facts: what was told of a deed that changed no record.

    changes: field -> [from, to] of a deed that changed one; without those that have been purged.
    """

    number: int
    at: str
    who: str
    action: str
    record: str
    record_id: str
    subject_id: str | None
    fields: tuple[str, ...]
    facts: dict[str, str]
    changes: dict[str, list[object]]


@dataclass(frozen=True)
class Wanted:
    """Which deeds: about these subjects, by this account, from one instant until before another; empty for all."""

    subjects: tuple[str, ...] = ()
    account: str = ""
    since: str = ""
    until: str = ""
    actions: Collection[str] = ()


def lines(connection: Connection, wanted: Wanted, before: int | None, limit: int) -> list[TrailLine]:
    """The newest deeds that are wanted, those before a number where one is given."""
    e, v, a = AUDIT_ENTRY.c, AUDIT_VALUE.c, ACCOUNT.c
    columns = (NUMBER, e.at, a.name, e.action, e.record, e.record_id, e.subject_id, e.fields, v.changes)
    query: Select[Any] = (
        select(*columns)
        .select_from(AUDIT_ENTRY)
        .outerjoin(ACCOUNT, a.id == e.user_id)
        .outerjoin(AUDIT_VALUE, v.entry_id == e.id)
    )
    query = _narrowed(query, wanted)
    if before is not None:
        query = query.where(before > NUMBER)
    return [_line(row) for row in connection.execute(query.order_by(NUMBER.desc()).limit(limit))]


def _narrowed(query: Select[Any], wanted: Wanted) -> Select[Any]:
    e = AUDIT_ENTRY.c
    # An import writes down each of its records; the whole of it is one deed here.
    query = query.where(~and_(e.action == "import", e.record != ""))
    if wanted.subjects:
        query = query.where(e.subject_id.in_(wanted.subjects))
    if wanted.account:
        query = query.where(e.user_id == wanted.account)
    if wanted.since:
        query = query.where(e.at >= wanted.since)
    if wanted.until:
        query = query.where(e.at < wanted.until)
    return query.where(e.action.in_(wanted.actions)) if wanted.actions else query


def _line(row: Any) -> TrailLine:
    number, at, who, action, record, record_id, subject, fields, changes = row
    is_told = record not in RECORDS or action in TOLD
    kept = json.loads(changes) if changes and (is_told or action == "change") else {}
    told = kept if is_told else {}
    facts = {name: str(pair[1]) for name, pair in told.items() if pair[1] not in (None, "")}
    changed = {} if is_told else kept
    return TrailLine(number, at, who or "", action, record, record_id, subject, tuple(fields.split()), facts, changed)


def subjects_of(connection: Connection, resident: str) -> tuple[str, ...]:
    """A resident and the referrals their stays came from: what a file consists of."""
    s = RECORDS["stay"].c
    found = connection.execute(select(s.referral_id).where(s.resident_id == resident, s.referral_id.is_not(None)))
    return (resident, *found.scalars())
