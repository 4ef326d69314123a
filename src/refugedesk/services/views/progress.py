"""How things have gone since arrival: the scores of each area, and the risk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from refugedesk.domain.lists.work import ASSESSED_LEVEL
from refugedesk.domain.words import noted, tr
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action
from refugedesk.services.wording import say_day
from refugedesk.storage.lookups import progress as lookups


@dataclass(frozen=True)
class AreaScores:
    """The scores of one area in order of time: (day, score from 1 to 10)."""

    area: str
    scores: tuple[tuple[date, int], ...]

    @property
    def said(self) -> str:
        """The way of the scores in words."""
        return f"{self.area}: " + ", ".join(
            tr("{score} on {day}", score=score, day=say_day(on)) for on, score in self.scores
        )


@dataclass(frozen=True)
class RiskPoint:
    """One assessment: the level that counts is the judgement where it differs from the checklist."""

    on: date
    level: str
    level_code: str
    score: int | None


def scores(desk: Desk, stay_id: str) -> tuple[AreaScores, ...]:
    """Every area that was scored, in the order of the list; of two scores on one day the later counts."""
    desk.require(Action.READ)
    with desk.reading() as connection:
        lines = lookups.score_lines(connection, stay_id)
    by_area: dict[str, dict[date, int]] = {}
    for area, on, score in lines:
        by_area.setdefault(area, {})[on] = score
    listed = (code for code in desk.in_force.lists["outcome_area"].codes if code.code in by_area)
    return tuple(AreaScores(code.label, tuple(sorted(by_area[code.code].items()))) for code in listed)


def risk_course(desk: Desk, stay_id: str) -> tuple[RiskPoint, ...]:
    """Every assessment of the stay that has a level, the first one first."""
    desk.require(Action.READ)
    with desk.reading() as connection:
        lines = lookups.risk_lines(connection, stay_id)
    levels = ((on, judged or level, score) for on, level, judged, score in lines)
    return tuple(RiskPoint(on, tr(ASSESSED_LEVEL.label(code)), code, score) for on, code, score in levels if code)


def risk_change(course: tuple[RiskPoint, ...]) -> str:
    """The change since the first assessment, in one sentence; empty where there is nothing to compare."""
    if len(course) < 2:
        return ""
    first, last = course[0], course[-1]
    order = [code.code for code in ASSESSED_LEVEL.codes]
    step = order.index(last.level_code) - order.index(first.level_code)
    lower = noted("Lower than on {day}: {then} then, {now} now")
    higher = noted("Higher than on {day}: {then} then, {now} now")
    sentence = lower if step < 0 else higher if step > 0 else noted("The same as on {day}: {then} then, {now} now")
    words = tr(sentence, day=say_day(first.on), then=first.level.lower(), now=last.level.lower())
    if first.score is None or last.score is None:
        return f"{words}."
    return f"{words}, {tr('{then} then and {now} now', then=first.score, now=last.score)}."
