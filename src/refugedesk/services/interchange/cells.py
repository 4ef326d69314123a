"""One cell of the interchange folder: its text as an answer, and an answer as its text.

Nothing is guessed here: days are ISO, codes are codes. Text that a spreadsheet would run as a formula stands in
the file behind one apostrophe; reading takes off that one again, so that writing and reading give back the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from typing import Final

from refugedesk.domain.codelists import CodeList
from refugedesk.domain.drafts import in_list_order
from refugedesk.domain.errors import CorrectableError
from refugedesk.domain.fields import Answer, Field, Kind
from refugedesk.domain.typed import EARLIEST_YEAR, UnreadableError, read_text
from refugedesk.domain.words import tr

LONGEST_ID: Final = 64
YEARS_AHEAD: Final = 50
MOST_CODES_NAMED: Final = 8
BETWEEN_CODES: Final = ";"

_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_WHOLE = re.compile(r"[0-9]{1,9}")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_INVISIBLE = "[\x00-\x20\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]*"
_FORMULA = f"(?:{_INVISIBLE}[=+\\-@\u2212\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b]|[\t\r\n])"
_WANTS_GUARD = re.compile(f"'*{_FORMULA}")
_HAS_GUARD = re.compile(f"'+{_FORMULA}")


class UnreadableCellError(CorrectableError):
    """The cell cannot be an answer of its column; ``remedy`` says what would be right."""

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(problem)
        self.remedy = remedy


def read_cell(field: Field, text: str, today: date) -> Answer:
    """The answer of a field, None for an empty cell; UnreadableCellError where it cannot be one."""
    plain = unguarded(text)
    if not plain:
        return None
    if field.codes is not None:
        is_one = field.kind is Kind.CHOICE or field.has_rows
        return _code(field.codes, plain) if is_one else _codes(field, field.codes, plain)
    return read_id(text) if field.kind is Kind.LINK else _READERS[field.kind](field, plain, today)


def read_id(text: str) -> str:
    """An id: short text that can be printed on a line, without the guard."""
    plain = unguarded(text)
    if len(plain) > LONGEST_ID or not plain.isprintable():
        raise UnreadableCellError(
            tr("This is not an id."), tr("Use up to {longest_id} letters, digits and signs.", longest_id=LONGEST_ID)
        )
    return plain


def _codes(field: Field, codes: CodeList, text: str) -> tuple[str, ...]:
    """Several codes in one cell, with semicolons between."""
    return in_list_order(field, [_code(codes, part.strip()) for part in text.split(BETWEEN_CODES) if part.strip()])


def _time(text: str) -> str:
    if not _TIME.fullmatch(text):
        raise UnreadableCellError(tr("This is not a time of day."), tr("Write it as hour:minute, like 09:30."))
    return text


def _code(codes: CodeList, text: str) -> str:
    if text not in codes:
        raise UnreadableCellError(tr("This code is not in the list."), _code_to_use(text, codes))
    return codes[text].code


@lru_cache(maxsize=50_000)
def _day(text: str, today: date) -> date:
    if not _ISO_DAY.fullmatch(text):
        raise UnreadableCellError(tr("This is not a day."), tr("Write the day as year-month-day, like 2020-04-01."))
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise UnreadableCellError(
            tr("There is no such day."), tr("Check the month and the day of the month.")
        ) from None
    if not EARLIEST_YEAR <= day.year <= today.year + YEARS_AHEAD:
        raise UnreadableCellError(tr("This day is too far away."), tr("Check the year."))
    return day


def _number(text: str, largest: int) -> int:
    if not _WHOLE.fullmatch(text) or int(text) > largest:
        raise UnreadableCellError(
            tr("This number cannot be right."), tr("Write a whole number from 0 to {largest}.", largest=largest)
        )
    return int(text)


def _text(text: str, longest: int) -> str | None:
    if _UNPRINTABLE.search(text):
        raise UnreadableCellError(
            tr("This text holds a character that cannot be printed."), tr("Take the character out.")
        )
    try:
        return read_text(text, longest)
    except UnreadableError:
        problem = tr("This text is {count} characters long.", count=len(text))
        raise UnreadableCellError(problem, tr("The most is {longest}; shorten it.", longest=longest)) from None


_READERS: Final[Mapping[Kind, Callable[[Field, str, date], Answer]]] = {
    Kind.DAY: lambda _field, text, today: _day(text, today),
    Kind.TIME: lambda _field, text, _today: _time(text),
    Kind.WHOLE_NUMBER: lambda field, text, _today: _number(text, field.largest),
    Kind.TEXT: lambda field, text, _today: _text(text, field.longest),
    Kind.LONG_TEXT: lambda field, text, _today: _text(text, field.longest),
}


def _code_to_use(text: str, codes: CodeList) -> str:
    by_label = {code.label.casefold(): code.code for code in codes.codes}
    known = [code.code for code in codes.codes]
    if code := by_label.get(text.casefold()):
        return tr("Its code is {code}.", code=code)
    if near := get_close_matches(text[:LONGEST_ID].casefold(), known, 1):
        return tr("Did you mean {code}?", code=near[0])
    named = ", ".join(known[:MOST_CODES_NAMED])
    if len(known) > MOST_CODES_NAMED:
        named = tr("{names} and so on", names=named)
    return tr(
        "Use a code of the list “{title}”: {known}.",
        title=tr(codes.title),
        known=named,
    )


def cell_text(answer: Answer) -> str:
    """An answer as it stands in the file, guarded where a spreadsheet would run it."""
    if answer is None:
        return ""
    if isinstance(answer, date):
        return answer.isoformat()
    if isinstance(answer, tuple):
        return BETWEEN_CODES.join(answer)
    return guarded(answer) if isinstance(answer, str) else str(answer)


def guarded(text: str) -> str:
    """The text behind an apostrophe where it, apostrophes aside, begins like a formula."""
    return f"'{text}" if _WANTS_GUARD.match(text) else text


def unguarded(text: str) -> str:
    """What ``guarded`` was given: one apostrophe off text that begins like a guarded formula."""
    return text[1:] if text.startswith("'") and _HAS_GUARD.match(text) else text
