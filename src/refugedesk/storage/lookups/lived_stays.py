"""Stays as a case story knows them: answers in the product's codes, and the days of children; no name is read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, select

from refugedesk.domain.spans import Period
from refugedesk.domain.stories.facts import Lived
from refugedesk.storage.extracts import extracts
from refugedesk.storage.tables import RECORDS

if TYPE_CHECKING:
    import pandas as pd


def days_of_stays(connection: Connection, resident: str) -> list[tuple[str, date, date | None]]:
    """The key, the first and the last day of each stay of a person that has begun, the latest first."""
    stay = RECORDS["stay"].c
    query = select(stay.id, stay.started_on, stay.ended_on).where(stay.resident_id == resident)
    found = connection.execute(query.order_by(stay.started_on.desc(), stay.id))
    return [(row.id, row.started_on, row.ended_on) for row in found if row.started_on]


def lived_stays(connection: Connection, first: date, last: date) -> dict[str, tuple[str, Lived]]:
    """Every stay with a day from first to last, both included: its key -> whose it is, and what is known of it."""
    frames = extracts(connection, Period(first, last))
    residents = {row["resident_id"]: row for row in _plain(frames["residents"])}
    born: dict[str, list[date | None]] = defaultdict(list)
    needs: dict[str, set[str]] = defaultdict(set)
    abuse: dict[str, set[str]] = defaultdict(set)
    for child in _plain(frames["children"]):
        if child["in_refuge"] == "yes":
            born[child["stay_id"]].append(child["date_of_birth"])
    for rows, column, codes in ((frames["needs"], "need", needs), (frames["abuse"], "abuse_type", abuse)):
        for row in _plain(rows):
            codes[row["stay_id"]].add(row[column])
    found = {}
    for stay in _plain(frames["stays"]):
        key, resident = stay["stay_id"], stay["resident_id"]
        beside = tuple(born[key]), frozenset(needs[key]), frozenset(abuse[key])
        found[key] = resident, Lived(stay, residents.get(resident, {}), *beside)
    return found


def _plain(frame: pd.DataFrame) -> Iterable[dict[str, Any]]:
    """Rows of days, texts and None."""
    plain = frame.astype(object)
    for row in plain.where(plain.notna(), None).to_dict("records"):
        yield {str(name): value.date() if isinstance(value, datetime) else value for name, value in row.items()}
