"""When a file is due: years after the case closed, until the last child is old enough, never too early."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from refugedesk.domain.retention import Due, RetentionError, Rules, file_due, referral_due, years_after

CLOSED = date(2014, 3, 31)
USUAL = Rules()
DAYS = some.dates(date(1990, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("births", "adult", "whole"),
    [
        ([], date(2021, 3, 31), date(2021, 3, 31)),
        ([date(2010, 6, 1)], date(2021, 3, 31), date(2035, 6, 1)),
        ([date(1990, 1, 1), date(2013, 2, 28)], date(2021, 3, 31), date(2038, 2, 28)),
        ([date(1995, 1, 1)], date(2021, 3, 31), date(2021, 3, 31)),
        ([None], date(2021, 3, 31), date(2039, 3, 31)),
    ],
)
def test_the_whole_file_waits_for_the_last_child(births: list[date | None], adult: date, whole: date) -> None:
    assert file_due(CLOSED, births, USUAL) == Due(adult, whole)


def test_a_call_is_kept_for_two_years_and_a_leap_day_is_not_too_early() -> None:
    assert referral_due(date(2019, 4, 12), USUAL) == date(2021, 4, 12)
    assert years_after(date(2020, 2, 29), 1) == date(2021, 3, 1)
    assert years_after(date(2020, 2, 29), 4) == date(2024, 2, 29)


@given(DAYS, some.lists(some.none() | DAYS, max_size=4), some.integers(1, 100), some.integers(1, 100))
def test_nothing_is_due_before_its_time(
    closed: date, births: list[date | None], adult_years: int, child_age: int
) -> None:
    due = file_due(closed, births, Rules(adult_years, child_age))
    assert due.whole_on >= due.adult_on >= closed.replace(day=28, year=closed.year + adult_years - 1)
    assert all(due.whole_on.year >= (born or closed).year + child_age for born in births)


@pytest.mark.parametrize("numbers", [(0, 25, 2, 90), (7, 101, 2, 90), (7, 25, 2, 0), (7, 25, 2, 731)])
def test_a_rule_is_a_number_of_years_that_makes_sense(numbers: tuple[int, ...]) -> None:
    with pytest.raises(RetentionError):
        Rules(*numbers)


def test_rules_are_read_back_with_the_usual_for_what_was_not_chosen() -> None:
    assert Rules.of({"adult_years": 6, "old": 3, "child_age": "x"}) == Rules(adult_years=6)
