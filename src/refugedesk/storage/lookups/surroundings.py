"""What a check needs to know of the records around one: other stays, the stay's span, who else is in a unit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, and_, func, or_, select

from refugedesk.storage.tables import CHILD, CHILD_STAY, PLACEMENT, RECORDS, RESIDENT, STAY, UNIT

Span = tuple[date, date | None]


@dataclass(frozen=True)
class UnitRoom:
    """How many a unit sleeps, and when it is open."""

    bedspaces: int | None
    open_from: date | None
    open_to: date | None


def stays_of(connection: Connection, resident: str | None, but: str) -> list[Span]:
    """The spans of a resident's other stays."""
    s = STAY.c
    query = select(s.started_on, s.ended_on).where(s.resident_id == resident, s.id != but).order_by(s.started_on)
    return [(row[0], row[1]) for row in connection.execute(query)]


def span_of(connection: Connection, stay: str | None) -> Span | None:
    """From when to when a stay lasts."""
    if stay is None:
        return None
    row = connection.execute(select(STAY.c.started_on, STAY.c.ended_on).where(STAY.c.id == stay)).first()
    return (row[0], row[1]) if row else None


def placements_of(connection: Connection, stay: str | None, but: str) -> list[Span]:
    """The spans in which the stay holds other units."""
    p = PLACEMENT.c
    query = select(p.from_on, p.to_on).where(p.stay_id == stay, p.id != but)
    return [(row[0], row[1]) for row in connection.execute(query)]


def others_in(connection: Connection, unit: str | None, stay: str | None) -> list[Span]:
    """The spans in which other stays hold the unit."""
    p = PLACEMENT.c
    query = select(p.from_on, p.to_on).where(p.unit_id == unit, p.stay_id != (stay or ""))
    return [(row[0], row[1]) for row in connection.execute(query)]


def lived_in(connection: Connection, unit: str | None, referral: str | None) -> list[Span]:
    """The spans in which anybody lives in the unit but those who came of that referral."""
    p = PLACEMENT.c
    others = or_(STAY.c.referral_id.is_(None), STAY.c.referral_id != (referral or ""))
    query = select(p.from_on, p.to_on).join(STAY, STAY.c.id == p.stay_id).where(p.unit_id == unit, others)
    return [(row[0], row[1]) for row in connection.execute(query)]


def holds_of(connection: Connection, unit: str | None, but: str) -> list[Span]:
    """The nights for which the unit is held, until it was let go; an hour on the last day frees that night."""
    h = RECORDS["hold"].c
    query = select(h.held_on, h.until_on, h.released_on, h.until_at).where(h.unit_id == unit, h.id != but)
    one = timedelta(days=1)
    return [(first, gone or last + (timedelta() if at else one)) for first, last, gone, at in connection.execute(query)]


def room_in(connection: Connection, unit: str | None) -> UnitRoom | None:
    """What the unit sleeps and when it is open."""
    u = UNIT.c
    row = connection.execute(select(u.bedspaces, u.open_from, u.open_to).where(u.id == unit)).first()
    return UnitRoom(*row) if row else None


def household_of(connection: Connection, stay: str | None) -> int:
    """How many people a stay brings: the resident and the children who live in the refuge."""
    with_them = and_(CHILD_STAY.c.stay_id == stay, CHILD_STAY.c.in_refuge == "yes")
    return 1 + int(connection.execute(select(func.count()).select_from(CHILD_STAY).where(with_them)).scalar_one())


def born_on(connection: Connection, resident: str | None) -> date | None:
    """The resident's date of birth."""
    return connection.execute(select(RESIDENT.c.date_of_birth).where(RESIDENT.c.id == resident)).scalar()


def stay_of_child(connection: Connection, child: str) -> str | None:
    """The newest stay a child is in."""
    query = select(STAY.c.id).join(CHILD_STAY, CHILD_STAY.c.stay_id == STAY.c.id).where(CHILD_STAY.c.child_id == child)
    return connection.execute(query.order_by(STAY.c.started_on.desc()).limit(1)).scalar()


def stays_of_child(connection: Connection, child: str | None) -> list[Span]:
    """The spans of every stay a child is in."""
    query = select(STAY.c.started_on, STAY.c.ended_on).join(CHILD_STAY, CHILD_STAY.c.stay_id == STAY.c.id)
    return [(row[0], row[1]) for row in connection.execute(query.where(CHILD_STAY.c.child_id == child))]


def session_on(connection: Connection, session: str | None) -> date | None:
    """When a session of a group was."""
    if session is None:
        return None
    held = RECORDS["group_session"].c
    return connection.execute(select(held.held_on).where(held.id == session)).scalar()


def open_placements(connection: Connection, stay: str) -> list[str]:
    """The keys of the stay's placements that have not ended, oldest first."""
    p = PLACEMENT.c
    query = select(p.id).where(p.stay_id == stay, p.to_on.is_(None)).order_by(p.from_on, p.id)
    return list(connection.execute(query).scalars())


def depends_on(connection: Connection, record: str, key: str) -> bool:
    """Whether another record names this one, so that it cannot be taken out."""
    links = {
        "unit": (PLACEMENT.c.unit_id,),
        "resident": (STAY.c.resident_id, CHILD.c.resident_id),
        "stay": (PLACEMENT.c.stay_id, CHILD_STAY.c.stay_id),
        "child": (CHILD_STAY.c.child_id,),
        "referral": (STAY.c.referral_id,),
    }
    return any(
        connection.execute(select(column).where(column == key).limit(1)).first() for column in links.get(record, ())
    )
