"""What stands ready for an arrival: the children a referral told of, and the unit held for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from refugedesk.domain.children_told import ChildTold
from refugedesk.storage.tables import RECORDS


@dataclass(frozen=True)
class OpenHold:
    """A hold that is not let go and has not run out."""

    id: str
    unit_id: str


def children_told(connection: Connection, referral: str) -> list[tuple[str, ChildTold]]:
    """Key and what was told of each child, the eldest first."""
    c = RECORDS["referral_child"].c
    query = select(c.id, c.age, c.sex, c.comes_along).where(c.referral_id == referral)
    rows = connection.execute(query.order_by(c.age.desc(), c.id))
    return [(key, ChildTold(age, sex, comes != "no")) for key, age, sex, comes in rows]


def open_holds(connection: Connection, referral: str, today: date) -> list[OpenHold]:
    """The holds for a referral that last until today or longer, the newest first."""
    h = RECORDS["hold"].c
    lasts = (h.until_on >= today) & h.released_on.is_(None)
    query = select(h.id, h.unit_id).where(h.referral_id == referral, lasts).order_by(h.held_on.desc(), h.id.desc())
    return [OpenHold(*row) for row in connection.execute(query)]
