"""What those who are here wait for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, select

from refugedesk.storage.lookups.tonight import is_here
from refugedesk.storage.tables import RECORDS


@dataclass(frozen=True)
class WaitLine:
    """One thing that is waited for; chased_on and chase_on: when somebody last asked, and when next."""

    id: str
    what: str
    detail: str | None
    asked_on: date
    chased_on: date | None
    chase_on: date | None
    resident_id: str
    stay_id: str
    first_name: str | None
    last_name: str | None
    key_worker: str | None


def open_waits(connection: Connection, today: date) -> list[WaitLine]:
    """Everything that has neither come nor been given up, the longest wait first."""
    return [WaitLine(*row) for row in connection.execute(_open(), {"today": today})]


@cache
def _open() -> Select[Any]:
    wait, stay, resident = RECORDS["wait"], RECORDS["stay"], RECORDS["resident"]
    w, s, r = wait.c, stay.c, resident.c
    columns = (w.id, w.what, w.detail, w.asked_on, w.chased_on, w.chase_on, r.id, s.id, r.first_name, r.last_name)
    joined = wait.join(stay, s.id == w.stay_id).join(resident, r.id == s.resident_id)
    is_open = w.got_on.is_(None) & w.given_up_on.is_(None)
    query = select(*columns, s.key_worker).select_from(joined).where(is_here(stay), is_open)
    return query.order_by(w.asked_on, w.id)
