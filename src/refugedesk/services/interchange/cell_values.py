"""Numbers of a workbook's cells as the text that a CSV file would hold."""

from __future__ import annotations

import math
import re
from datetime import datetime, time, timedelta
from typing import Final

LARGEST_EXACT: Final = 10**15
_COLUMN = re.compile(r"([A-Z]{1,3})[0-9]+")
_FIRST_1900 = datetime(1899, 12, 31)  # noqa: DTZ001 - a day of the calendar, not an instant
_FIRST_1904 = datetime(1904, 1, 1)  # noqa: DTZ001 - as above
_SECOND = timedelta(seconds=1)


def column_number(reference: str) -> int:
    """The number of the column a cell is in: 1 for A7, 28 for AB7."""
    match = _COLUMN.fullmatch(reference)
    if match is None:
        raise ValueError("not the place of a cell")
    number = 0
    for letter in match[1]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def number_text(value: str, is_day: bool, starts_in_1904: bool) -> str:
    """A whole number without a point, a day in ISO form, with its time where it has one; others as they stand."""
    number = float(value)
    if not math.isfinite(number):
        return value
    if is_day and number >= 1:
        return _day_text(number, starts_in_1904)
    if number.is_integer() and abs(number) < LARGEST_EXACT:
        return str(int(number))
    return value


def _day_text(serial: float, starts_in_1904: bool) -> str:
    # In the calendar of 1900 day 60 is 29 February 1900, which never was: later days count one too many.
    days = serial if starts_in_1904 or serial < 60 else serial - 1
    try:
        instant = (_FIRST_1904 if starts_in_1904 else _FIRST_1900) + timedelta(days=days)
    except OverflowError:
        return str(serial)
    instant = instant.replace(microsecond=0) + (_SECOND if instant.microsecond >= 500_000 else timedelta())
    return instant.date().isoformat() if instant.time() == time.min else instant.isoformat(" ")
