"""Answers at the edges: birthdays, places written otherwise, bands."""

from __future__ import annotations

import pandas as pd
import pytest

from refugedesk.domain.spans import Period
from refugedesk.reporting import questions
from refugedesk.reporting.axes import CHILD_AGE_BANDS, up_to
from refugedesk.reporting.extracts import Extracts
from refugedesk.reporting.material import Material
from stores import SMALL_SERVICE, YEAR

MATERIAL = Material(SMALL_SERVICE, YEAR, Extracts())


def answer(question: questions.Question, **columns: str | None) -> str | None:
    """What the question says of one subject; days are the columns that end in _on or _birth."""
    days = {name: pd.to_datetime(pd.Series([value])) for name, value in columns.items() if _is_day(name)}
    texts = {name: pd.Series([value], dtype="str") for name, value in columns.items() if not _is_day(name)}
    found = question.answers(MATERIAL, pd.DataFrame(days | texts)).iloc[0]
    return None if pd.isna(found) else str(found)


def _is_day(name: str) -> bool:
    return name.endswith(("_on", "_birth"))


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        ("2000-02-29", "2018-02-28", 17),
        ("2000-02-29", "2018-03-01", 18),
        ("2000-02-29", "2020-02-28", 19),
        ("2000-02-29", "2020-02-29", 20),
        ("2000-06-15", "2018-06-14", 17),
        ("2000-06-15", "2018-06-15", 18),
        ("2020-06-15", "2020-06-01", 0),
    ],
)
def test_age_on_a_day(born: str, day: str, age: int) -> None:
    born_on, on = (pd.to_datetime(pd.Series([each])) for each in (born, day))
    assert questions.ages(born_on, on).tolist() == [age]


def test_a_child_born_during_the_stay_is_in_the_youngest_band() -> None:
    by_age = questions.age_at_start(CHILD_AGE_BANDS)
    assert answer(by_age, date_of_birth="2020-12-31", started_on="2020-05-01") == "0_4"


def test_no_date_of_birth_is_not_recorded() -> None:
    by_age = questions.age_at_start(CHILD_AGE_BANDS)
    assert answer(by_age, date_of_birth=None, started_on="2020-05-01") is None


@pytest.mark.parametrize(
    ("authority", "side"),
    [
        ("Coventry", "inside"),
        (" COVENTRY\t", "inside"),
        ("Coventry South", "outside"),
        ("Leeds", "outside"),
        ("  ", None),
        (None, None),
    ],
)
def test_the_home_authority_is_told_trimmed_and_without_case(authority: str | None, side: str | None) -> None:
    assert answer(questions.authority_of("origin_authority"), origin_authority=authority) == side


@pytest.mark.parametrize(
    ("authority", "ward", "code"),
    [
        ("Coventry", "Wyken", "wyken"),
        ("coventry ", " wyken", "wyken"),
        ("Coventry", None, "ward_not_recorded"),
        ("Coventry", "Not on the list", "ward_not_recorded"),
        ("Leeds", "Wyken", "outside"),
        (None, "Wyken", None),
    ],
)
def test_wards_are_those_of_the_home_authority(authority: str | None, ward: str | None, code: str | None) -> None:
    assert answer(questions.origin_ward(), origin_authority=authority, origin_ward=ward) == code


def test_wards_stand_in_alphabetical_order_and_those_without_an_answer_last() -> None:
    lines = questions.origin_ward().axis(SMALL_SERVICE, YEAR)
    assert [line.code for line in lines] == [
        "foleshill", "wyken", "outside", "ward_not_recorded", "not_recorded",
    ]  # fmt: skip
    assert [line.is_answer for line in lines] == [True, True, True, False, False]


def test_numbers_fall_in_the_last_band_that_does_not_begin_above_them() -> None:
    bands = questions.in_bands(pd.Series([0, 1, 3, 4, 9]), up_to(4))
    assert bands.tolist() == ["0", "1", "3", "4_or_more", "4_or_more"]


def test_months_are_named_in_english_across_years() -> None:
    period = Period(YEAR.last.replace(year=2020, month=12, day=31), YEAR.last.replace(month=1))
    lines = questions.month_of("received_on").axis(SMALL_SERVICE, period)
    assert [(line.code, line.label) for line in lines] == [
        ("2020-12", "December 2020"),
        ("2021-01", "January 2021"),
    ]
    assert answer(questions.month_of("received_on"), received_on="2020-12-31") == "2020-12"
