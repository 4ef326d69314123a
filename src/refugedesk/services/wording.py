"""How services put things into words: names, days, counts."""

from __future__ import annotations

from datetime import datetime

from refugedesk.domain.calendar_words import say_day, say_month
from refugedesk.domain.codelists import CodeList
from refugedesk.domain.spans import Period
from refugedesk.domain.words import NUMBER, counted, noted, tr

__all__ = [
    "NAMELESS",
    "between",
    "count_of",
    "full_name",
    "label",
    "local_instant",
    "say_day",
    "say_period",
    "short_name",
]

NAMELESS = noted("No name yet")


def full_name(first: str | None, last: str | None) -> str:
    """The name as it stands at the head of a file."""
    return " ".join(part for part in (first, last) if part) or tr(NAMELESS)


def short_name(first: str | None, last: str | None) -> str:
    """The name as it fits on a card: Farah J."""
    if first and last:
        return f"{first} {last[0]}"
    return first or last or tr(NAMELESS)


def say_period(period: Period) -> str:
    """A period as people read it: Apr to Jun 2026, Apr 2026 to Mar 2027, or days where it is not whole months."""
    first, last = period.first, period.last
    if period.length_in_months().denominator != 1 or first.day != 1:
        return between(say_day(first), say_day(last))
    start, end = say_month(first.month), say_month(last.month)
    if first.year != last.year:
        return between(_of_year(start, first.year), _of_year(end, last.year))
    if first.month == last.month:
        return _of_year(start, first.year)
    return tr("{first} to {last} {year}", first=start, last=end, year=first.year)


def _of_year(month: str, year: int) -> str:
    return tr("{month} {year}", month=month, year=year)


def between(first: str, last: str) -> str:
    """From one to another: 1 Apr 2026 to 4 Apr 2026."""
    return tr("{first} to {last}", first=first, last=last)


def count_of(number: int, one: str, many: str = "") -> str:
    """A number with its noun: 1 child, 2 children; the noun is a literal, so that it is found for translation."""
    return counted(number, f"{NUMBER} {one}", f"{NUMBER} {many or one + 's'}")


def label(codes: CodeList, code: str | None) -> str:
    """A code in words; empty for none."""
    return codes.label(code)


def local_instant(text: str) -> datetime:
    """An instant the store keeps, in the local time zone."""
    return datetime.fromisoformat(text).astimezone()
