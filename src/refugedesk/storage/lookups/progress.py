"""Scores and risk levels of a stay, in order of time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, or_, select

from refugedesk.storage.tables import RECORDS


def score_lines(connection: Connection, stay: str) -> list[tuple[str, date, int]]:
    """(area, day, score), the first first."""
    return [(row[0], row[1], row[2]) for row in connection.execute(_scores(), {"stay": stay})]


def risk_lines(connection: Connection, stay: str) -> list[tuple[date, str | None, str | None, int | None]]:
    """(day, level, judgement that overrides it, score), the first first."""
    return [(row[0], row[1], row[2], row[3]) for row in connection.execute(_risks(), {"stay": stay})]


def latest_risks(connection: Connection, stays: Sequence[str]) -> dict[str, tuple[date, str]]:
    """Stay -> the day and the level of its latest assessment that has one; the judgement before the checklist."""
    rows = connection.execute(_latest(), {"stays": tuple(stays)})
    return {stay: (on, judged or level) for stay, on, level, judged in rows}


@cache
def _latest() -> Select[Any]:
    c = RECORDS["risk_assessment"].c
    has_level = or_(c.level.is_not(None), c.judgement_level.is_not(None))
    of_stays = c.stay_id.in_(bindparam("stays", expanding=True))
    query = select(c.stay_id, c.assessed_on, c.level, c.judgement_level).where(of_stays, has_level)
    return query.order_by(c.assessed_on, c.id)


@cache
def _scores() -> Select[Any]:
    c = RECORDS["outcome_score"].c
    return select(c.area, c.scored_on, c.score).where(c.stay_id == bindparam("stay")).order_by(c.scored_on, c.id)


@cache
def _risks() -> Select[Any]:
    c = RECORDS["risk_assessment"].c
    columns = (c.assessed_on, c.level, c.judgement_level, c.score)
    return select(*columns).where(c.stay_id == bindparam("stay")).order_by(c.assessed_on, c.id)
