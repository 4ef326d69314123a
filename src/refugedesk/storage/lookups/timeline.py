"""What happened to a person on a day, from every form that has one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, select

from refugedesk.domain.fields import Answer, Kind
from refugedesk.domain.records import ALL
from refugedesk.storage.tables import RECORDS

OF_STAY = (
    *("disclosure", "risk_assessment", "safety_plan", "goal", "plan_review", "contact", "note", "wait", "housing"),
    *("consent", "safeguarding", "incident", "aftercare_contact"),
)
OF_PERSON = ("court_date", "homelessness_application")
Happened = tuple[str, date, dict[str, Answer]]
"""Record id, its day, the answers that name it."""


def happened(connection: Connection, resident: str, stays: Sequence[str], most: int) -> list[Happened]:
    """The newest of everything dated that belongs to the person or to one of those stays."""
    found: list[Happened] = []
    for record_id, owner, keys in (
        *((each, "stay_id", tuple(stays)) for each in OF_STAY),
        *((each, "resident_id", (resident,)) for each in OF_PERSON),
    ):
        for row in connection.execute(_query(record_id, owner), {"owners": keys, "most": most}):
            found.append((record_id, row[0], dict(zip(_named(record_id), row[1:], strict=True))))
    return sorted(found, key=lambda each: each[1], reverse=True)[:most]


@cache
def _query(record_id: str, owner: str) -> Select[Any]:
    record, table = ALL[record_id], RECORDS[record_id]
    on = table.c[record.dated_by]
    columns = [on, *(table.c[name] for name in _named(record_id))]
    query = select(*columns).where(table.c[owner].in_(bindparam("owners", expanding=True)), on.is_not(None))
    return query.order_by(on.desc(), table.c.id.desc()).limit(bindparam("most"))


def _named(record_id: str) -> list[str]:
    record = ALL[record_id]
    return [name for name in record.line if record.field(name).kind is not Kind.LINK]
