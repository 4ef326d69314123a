"""How long stays lasted: those started in the period, and of them the ones closed by its last day.

A stay's length is its nights: in on the 1st, out on the 4th is three days.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from refugedesk.domain.spans import Period
from refugedesk.reporting.material import Material
from refugedesk.reporting.measures import DaysMeasure, Measure, Measures
from refugedesk.reporting.populations import stays_closed, stays_still_open
from refugedesk.reporting.relations import Family, Lengths, equal, times
from refugedesk.reporting.tables import Place, Shape
from refugedesk.reporting.ties import Ties

if TYPE_CHECKING:
    import pandas as pd

SHORTER_STAYS = Place("", "closed_after_100_days_or_fewer")
LONG_STAY_DAYS = 100
"""A stay is long that lasted more days than this."""


def closed_days(material: Material) -> tuple[int, ...]:
    """The lengths in days of stays that began and ended in the period, shortest first."""
    closed = material.of(stays_closed)
    return tuple(sorted((closed["ended_on"] - closed["started_on"]).dt.days.tolist()))


def long_stays(material: Material) -> pd.DataFrame:
    """Closed stays of 101 days or more."""
    closed = material.of(stays_closed)
    return closed[(closed["ended_on"] - closed["started_on"]).dt.days > LONG_STAY_DAYS]


def mean_days(material: Material) -> Fraction | None:
    """The mean length of the closed stays."""
    days = material.of(closed_days)
    return Fraction(sum(days), len(days)) if days else None


def longest_days(material: Material) -> Fraction | None:
    """The length of the longest closed stay."""
    days = material.of(closed_days)
    return Fraction(days[-1]) if days else None


def quantile_days(part: Fraction) -> Callable[[Material], Fraction | None]:
    """The length below which ``part`` of the closed stays are: linear between the two nearest, exactly.

    Source: the interchange contract; position 1 + (n - 1) x part, as QUARTILE.INC has it.
    """

    def value(material: Material) -> Fraction | None:
        days = material.of(closed_days)
        if not days:
            return None
        position = (len(days) - 1) * part
        below = position.numerator // position.denominator
        above = min(below + 1, len(days) - 1)
        return days[below] + (position - below) * (days[above] - days[below])

    return value


STAY_LENGTH = (
    Measure("closed", "Ended by the last day", stays_closed),
    Measure("open", "Still open on the last day", stays_still_open),
    DaysMeasure("mean_days", "Mean length in days", mean_days, decimals=1),
    DaysMeasure("median_days", "Median length in days", quantile_days(Fraction(1, 2))),
    DaysMeasure("lower_quartile_days", "Lower quartile in days", quantile_days(Fraction(1, 4))),
    DaysMeasure("upper_quartile_days", "Upper quartile in days", quantile_days(Fraction(3, 4))),
    DaysMeasure("longest_days", "Longest in days", longest_days, is_number=True),
    Measure("over_100_days", "More than 100 days", long_stays),
)


@dataclass(frozen=True)
class StayLengths(Measures):
    """How many stays closed, and the statistics of their days. A return has one such table at most."""

    measures: tuple[Measure | DaysMeasure, ...] = STAY_LENGTH

    def ties(self, shape: Shape, period: Period) -> Ties:
        """The closed stays are long or short, and the statistics bear on how many are which."""
        found, lengths = super().ties(shape, period), self._lengths(period)
        long_or_short = equal(
            f"{self.id}: closed stays are long or short",
            times(1, lengths.over, lengths.shorter),
            times(1, lengths.closed),
        )
        families = tuple(Family(total, (lengths.over,)) for total in (lengths.closed, lengths.shorter))
        return replace(found, relations=(long_or_short,), families=families, lengths=lengths)

    def _lengths(self, period: Period) -> Lengths:
        names = ("mean", "median", "lower_quartile", "upper_quartile", "longest")
        mean, median, lower, upper, longest = (Place(self.id, f"{name}_days") for name in names)
        closed, over = Place(self.id, "closed"), Place(self.id, "over_100_days")
        limits = LONG_STAY_DAYS, period.days - 1
        return Lengths(closed, over, SHORTER_STAYS, mean, median, lower, upper, longest, *limits)
