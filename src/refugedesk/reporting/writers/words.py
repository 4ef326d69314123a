"""Days, periods and measures in the words that a reader of a return sees."""

from __future__ import annotations

import re
from datetime import date

from refugedesk.domain.spans import ONE_DAY, Period

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAY = re.compile(r"([0-9]{1,2}) ([A-Z][a-z]{2}) ([0-9]{4})")
_RATIOS = {
    "percent": "Percent",
    "row_percent": "Percent of the row",
    "column_percent": "Percent of the column",
    "monthly_average": "Monthly average",
    "yearly_average": "Yearly average",
    "percent_of_target": "Percent of target",
    "percent_before": "Percent before",
    "change": "Change in points",
    "difference": "Change",
    "monthly_average_before": "Monthly average before",
    "monthly_average_change": "Change of the average",
}


def day_words(day: date) -> str:
    """The day as 4 Nov 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def day_from_words(words: str) -> date:
    """The day that ``day_words`` wrote."""
    found = _DAY.fullmatch(words)
    if found is None:
        raise ValueError("These words are not a day.")
    return date(int(found[3]), _MONTHS.index(found[2]) + 1, int(found[1]))


def period_words(period: Period) -> str:
    """The period as Apr 2020 to Mar 2021, Apr to Jun 2026 or Apr 2026; by its days where the months are not whole."""
    first, last = period.first, period.last
    if first.day != 1 or (last + ONE_DAY).day != 1:
        return day_words(first) if first == last else f"{day_words(first)} to {day_words(last)}"
    start, end = _MONTHS[first.month - 1], f"{_MONTHS[last.month - 1]} {last.year}"
    if first.year != last.year:
        return f"{start} {first.year} to {end}"
    return end if first.month == last.month else f"{start} to {end}"


def ratio_words(name: str) -> str:
    """What a percentage or an average is called at the head of its column."""
    return _RATIOS.get(name, name.replace("_", " ").capitalize())
