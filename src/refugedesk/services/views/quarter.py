"""A quarter as a manager looks at it, counted as the return is: how full the house was, what came of the referrals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from refugedesk.domain.codelists import CodeList
from refugedesk.domain.spans import ONE_DAY, Period, add_months
from refugedesk.domain.unit_nights import UnitNights, each_night, nights_by_kind
from refugedesk.domain.words import noted, tr
from refugedesk.reporting.rounding import NO_BASE, share
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action
from refugedesk.services.wording import say_day, say_period
from refugedesk.storage.lookups import quarter as lookups
from refugedesk.storage.lookups.quarter import Outcomes

NOT_RECORDED: Final = noted("Not recorded")
QUARTER_MONTHS: Final = 3


@dataclass(frozen=True)
class TypeNights:
    """The nights of one type of unit."""

    label: str
    nights: UnitNights


@dataclass(frozen=True)
class NightRow:
    """One night: how many units were open, and in how many of them somebody lived."""

    on: date
    open_units: int
    lived_in: int


@dataclass(frozen=True)
class ReasonRow:
    """How many referrals did not go ahead for one reason."""

    label: str
    number: int


@dataclass(frozen=True)
class QuarterView:
    """A quarter, or as much of it as there has been with tonight. label: Oct to Dec 2026; days: what is counted."""

    label: str
    days: Period
    is_whole: bool
    types: tuple[TypeNights, ...]
    total: UnitNights
    nights: tuple[NightRow, ...]
    referrals: int
    accepted: int
    waiting: int
    withdrawn: int
    not_ahead: int
    reasons: tuple[ReasonRow, ...]

    @property
    def days_in_words(self) -> str:
        """From when until when is counted."""
        so_far = tr("{day} to {day_2}, tonight included", day=say_day(self.days.first), day_2=say_day(self.days.last))
        return self.label if self.is_whole else so_far


def quarter_of(day: date, back: int = 0) -> Period:
    """The calendar quarter of a day, or one so many quarters before."""
    begins = date(day.year, (day.month - 1) // QUARTER_MONTHS * QUARTER_MONTHS + 1, 1)
    first = add_months(begins, -QUARTER_MONTHS * back)
    return Period(first, add_months(first, QUARTER_MONTHS) - ONE_DAY)


def quarter_view(desk: Desk, back: int = 0) -> QuarterView:
    """This quarter up to tonight, or a whole one before it."""
    desk.require(Action.READ)
    whole = quarter_of(desk.today, back)
    days = Period(whole.first, min(whole.last, desk.today))
    with desk.whole() as connection:  # totals count everybody, as a return does
        units, lived = lookups.open_units(connection), lookups.lived(connection, days.first, days.last)
        found = lookups.outcomes(connection, days.first, days.last)
    by_kind = nights_by_kind(units, lived, days)
    nights = (NightRow(_day(days, at), *pair) for at, pair in enumerate(each_night(units, lived, days)))
    return QuarterView(
        say_period(whole),
        days,
        days == whole,
        _types(by_kind, desk.in_force.lists["accommodation_type"]),
        _total(by_kind),
        tuple(nights),
        sum(each.number for each in found),
        _sum(found, "accepted"),
        _sum(found, "pending"),
        _sum(found, "withdrawn"),
        _sum(found, "not_accepted"),
        _reasons(found, desk.in_force.lists["refusal_reason"]),
    )


def _day(days: Period, at: int) -> date:
    return date.fromordinal(days.first.toordinal() + at)


def _types(by_kind: dict[str | None, UnitNights], kinds: CodeList) -> tuple[TypeNights, ...]:
    """In the order of the list, what has no type last."""
    listed = [TypeNights(code.label, by_kind[code.code]) for code in kinds.codes if code.code in by_kind]
    return (*listed, *([TypeNights(tr(NOT_RECORDED), by_kind[None])] if None in by_kind else []))


def _total(by_kind: dict[str | None, UnitNights]) -> UnitNights:
    every = by_kind.values()
    return UnitNights(sum(each.available for each in every), sum(each.occupied for each in every))


def _sum(found: list[Outcomes], outcome: str) -> int:
    return sum(each.number for each in found if each.outcome == outcome)


def _reasons(found: list[Outcomes], codes: CodeList) -> tuple[ReasonRow, ...]:
    """Why referrals did not go ahead, the most frequent first; what has no reason last."""
    known = [(each.reason, each.number) for each in found if each.outcome == "not_accepted"]
    order = sorted(known, key=lambda each: (each[0] is None, -each[1], codes.label(each[0])))
    return tuple(ReasonRow(codes.label(code) if code else tr(NOT_RECORDED), number) for code, number in order)


def percent(part: int, of: int) -> str:
    """A share with one decimal, a half upwards; a dash where there is nothing to share."""
    return f"{share(part, of, 1)} %" if of else NO_BASE
