"""How services put things into words: names, days, counts."""

from __future__ import annotations

from datetime import date, datetime

from refugedesk.domain.codelists import CodeList
from refugedesk.domain.spans import Period

NAMELESS = "No name yet"
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def full_name(first: str | None, last: str | None) -> str:
    """The name as it stands at the head of a file."""
    return " ".join(part for part in (first, last) if part) or NAMELESS


def short_name(first: str | None, last: str | None) -> str:
    """The name as it fits on a card: Farah J."""
    if first and last:
        return f"{first} {last[0]}"
    return first or last or NAMELESS


def say_day(day: date | None) -> str:
    """A day as people read it: 4 Nov 2026; empty for none."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else ""


def say_period(period: Period) -> str:
    """A period as people read it: Apr to Jun 2026, Apr 2026 to Mar 2027, or days where it is not whole months."""
    first, last = period.first, period.last
    if period.length_in_months().denominator != 1 or first.day != 1:
        return f"{say_day(first)} to {say_day(last)}"
    start, end = MONTHS[first.month - 1], MONTHS[last.month - 1]
    if first.year != last.year:
        return f"{start} {first.year} to {end} {last.year}"
    return f"{start} {first.year}" if first.month == last.month else f"{start} to {end} {first.year}"


def count_of(number: int, one: str, many: str = "") -> str:
    """A number with its noun: 1 child, 2 children."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def label(codes: CodeList, code: str | None) -> str:
    """A code in words; empty for none."""
    return codes.label(code)


def local_instant(text: str) -> datetime:
    """An instant the store keeps, in the local time zone."""
    return datetime.fromisoformat(text).astimezone()
