"""Which numbers to withhold beside the small ones, so that a reader loses least.

For each small number and each value that it must still be able to have, some *other world* must remain possible.
A world is possible once every number in which it differs from the truth is withheld (and everything under each total
that it makes small). So each world *needs* a set of numbers withheld, and remains possible however many more are.
The search gathers cheap worlds, one integer program each, then chooses among all of them together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from refugedesk.reporting.programs import OutOfWorkError, Program
from refugedesk.reporting.tables import Place
from refugedesk.reporting.worlds import Situation, World, WorldProgram, islands, parts_of_small_totals, simplified

Needs = frozenset[Place]
NOTHING: Needs = frozenset()
ROUNDS = 4
"""How often the choice among all worlds is made again with those found since."""


class Goal(NamedTuple):
    """A number that must still be able to lie between ``low`` and ``high`` (None: no end)."""

    place: Place
    low: int
    high: int | None

    def is_met(self, world: World) -> bool:
        """Whether it does so in that world."""
        count = world.get(self.place, -1)
        return self.low <= count and (self.high is None or count <= self.high)

    def between(self, most: int) -> tuple[int, int]:
        """Both ends, of a number that is at most ``most``."""
        return self.low, most if self.high is None else self.high


class NoPatternError(Exception):
    """No set of withheld numbers keeps a small one safe."""

    def __init__(self, place: Place) -> None:
        super().__init__(str(place))
        self.place = place


def goals(places: Iterable[Place], truth: World, threshold: int, strict: bool) -> list[Goal]:
    """What a reader must still think possible of each of the small numbers: every other small value, or more."""
    wanted = [
        Goal(place, value, value) for place in sorted(places) for value in range(1, threshold) if value != truth[place]
    ]
    return [*wanted, *(Goal(place, threshold, None) for place in sorted(places) if strict)]


def cheapest_pattern(situation: Situation, wanted: Iterable[Goal]) -> Needs:
    """The numbers to withhold beside the hidden ones, so that every goal is met in some possible world.

    Raises:
        NoPatternError: there are none, or none was found with the work allowed.
    """
    by_place: dict[Place, list[Goal]] = defaultdict(list)
    for goal in wanted:
        by_place[goal.place].append(goal)
    pattern: set[Place] = set()
    for island in _search_islands(situation):
        here = [goal for place in island.places for goal in by_place.get(place, ())]
        if here:
            pattern |= island.pattern(here)
    return frozenset(pattern)


def _search_islands(situation: Situation) -> list[PatternSearch]:
    relations = simplified(situation.knowledge.relations, situation.known)
    tied = {place for relation in relations for _, place in relation.terms}
    tied |= {family.total for family in situation.knowledge.families} - situation.known.keys()
    places = tied | situation.hidden | situation.prices.keys()
    groups = islands(relations, situation.knowledge.families, places)
    return [PatternSearch(situation, group) for group in groups]


@dataclass
class PatternSearch:
    """The search among numbers that hang together."""

    situation: Situation
    places: list[Place]

    def __post_init__(self) -> None:
        among = {*self.places}
        relations = simplified(self.situation.knowledge.relations, self.situation.known)
        self._relations = [each for each in relations if each.terms and each.terms[0][1] in among]
        self._programs: WorldProgram | None = None
        self._found: dict[Goal, list[Needs]] = defaultdict(list)

    def pattern(self, wanted: list[Goal]) -> Needs:
        """The cheapest set found of numbers to withhold, so that every goal is met."""
        best = self._gather(wanted)
        for _ in range(ROUNDS):
            better = self._without_needless(self._chosen(wanted, best), wanted)
            if self._cost(better) >= self._cost(best):
                break
            best = better
        return best

    def _gather(self, wanted: list[Goal]) -> Needs:
        """Goal by goal the cheapest world beside what is withheld for the goals before it."""
        withheld: set[Place] = set()
        for goal in wanted:
            if not self._is_met(goal, withheld):
                withheld |= self._find(goal, withheld, wanted)
        return frozenset(withheld)

    def _is_met(self, goal: Goal, withheld: Iterable[Place]) -> bool:
        return any(needs.issubset(withheld) for needs in self._found[goal])

    def _find(self, goal: Goal, withheld: Iterable[Place], wanted: list[Goal]) -> Needs:
        """What the cheapest world that meets the goal needs; the world is remembered for every goal that it meets."""
        world = self._cheapest_world(goal, frozenset(withheld))
        if world is None:
            raise NoPatternError(goal.place)
        return self._remember(world, wanted)

    def _remember(self, world: World, wanted: list[Goal]) -> Needs:
        needs = self._needs(world)
        for each in wanted:
            if each.is_met(world) and needs not in self._found[each]:
                self._found[each].append(needs)
        return needs

    def _cheapest_world(self, goal: Goal, withheld: Needs) -> World | None:
        worlds = self._worlds()
        for place, switch in worlds.switch.items():
            worlds.program.price(switch, 0 if place in withheld else self.situation.prices[place])
        worlds.confine(goal.place, goal.low, goal.high)
        try:
            return worlds.solve()
        except OutOfWorkError:
            return None
        finally:
            worlds.confine(goal.place)

    def _worlds(self) -> WorldProgram:
        if self._programs is None:
            self._programs = WorldProgram(self.situation, self.places, self._relations)
        return self._programs

    def _needs(self, world: World) -> Needs:
        prices, truth = self.situation.prices, self.situation.truth
        changed = {place for place in prices if place in world and world[place] != truth[place]}
        needs = changed | (parts_of_small_totals(self.situation, world) & prices.keys())
        bases = (
            family.total
            for family in self.situation.knowledge.families
            if any(part in needs and self.situation.holds_everybody(part, family) for part in family.parts)
        )
        return frozenset(needs.union(bases))

    def _cost(self, withheld: Needs) -> int:
        return sum(self.situation.prices[place] for place in withheld)

    def _chosen(self, wanted: list[Goal], best: Needs) -> Needs:
        """Of all the worlds found, one for each goal, such that together they need the least."""
        program, prices = Program(), self.situation.prices
        every = sorted({needs for goal in wanted for needs in self._found[goal]}, key=sorted)
        hide = {place: program.column(0, 1, prices[place]) for place in sorted(set().union(*every))}
        use = {needs: program.column(0, 1) for needs in every}
        for needs, column in use.items():
            for place in sorted(needs):
                program.row([(1, hide[place]), (-1, column)], low=0)
        for goal in wanted:
            if NOTHING not in self._found[goal]:
                program.row([(1, use[needs]) for needs in self._found[goal]], low=1)
        try:
            values = program.solve()
        except OutOfWorkError:
            values = None
        return best if values is None else frozenset(place for place, column in hide.items() if values[column])

    def _without_needless(self, withheld: Needs, wanted: list[Goal]) -> Needs:
        """Show again, dearest first, whatever need not be withheld."""
        for place in sorted(withheld, key=lambda each: (-self.situation.prices[each], each)):
            fewer = withheld - {place} - self._everybody_of(place)
            if all(self._is_met(goal, fewer) or self._finds_free(goal, fewer, wanted) for goal in wanted):
                withheld = fewer
        return withheld

    def _everybody_of(self, base: Place) -> Needs:
        """The numbers that hold everybody of that base: they are shown where it is."""
        families = (family for family in self.situation.knowledge.families if family.total == base)
        return frozenset(
            part for family in families for part in family.parts if self.situation.holds_everybody(part, family)
        )

    def _finds_free(self, goal: Goal, withheld: Needs, wanted: list[Goal]) -> bool:
        """Whether some world meets the goal with nothing withheld beyond these; it is remembered."""
        program, prices = self._worlds().program, self._worlds().switch
        for place, switch in prices.items():
            program.confine(switch, 0, int(place in withheld))
        world = self._cheapest_world(goal, withheld)
        for switch in prices.values():
            program.confine(switch, 0, 1)
        if world is not None:
            self._remember(world, wanted)
        return world is not None
