"""What tells households apart: who is feared by whom in the house, and earlier referrals to compare a new one with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, Connection, Select, bindparam, or_, select

from refugedesk.storage.tables import RECORDS


@dataclass(frozen=True)
class EarlierReferral:
    """What an earlier referral said; ages: of its children, as far as they were given."""

    id: str
    received_on: date
    source: str | None
    known_as: str | None
    children: int | None
    origin_authority: str | None
    origin_ward: str | None
    postcode_district: str | None
    feared_person: str | None
    ages: tuple[int, ...] = ()


def names_in_house(connection: Connection, today: date) -> list[tuple[str, str]]:
    """(whose, name): "feared" for those whom somebody in the house fears, "resident" and "other" for who is there."""
    found: list[tuple[str, str]] = []
    for kind, query in _in_house().items():
        rows = connection.execute(query, {"today": today})
        found += [(kind, " ".join(part for part in row if part)) for row in rows]
    return [(kind, name) for kind, name in found if name]


@cache
def _in_house() -> dict[str, Select[Any]]:
    stay, resident = RECORDS["stay"], RECORDS["resident"]
    feared, other = RECORDS["perpetrator"], RECORDS["household_member"]
    s = stay.c
    today: BindParameter[date] = bindparam("today")
    is_here = (s.started_on <= today) & or_(s.ended_on.is_(None), s.ended_on > today)
    at_home = stay.join(resident, resident.c.id == s.resident_id)
    by_resident = stay.join(feared, feared.c.resident_id == s.resident_id)
    along = stay.join(other, other.c.stay_id == s.id)
    return {
        "feared": select(feared.c.name).select_from(by_resident).where(is_here),
        "feared too": select(feared.c.also_known_as).select_from(by_resident).where(is_here),
        "resident": select(resident.c.first_name, resident.c.last_name).select_from(at_home).where(is_here),
        "other": select(other.c.name).select_from(along).where(is_here, other.c.kind.in_(("carer", "other_adult"))),
    }


def earlier_referrals(connection: Connection, since: date, without: str) -> list[EarlierReferral]:
    """The referrals that came in on ``since`` or later, newest first, but for one."""
    rows = connection.execute(_earlier(), {"since": since, "without": without}).mappings().all()
    ages = _ages(connection, [row["id"] for row in rows])
    return [EarlierReferral(**row, ages=ages.get(row["id"], ())) for row in rows]


@cache
def _earlier() -> Select[Any]:
    r = RECORDS["referral"].c
    told = (r.known_as, r.children, r.origin_authority, r.origin_ward, r.postcode_district, r.feared_person)
    query = select(r.id, r.received_on, r.source, *told)
    wanted = query.where(r.received_on >= bindparam("since"), r.id != bindparam("without"))
    return wanted.order_by(r.received_on.desc(), r.id.desc())


def _ages(connection: Connection, referrals: Sequence[str]) -> dict[str, tuple[int, ...]]:
    c, found = RECORDS["referral_child"].c, dict[str, tuple[int, ...]]()
    query = select(c.referral_id, c.age).where(c.age.is_not(None)).order_by(c.age)
    wanted = set(referrals)
    for referral, age in connection.execute(query):
        if referral in wanted:
            found[referral] = (*found.get(referral, ()), age)
    return found
