"""Days, nights and periods. Both ends of a period count; a night belongs to the day on which it begins."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from refugedesk.domain.errors import CorrectableError
from refugedesk.domain.words import tr

ONE_DAY = timedelta(days=1)


class PeriodError(CorrectableError):
    """A period whose last day is before its first."""


@dataclass(frozen=True, order=True)
class Period:
    """The days from ``first`` to ``last``, both included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise PeriodError(
                tr("The period ends on {last} before it begins on {first}.", last=self.last, first=self.first)
            )

    @property
    def days(self) -> int:
        """How many days the period has, both ends counted."""
        return (self.last - self.first).days + 1

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last

    def overlaps(self, other: Period) -> bool:
        """Whether the two periods share a day."""
        return self.first <= other.last and other.first <= self.last

    def months(self) -> Iterator[tuple[int, int]]:
        """The calendar months the period touches, as (year, month), in order."""
        year, month = self.first.year, self.first.month
        while (year, month) <= (self.last.year, self.last.month):
            yield year, month
            year, month = (year + 1, 1) if month == 12 else (year, month + 1)

    def before(self) -> Period:
        """The period that ends on the day before: as many months where these are whole months, else as many days."""
        months, end = self.length_in_months(), self.first - ONE_DAY
        whole = months.denominator == 1 and add_months(self.first, int(months)) == self.last + ONE_DAY
        return Period(add_months(self.first, -int(months)) if whole else self.first - self.days * ONE_DAY, end)

    def length_in_months(self) -> Fraction:
        """How many months the period lasts: whole where it is whole months, else days x 12 / 365.

        Source: the interchange contract. The first day plus n months is the day after the last; the 31st
        plus a month is that month's last day.
        """
        after = self.last + ONE_DAY
        whole = (after.year - self.first.year) * 12 + after.month - self.first.month
        if whole > 0 and add_months(self.first, whole) == after:
            return Fraction(whole)
        return Fraction(self.days * 12, 365)


def add_months(day: date, months: int) -> date:
    """The same day of the month ``months`` later, or that month's last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def nights_between(first: date, leaving: date) -> int:
    """Nights from ``first`` to the day before ``leaving``: in on the 1st, out on the 4th is three."""
    return (leaving - first).days


def age_on(born_on: date, day: date) -> int:
    """Age in whole years on ``day``; born on 29 February turns a year older on 1 March in other years."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def spans_overlap(a: tuple[date, date | None], b: tuple[date, date | None]) -> bool:
    """Whether two stays share a night; an end of None is still open. Leaving and arriving on one day do not.

    A zero-night stay shares a night with nothing.
    """
    a_end, b_end = a[1] or date.max, b[1] or date.max
    return max(a[0], b[0]) < min(a_end, b_end)
