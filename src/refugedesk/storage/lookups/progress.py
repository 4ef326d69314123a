"""Scores and risk levels of a stay, in order of time."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, select

from refugedesk.storage.tables import RECORDS


def score_lines(connection: Connection, stay: str) -> list[tuple[str, date, int]]:
    """(area, day, score), the first first."""
    return [(row[0], row[1], row[2]) for row in connection.execute(_scores(), {"stay": stay})]


def risk_lines(connection: Connection, stay: str) -> list[tuple[date, str | None, str | None, int | None]]:
    """(day, level, judgement that overrides it, score), the first first."""
    return [(row[0], row[1], row[2], row[3]) for row in connection.execute(_risks(), {"stay": stay})]


@cache
def _scores() -> Select[Any]:
    c = RECORDS["outcome_score"].c
    return select(c.area, c.scored_on, c.score).where(c.stay_id == bindparam("stay")).order_by(c.scored_on, c.id)


@cache
def _risks() -> Select[Any]:
    c = RECORDS["risk_assessment"].c
    columns = (c.assessed_on, c.level, c.judgement_level, c.score)
    return select(*columns).where(c.stay_id == bindparam("stay")).order_by(c.assessed_on, c.id)
