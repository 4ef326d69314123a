"""One changed answer in words: the question, and from what to what where that may stand in a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from refugedesk.domain.fields import Field, Kind
from refugedesk.domain.words import tr
from refugedesk.services.wording import say_day

SAID: Final = frozenset({Kind.CHOICE, Kind.CHOICES, Kind.DAY, Kind.TIME, Kind.WHOLE_NUMBER, Kind.LINK})
"""The kinds of answers that are said. What was written in words of one's own is named and never told again here."""


def change_in_words(field: Field, change: Sequence[object] | None, called: Callable[[str, str], str]) -> str:
    """The question with its change; the question alone where the answer is restricted, free text, or gone.

    Args:
        change: from and to as the record of changes keeps them; None where they have been purged.
        called: form and key -> what a record is called.
    """
    if field.kind not in SAID or field.is_restricted or field.is_secret or change is None:
        return field.label
    before, after = (_say(field, value, called) for value in change)
    if not after:
        return tr("{label} taken out", label=field.label) if before else field.label
    return (
        tr("{label} from {before} to {after}", label=field.label, before=before, after=after)
        if before
        else f"{field.label}: {after}"
    )


def _say(field: Field, value: object, called: Callable[[str, str], str]) -> str:
    if value in (None, "", []):
        return ""
    if field.codes is not None:
        codes = value if isinstance(value, list) else [str(value)]
        return ", ".join(field.codes.label(code) if code in field.codes else code for code in codes)
    if field.kind is Kind.DAY:
        return say_day(date.fromisoformat(str(value)))
    if field.kind is Kind.LINK:
        return called(field.links_to, str(value)) or tr("one that is no longer here")
    return f"{value} {field.unit}".strip()
