"""What may be asked for: the returns, the ways of protecting them, and the periods people usually want."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from refugedesk.domain.spans import ONE_DAY, Period, add_months
from refugedesk.services.desk import Desk
from refugedesk.services.own_definitions import own_definitions
from refugedesk.services.roles import Action
from refugedesk.services.wording import say_period

if TYPE_CHECKING:
    from refugedesk.reporting.spec import ReturnSpec


@dataclass(frozen=True)
class DefinitionRow:
    """A return that can be made; tables: their titles."""

    id: str
    version: str
    title: str
    tables: tuple[str, ...]


@dataclass(frozen=True)
class PeriodChoice:
    """A period in words and in days."""

    label: str
    period: Period


def definitions() -> tuple[DefinitionRow, ...]:
    """The product's returns."""
    from refugedesk.reporting.returns import definitions as known

    return tuple(map(_row, known()))


def offered(desk: Desk) -> tuple[DefinitionRow, ...]:
    """The returns that can be made here: the product's, then the service's own."""
    desk.require(Action.MAKE_RETURN)
    return (*definitions(), *map(_row, own_definitions(desk)))


def _row(spec: ReturnSpec) -> DefinitionRow:
    return DefinitionRow(spec.id, spec.version, spec.title, tuple(f"{t.id}: {t.title}" for t in spec.tables))


def policies() -> tuple[str, ...]:
    """The ways of protecting a return, the usual one first."""
    from refugedesk.reporting.policies import POLICIES

    return tuple(POLICIES)


def periods(desk: Desk) -> tuple[PeriodChoice, ...]:
    """The periods people usually want: the last quarters, then financial years, newest first and ended ones first."""
    desk.require(Action.MAKE_RETURN)
    quarter = date(desk.today.year, (desk.today.month - 1) // 3 * 3 + 1, 1)
    quarters = [_months(add_months(quarter, -3 * back), 3) for back in range(1, 9)]
    april = date(desk.today.year - (desk.today.month < 4), 4, 1)
    years = [_months(add_months(april, -12 * back), 12) for back in range(1, 4)]
    return tuple(PeriodChoice(say_period(each), each) for each in (*quarters, *years, _months(quarter, 3)))


def _months(first: date, number: int) -> Period:
    return Period(first, add_months(first, number) - ONE_DAY)
