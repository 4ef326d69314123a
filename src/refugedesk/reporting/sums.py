"""Numbers as a reader can speak of them: a constant and some places, added up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from refugedesk.reporting.relations import Relation, Sense, Terms
from refugedesk.reporting.tables import Place


@dataclass(frozen=True)
class Sum:
    """``constant`` plus the sum of coefficient x count over ``terms``."""

    constant: int = 0
    terms: Terms = ()

    def __add__(self, other: Sum) -> Sum:
        terms: dict[Place, int] = {}
        for coefficient, place in (*self.terms, *other.terms):
            terms[place] = terms.get(place, 0) + coefficient
        left = tuple((coefficient, place) for place, coefficient in terms.items() if coefficient)
        return Sum(self.constant + other.constant, left)

    def __sub__(self, other: Sum) -> Sum:
        return self + other.times(-1)

    def times(self, number: int) -> Sum:
        """The sum taken so many times."""
        return Sum(number * self.constant, tuple((number * coefficient, place) for coefficient, place in self.terms))

    def value(self, counts: Mapping[Place, int]) -> int:
        """What it comes to with those counts."""
        return self.constant + sum(coefficient * counts[place] for coefficient, place in self.terms)

    def relation(self, name: str, sense: Sense = Sense.EQUAL) -> Relation:
        """That the sum is zero, or at most or at least that."""
        return Relation(name, self.terms, sense, -self.constant)


def one(place: Place) -> Sum:
    """The number at a place."""
    return Sum(0, ((1, place),))


def total(sums: list[Sum]) -> Sum:
    """All of them added up."""
    result = Sum()
    for each in sums:
        result += each
    return result
