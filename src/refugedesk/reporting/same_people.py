"""The same people by the same answer in the same days are one number, in whichever return and column it is printed.

``across_periods`` holds one table beside itself. This holds returns of different kinds beside each other, and a column
for the period before beside that period's own return: by what each number counts, not by where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from refugedesk.domain.spans import Period
from refugedesk.reporting.relations import Counted, Relation, Terms
from refugedesk.reporting.stretches import Stretch
from refugedesk.reporting.sums import Sum, total
from refugedesk.reporting.ties import OTHER_DAYS

BEFORE, SINCE = "the period before", "since "


def same_people(stretches: Sequence[Stretch]) -> Iterator[Relation]:
    """That each number which several of the stretches count is one; by today's records, corrections apart."""
    firsts: dict[tuple[Period, Counted], tuple[Stretch, Sum]] = {}
    for each in stretches:
        for counted, terms in each.knowledge.counted:
            days, whom = _days_of(counted, each.period)
            if days is None or not all(place in each.places for _, place in terms):
                continue
            here = _now(each, terms)
            stretch, there = firsts.setdefault((days, whom), (each, here))
            if stretch is not each:
                name = f"{' '.join(whom)} from {days.first}: {stretch.key or 'new'} and {each.key or 'new'}"
                yield (there - here).relation(name)


def _now(stretch: Stretch, terms: Terms) -> Sum:
    return total([stretch.now_sum(place).times(times) for times, place in terms])


def _days_of(counted: Counted, period: Period) -> tuple[Period | None, Counted]:
    """The days in which a population is looked at, and what it is called there; None for days that are not known."""
    population, _, days = counted[0].partition(OTHER_DAYS)
    plain = (population, *counted[1:])
    if not days:
        return period, plain
    if days == BEFORE:
        return period.before(), plain
    if days.startswith(SINCE):
        return Period(date.fromisoformat(days.removeprefix(SINCE)), period.last), plain
    return None, plain
