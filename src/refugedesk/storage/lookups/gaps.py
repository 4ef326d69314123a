"""Which wanted fields are blank in the records behind a period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, FromClause, and_, func, literal, or_, select

from refugedesk.storage.completeness import missing_fields
from refugedesk.storage.own_rules import in_force
from refugedesk.storage.tables import CHILD, CHILD_STAY, REFERRAL, RESIDENT, STAY


@dataclass(frozen=True)
class Gap:
    """One field of one form: which records lack it, as (key, the resident whose file it is in), of how many."""

    record: str
    field: str
    missing: tuple[tuple[str, str | None], ...]
    of: int


def gaps(connection: Connection, first: date, last: date) -> list[Gap]:
    """Every wanted field of the referrals received in the period, and of the stays, people and children there."""
    there = and_(STAY.c.started_on <= last, or_(STAY.c.ended_on.is_(None), STAY.c.ended_on >= first))
    with_child = CHILD_STAY.join(STAY, STAY.c.id == CHILD_STAY.c.stay_id).join(
        CHILD, CHILD.c.id == CHILD_STAY.c.child_id
    )
    resident = STAY.c.resident_id
    return [
        *_of(connection, "referral", REFERRAL, literal(None), REFERRAL.c.received_on.between(first, last)),
        *_of(connection, "resident", RESIDENT.join(STAY, resident == RESIDENT.c.id), RESIDENT.c.id, there),
        *_of(connection, "stay", STAY, resident, there),
        *_of(connection, "child", with_child, resident, there),
        *_of(connection, "child_stay", with_child, resident, there),
    ]


def _of(
    connection: Connection, record: str, source: FromClause, file: ColumnElement[str | None], there: ColumnElement[bool]
) -> list[Gap]:
    from refugedesk.storage.tables import RECORDS

    key = RECORDS[record].c.id
    counting = select(func.count(func.distinct(key))).select_from(source).where(there)
    of = int(connection.execute(counting).scalar_one())
    found = []
    for field, is_missing in missing_fields(in_force(connection).forms[record]).items():
        query = select(key, file).distinct().select_from(source).where(there, is_missing).order_by(key)
        rows = tuple((row[0], row[1]) for row in connection.execute(query))
        found.append(Gap(record, field, rows, of))
    return found
