"""The children of a call, typed in one line as they are told: "8 f, 5 m, 2 f". Read, and written out again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from refugedesk.domain.typed import UnreadableError
from refugedesk.domain.words import noted, tr

OLDEST: Final = 25
SEXES: Final = {
    "female": ("f", "female", "girl", "daughter", "g"),
    "male": ("m", "male", "boy", "son", "b"),
    "intersex": ("intersex", "i"),
    "not_known": ("not known", "nk"),
    "prefer_not_to_say": ("not said", "ns"),
    "not_asked": ("not asked", "na"),
}
"""A code of the list of sexes -> the words it may be typed with, the first one being how it is written out."""
BY_WORD: Final = {word: code for code, words in SEXES.items() for word in words}
SEX: Final = "|".join(sorted(map(re.escape, BY_WORD), key=len, reverse=True))
UNDER_ONE: Final = r"months?|mths?|mo|weeks?|wks?|days?"
AGE: Final = rf"baby|newborn|(?P<number>\d{{1,2}})\s*(?:(?P<under>{UNDER_ONE})|(?:years?|yrs?|yo|y)(?:\s*old)?)?|\?"
STAYS: Final = r"(?:\s*(?P<stays>stays|not coming)\b)?"
CHILD: Final = re.compile(rf"(?P<age>{AGE})(?:\s*(?P<sex>{SEX})(?![a-z]))?{STAYS}(?![a-z0-9])")
SEX_FIRST: Final = re.compile(rf"(?P<sex>{SEX})(?:\s+of\b)?\s*(?P<age>{AGE}){STAYS}(?![a-z0-9])")
SEX_ALONE: Final = re.compile(rf"(?P<sex>{SEX})(?![a-z]){STAYS}(?![a-z0-9])")
BETWEEN: Final = re.compile(r"(?:[\s,;/+&.]|and\b)+")


@dataclass(frozen=True)
class ChildTold:
    """What a caller said of one child: whole years, a code of the list of sexes, whether the child would come."""

    age: int | None
    sex: str | None = None
    comes_along: bool = True


def read_children(text: str) -> tuple[ChildTold, ...]:
    """The children in the order in which they were typed.

    Raises:
        UnreadableError: some of it cannot be read; it says which part, and what would be right.
    """
    typed, at, found = text.strip().casefold(), 0, []
    while at < len(typed):
        if gap := BETWEEN.match(typed, at):
            at = gap.end()
            continue
        match = next(filter(None, (pattern.match(typed, at) for pattern in (SEX_FIRST, CHILD, SEX_ALONE))), None)
        if match is None:
            raise _unread(BETWEEN.split(text.strip()[at:])[0])
        found.append(_child(match))
        at = match.end()
    return tuple(found)


def _child(match: re.Match[str]) -> ChildTold:
    parts = match.groupdict()
    age = _age(parts)
    if age is not None and age > OLDEST:
        raise UnreadableError(
            tr(
                "A child of {age}? Type ages from 0 to {oldest}; who is older is one of the adults.",
                age=age,
                oldest=OLDEST,
            )
        )
    sex = BY_WORD[parts["sex"]] if parts["sex"] else None
    return ChildTold(age, sex, parts["stays"] is None)


def _age(parts: Mapping[str, str | None]) -> int | None:
    """Whole years; 0 for a baby; None where only the sex was told."""
    if parts.get("age") in (None, "?"):
        return None
    number = parts["number"]
    return 0 if number is None or parts["under"] else int(number)


def _unread(part: str) -> UnreadableError:
    return UnreadableError(
        tr("“{part}” is not a child's age. Type each child like 8 f or 5 m, with commas between.", part=part)
    )


def say_children(children: Sequence[ChildTold]) -> str:
    """The children as they would be typed: 8 f, 5 m, 2 f stays."""
    return ", ".join(_said(child) for child in children)


def _said(child: ChildTold) -> str:
    sex = SEXES[child.sex][0] if child.sex else ""
    age = "?" if child.age is None else str(child.age)
    return " ".join(filter(None, (age, sex, "" if child.comes_along else "stays")))


def tidy_children(text: str) -> str:
    """The line as it is kept: one way of writing for every way of typing."""
    return say_children(read_children(text))


def children_in(answer: object) -> tuple[ChildTold, ...]:
    """The children of a line that has been read already; none where it is blank."""
    return read_children(answer) if isinstance(answer, str) else ()


WHO: Final = {
    "female": (noted("girl under 1"), noted("girl of {age}"), noted("girl of unknown age")),
    "male": (noted("boy under 1"), noted("boy of {age}"), noted("boy of unknown age")),
    "": (noted("child under 1"), noted("child of {age}"), noted("child of unknown age")),
}
"""What a child is called by sex: under 1, of an age, and of none that was told."""


def in_words(children: Sequence[ChildTold]) -> Iterator[str]:
    """What was understood of each: "girl of 8", "boy under 1"."""
    for child in children:
        under_one, aged, ageless = WHO.get(child.sex or "", WHO[""])
        words = tr({None: ageless, 0: under_one}.get(child.age, aged), age=child.age)
        yield words if child.comes_along else tr("{child} who would not come along", child=words)
