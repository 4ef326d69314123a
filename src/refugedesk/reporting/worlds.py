"""The worlds that a reader of a return must think possible, as whole-number programs.

A *world* gives every number of a return a value. It is possible where it agrees with what is shown, fits every
relation, and would itself have led, by the rule, to the same numbers being shown and withheld:

- a withheld number is at least 1, for zeros are shown; but where a total above it is small, it may be zero;
- a total is small only where everything under it is withheld, for the rule withholds all of that;
- a withheld number does not hold everybody of a shown base, for such a number is shown;
- but a table that is withheld whole, zeros too, may have been given up for the sake of others: its numbers may be
  anything that the relations leave them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from refugedesk.reporting.programs import INFINITE, OutOfWorkError, Program
from refugedesk.reporting.relations import Family, Knowledge, Relation, Sense
from refugedesk.reporting.tables import Place

World = Mapping[Place, int]


@dataclass(frozen=True)
class Situation:
    """What is fixed and what may vary.

    known: shown numbers, which do not vary.
    hidden: withheld numbers.
    prices: numbers shown so far that might be withheld as well, with what that costs, and
    truth: their values, and those of the hidden ones, where the one who asks knows them.
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

    def is_small(self, count: int) -> bool:
        """Whether the rule withholds that count."""
        return 0 < count < self.threshold

    def totals(self) -> Mapping[Place, tuple[Place, ...]]:
        """Each total that varies, with everything under it."""
        under: dict[Place, dict[Place, None]] = defaultdict(dict)
        for family in self.knowledge.families:
            if family.total not in self.known:
                under[family.total] |= dict.fromkeys(family.parts)
        return {total: tuple(parts) for total, parts in under.items()}

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
        known = {**self.known, **{place: self.truth[place] for place in kept}}
        prices = {place: price for place, price in self.prices.items() if place not in kept}
        return replace(self, known=settled(self.knowledge.relations, known), prices=prices)


def parts_of_small_totals(situation: Situation, world: World) -> frozenset[Place]:
    """Everything that the rule would withhold in that world because a total above it is small."""
    totals = situation.totals().items()
    small = (parts for total, parts in totals if total in world and situation.is_small(world[total]))
    return frozenset(chain.from_iterable(small))


class WorldProgram:
    """The worlds of one situation, or of those of its numbers that hang together."""

    def __init__(self, situation: Situation, places: Iterable[Place], relations: Iterable[Relation]) -> None:
        self.program = Program()
        self.situation = situation
        self._relations = tuple(relations)
        self._most = _more_than_anybody_has(situation, self._relations)
        self.column: dict[Place, int] = {}
        self.switch: dict[Place, int] = {}
        self._small: dict[Place, int] = {}
        self._add_numbers(places)
        self._add_relations()
        self._add_totals()
        self._add_zeros()
        self._add_everybody()

    def solve(self) -> dict[Place, int] | None:
        """A cheapest possible world, or None where there is none.

        Raises:
            OutOfWorkError: the search was given up, or its numbers do not fit when they are added up exactly.
        """
        values = self.program.solve()
        if values is None:
            return None
        world = {place: values[column] for place, column in self.column.items()}
        if not all(relation.holds(world) for relation in self._relations):
            raise OutOfWorkError("not exact")
        return world

    def confine(self, place: Place, low: float | None = None, high: float | None = None) -> None:
        """From now on that number lies within these, or without an argument within what it was made with."""
        bottom, top = self.program.bounds(self.column[place])
        self.program.confine(self.column[place], bottom if low is None else low, top if high is None else high)

    def choose(self, one: Place, other: Place, pairs: Sequence[tuple[int, int, int]], settled: int | None) -> None:
        """One number takes just one of the given values, with the other between the two that go with it.

        settled: the other number, where it is known.
        """
        picks = [self.program.column(0, 1) for _ in pairs]
        self.program.row([(1, pick) for pick in picks], 1, 1)
        values = [(-value, pick) for (value, _, _), pick in zip(pairs, picks, strict=True)]
        self.program.row([(1, self.column[one]), *values], 0, 0)
        lows = [(-low, pick) for (_, low, _), pick in zip(pairs, picks, strict=True)]
        highs = [(-high, pick) for (_, _, high), pick in zip(pairs, picks, strict=True)]
        number = [] if settled is not None else [(1, self.column[other])]
        self.program.row([*number, *lows], low=-(settled or 0))
        self.program.row([*number, *highs], high=-(settled or 0))

    def _add_numbers(self, places: Iterable[Place]) -> None:
        situation = self.situation
        for place in places:
            truth = situation.truth.get(place)
            low, high = 0, self._most
            if truth is not None:
                low, high = max(0, truth - situation.reach), truth + situation.reach
            self.column[place] = self.program.column(low, high)
            if truth is not None and place in situation.prices:
                self._add_switch(place, truth)

    def _add_switch(self, place: Place, truth: int) -> None:
        """The number differs from the truth only where it is withheld, at its price."""
        column, reach = self.column[place], self.situation.reach
        switch = self.switch[place] = self.program.column(0, 1, self.situation.prices[place])
        self.program.row([(1, column), (-reach, switch)], high=truth)
        self.program.row([(1, column), (reach, switch)], low=truth)

    def _add_relations(self) -> None:
        for relation in self._relations:
            terms = [(times, self.column[place]) for times, place in relation.terms]
            low = -INFINITE if relation.sense is Sense.AT_MOST else relation.constant
            high = INFINITE if relation.sense is Sense.AT_LEAST else relation.constant
            self.program.row(terms, low, high)

    def _add_totals(self) -> None:
        """A total is zero, small with everything under it withheld, or at least the threshold."""
        self._above: dict[Place, list[Place]] = defaultdict(list)
        totals = {total: parts for total, parts in self.situation.totals().items() if total in self.column}
        for total, parts in totals.items():
            for part in parts:
                self._above[part].append(total)
        for total, parts in totals.items():
            self._add_total(total, parts)

    def _add_total(self, total: Place, parts: tuple[Place, ...]) -> None:
        program, column, threshold = self.program, self.column[total], self.situation.threshold
        if total.table in self.situation.blank:
            self._small[total] = program.column(1, 1)
            return
        may_be_small = all(part in self.column for part in parts)
        may_be_zero = not total.table or bool(self._above[total]) or total in self.situation.uncounted
        if not may_be_small and not may_be_zero:
            program.row([(1, column)], low=threshold)
            return
        small, large = program.column(0, int(may_be_small)), program.column(0, 1)
        self._small[total] = small
        program.row([(1, small), (1, large)], low=0 if may_be_zero else 1, high=1)
        program.row([(1, column), (-1, small), (-threshold, large)], low=0)
        program.row([(1, column), (1 - threshold, small), (-self._most, large)], high=0)
        for part in parts:
            if part in self.switch:
                program.row([(1, small), (-1, self.switch[part])], high=0)

    def _add_zeros(self) -> None:
        """A withheld number is at least 1, unless a total above it is small."""
        for place, column in self.column.items():
            counted = place in self.situation.hidden or place in self.switch
            if not counted or place in self.situation.uncounted or place.table in self.situation.blank:
                continue
            small = [(1, self._small[total]) for total in self._above[place] if total in self._small]
            self.program.row([(1, column), *small], low=1)

    def _add_everybody(self) -> None:
        """A withheld number is less than a shown base above it."""
        for family in self.situation.knowledge.families:
            if family.is_base and family.total not in self.situation.hidden:
                self._add_base(family)

    def _add_base(self, family: Family) -> None:
        known = self.situation.known.get(family.total, 0)
        for part in family.parts:
            if part not in self.column or part.table in self.situation.blank:
                continue
            if known >= self.situation.threshold:
                self.program.row([(1, self.column[part])], high=known - 1)
            elif self.situation.holds_everybody(part, family):
                self.program.row([(1, self.switch[part]), (-1, self.switch[family.total])], high=0)
            elif family.total in self.switch:
                self.program.row([(1, self.column[part]), (-1, self.column[family.total])], high=-1)


def _more_than_anybody_has(situation: Situation, relations: Iterable[Relation]) -> int:
    """A number above every count that the relations leave room for, so that the programs have an end."""
    sizes = [abs(each.constant) // max(abs(times) for times, _ in each.terms) for each in relations if each.terms]
    return 100 + 2 * max([*sizes, *situation.truth.values()], default=0)


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
