"""What says how long a file is kept: when each case closed, the children's birthdays, and calls nobody came from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import Connection, func, select

from refugedesk.storage.tables import AUDIT_ENTRY, CHILD, PURGE, RECORDS, REFERRAL, RESIDENT, STAY


@dataclass(frozen=True)
class ClosedLine:
    """A resident nobody of whose stays goes on: the last day of stays and aftercare; births: of each child."""

    id: str
    first_name: str | None
    last_name: str | None
    closed_on: date
    births: list[date | None] = field(default_factory=list)


@dataclass(frozen=True)
class CallLine:
    """The last call of a household of whom nobody came."""

    id: str
    known_as: str | None
    last_on: date


def closed_files(connection: Connection, today: date) -> list[ClosedLine]:
    """Every resident who does not live here, with what decides how long the file is kept."""
    r, s, after = RESIDENT.c, STAY.c, RECORDS["aftercare_contact"].c
    lasts = func.max(s.ended_on.is_(None) | (s.ended_on > today))
    stays = connection.execute(select(s.resident_id, func.max(s.ended_on), lasts).group_by(s.resident_id)).all()
    cared = select(s.resident_id, func.max(after.on_day)).join_from(
        RECORDS["aftercare_contact"], STAY, after.stay_id == s.id
    )
    afterwards = {row[0]: row[1] for row in connection.execute(cared.group_by(s.resident_id))}
    ended = {
        key: max(each for each in (last, afterwards.get(key)) if each) for key, last, goes_on in stays if not goes_on
    }
    here = {key for key, _, goes_on in stays if goes_on}
    births: dict[str, list[date | None]] = {}
    for parent, born in connection.execute(select(CHILD.c.resident_id, CHILD.c.date_of_birth)):
        births.setdefault(parent, []).append(born)
    names = connection.execute(select(r.id, r.first_name, r.last_name)).all()
    without = _last_touched(connection, [key for key, _, _ in names if key not in ended and key not in here])
    return [
        ClosedLine(key, first, last, ended.get(key) or without[key], births.get(key, []))
        for key, first, last in names
        if key in ended or key in without
    ]


def calls_without_stay(connection: Connection) -> list[CallLine]:
    """The last call of every household of whom nobody moved in, whichever of their calls it is."""
    f = REFERRAL.c
    rows = connection.execute(select(f.id, f.known_as, f.received_on, f.decided_on, f.repeat_of)).all()
    came = set(connection.execute(select(STAY.c.referral_id).where(STAY.c.referral_id.is_not(None))).scalars())
    first = {row.id: row.repeat_of for row in rows}
    last: dict[str, CallLine] = {}
    stayed = {_root(key, first) for key in came if key in first}
    for row in rows:
        root = _root(row.id, first)
        line = CallLine(row.id, row.known_as, max(each for each in (row.received_on, row.decided_on) if each))
        if root not in stayed and (root not in last or line.last_on >= last[root].last_on):
            last[root] = line
    return list(last.values())


def figures_only(connection: Connection) -> dict[str, str]:
    """Resident -> scope, of the files of which only figures are left already."""
    p = PURGE.c
    return {row[0]: row[1] for row in connection.execute(select(p.record_id, p.scope).where(p.done_at.is_not(None)))}


def _root(key: str, before: dict[str, str | None]) -> str:
    """The first call of the household; a ring of calls ends where it is entered again."""
    seen = {key}
    while (earlier := before.get(key)) and earlier not in seen:
        seen.add(earlier)
        key = earlier
    return key


def _last_touched(connection: Connection, keys: Iterable[str]) -> dict[str, date]:
    """When anything was last recorded in the files of those who were never here."""
    e, wanted = AUDIT_ENTRY.c, set(keys)
    if not wanted:
        return {}
    recorded = select(e.subject_id, func.max(e.at)).where(e.action.in_(("create", "import", "change", "put_back")))
    rows = connection.execute(recorded.where(e.subject_id.is_not(None)).group_by(e.subject_id))
    return {key: datetime.fromisoformat(at).date() for key, at in rows if key in wanted}
