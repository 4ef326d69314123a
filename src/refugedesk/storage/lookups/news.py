"""What others have done since an instant, from the record of changes, and whom it is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Final

from sqlalchemy import Connection, Select, bindparam, null, select

from refugedesk.storage.tables import ACCOUNT, AUDIT_ENTRY, RECORDS

MOST: Final = 1_000
OF_STAY: Final = ("note", "incident", "safeguarding", "risk_assessment", "safety_plan", "disclosure", "contact", "wait")
LOOKED_AT: Final = ("referral", "stay", *OF_STAY)


@dataclass(frozen=True)
class Deed:
    """One thing that somebody did: when, who, to which record, and the fields that changed."""

    at: str
    who: str
    action: str
    record: str
    record_id: str
    fields: tuple[str, ...]


@dataclass(frozen=True)
class About:
    """Whom a record is about; blank for what belongs to the house. known_as: of a referral."""

    record_id: str
    resident_id: str | None
    stay_id: str | None
    first_name: str | None
    last_name: str | None
    key_worker: str | None
    ended_on: date | None
    known_as: str | None


def deeds(connection: Connection, since: str, but: str) -> list[Deed]:
    """What was recorded or changed after an instant by anybody but the account ``but``, newest first."""
    rows = connection.execute(_deeds(), {"since": since, "but": but})
    return [Deed(row[0], row[1], row[2], row[3], row[4], tuple(row[5].split())) for row in rows]


def about(connection: Connection, record: str, keys: Sequence[str]) -> dict[str, About]:
    """Key -> whom that record is about, of those that are still there and of forms that are looked at."""
    if record not in LOOKED_AT:
        return {}
    rows = connection.execute(_about(record), {"keys": tuple(keys)})
    return {row[0]: About(*row) for row in rows}


@cache
def _deeds() -> Select[Any]:
    e = AUDIT_ENTRY.c
    columns = (e.at, ACCOUNT.c.name, e.action, e.record, e.record_id, e.fields)
    query = select(*columns).join(ACCOUNT, ACCOUNT.c.id == e.user_id)
    by_others = (e.at > bindparam("since"), e.user_id != bindparam("but"))
    of_interest = (e.action.in_(("create", "change")), e.record.in_(LOOKED_AT))
    return query.where(*by_others, *of_interest).order_by(e.at.desc(), e.position.desc()).limit(MOST)


@cache
def _about(record: str) -> Select[Any]:
    table, stay, resident = RECORDS[record], RECORDS["stay"], RECORDS["resident"]
    wanted = table.c.id.in_(bindparam("keys", expanding=True))
    if record == "referral":
        return select(table.c.id, *(null() for _ in range(6)), table.c.known_as).where(wanted)
    s, r = stay.c, resident.c
    joined = stay if record == "stay" else table.outerjoin(stay, s.id == table.c.stay_id)
    joined = joined.outerjoin(resident, r.id == s.resident_id)
    columns = (table.c.id, r.id, s.id, r.first_name, r.last_name, s.key_worker, s.ended_on, null())
    return select(*columns).select_from(joined).where(wanted)
