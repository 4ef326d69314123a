"""The records of one form that belong to one other: a stay's contacts, a goal's actions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, func, null, select

from refugedesk.domain.fields import Answer, Record
from refugedesk.domain.records import ALL
from refugedesk.storage.completeness import missing_count
from refugedesk.storage.own_rules import InForce, in_force
from refugedesk.storage.tables import RECORDS


@dataclass(frozen=True)
class LinkedLine:
    """One record: its key, its day, the answers that name it, and how much of it is missing."""

    id: str
    on: date | None
    answers: dict[str, Answer]
    missing: int


def linked_lines(connection: Connection, record_id: str, owner: str, key: str, limit: int) -> list[LinkedLine]:
    """The newest records whose link ``owner`` names ``key``; of the whole form where ``owner`` is empty."""
    record = ALL[record_id]
    query = _query(record_id, owner, in_force(connection))
    given = {"most": limit} | ({"owner": key} if owner else {})
    return [
        LinkedLine(row[0], row[1], dict(zip(_names(record), row[3:], strict=True)), row[2])
        for row in connection.execute(query, given)
    ]


def linked_counts(connection: Connection, of: Sequence[tuple[str, str]], key: str) -> dict[str, tuple[int, int]]:
    """Record -> how many name ``key`` by their link, and how much is missing from them together."""
    found = {}
    for record_id, owner in of:
        count, missing = connection.execute(
            _count(record_id, owner, in_force(connection)), {"owner": key} if owner else {}
        ).one()
        found[record_id] = (count, missing)
    return found


@cache
def _query(record_id: str, owner: str, rules: InForce) -> Select[Any]:
    record, table = ALL[record_id], RECORDS[record_id]
    on: ColumnElement[Any] = table.c[record.dated_by] if record.dated_by else null()
    columns = [table.c.id, on, missing_count(rules.forms[record_id]), *(table.c[name] for name in _names(record))]
    newest_first = [on.desc()] if record.dated_by else []
    query = select(*columns).where(table.c[owner] == bindparam("owner")) if owner else select(*columns)
    return query.order_by(*newest_first, table.c.id.desc()).limit(bindparam("most"))


@cache
def _count(record_id: str, owner: str, rules: InForce) -> Select[Any]:
    table = RECORDS[record_id]
    missing = func.coalesce(func.sum(missing_count(rules.forms[record_id])), 0)
    columns: list[ColumnElement[Any]] = [func.count(), missing]
    query = select(*columns).select_from(table)
    return query.where(table.c[owner] == bindparam("owner")) if owner else query


def _names(record: Record) -> list[str]:
    return list(record.line)
