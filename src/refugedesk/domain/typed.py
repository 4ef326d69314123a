"""What a person types, read as an answer, or a sentence that says what would be right. Nothing typed is lost."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from refugedesk.domain.calendar_words import month_named, say_day
from refugedesk.domain.errors import CorrectableError
from refugedesk.domain.fields import Answer, Field, Kind
from refugedesk.domain.words import tr

EARLIEST_YEAR = 1900
NEAR: Mapping[str, int] = {"today": 0, "t": 0, "yesterday": -1, "y": -1, "tomorrow": 1, "tm": 1}
LONG_PAST = timedelta(days=60)
DAY_PATTERNS = (
    re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})"),
    re.compile(r"(?P<d>\d{1,2})[./\- ](?P<m>\d{1,2})[./\- ](?P<y>\d{4}|\d{2})"),
    re.compile(r"(?P<d>\d{2})(?P<m>\d{2})(?P<y>\d{4})"),
    re.compile(r"(?P<d>\d{1,2})\s*(?P<name>[^\W\d_]{3,12})\.?,?\s*(?P<y>\d{4}|\d{2})?"),
)


class UnreadableError(CorrectableError):
    """What was typed cannot be read as the kind of answer the field takes."""


@dataclass(frozen=True)
class DayReader:
    """Reads days as people type them: 4/11/26, 4 nov, 2026-11-04, today, yesterday, tomorrow.

    A two-digit year is the latest that is not more than a year ahead of today. A day without a year is
    the latest that is not in the future; where the day lies ahead as a rule, the first that is not long past.
    """

    today: date
    is_ahead: bool = False

    def read(self, text: str) -> date:
        """The day that was meant; UnreadableError with an example where it cannot be told."""
        typed = text.strip().lower()
        if typed in NEAR:
            return self.today + timedelta(days=NEAR[typed])
        for pattern in DAY_PATTERNS:
            if match := pattern.fullmatch(typed):
                return self._build(match.groupdict(), text.strip())
        raise UnreadableError(tr("“{text}” is not a day. Type it like 4 11 2026 or 4 Nov 2026.", text=text.strip()))

    def _build(self, parts: dict[str, str | None], text: str) -> date:
        try:
            month = _month(parts)
            year, day = parts.get("y"), int(parts["d"] or 0)
            if year is None:
                return self._without_year(month, day)
            return self._in_range(date(self._century(year), month, day), text)
        except ValueError:
            raise UnreadableError(tr("There is no day “{text}”. Check the day and the month.", text=text)) from None

    def _century(self, year: str) -> int:
        if len(year) == 4:
            return int(year)
        recent = self.today.year // 100 * 100 + int(year)
        return recent if recent <= self.today.year + 1 else recent - 100

    def _without_year(self, month: int, day: int) -> date:
        """The 29th of February is looked for as far as eight years away; ValueError where there is no such day."""
        years = range(self.today.year - 8, self.today.year + 9)
        found = [each for each in (_day(year, month, day) for year in years) if each is not None]
        if not found:
            raise ValueError(day)
        if self.is_ahead:
            return min(each for each in found if each >= self.today - LONG_PAST)
        return max(each for each in found if each <= self.today)

    def _in_range(self, day: date, text: str) -> date:
        if not EARLIEST_YEAR <= day.year <= self.today.year + 50:
            raise UnreadableError(tr("“{text}” is too far away. Check the year.", text=text))
        return day


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(parts: dict[str, str | None]) -> int:
    name = parts.get("name")
    if name is None:
        return int(parts["m"] or 0)
    month = month_named(name)
    if month is None:
        raise ValueError(name)
    return month


TIME_PATTERNS = (
    re.compile(r"(?P<h>\d{1,2})[:. ](?P<m>\d{2})\s*(?P<half>am|pm)?"),
    re.compile(r"(?P<h>\d{2})(?P<m>\d{2})"),
    re.compile(r"(?P<h>\d{1,2})(?P<m>)\s*(?P<half>am|pm)"),
)


def read_time(text: str) -> str:
    """A time of day as people type it, 9:30, 0930, 2.15pm or 2pm, as ``14:15``."""
    for pattern in TIME_PATTERNS:
        if match := pattern.fullmatch(text.strip().lower()):
            parts = match.groupdict()
            hour, minute, half = int(parts["h"]), int(parts["m"] or 0), parts.get("half")
            if half and 1 <= hour <= 12:
                hour = hour % 12 + (12 if half == "pm" else 0)
            elif half:
                break
            if hour < 24 and minute < 60:
                return f"{hour:02}:{minute:02}"
    raise UnreadableError(tr("“{text}” is not a time. Type it like 14:05 or 2.05pm.", text=text.strip()))


def read_text(text: str, longest: int) -> str | None:
    """The text in composed form without blanks around it; None where nothing is left."""
    clean = unicodedata.normalize("NFC", text).replace("\x00", "").strip()
    if len(clean) > longest:
        raise UnreadableError(
            tr(
                "This is {count} characters long; the most is {longest}. Shorten it a little.",
                count=len(clean),
                longest=longest,
            )
        )
    return clean or None


def read_number(text: str, largest: int) -> int:
    """A whole number from 0 to ``largest``."""
    typed = text.strip()
    if not re.fullmatch(r"[0-9]{1,6}", typed) or int(typed) > largest:
        raise UnreadableError(tr("“{typed}” is not a whole number from 0 to {largest}.", typed=typed, largest=largest))
    return int(typed)


def read_answer(field: Field, text: str, today: date) -> Answer:
    """What was typed into a field, as its answer; blank is None. A link is chosen, never typed."""
    if not text.strip():
        return None
    if field.kind in _READERS:
        return _READERS[field.kind](field, text, today)
    if field.kind is Kind.CHOICE and field.codes is not None and text not in field.codes:
        raise UnreadableError(tr("“{text}” is not in the list {title}.", text=text, title=field.codes.title))
    if field.kind is Kind.LINK:
        raise UnreadableError(
            tr("“{text}” is none of the lines on offer. Choose one of them, or clear it.", text=text.strip())
        )
    return read_text(field.tidied(text) if field.tidied else text, field.longest)


_READERS: Mapping[Kind, Callable[[Field, str, date], Answer]] = {
    Kind.DAY: lambda field, text, today: DayReader(today, field.is_ahead).read(text),
    Kind.TIME: lambda _field, text, _today: read_time(text),
    Kind.WHOLE_NUMBER: lambda field, text, _today: read_number(text, field.largest),
}


def show_answer(answer: Answer) -> str:
    """An answer as it stands in a line editor: days as 4 Nov 2026."""
    if isinstance(answer, date):
        return say_day(answer)
    if isinstance(answer, tuple):
        return ", ".join(answer)
    return "" if answer is None else str(answer)
