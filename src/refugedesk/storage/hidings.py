"""From whom which files are hidden: written, lifted and listed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, insert, or_, select, update

from refugedesk.domain.names import same_name
from refugedesk.storage.tables import ACCOUNT, HIDING, RECORDS
from refugedesk.storage.tables.schema import new_key


@dataclass(frozen=True)
class HidingLine:
    """A file hidden from an account: by whom, since when and why."""

    id: str
    record: str
    record_id: str
    account_id: str
    hidden_from: str
    reason: str
    made_at: str
    made_by: str


def hide(connection: Connection, record: str, key: str, account: str, reason: str, by: str, at: str) -> str:
    """Hides a file from an account; the key of what was written."""
    made = new_key()
    row = {"id": made, "record": record, "record_id": key, "account_id": account, "reason": reason}
    connection.execute(insert(HIDING).values(**row, made_at=at, made_by=by))
    return made


def lift(connection: Connection, key: str, by: str, at: str) -> None:
    """Lets the account see the file again; that it was hidden stays written."""
    connection.execute(update(HIDING).where(HIDING.c.id == key).values(lifted_at=at, lifted_by=by))


def hidings(connection: Connection, record: str, key: str) -> list[HidingLine]:
    """From whom a file is hidden now, the first first."""
    rows = connection.execute(_lines().where(HIDING.c.record == record, HIDING.c.record_id == key))
    return [_line(row) for row in rows]


def hiding(connection: Connection, key: str) -> HidingLine | None:
    """One of them, while it is not lifted."""
    row = connection.execute(_lines().where(HIDING.c.id == key)).first()
    return _line(row) if row else None


def _line(row: Any) -> HidingLine:
    return HidingLine(*row)


def _lines() -> Select[Any]:
    h, worker, by = HIDING.c, ACCOUNT.alias("worker"), ACCOUNT.alias("by")
    columns = (h.id, h.record, h.record_id, h.account_id, worker.c.name, h.reason, h.made_at, by.c.name.label("by"))
    joined = HIDING.join(worker, worker.c.id == h.account_id).outerjoin(by, by.c.id == h.made_by)
    return select(*columns).select_from(joined).where(h.lifted_at.is_(None)).order_by(h.made_at)


def hidden_from(connection: Connection, record: str, key: str) -> frozenset[str]:
    """The accounts from which a file is hidden, by a hiding or because they know the person; asked of the whole."""
    residents, referrals = _belonging(connection, record, key)
    h, c, staff = HIDING.c, RECORDS["conflict"].c, RECORDS["staff"]
    of = or_(h.record_id.in_(residents), h.record_id.in_(referrals))
    found = set(connection.execute(select(h.account_id).where(of, h.lifted_at.is_(None))).scalars())
    known = select(staff.c.name).join(RECORDS["conflict"], c.staff_id == staff.c.id).where(c.resident_id.in_(residents))
    names = {same_name(name) for name in connection.execute(known).scalars()}
    found |= {
        row.id for row in connection.execute(select(ACCOUNT.c.id, ACCOUNT.c.name)) if same_name(row.name) in names
    }
    return frozenset(found)


def _belonging(connection: Connection, record: str, key: str) -> tuple[list[str], list[str]]:
    """The residents and the referrals that are one file with this one."""
    s = RECORDS["stay"].c
    one = s.resident_id if record == "resident" else s.referral_id
    rows = connection.execute(select(s.resident_id, s.referral_id).where(one == key)).all()
    own = {"resident": ([key], []), "referral": ([], [key])}[record]
    return [*own[0], *(row[0] for row in rows)], [*own[1], *(row[1] for row in rows if row[1])]


def key_workers_of(connection: Connection, resident: str) -> list[str]:
    """Who is key worker in the newest stay of a resident: a name, or none."""
    s = RECORDS["stay"].c
    query = select(s.key_worker).where(s.resident_id == resident).order_by(s.started_on.desc(), s.id.desc()).limit(1)
    return [name for name in connection.execute(query).scalars() if name]


def is_key_worker(connection: Connection, resident: str, name: str) -> bool:
    """Whether somebody of that name is key worker in the resident's newest stay."""
    return any(same_name(each) == same_name(name) for each in key_workers_of(connection, resident))
