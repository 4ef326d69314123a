"""Lengths of stay: who is in them, and quartiles as a spreadsheet has them."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest

from refugedesk.domain.spans import Period
from refugedesk.reporting import stay_lengths
from refugedesk.reporting.material import Material
from refugedesk.reporting.populations import stays_closed, stays_still_open
from refugedesk.reporting.rounding import half_up
from stores import SMALL_SERVICE, an_empty_store, extracts

YEAR = Period(date(2020, 1, 1), date(2020, 12, 31))


def stays_of(*days: int) -> Material:
    """Closed stays of these lengths, all from the first day."""
    rows = [
        {
            "stay_id": f"S{number}",
            "resident_id": f"R{number}",
            "started_on": YEAR.first.isoformat(),
            "ended_on": (YEAR.first + timedelta(days=length)).isoformat(),
        }
        for number, length in enumerate(days)
    ]
    return Material(SMALL_SERVICE, YEAR, extracts(an_empty_store() | {"stays": rows}))


@pytest.mark.parametrize(
    ("days", "quartiles"),
    [
        ((7,), ("7", "7", "7")),
        ((1, 2), ("1", "2", "2")),
        ((1, 2, 3, 4), ("2", "3", "3")),
        ((1, 2, 3, 4, 5), ("2", "3", "4")),
        ((0, 10), ("3", "5", "8")),
    ],
)
def test_quartiles_are_interpolated_and_rounded_half_up(days: tuple[int, ...], quartiles: tuple[str, ...]) -> None:
    exact = [stay_lengths.quantile_days(Fraction(part, 4))(stays_of(*days)) for part in (1, 2, 3)]
    assert tuple(half_up(value) for value in exact if value is not None) == quartiles


def test_a_stay_is_long_from_101_days() -> None:
    assert len(stay_lengths.long_stays(stays_of(99, 100, 101, 102))) == 2


def test_a_stay_is_closed_that_ended_by_the_last_day() -> None:
    found = stays_of(365, 366, 0)
    assert found.of(stay_lengths.closed_days) == (0, 365)
    assert (len(stays_closed(found)), len(stays_still_open(found))) == (2, 1)


def test_nothing_closed_has_no_mean_and_no_longest() -> None:
    found = stays_of()
    assert stay_lengths.mean_days(found) is stay_lengths.longest_days(found) is None
    assert stay_lengths.quantile_days(Fraction(1, 2))(found) is None
