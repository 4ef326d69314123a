"""What stays of a file when only its figures do: the fields that returns count, and what holds them together."""

from __future__ import annotations

from collections.abc import Mapping

from refugedesk.domain.fields import Answer, Answers, Field, Kind, Record
from refugedesk.storage.extracts import COUNTED


def keeps_figures(record: Record) -> bool:
    """Whether returns count anything of the form; records of every other form go whole."""
    return record.id in COUNTED


def is_kept(record: Record, field: Field) -> bool:
    """Whether an answer stays: it is counted, names another record, or there is no record without it."""
    counted = field.name in COUNTED.get(record.id, frozenset()) or field.has_rows
    return counted or field.kind is Kind.LINK or field.is_required


def figures_of(record: Record, answers: Answers) -> Mapping[str, Answer]:
    """The answers without all that no return counts."""
    return {field.name: answers.get(field.name) for field in record.fields if is_kept(record, field)}
