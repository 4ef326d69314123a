"""Answers as canonical text, so that a digest of them is the same everywhere."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

from refugedesk.domain.fields import Answer, Answers, Kind, Record

Plain = str | int | list[str] | None


def to_plain(answer: Answer) -> Plain:
    """An answer as JSON holds it: days as ISO text, several codes as a list."""
    if isinstance(answer, date):
        return answer.isoformat()
    return list(answer) if isinstance(answer, tuple) else answer


def from_plain(kind: Kind, value: Plain) -> Answer:
    """The answer that ``to_plain`` made the value from."""
    if kind is Kind.CHOICES:
        return tuple(value) if isinstance(value, list) else ()
    if isinstance(value, list):
        raise TypeError(f"a {kind} is not a list")
    return date.fromisoformat(value) if kind is Kind.DAY and isinstance(value, str) else value


def canonical(values: Mapping[str, object]) -> str:
    """JSON with sorted keys and no blanks."""
    return json.dumps(values, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def state(record: Record, answers: Answers) -> str:
    """A record's answers as canonical text; blank fields left out, so that a new field changes no old digest."""
    plain = {field.name: to_plain(answers.get(field.name)) for field in record.fields}
    return canonical({name: value for name, value in plain.items() if value not in (None, [])})
