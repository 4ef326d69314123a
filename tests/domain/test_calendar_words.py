"""Days and months in words, and read back from what is shown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from refugedesk.domain.calendar_words import (
    MONTHS,
    month_named,
    say_day,
    say_day_and_month,
    say_instant,
    say_weekday,
)
from refugedesk.domain.typed import DayReader, UnreadableError
from refugedesk.domain.words import ask_for_words

TODAY = date(2026, 11, 24)
WELSH = ("Ion", "Chwe", "Maw", "Ebr", "Mai", "Meh", "Gor", "Awst", "Medi", "Hyd", "Tach", "Rhag")
DAYS = [date(2026, month, 3) for month in range(1, 12)]


@pytest.fixture
def welsh() -> Iterator[None]:
    words = dict(zip(MONTHS, WELSH, strict=True)) | {"Wed": "Mer"}
    ask_for_words(lambda source, _number: words.get(source, source), "cy")
    yield
    ask_for_words(None)


def test_days_are_said_in_english() -> None:
    at = datetime(2026, 11, 4, 14, 5, tzinfo=UTC)
    assert (say_day(at), say_day(None), say_day_and_month(at)) == ("4 Nov 2026", "", "4 Nov")
    assert (say_weekday(at), say_instant(at)) == ("Wed 4 Nov 2026", "4 Nov 2026, 14:05")


def test_days_are_said_in_the_language_of_the_window_and_read_back(welsh: None) -> None:
    assert say_weekday(date(2026, 11, 4)) == "Mer 4 Tach 2026"
    assert [DayReader(TODAY).read(say_day(day)) for day in DAYS] == DAYS


def test_english_months_are_read_in_every_language(welsh: None) -> None:
    assert [DayReader(TODAY).read(text) for text in ("3 mar 2026", "3 March", "3 Maw", "3 medi 26")] == [
        date(2026, 3, 3),
        date(2026, 3, 3),
        date(2026, 3, 3),
        date(2026, 9, 3),
    ]


def test_a_word_that_is_no_month_is_none(welsh: None) -> None:
    assert month_named("smarch") is None
    with pytest.raises(UnreadableError):
        DayReader(TODAY).read("3 smarch 2026")
