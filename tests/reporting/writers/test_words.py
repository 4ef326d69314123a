"""Days and periods in words."""

from __future__ import annotations

from datetime import date

import pytest

from refugedesk.domain.spans import Period
from refugedesk.reporting.writers.words import day_from_words, day_words, period_words, ratio_words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2020-04-01", "2021-03-31", "Apr 2020 to Mar 2021"),
        ("2026-04-01", "2026-06-30", "Apr to Jun 2026"),
        ("2024-02-01", "2024-02-29", "Feb 2024"),
        ("2026-11-04", "2026-12-03", "4 Nov 2026 to 3 Dec 2026"),
        ("2026-11-04", "2026-11-04", "4 Nov 2026"),
    ],
)
def test_a_period_is_named_by_its_months_where_they_are_whole(first: str, last: str, words: str) -> None:
    assert period_words(Period(date.fromisoformat(first), date.fromisoformat(last))) == words


def test_a_day_is_read_back_from_its_words() -> None:
    assert day_from_words(day_words(date(2026, 11, 4))) == date(2026, 11, 4)
    with pytest.raises(ValueError, match="not a day"):
        day_from_words("4/11/2026")


def test_a_ratio_that_nobody_named_reads_as_plain_words() -> None:
    assert ratio_words("share_of_all") == "Share of all"
