"""How long stays lasted: those started in the period, and of them the ones closed by its last day.

A stay's length is its nights: in on the 1st, out on the 4th is three days.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from refugedesk.reporting.material import Material
from refugedesk.reporting.populations import stays_started

LONG_STAY_DAYS = 100
"""A stay is long that lasted more days than this."""


def closed_days(material: Material) -> tuple[int, ...]:
    """The lengths in days of stays that began and ended in the period, shortest first."""
    started = material.of(stays_started)
    closed = started[started["ended_on"] <= material.last]
    return tuple(sorted((closed["ended_on"] - closed["started_on"]).dt.days.tolist()))


def closed(material: Material) -> int:
    """Stays that began in the period and ended by its last day."""
    return len(material.of(closed_days))


def still_open(material: Material) -> int:
    """Stays that began in the period and had not ended by its last day."""
    return len(material.of(stays_started)) - closed(material)


def over_100_days(material: Material) -> int:
    """Closed stays of 101 days or more."""
    return sum(days > LONG_STAY_DAYS for days in material.of(closed_days))


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
