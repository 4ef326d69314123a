"""Two records of one person made one: which answers differ, and which of them stands. Nothing is decided by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from refugedesk.domain.drafts import contradiction, in_list_order
from refugedesk.domain.fields import Answer, Answers, Field, Kind, Record

ROOMY: Final = 120
"""A text that may be as long as this can hold two answers; a shorter one is a name or a number."""


class Stands(StrEnum):
    """Which answer stands in the record that is kept."""

    KEPT = "kept"
    GONE = "gone"
    BOTH = "both"


@dataclass(frozen=True)
class Difference:
    """A question the two records answer differently; both: the two answers together, None where they cannot be."""

    field: Field
    kept: Answer
    gone: Answer
    both: Answer

    @property
    def usual(self) -> Stands:
        """What is offered first: both where nothing is lost by it, an answer before none, else the kept record's."""
        if self.both is not None:
            return Stands.BOTH
        is_better = _is_answer(self.field, self.gone) and not _is_answer(self.field, self.kept)
        return Stands.GONE if is_better else Stands.KEPT

    def standing(self, which: Stands) -> Answer:
        """The answer that stands; the kept record's where both were asked for and cannot be."""
        if which is Stands.BOTH and self.both is not None:
            return self.both
        return self.gone if which is Stands.GONE else self.kept


def differences(record: Record, kept: Answers, gone: Answers) -> tuple[Difference, ...]:
    """The questions both records answer, and not in the same way, in the order of the form."""
    return tuple(_differences(record, kept, gone))


def merged(record: Record, kept: Answers, gone: Answers, chosen: Mapping[str, Stands]) -> dict[str, Answer]:
    """The answers of the record that is kept: what only one of the two says stands, links are the kept record's.

    Args: chosen: field -> which answer stands, where they differ; what is not named there stands as is usual.
    """
    answers = {field.name: _first(field, kept, gone) for field in record.fields}
    for difference in differences(record, kept, gone):
        name = difference.field.name
        answers[name] = difference.standing(chosen.get(name, difference.usual))
    return answers


def _differences(record: Record, kept: Answers, gone: Answers) -> Iterator[Difference]:
    for field in record.fields:
        mine, other = kept.get(field.name), gone.get(field.name)
        if field.kind is not Kind.LINK and not _is_blank(mine) and not _is_blank(other) and mine != other:
            yield Difference(field, mine, other, _both(field, mine, other))


def _first(field: Field, kept: Answers, gone: Answers) -> Answer:
    mine = kept.get(field.name)
    return gone.get(field.name) if _is_blank(mine) and field.kind is not Kind.LINK else mine


def _both(field: Field, mine: Answer, other: Answer) -> Answer:
    """The two together: several codes, or texts one after the other as long as there is room for them."""
    if isinstance(mine, tuple) and isinstance(other, tuple):
        every = in_list_order(field, {*mine, *other})
        return every if contradiction(field, every) is None else None
    is_text = field.kind is Kind.LONG_TEXT or (field.kind is Kind.TEXT and field.longest >= ROOMY)
    if not is_text:
        return None
    between = "\n\n" if field.kind is Kind.LONG_TEXT else "; "
    text = f"{mine}{between}{other}"
    return text if len(text) <= field.longest else None


def _is_blank(answer: Answer) -> bool:
    return answer in (None, "", ())


def _is_answer(field: Field, answer: Answer) -> bool:
    """Whether it says something: not known, prefer not to say and not asked do not."""
    if field.codes is None or not isinstance(answer, str):
        return True
    return answer not in field.codes or field.codes[answer].is_answer
