"""Days as people type them: without a year, the one that is meant."""

from __future__ import annotations

from datetime import date

import pytest

from refugedesk.domain.typed import DayReader, UnreadableError

FRIDAY = date(2021, 4, 30)


@pytest.mark.parametrize(
    ("typed", "behind", "ahead"),
    [
        ("14 may", date(2020, 5, 14), date(2021, 5, 14)),
        ("28 apr", date(2021, 4, 28), date(2021, 4, 28)),
        ("3 jan", date(2021, 1, 3), date(2022, 1, 3)),
        ("30 apr", FRIDAY, FRIDAY),
        ("29 feb", date(2020, 2, 29), date(2024, 2, 29)),
        ("14 5 2020", date(2020, 5, 14), date(2020, 5, 14)),
        ("tomorrow", date(2021, 5, 1), date(2021, 5, 1)),
        ("tm", date(2021, 5, 1), date(2021, 5, 1)),
        ("y", date(2021, 4, 29), date(2021, 4, 29)),
    ],
)
def test_a_day_without_a_year_is_the_last_one_and_of_what_lies_ahead_the_next(
    typed: str, behind: date, ahead: date
) -> None:
    assert DayReader(FRIDAY).read(typed) == behind
    assert DayReader(FRIDAY, is_ahead=True).read(typed) == ahead


def test_a_day_that_no_year_has_is_said() -> None:
    with pytest.raises(UnreadableError, match="There is no day"):
        DayReader(FRIDAY).read("30 feb")
