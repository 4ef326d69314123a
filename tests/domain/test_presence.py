"""When somebody was last here."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from refugedesk.domain.presence import ABSENCE, Presence

NOW = datetime(2021, 4, 12, 22, 0, tzinfo=UTC)


def test_the_first_time_there_was_no_time_before() -> None:
    assert Presence().came(NOW) == Presence(NOW, None)


def test_a_lock_in_the_middle_of_a_shift_makes_nothing_old() -> None:
    yesterday = NOW - timedelta(days=1)
    there = Presence(yesterday).came(NOW)
    assert there == Presence(NOW, yesterday)
    back = there.left(NOW + timedelta(hours=1)).came(NOW + timedelta(hours=1) + ABSENCE - timedelta(seconds=1))
    assert back.here_before_at == yesterday


def test_being_away_begins_when_one_left_however_long_one_was_there() -> None:
    left = NOW + timedelta(hours=9)
    there = Presence(NOW - timedelta(days=1)).came(NOW).left(left)
    assert there.here_before_at == NOW - timedelta(days=1)
    assert there.came(left + ABSENCE).here_before_at == left


def test_a_clock_that_was_set_back_takes_nobody_to_the_future() -> None:
    assert Presence(NOW).came(NOW - timedelta(days=2)) == Presence(NOW, None)
