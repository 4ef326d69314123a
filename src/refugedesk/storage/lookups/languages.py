"""Who speaks what: staff and agencies with their languages, and what interpreting has taken so far."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, Connection, Select, bindparam, func, literal, null, or_, select

from refugedesk.storage.tables import RECORDS


@dataclass(frozen=True)
class SpeakerLine:
    """Somebody who speaks languages: which form the record is of, its key, and what is recorded."""

    record: str
    id: str
    name: str
    code: str | None
    languages: str
    telephone: str | None
    hours: str | None


@dataclass(frozen=True)
class InterpretingLine:
    """What contacts through an interpreter have taken, by the language as it was written."""

    language: str
    contacts: int
    minutes: int
    pence: int


def speaker_lines(connection: Connection, today: date) -> list[SpeakerLine]:
    """Those of the team who are here, then agencies, by name; only those with languages."""
    staff = connection.execute(_staff(), {"today": today}).all()
    return [SpeakerLine(*row) for row in (*staff, *connection.execute(_agencies()))]


@cache
def _staff() -> Select[Any]:
    s = RECORDS["staff"].c
    today: BindParameter[date] = bindparam("today")
    is_here = or_(s.active_to.is_(None), s.active_to >= today) & or_(s.active_from.is_(None), s.active_from <= today)
    columns = (literal("staff"), s.id, s.name, s.role, s.languages, null(), null())
    query = select(*columns).where(s.languages.is_not(None), is_here)
    return query.order_by(s.name, s.id)


@cache
def _agencies() -> Select[Any]:
    a = RECORDS["agency"].c
    columns = (literal("agency"), a.id, a.name, a.kind, a.languages, a.telephone, a.opening_hours)
    return select(*columns).where(a.languages.is_not(None)).order_by(a.kind != "interpreting", a.name, a.id)


def interpreting_lines(connection: Connection, since: date) -> list[InterpretingLine]:
    """By language, contacts on ``since`` or later."""
    return [InterpretingLine(*row) for row in connection.execute(_interpreting(), {"since": since})]


@cache
def _interpreting() -> Select[Any]:
    c = RECORDS["contact"].c
    minutes, pence = (func.coalesce(func.sum(column), 0) for column in (c.interpreter_minutes, c.interpreter_cost))
    query = select(c.interpreter_language, func.count(), minutes, pence)
    wanted = query.where(c.interpreter_language.is_not(None), c.on_day >= bindparam("since"))
    return wanted.group_by(c.interpreter_language).order_by(c.interpreter_language)
