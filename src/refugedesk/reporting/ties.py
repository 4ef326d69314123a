"""What a table says of its own numbers: whom they count, and by which question.

Two numbers of a return that count the same people by the same answer are the same number, wherever they stand. So a
table declares what its places count, and how the tables hang together follows (``knowledge.py``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from refugedesk.reporting.relations import Family, Lengths, Relation, Terms
from refugedesk.reporting.tables import Place

OTHER_DAYS = " @ "
"""Between a population's name and the days in which it is looked at, where these are not the return's period."""


@dataclass(frozen=True)
class Grouping:
    """How the answers to a question roll up into those of a coarser one.

    of: the finer question's name; group_of: its code -> the coarser question's code. codes: the finer question's
    codes, where two coarser ones are to be held together although no table prints the finer one.
    """

    of: str
    group_of: Callable[[str], str]
    codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Numbers:
    """A question that asks how many: the answer's code -> the least and the most it stands for.

    of: the population that is counted so: its size is the sum of what everybody answered.
    """

    of: str
    between: Mapping[str, tuple[int, int]]


@dataclass(frozen=True)
class Whole:
    """The sum of ``terms`` is how many the population has."""

    population: str
    terms: Terms


@dataclass(frozen=True)
class Breakdown:
    """How many of a population gave each answer to a question: code -> where that stands."""

    population: str
    question: str
    at: Mapping[str, Place]
    grouping: Grouping | None = None
    numbers: Numbers | None = None


@dataclass(frozen=True)
class Within:
    """Everyone of ``inner`` is one of ``outer``.

    same_answers: and answers every question alike in both. alike: or these questions only.
    """

    inner: str
    outer: str
    same_answers: bool = False
    alike: frozenset[str] = frozenset()

    def answers_alike(self, question: str) -> bool:
        """Whether the question is answered alike by the one in both."""
        return self.same_answers or question in self.alike


@dataclass(frozen=True)
class Ties:
    """Everything a table says of its numbers besides what follows from its layout."""

    wholes: tuple[Whole, ...] = ()
    breakdowns: tuple[Breakdown, ...] = ()
    within: tuple[Within, ...] = ()
    relations: tuple[Relation, ...] = ()
    families: tuple[Family, ...] = field(default=())
    lengths: Lengths | None = None
