"""How long a file is kept: years after a case closed, until a child reaches an age, years after a call."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Final

from refugedesk.domain.errors import CorrectableError
from refugedesk.domain.words import tr

MOST_YEARS: Final = 100
MOST_DAYS: Final = 730


class RetentionError(CorrectableError):
    """A rule is no whole number of years or days."""


@dataclass(frozen=True)
class Rules:
    """adult_years: after a case closed; child_age: until a child is so old; referral_years: after a call nobody came
    from; soon_days: how long before that a file is listed as due soon."""

    adult_years: int = 7
    child_age: int = 25
    referral_years: int = 2
    soon_days: int = 90

    def __post_init__(self) -> None:
        years = (self.adult_years, self.child_age, self.referral_years)
        if not all(1 <= each <= MOST_YEARS for each in years) or not 1 <= self.soon_days <= MOST_DAYS:
            raise RetentionError(
                tr(
                    "Type whole numbers: years from 1 to {most_years}, days from 1 to {most_days}.",
                    most_years=MOST_YEARS,
                    most_days=MOST_DAYS,
                )
            )

    @classmethod
    def of(cls, chosen: Mapping[str, object]) -> Rules:
        """The usual rules with those that were chosen in their place."""
        known = {each.name for each in fields(cls)}
        return cls(**{name: number for name, number in chosen.items() if name in known and isinstance(number, int)})


@dataclass(frozen=True)
class Due:
    """From when on a file may go: the adult's part, and the whole of it, which waits for the last of the children."""

    adult_on: date
    whole_on: date


def years_after(day: date, years: int) -> date:
    """The same day so many years later; of 29 February the day after it, so that nothing is due too early."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def years_before(day: date, years: int) -> date:
    """The same day so many years earlier; of 29 February the day before it."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return date(day.year - years, 2, 28)


def file_due(closed_on: date, births: Sequence[date | None], rules: Rules) -> Due:
    """When a resident's file is due.

    Args:
        closed_on: the last day anything was done for them.
        births: of each child; None, where it is not known, counts as if born on the day the case closed.
    """
    adult = years_after(closed_on, rules.adult_years)
    children = [years_after(born or closed_on, rules.child_age) for born in births]
    return Due(adult, max([adult, *children]))


def referral_due(last_on: date, rules: Rules) -> date:
    """When a call that nobody came from is due. last_on: of the last call of the household."""
    return years_after(last_on, rules.referral_years)
