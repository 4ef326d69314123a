"""What stands ready for an arrival: the children a referral told of, and the unit held for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from refugedesk.storage.tables import RECORDS


@dataclass(frozen=True)
class OpenHold:
    """A hold that is not let go and has not run out."""

    id: str
    unit_id: str


def children_told(connection: Connection, referral: str) -> list[tuple[int | None, str | None]]:
    """(age, sex) of each child that comes along, the eldest first."""
    c = RECORDS["referral_child"].c
    stays_behind = c.comes_along == "no"
    query = select(c.age, c.sex).where(c.referral_id == referral, ~stays_behind | c.comes_along.is_(None))
    return [(row[0], row[1]) for row in connection.execute(query.order_by(c.age.desc(), c.id))]


def open_holds(connection: Connection, referral: str, today: date) -> list[OpenHold]:
    """The holds for a referral that last until today or longer, the newest first."""
    h = RECORDS["hold"].c
    lasts = (h.until_on >= today) & h.released_on.is_(None)
    query = select(h.id, h.unit_id).where(h.referral_id == referral, lasts).order_by(h.held_on.desc(), h.id.desc())
    return [OpenHold(*row) for row in connection.execute(query)]
