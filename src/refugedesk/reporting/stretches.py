"""Stretches of days whose numbers a reader can speak of: the new return's, an earlier one's, days printed by none.

A figure of an earlier return may have been corrected since. What was printed then and what the records say now are
two numbers; the reader is taken to know which figures were corrected and in which direction, but not by how much.
So every relation between periods is stated of the numbers as the records have them *now*, where it is true, and the
correction is a number of its own, protected like a count: from 1 to 4 each value must remain possible.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from refugedesk.domain.spans import ONE_DAY, Period
from refugedesk.reporting.relations import Knowledge, Relation
from refugedesk.reporting.sums import Sum, one, total
from refugedesk.reporting.tables import Place, Shape


@dataclass(frozen=True)
class Stretch:
    """The numbers of one period as one definition counts them.

    key: names its places apart from the others'; empty for the new return, whose places keep their names.
    now: every count by today's records. then: the same when it was released. shown: those printed as they are.
    knowledge: what a reader knows of how the numbers hang together.
    is_unseen: no return has printed these days alone.
    """

    key: str
    period: Period
    shapes: tuple[Shape, ...]
    knowledge: Knowledge
    now: Mapping[Place, int]
    then: Mapping[Place, int]
    shown: Mapping[Place, int]
    is_unseen: bool = False

    @cached_property
    def tables(self) -> Mapping[str, Shape]:
        """The shapes by their ids, nights left out: they are protected apart."""
        return {shape.id: shape for shape in self.shapes if shape.counts != "nights"}

    @cached_property
    def places(self) -> frozenset[Place]:
        """Every count but nights."""
        return frozenset(place for shape in self.tables.values() for place in shape.places())

    def named(self, place: Place) -> Place:
        """The place's name among all stretches."""
        if not self.key:
            return place
        if not place.table:
            return place._replace(row=f"{place.row} in {self.key}")
        return place._replace(table=f"{place.table} in {self.key}")

    def then_sum(self, place: Place) -> Sum:
        """The number as it was printed, or withheld."""
        return Sum(self.shown[place]) if place in self.shown else one(self.named(place))

    def now_sum(self, place: Place) -> Sum:
        """The number by today's records: the printed one and its correction."""
        correction = self.corrections.get(place, 0)
        if not correction:
            return self.then_sum(place)
        return self.then_sum(place) + one(self.correction_of(place)).times(1 if correction > 0 else -1)

    @cached_property
    def corrections(self) -> Mapping[Place, int]:
        """By how much each figure has changed since it was printed; those that have not are left out."""
        changed = ((place, self.now[place] - self.then[place]) for place in sorted(self.places))
        return {place: change for place, change in changed if change}

    def correction_of(self, place: Place) -> Place:
        """Where the size of a figure's correction stands, a number that is printed nowhere."""
        return Place("", " ".join(("corrected", *place)), self.key)

    def truth(self) -> Iterator[tuple[Place, int]]:
        """Every number of the stretch that is not shown, corrections too."""
        for place in sorted(self.places - self.shown.keys()):
            yield self.named(place), self.then[place]
        for place, change in self.corrections.items():
            yield self.correction_of(place), abs(change)

    def relations(self) -> Iterator[Relation]:
        """How its numbers hang together, as printed and, where some were corrected, as they are now."""
        for relation in self.knowledge.relations:
            if not self.concerns_nights(relation):
                yield self._about(relation, is_now=False)
                if any(place in self.corrections for _, place in relation.terms):
                    yield self._about(relation, is_now=True)

    def concerns_nights(self, relation: Relation) -> bool:
        """Whether a relation is about nights, which are protected apart."""
        return any(place.table and place.table not in self.tables for _, place in relation.terms)

    def _about(self, relation: Relation, is_now: bool) -> Relation:
        sums = [self._sum_of(place, is_now).times(times) for times, place in relation.terms]
        whole = total(sums) + Sum(-relation.constant)
        return whole.relation(f"{relation.name} ({self.key or 'new'}{', now' if is_now else ''})", relation.sense)

    def _sum_of(self, place: Place, is_now: bool) -> Sum:
        if place not in self.places:  # a quantity that is printed nowhere
            name = self.named(place)
            return one(name._replace(row=f"{name.row}, now") if is_now and self.key else name)
        return self.now_sum(place) if is_now else self.then_sum(place)


def elementary(periods: Sequence[Period]) -> list[Period]:
    """The days of all periods in the fewest stretches such that each period is made up of whole ones."""
    starts = sorted({each.first for each in periods} | {each.last + ONE_DAY for each in periods})
    between = [Period(first, after - ONE_DAY) for first, after in pairwise(starts)]
    return [each for each in between if any(each.first in period for period in periods)]
