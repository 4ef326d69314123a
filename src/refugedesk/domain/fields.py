"""How a form is declared: fields in sections in records, as data that forms, tables and checks all read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Final

from refugedesk.domain.codelists import CodeList

if TYPE_CHECKING:
    from refugedesk.domain.rules import Rule

Answer = str | int | date | tuple[str, ...] | None
"""One stored answer: text, a code or an id; a number; a day; several codes; or None for not recorded."""
Answers = Mapping[str, Answer]
Condition = Callable[[Answers], bool]


class Kind(StrEnum):
    """What sort of answer a field takes, and so which editor draws it and which column holds it."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    DAY = "day"
    TIME = "time"
    WHOLE_NUMBER = "whole_number"
    CHOICE = "choice"
    CHOICES = "choices"
    LINK = "link"


def always(_answers: Answers) -> bool:
    """The condition of a field that is asked of everybody."""
    return True


@dataclass(frozen=True)
class When:
    """Asked only when another field has one of these values; ``None`` among them means when it is blank."""

    field: str
    values: frozenset[Answer]
    is_filled: bool = False

    def __call__(self, answers: Answers) -> bool:
        answer = answers.get(self.field)
        return answer is not None if self.is_filled else answer in self.values


def when(field: str, *values: Answer) -> When:
    """Asked when ``field`` has one of ``values``."""
    return When(field, frozenset(values))


def when_filled(field: str) -> When:
    """Asked when ``field`` has any answer."""
    return When(field, frozenset(), is_filled=True)


@dataclass(frozen=True)
class Field:
    """One question.

    is_required: without it there is no record at all, so blank is wrong and blocks saving.
    is_wanted: blank is missing: it saves, and counts as incomplete; with ``wanted_when``, only then.
    is_restricted: shown only to those allowed, and in no record-level copy unless asked for by name.
    is_for_case: restricted, and not needed by the house at its door: for the person's own key worker and managers.
    is_secret: where people hide. It never leaves the store: in no copy, search, print or title.
    is_hidden: a service does not ask it; answers that are there stay.
    has_rows: of several codes, each is a row of a table of its own and of a file of its own, for returns to count.
    is_ahead: of a day, that it lies ahead as a rule, such as a review: so it is read where no year is typed.
    longest: for text, the most characters; largest: for numbers.
    links_to: for LINK, the id of the record it names.
    suggests: for TEXT, the field names whose earlier answers are offered while typing.
    worked_out: the answer follows from the others and is never typed.
    other_of: the choice whose "other" this says in words.
    rows_of: typed in one line, stored as records of the form of that id, one for each part of the line; the field has
    no column and is in no copy, its records are. ``tidied`` reads such a line and writes it out again.
    """

    name: str
    label: str
    kind: Kind
    codes: CodeList | None = None
    links_to: str = ""
    shown: Condition = always
    help: str = ""
    unit: str = ""
    source: str = ""
    is_required: bool = False
    is_wanted: bool = False
    wanted_when: Condition = always
    is_restricted: bool = False
    is_for_case: bool = False
    is_secret: bool = False
    is_hidden: bool = False
    has_rows: bool = False
    is_ahead: bool = False
    longest: int = 200
    largest: int = 99
    suggests: tuple[str, ...] = ()
    worked_out: Callable[[Answers], Answer] | None = None
    other_of: str = ""
    rows_of: str = ""
    tidied: Callable[[str], str] | None = None
    first_used: date | None = None
    last_used: date | None = None

    def __post_init__(self) -> None:
        if (self.kind in (Kind.CHOICE, Kind.CHOICES)) != (self.codes is not None):
            raise ValueError(f"{self.name}: a choice has a list of codes, and nothing else has.")
        if (self.kind is Kind.LINK) != bool(self.links_to):
            raise ValueError(f"{self.name}: a link names its record, and nothing else does.")
        if self.is_for_case and not self.is_restricted:
            raise ValueError(f"{self.name}: what is for the case alone is restricted.")
        if self.has_rows and self.kind is not Kind.CHOICES:
            raise ValueError(f"{self.name}: only several codes can have rows of their own.")


@dataclass(frozen=True)
class Section:
    """Some fields that belong together under one heading; ``name`` is what a hand-written widget registers by.

    Behind every choice that has an "other" stands the line that says which.
    is_reordered: a service asks them in an order of its own, which a hand-written widget keeps to.
    """

    name: str
    title: str
    fields: tuple[Field, ...]
    help: str = ""
    is_reordered: bool = False

    def __post_init__(self) -> None:
        has = {field.name for field in self.fields}
        lines = ((field, *(line for line in other_lines(field) if line.name not in has)) for field in self.fields)
        object.__setattr__(self, "fields", tuple(field for pair in lines for field in pair))


LONGEST_OTHER: Final = 80


@dataclass(frozen=True)
class OtherChosen:
    """Asked when a choice is asked, and its answer is or holds "other"."""

    choice: Field

    def __call__(self, answers: Answers) -> bool:
        answer = answers.get(self.choice.name)
        is_other = OTHER in answer if isinstance(answer, tuple) else answer == OTHER
        return is_other and self.choice.shown(answers)


OTHER: Final = "other"
FEWEST_LISTED: Final = 5


def other_lines(choice: Field) -> tuple[Field, ...]:
    """The line in words behind a choice that has an "other"; nothing where the list is short and seen whole."""
    if choice.codes is None or OTHER not in choice.codes or len(choice.codes.answers) < FEWEST_LISTED:
        return ()
    line = Field(
        f"{choice.name}_other",
        f"{choice.label}: which other",
        Kind.TEXT,
        help="In a few words, without a name.",
        shown=OtherChosen(choice),
        longest=LONGEST_OTHER,
        is_restricted=choice.is_restricted,
        other_of=choice.name,
    )
    return (line,)


@dataclass(frozen=True)
class Record:
    """One form: what is recorded about one thing.

    id: singular, the name of its table; plural: the interchange file it goes into.
    searched: the fields whose words the search finds it by.
    line: the fields whose answers name one record among others of its kind, in a list or on a time line.
    dated_by: the field that says when it was; empty for what has no day of its own.
    """

    id: str
    title: str
    plural: str
    sections: tuple[Section, ...]
    rules: tuple[Rule, ...] = ()
    searched: tuple[str, ...] = ()
    line: tuple[str, ...] = ()
    dated_by: str = ""

    def __post_init__(self) -> None:
        names = [field.name for field in self.asked]
        if len(set(names)) != len(names):
            raise ValueError(f"The record {self.id} names a field twice.")

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """Every field that is stored with the record, in the order of the form."""
        return tuple(field for field in self.asked if not field.rows_of)

    @cached_property
    def asked(self) -> tuple[Field, ...]:
        """Every question of the form, those that become records of another form too."""
        return tuple(field for section in self.sections for field in section.fields)

    @cached_property
    def _by_name(self) -> Mapping[str, Field]:
        return {field.name: field for field in self.asked}

    def as_asked(self, section: Section) -> Section:
        """Some of the form's questions under a heading, as this form has them: with its words and in its order."""
        names = {each.name for each in section.fields}
        own = next((each for each in self.sections if {field.name for field in each.fields} == names), None)
        if own is not None:
            return replace(section, fields=own.fields, is_reordered=own.is_reordered)
        moved = [each for each in self.sections if each.is_reordered and names & {field.name for field in each.fields}]
        order = [each.name for each in section.fields]
        for each in moved:
            order = _in_order_of(order, [field.name for field in each.fields])
        by_name = {each.name: each for each in section.fields}
        fields = tuple(self._by_name.get(name, by_name[name]) for name in order)
        return replace(section, fields=fields, is_reordered=bool(moved))

    def field(self, name: str) -> Field:
        """The field of that name; KeyError where there is none."""
        try:
            return self._by_name[name]
        except KeyError:
            raise KeyError(f"{self.id} has no field {name}") from None


def _in_order_of(names: list[str], order: list[str]) -> list[str]:
    """The names, those of ``order`` in its order on the places that they have together; all others stay."""
    moved = iter([name for name in order if name in names])
    return [next(moved) if name in order else name for name in names]
