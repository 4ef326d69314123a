"""What is fixed of a return and what may vary, for a reader or for the search for what to withhold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain

from refugedesk.reporting.relations import Family, Knowledge, Relation, Sense
from refugedesk.reporting.tables import Place

World = Mapping[Place, int]


def whole(table: str) -> Place:
    """The choice to withhold a table whole, zeros too, which stands among the numbers: 1 where that is done."""
    return Place(table, "*", "*")


@dataclass(frozen=True)
class Situation:
    """What is fixed and what may vary.

    known: shown numbers, which do not vary.
    hidden: withheld numbers.
    prices: numbers shown so far that might be withheld as well, with what that costs, and
    truth: their values, and those of the hidden ones, where the one who asks knows them.
    between: shown numbers that are rounded, with the least and the most that each may stand for.
    zeros: numbers that are withheld only with their whole table; what that costs stands under ``whole``.
    reach: how far from the truth a number may lie, where the truth is known.
    uncounted: numbers that do not follow the rule for counts (nights), among the hidden.
    blank: tables withheld whole, zeros too, of which a reader cannot tell why: nothing is known of their numbers.
    """

    knowledge: Knowledge
    threshold: int
    known: World
    hidden: frozenset[Place]
    reach: int = 0
    prices: Mapping[Place, int] = field(default_factory=dict)
    truth: World = field(default_factory=dict)
    uncounted: frozenset[Place] = frozenset()
    blank: frozenset[str] = frozenset()
    zeros: frozenset[Place] = frozenset()
    between: Mapping[Place, tuple[int, int]] = field(default_factory=dict)

    def is_as_shown(self, place: Place, count: int) -> bool:
        """Whether the number would be printed as it is."""
        truth = self.truth.get(place, 0)
        low, high = self.between.get(place, (truth, truth))
        return low <= count <= high

    def is_small(self, count: int) -> bool:
        """Whether the rule withholds that count."""
        return 0 < count < self.threshold

    @cached_property
    def totals(self) -> Mapping[Place, tuple[Place, ...]]:
        """Each total that varies, with everything under it."""
        under: dict[Place, dict[Place, None]] = defaultdict(dict)
        for family in self.knowledge.families:
            if family.total not in self.known:
                under[family.total] |= dict.fromkeys(family.parts)
        return {total: tuple(parts) for total, parts in under.items()}

    @cached_property
    def everybody_of(self) -> Mapping[Place, frozenset[Place]]:
        """Each base that may be withheld, with the numbers that hold everybody of it and may be withheld with it."""
        found: dict[Place, frozenset[Place]] = {}
        for family in self.knowledge.families:
            parts = frozenset(part for part in family.parts if self.holds_everybody(part, family))
            if parts:
                found[family.total] = found.get(family.total, frozenset()) | parts
        return found

    @cached_property
    def in_whole_tables(self) -> Mapping[str, frozenset[Place]]:
        """Each table that may be withheld whole, with those of its numbers that are shown so far."""
        tables = {place.table for place in self.prices if place == whole(place.table)}
        return {
            table: frozenset(place for place in self.prices if place.table == table and place != whole(table))
            for table in tables
        }

    def holds_everybody(self, part: Place, family: Family) -> bool:
        """Whether the two may be withheld, but the part only if its base is as well."""
        return (
            family.is_base
            and {part, family.total} <= self.prices.keys()
            and self.truth[part] == self.truth[family.total]
        )

    def keeping(self, kept: frozenset[Place]) -> Situation:
        """The situation with those numbers shown for certain, and so those that hold everybody of them too."""
        families = [family for family in self.knowledge.families if family.is_base and family.total in kept]
        kept |= {part for family in families for part in family.parts if self.holds_everybody(part, family)}
        known = {**self.known, **{place: self.truth[place] for place in kept - self.between.keys()}}
        prices = {place: price for place, price in self.prices.items() if place not in kept}
        return replace(self, known=settled(self.knowledge.relations, known), prices=prices)


def parts_of_small_totals(situation: Situation, world: World) -> frozenset[Place]:
    """Everything that the rule would withhold in that world because a total above it is small."""
    totals = situation.totals.items()
    small = (parts for total, parts in totals if total in world and situation.is_small(world[total]))
    return frozenset(chain.from_iterable(small))


def settled(relations: Iterable[Relation], known: World) -> dict[Place, int]:
    """What is known, with the quantities printed nowhere that it settles."""
    known, waiting = dict(known), [each for each in relations if each.sense is Sense.EQUAL]
    while True:
        left = simplified(waiting, known)
        found = {
            each.terms[0][1]: each.constant // each.terms[0][0]
            for each in left
            if len(each.terms) == 1 and not each.terms[0][1].table and each.constant % each.terms[0][0] == 0
        }
        if not found:
            return known
        known |= found


def simplified(relations: Iterable[Relation], known: World) -> list[Relation]:
    """The relations with what is known put in: only what varies is left. One that is left with nothing must hold."""
    left: list[Relation] = []
    for relation in relations:
        terms = tuple((times, place) for times, place in relation.terms if place not in known)
        settled = sum(times * known[place] for times, place in relation.terms if place in known)
        left.append(Relation(relation.name, terms, relation.sense, relation.constant - settled))
    return left


def islands(relations: Iterable[Relation], families: Iterable[Family], places: Iterable[Place]) -> list[list[Place]]:
    """The places in groups such that nothing ties one group to another, each in a steady order."""
    leader: dict[Place, Place] = {place: place for place in places}

    def find(place: Place) -> Place:
        while leader[place] != place:
            leader[place] = leader[leader[place]]
            place = leader[place]
        return place

    ties = [[place for _, place in relation.terms] for relation in relations]
    ties += [[family.total, *family.parts] for family in families]
    for tie in ties:
        present = [find(place) for place in tie if place in leader]
        for place in present[1:]:
            leader[find(place)] = find(present[0])
    groups: dict[Place, list[Place]] = defaultdict(list)
    for place in sorted(leader):
        groups[find(place)].append(place)
    return list(groups.values())
