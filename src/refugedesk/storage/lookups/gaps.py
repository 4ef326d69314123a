"""Which wanted fields are blank in the records behind a period."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Final

from sqlalchemy import Connection, FromClause, Select, and_, bindparam, null, or_, select

from refugedesk.storage.completeness import missing_fields
from refugedesk.storage.own_rules import InForce, in_force
from refugedesk.storage.tables import RECORDS

FORMS: Final = ("referral", "resident", "stay", "child", "child_stay")
WHOSE: Final = 5


@dataclass(frozen=True)
class Lacking:
    """A record that lacks an answer, and whose file it is in; key_worker: of the latest stay in the period."""

    id: str
    resident_id: str | None
    stay_id: str | None
    child_id: str | None
    key_worker: str | None


@dataclass(frozen=True)
class Gap:
    """One field of one form: which records lack it, of how many."""

    record: str
    field: str
    missing: tuple[Lacking, ...]
    of: int


def gaps(connection: Connection, first: date, last: date) -> list[Gap]:
    """Every wanted field of the referrals received in the period, and of the stays, people and children there."""
    return [gap for record in FORMS for gap in _of(connection, record, first, last)]


def _of(connection: Connection, record: str, first: date, last: date) -> Iterator[Gap]:
    """The gaps of one form; of a person with two stays in the period the latest says whose they are."""
    rules = in_force(connection)
    seen: dict[str, Any] = {}
    for row in connection.execute(_asked(record, rules), {"first": first, "last": last}):
        seen.setdefault(row[0], row)
    rows = sorted(seen.values(), key=lambda row: str(row[0]))
    for place, field in enumerate(missing_fields(rules.forms[record]), start=WHOSE):
        yield Gap(record, field, tuple(Lacking(*row[:WHOSE]) for row in rows if row[place]), len(rows))


@cache
def _asked(record: str, rules: InForce) -> Select[Any]:
    """One row for each record and stay: whose it is, and for each wanted field whether it is missing."""
    table, stay = RECORDS[record], RECORDS["stay"]
    flags = missing_fields(rules.forms[record]).values()
    if record == "referral":
        received = table.c.received_on.between(bindparam("first"), bindparam("last"))
        return select(table.c.id, null(), null(), null(), null(), *flags).where(received)
    s, source, child = stay.c, _source(record), _child(record)
    there = and_(s.started_on <= bindparam("last"), or_(s.ended_on.is_(None), s.ended_on >= bindparam("first")))
    query = select(table.c.id, s.resident_id, s.id, child, s.key_worker, *flags).select_from(source).where(there)
    return query.order_by(s.started_on.desc(), s.id.desc())


def _source(record: str) -> FromClause:
    stay, within, child, resident = (RECORDS[name] for name in ("stay", "child_stay", "child", "resident"))
    if record == "stay":
        return stay
    if record == "resident":
        return resident.join(stay, stay.c.resident_id == resident.c.id)
    return within.join(stay, stay.c.id == within.c.stay_id).join(child, child.c.id == within.c.child_id)


def _child(record: str) -> Any:
    return RECORDS["child_stay"].c.child_id if record in ("child", "child_stay") else null()
