"""What was agreed with the commissioner: targets, baselines, and when its year begins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection

from refugedesk.domain.errors import CorrectableError
from refugedesk.domain.words import tr
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action
from refugedesk.storage import settings

if TYPE_CHECKING:
    from refugedesk.reporting.spec import ServiceFacts

AGREED: Final = "agreed"
NUMBERS: Final = ("target", "baseline")
MOST: Final = 1_000_000
LAST_DAY_OF_EVERY_MONTH: Final = 28

Agreed = Mapping[str, Mapping[str, int]]
"""Indicator -> ``target`` (a year, where the indicator grows with time) and ``baseline``."""


class AgreedError(CorrectableError):
    """What was agreed is not an indicator, a whole number or a day of the year."""


def agree(desk: Desk, targets: Agreed, year_starts: tuple[int, int] = (4, 1)) -> None:
    """Writes down what was agreed, in the place of what was before.

    Args: year_starts: month and day, at most the 28th so that every year has it.
    Raises: AgreedError naming what is wrong.
    """
    from refugedesk.reporting.returns.activity import INDICATORS

    desk.require(Action.KEEP_RULES)
    known = [each.code for each in INDICATORS]
    for indicator, numbers in targets.items():
        if indicator not in known:
            raise AgreedError(
                tr(
                    "There is no indicator {indicator}. There are: {known}.",
                    indicator=indicator,
                    known=", ".join(known),
                )
            )
        for name, number in numbers.items():
            if name not in NUMBERS or isinstance(number, bool) or not 0 <= number <= MOST:
                raise AgreedError(
                    tr(
                        "{indicator}: give target and baseline as whole numbers from 0 to {most}.",
                        indicator=indicator,
                        most=MOST,
                    )
                )
    month, day = year_starts
    if not (1 <= month <= 12 and 1 <= day <= LAST_DAY_OF_EVERY_MONTH):
        raise AgreedError(tr("Say on which day the year begins: a month from 1 to 12 and a day from 1 to 28."))
    numbers_of: dict[str, object] = {name: dict(numbers) for name, numbers in targets.items()}
    content: dict[str, object] = {"targets": numbers_of, "year_starts": [month, day]}
    with desk.writing() as work:
        settings.choose(work.connection, AGREED, content)
        work.note("settings", name=AGREED)


@dataclass(frozen=True)
class IndicatorRow:
    """An indicator, what was agreed for it, and whether its target is for a year."""

    code: str
    label: str
    target: int | None
    baseline: int | None
    is_yearly: bool


@dataclass(frozen=True)
class AgreedNow:
    """What is agreed at present: every indicator, and the month and day the year begins."""

    indicators: tuple[IndicatorRow, ...]
    year_starts: tuple[int, int]


def agreed_now(desk: Desk) -> AgreedNow:
    """What is agreed at present."""
    from refugedesk.reporting.returns.activity import INDICATORS

    desk.require(Action.KEEP_RULES)
    with desk.reading() as connection:
        found = settings.chosen(connection, AGREED)
    targets, starts = found.get("targets"), found.get("year_starts")
    known = targets if isinstance(targets, dict) else {}
    rows = []
    for each in INDICATORS:
        numbers = known.get(each.code, {})
        rows.append(IndicatorRow(each.code, each.label, numbers.get("target"), numbers.get("baseline"), each.is_flow))
    return AgreedNow(tuple(rows), (starts[0], starts[1]) if isinstance(starts, list) else (4, 1))


def with_agreed(connection: Connection, service: ServiceFacts) -> ServiceFacts:
    """The service with what was agreed with it."""
    from refugedesk.reporting.spec import Target

    found = settings.chosen(connection, AGREED)
    targets, starts = found.get("targets"), found.get("year_starts")
    if not isinstance(targets, dict) or not isinstance(starts, list):
        return service
    agreed = (Target(name, each.get("target", 0), each.get("baseline")) for name, each in targets.items())
    return replace(service, targets=tuple(agreed), year_starts=(starts[0], starts[1]))
