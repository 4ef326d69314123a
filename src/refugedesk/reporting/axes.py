"""The rows and columns tables are made of: every code in its list's order, whatever was recorded.

Answers come first, then the ways of having none, then ``not_recorded``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from refugedesk.domain.codelists import CodeList
from refugedesk.domain.spans import Period
from refugedesk.reporting.spec import ServiceFacts
from refugedesk.reporting.tables import Line

Axis = Callable[[ServiceFacts, Period], tuple[Line, ...]]
"""What gives the lines of a table for a service and a period."""

NOT_RECORDED = Line("not_recorded", "Not recorded", is_answer=False)
WARD_NOT_RECORDED = Line("ward_not_recorded", "Inside, ward not recorded", is_answer=False)
INSIDE = Line("inside", "Inside the home authority")
OUTSIDE = Line("outside", "Outside the home authority")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
"""Month names in English, wherever the machine stands (``calendar.month_name`` follows its locale)."""


class Band(NamedTuple):
    """Ages or numbers from ``lowest`` up to the next band."""

    code: str
    label: str
    lowest: int


AGE_BANDS = (
    Band("under_18", "Under 18", 0),
    Band("18_24", "18 to 24", 18),
    Band("25_34", "25 to 34", 25),
    Band("35_44", "35 to 44", 35),
    Band("45_54", "45 to 54", 45),
    Band("55_64", "55 to 64", 55),
    Band("65_over", "65 and over", 65),
)
CHILD_AGE_BANDS = (
    Band("0_4", "0 to 4", 0),
    Band("5_10", "5 to 10", 5),
    Band("11_15", "11 to 15", 11),
    Band("16_17", "16 to 17", 16),
    Band("18_over", "18 and over", 18),
)


def up_to(most: int) -> tuple[Band, ...]:
    """None, 1, 2 and so on as single numbers, and ``most`` or more as the last."""
    single = (Band(str(number), str(number) if number else "None", number) for number in range(most))
    return (*single, Band(f"{most}_or_more", f"{most} or more", most))


def fixed(*lines: Line) -> Axis:
    """The same lines for every service and period."""
    return lambda service, period: lines


def banded(bands: Iterable[Band]) -> Axis:
    """A line for each band, without ``not_recorded``."""
    return fixed(*(Line(band.code, band.label) for band in bands))


def recorded(axis: Axis) -> Axis:
    """The axis with ``not_recorded`` as its last line."""
    return lambda service, period: (*axis(service, period), NOT_RECORDED)


def codes(codelist: CodeList) -> Axis:
    """A line for each code of the list, answers first."""
    answers = (Line(code.code, code.label) for code in codelist.answers)
    return fixed(*answers, *non_answers(codelist))


def groups(codelist: CodeList) -> Axis:
    """A line for each group of answers; the codes that are no answer keep their own lines."""
    lines = (Line(group, label) for group, label in codelist.groups.items())
    return fixed(*lines, *non_answers(codelist))


def non_answers(codelist: CodeList) -> tuple[Line, ...]:
    """A line for each code of the list that is no answer, such as not known."""
    return tuple(Line(code.code, code.label, is_answer=False) for code in codelist.non_answers)


def months(service: ServiceFacts, period: Period) -> tuple[Line, ...]:
    """A line for each calendar month the period touches, such as 2020-04."""
    return tuple(Line(f"{year:04}-{month:02}", f"{MONTHS[month - 1]} {year}") for year, month in period.months())


def wards(service: ServiceFacts, period: Period) -> tuple[Line, ...]:
    """The service's wards in alphabetical order, then outside, then inside without a ward."""
    by_name = sorted(service.wards, key=lambda ward: (ward[1].casefold(), ward))
    return (*(Line(slug, name) for slug, name in by_name), OUTSIDE, WARD_NOT_RECORDED)
