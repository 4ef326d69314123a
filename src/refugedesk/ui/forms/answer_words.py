"""Answers as they read on a page: the words of codes, days as 4 Nov 2026, numbers with their unit."""

from __future__ import annotations

from refugedesk.domain.drafts import Draft
from refugedesk.domain.fields import Answer, Field
from refugedesk.domain.typed import show_answer
from refugedesk.domain.words import noted

NOT_RECORDED = noted("not recorded")


def answer_words(field: Field, draft: Draft) -> str:
    """A field's answer in words; empty where there is none. What could not be read stands as it was typed."""
    if field.name in draft.typed:
        return draft.typed[field.name]
    return in_words(field, draft.answers.get(field.name))


def in_words(field: Field, answer: Answer) -> str:
    """One answer in words."""
    if field.codes is not None and isinstance(answer, tuple):
        return "\n".join(field.codes.label(code) for code in answer)
    if field.codes is not None and isinstance(answer, str):
        return field.codes.label(answer)
    if isinstance(answer, int):
        return f"{answer} {field.unit}".strip()
    return show_answer(answer)
