"""A record in one line of words, from the answers its form says name it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from refugedesk.domain.fields import Answer, Answers, Field, Kind, Record
from refugedesk.domain.typed import show_answer
from refugedesk.domain.words import tr

MOST_LETTERS = 120
BETWEEN = " · "


def words_of(field: Field, answer: Answer) -> str:
    """One answer in words: the words of codes, days as 4 Nov 2026, a number with its unit, the first line of a text."""
    if answer in (None, "", ()) or field.kind is Kind.LINK:
        return ""
    if field.codes is not None:
        codes = answer if isinstance(answer, tuple) else (str(answer),)
        return ", ".join(field.codes.label(code) for code in codes)
    if isinstance(answer, int):
        return f"{answer} {field.unit}".strip() if field.unit else f"{field.label.lower()} {answer}"
    first_line = show_answer(answer).strip().splitlines()[0]
    return first_line if len(first_line) <= MOST_LETTERS else f"{first_line[: MOST_LETTERS - 1]}…"


def line_of(record: Record, answers: Answers, names: Mapping[str, str] | None = None) -> str:
    """The record in one line; its title where nothing that names it is answered.

    Args: names: key -> what a record is called that this one names; a link to any other is left out.
    """
    return BETWEEN.join(_parts(record, answers, names or {})) or tr(record.title)


def _parts(record: Record, answers: Answers, names: Mapping[str, str]) -> Iterator[str]:
    for name in record.line:
        field, answer = record.field(name), answers.get(name)
        words = names.get(str(answer), "") if field.kind is Kind.LINK else words_of(field, answer)
        if words:
            yield words
