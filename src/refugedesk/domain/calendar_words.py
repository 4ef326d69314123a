"""Days and months in the words of the language of the window."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from refugedesk.domain.words import noted, tr

MONTHS: Final = (
    noted("Jan"), noted("Feb"), noted("Mar"), noted("Apr"), noted("May"), noted("Jun"),
    noted("Jul"), noted("Aug"), noted("Sep"), noted("Oct"), noted("Nov"), noted("Dec"),
)  # fmt: skip
WEEKDAYS: Final = (
    noted("Mon"), noted("Tue"), noted("Wed"), noted("Thu"), noted("Fri"), noted("Sat"), noted("Sun"),
)  # fmt: skip


def say_month(number: int) -> str:
    """The month of that number from 1 on: Nov."""
    return tr(MONTHS[number - 1])


def say_day(day: date | None) -> str:
    """A day as people read it: 4 Nov 2026; empty for none."""
    return tr("{day} {month} {year}", day=day.day, month=say_month(day.month), year=day.year) if day else ""


def say_day_and_month(day: date) -> str:
    """A day of a year that is known: 4 Nov."""
    return tr("{day} {month}", day=day.day, month=say_month(day.month))


def say_weekday(day: date) -> str:
    """A day with its name: Wed 4 Nov 2026."""
    return tr("{weekday} {day}", weekday=tr(WEEKDAYS[day.weekday()]), day=say_day(day))


def say_instant(at: datetime) -> str:
    """A day and a time of it: 4 Nov 2026, 14:05."""
    return tr("{day}, {time}", day=say_day(at), time=f"{at:%H:%M}")


def saved_at(at: datetime) -> str:
    """What is said once something is saved: Saved 14:05."""
    return tr("Saved {time}", time=f"{at:%H:%M}")


def month_named(name: str) -> int | None:
    """The number of the month that was typed in full or by its first three letters, in English or as it is shown."""
    typed = name.casefold()
    for number, month in enumerate(MONTHS, 1):
        if typed[:3] == month.casefold() or typed.startswith(tr(month).casefold().rstrip(".")):
            return number
    return None
