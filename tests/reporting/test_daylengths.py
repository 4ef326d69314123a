"""What statistics say of long stays: against every list of lengths there is."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import combinations_with_replacement

import pytest

from refugedesk.reporting.daylengths import long_stays_between, scaled, statistics_that_may_be_shown
from refugedesk.reporting.relations import Lengths
from refugedesk.reporting.returns.commissioner_relations import commissioner_knowledge
from refugedesk.reporting.rounding import half_up
from refugedesk.reporting.tables import Layout, Place, Shape
from small_returns import PERIOD

SHAPE = Shape("length_of_stay", "", "stays", "", Layout.MEASURES, ())
FOUND = commissioner_knowledge([SHAPE], PERIOD).lengths
assert FOUND is not None
YEARLY: Lengths = FOUND
SHORT = replace(YEARLY, limit_days=3, longest_days=6)
"""A world of stays of up to six days, long from four, in which every list of lengths can be tried."""


def quantile(days: tuple[int, ...], quarter: int) -> Fraction:
    position = Fraction((len(days) - 1) * quarter, 4)
    below = int(position)
    above = min(below + 1, len(days) - 1)
    return days[below] + (position - below) * (days[above] - days[below])


def texts_of(days: tuple[int, ...]) -> dict[Place, str]:
    return {
        SHORT.mean: half_up(Fraction(sum(days), len(days)), 1),
        SHORT.lower_quartile: half_up(quantile(days, 1)),
        SHORT.median: half_up(quantile(days, 2)),
        SHORT.upper_quartile: half_up(quantile(days, 3)),
    }


@pytest.mark.parametrize("closed", [1, 2, 3, 4, 5])
def test_the_bounds_are_those_of_every_list_of_lengths(closed: int) -> None:
    seen: dict[tuple[str, ...], set[int]] = {}
    for days in combinations_with_replacement(range(7), closed):
        seen.setdefault(tuple(texts_of(days).values()), set()).add(sum(day > 3 for day in days))
    for texts, over in seen.items():
        shown = dict(zip(texts_of((0,)), texts, strict=True))
        assert long_stays_between(closed, shown, SHORT, near=5) == (min(over), max(over))


def test_impossible_statistics_leave_nothing() -> None:
    assert long_stays_between(3, {SHORT.mean: "9.0"}, SHORT, near=5) is None


def test_no_stay_is_longer_than_the_period_has_room_for() -> None:
    assert long_stays_between(30, {}, replace(YEARLY, longest_days=90), near=5) == (0, 0)


def test_a_statistic_that_says_too_much_is_left_out() -> None:
    texts = {YEARLY.mean: "15.0", YEARLY.median: "10", YEARLY.lower_quartile: "5", YEARLY.upper_quartile: "20"}
    every = [(number, number) for number in range(1, 5)]
    shown = statistics_that_may_be_shown(20, texts, YEARLY, every)
    assert shown == {YEARLY.median, YEARLY.lower_quartile, YEARLY.upper_quartile}
    assert statistics_that_may_be_shown(20, {**texts, YEARLY.mean: "40.0"}, YEARLY, every) == texts.keys()


@pytest.mark.parametrize(("closed", "count"), [(4, 0), (5, 1), (9, 1), (10, 2), (19, 2), (20, 4)])
def test_a_statistic_needs_enough_closed_stays(closed: int, count: int) -> None:
    texts = {YEARLY.mean: "40.0", YEARLY.median: "30", YEARLY.lower_quartile: "5", YEARLY.upper_quartile: "60"}
    texts[YEARLY.longest] = "80"
    assert len(statistics_that_may_be_shown(closed, texts, YEARLY, [(0, closed)])) == count


def test_a_printed_number_is_read_exactly() -> None:
    assert scaled("57.0") == (570, 10)
    assert scaled("12") == (12, 1)
