"""When a backup is due, and which of the older ones go."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from refugedesk.domain.backup_rhythm import (
    BackupRules,
    BackupRulesError,
    Copy,
    Every,
    Urgency,
    overdue_days,
    too_many,
    urgency,
)

TODAY = date(2026, 11, 25)
NOW = datetime(2026, 11, 25, 14, 5, tzinfo=UTC)
LONG_AGO = datetime(1990, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("days_ago", "has_work", "every", "is_due"),
    [
        (0, True, Every.DAY, False),
        (1, True, Every.DAY, True),
        (1, False, Every.DAY, False),
        (6, False, Every.DAY, False),
        (7, False, Every.DAY, True),
        (6, True, Every.WEEK, False),
        (7, True, Every.WEEK, True),
        (7, False, Every.WEEK, True),
        (-1, False, Every.DAY, True),
    ],
)
def test_it_is_due_each_day_there_was_work_and_each_week_at_least(
    days_ago: int, has_work: bool, every: Every, is_due: bool
) -> None:
    assert (overdue_days(TODAY - timedelta(days=days_ago), TODAY, has_work, every) >= 0) is is_due


def test_it_matters_more_after_a_week_and_more_again_after_a_month() -> None:
    found = [urgency(overdue_days(TODAY - timedelta(days=ago), TODAY, True, Every.DAY)) for ago in (0, 1, 7, 8, 30, 31)]
    due, late = Urgency.DUE, Urgency.LATE
    assert found == [Urgency.FRESH, due, due, late, late, Urgency.VERY_LATE]


def test_numbers_that_keep_nothing_are_refused() -> None:
    with pytest.raises(BackupRulesError):
        BackupRules(days=0)
    assert BackupRules.of({"days": 3, "every": "week", "odd": 1}) == BackupRules(Every.WEEK, 3)


def copies(*ages: int) -> list[Copy]:
    return [Copy(str(age), NOW - timedelta(days=age)) for age in ages]


def kept(found: list[Copy], rules: BackupRules, not_before: datetime = LONG_AGO) -> list[int]:
    gone = too_many(found, "0", rules, NOW, not_before)
    return sorted(int(each.name) for each in found if each not in gone)


def test_a_year_of_days_leaves_seven_days_five_weeks_and_twelve_months() -> None:
    # 25 November 2026 is a Wednesday: weeks end on the Sundays 3, 10, 17 and 24 days ago
    assert kept(copies(*range(400)), BackupRules()) == [
        *range(7), 10, 17, 24, 25, 56, 86, 117, 148, 178, 209, 239, 270, 298, 329
    ]  # fmt: skip


def test_what_was_made_before_a_purge_goes_and_the_newest_stays() -> None:
    assert kept(copies(0, 1, 2, 3), BackupRules(), NOW - timedelta(days=2)) == [0, 1]
    assert kept(copies(0, 1), BackupRules(), NOW + timedelta(days=1)) == [0]


def test_one_from_a_day_to_come_is_left_alone() -> None:
    assert kept([*copies(0, 100), Copy("-5", NOW + timedelta(days=5))], BackupRules(1, 1, 0, 0)) == [-5, 0]  # type: ignore[arg-type]


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sets(st.integers(0, 1500), max_size=40), st.integers(1, 9), st.integers(0, 9), st.integers(0, 15))
def test_thinning_twice_is_thinning_once_and_never_takes_the_newest(
    ages: set[int], days: int, weeks: int, months: int
) -> None:
    rules, found = BackupRules(Every.DAY, days, weeks, months), copies(0, *(ages - {0}))
    first = kept(found, rules)
    assert first[0] == 0
    assert len(first) <= days + weeks + months + 1
    assert kept(copies(*first), rules) == first
