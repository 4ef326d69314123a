"""Which numbers to withhold beside the small ones, so that a reader loses least.

For each small number and each value that it must still be able to have, some *other world* must remain possible.
A world is possible once every number in which it differs from the truth is withheld (and everything under each total
that it makes small). So each world *needs* a set of numbers withheld, and remains possible however many more are.
The search gathers cheap worlds, one integer program each, then chooses among all of them together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NamedTuple

from refugedesk.reporting.programs import Program
from refugedesk.reporting.situations import Situation, World, islands, parts_of_small_totals, simplified, whole
from refugedesk.reporting.solvers import OutOfWorkError
from refugedesk.reporting.tables import Place, Policy
from refugedesk.reporting.worlds import WorldProgram

Needs = frozenset[Place]
NOTHING: Needs = frozenset()
BRANCHES = 50
"""Branches that one choice among all worlds may take; the best found by then is taken."""
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


def goals(places: Iterable[Place], truth: World, policy: Policy) -> list[Goal]:
    """What a reader must still think possible of each of the small numbers: every other small value, or more."""
    places = sorted(places)
    wanted = [Goal(place, value, value) for place in places for value in policy.alike if value != truth[place]]
    return [*wanted, *(Goal(place, policy.threshold, None) for place in places if policy.strict)]


def cheapest_pattern(situation: Situation, wanted: Iterable[Goal], rounds: int = ROUNDS) -> Needs:
    """The numbers to withhold beside the hidden ones, so that every goal is met in some possible world.

    Args: rounds: how often the choice among all worlds is made again with others found since.

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
            pattern |= island.pattern(here, rounds)
    return frozenset(pattern)


def _search_islands(situation: Situation) -> list[PatternSearch]:
    relations = simplified(situation.knowledge.relations, situation.known)
    tied = {place for relation in relations for _, place in relation.terms}
    tied |= {family.total for family in situation.knowledge.families} - situation.known.keys()
    places = tied | situation.hidden | situation.prices.keys() | situation.between.keys()
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
        self._asked = self.situation.prices
        self._found: dict[Goal, list[Needs]] = defaultdict(list)

    def pattern(self, wanted: list[Goal], rounds: int) -> Needs:
        """The cheapest set found of numbers to withhold, so that every goal is met."""
        best = min((self._gather(order) for order in (wanted, wanted[::-1])), key=self._cost)
        with self._at_one_price():
            best = min((best, *(self._gather(order) for order in (wanted, wanted[::-1]))), key=self._cost)
        for _ in range(rounds):
            self._look_elsewhere(self._chosen(wanted, best), wanted)
            better = self._chosen(wanted, best)
            if self._cost(better) >= self._cost(best):
                break
            best = better
        return self._without_needless(best, wanted)

    def _gather(self, wanted: list[Goal]) -> Needs:
        """Goal by goal the cheapest world beside what is withheld for the goals before it."""
        withheld: set[Place] = set()
        for goal in wanted:
            if not self._is_met(goal, withheld):
                withheld |= self._find(goal, withheld, wanted)
        return frozenset(withheld)

    def _look_elsewhere(self, withheld: Needs, wanted: list[Goal]) -> None:
        """For each withheld number the worlds that do without it, beside what else is withheld."""
        for place in sorted(withheld):
            with self._showing({place}):
                others = set(withheld - {place})
                for goal in wanted:
                    if not self._is_met(goal, others):
                        world = self._cheapest_world(goal, frozenset(others), is_easy=True)
                        if world is None:
                            break
                        others |= self._remember(world, wanted)

    @contextmanager
    def _at_one_price(self) -> Iterator[None]:
        """Searches meanwhile take every number for as dear as any: they find other worlds, with few numbers."""
        prices = self.situation.prices
        self._asked = {place: prices[place] if place == whole(place.table) else 1 for place in prices}
        try:
            yield
        finally:
            self._asked = self.situation.prices

    @contextmanager
    def _showing(self, places: Iterable[Place]) -> Iterator[None]:
        """Searches meanwhile withhold none of those."""
        worlds = self._worlds()
        columns = [worlds.switch[place] for place in sorted(places)]
        for column in columns:
            worlds.program.confine(column, 0, 0)
        try:
            yield
        finally:
            for column in columns:
                worlds.program.confine(column, 0, 1)

    def _is_met(self, goal: Goal, withheld: Iterable[Place]) -> bool:
        return any(needs.issubset(withheld) for needs in self._found[goal])

    def _find(self, goal: Goal, withheld: Iterable[Place], wanted: list[Goal]) -> Needs:
        """What the cheapest world that meets the goal needs; the world is remembered for every goal that it meets."""
        world = self._cheapest_world(goal, frozenset(withheld))
        if world is None:
            raise NoPatternError(goal.place)
        needs = self._remember(world, wanted)
        for other in self._worlds().kin():
            self._remember(other, wanted)
        return needs

    def _remember(self, world: World, wanted: list[Goal]) -> Needs:
        needs = self._needs(world)
        for each in wanted:
            if each.is_met(world) and not any(known <= needs for known in self._found[each]):
                self._found[each] = [*(known for known in self._found[each] if not needs <= known), needs]
        return needs

    def _cheapest_world(self, goal: Goal, withheld: Needs, is_easy: bool = False) -> World | None:
        """A cheap world that meets the goal. is_easy: only one that is found at once."""
        worlds = self._worlds()
        for place, switch in worlds.switch.items():
            worlds.program.price(switch, 0 if place in withheld else self._asked[place])
        worlds.guess(self.situation.truth)
        worlds.confine(goal.place, goal.low, goal.high)
        try:
            return worlds.nearest() if is_easy else worlds.near()
        except OutOfWorkError:
            return None
        finally:
            worlds.confine(goal.place)

    def _worlds(self) -> WorldProgram:
        if self._programs is None:
            self._programs = WorldProgram(self.situation, self.places, self._relations)
        return self._programs

    def _needs(self, world: World) -> Needs:
        situation, prices = self.situation, self.situation.prices
        needs = {place for place in prices if place in world and not situation.is_as_shown(place, world[place])}
        for table in [place.table for place in needs if place == whole(place.table)]:
            needs |= situation.in_whole_tables[table]
        needs |= parts_of_small_totals(situation, world) & prices.keys()
        needs |= {base for base, everybody in situation.everybody_of.items() if everybody & needs}
        return frozenset(needs)

    def _cost(self, withheld: Needs) -> int:
        return sum(self.situation.prices[place] for place in withheld)

    def _chosen(self, wanted: list[Goal], best: Needs) -> Needs:
        """Of all the worlds found, one for each goal, such that together they need the least."""
        choices = sorted(
            {frozenset(self._found[goal]) for goal in wanted if NOTHING not in self._found[goal]}, key=_text
        )
        program = Program()
        every = sorted(set().union(*(needs for choice in choices for needs in choice)))
        hide = {place: program.column(0, 1, self.situation.prices[place]) for place in every}
        for choice in choices:
            use = {needs: program.column(0, 1) for needs in sorted(choice, key=_text)}
            program.row([(1, column) for column in use.values()], 1, 1)
            for place in sorted(set().union(*choice)):
                program.row([(1, hide[place]), *((-1, use[needs]) for needs in use if place in needs)], low=0)
        values = program.best(BRANCHES)
        if values is None:
            return best
        found = frozenset(place for place, column in hide.items() if values[column])
        return min(best, found, key=self._cost)

    def _without_needless(self, withheld: Needs, wanted: list[Goal]) -> Needs:
        """Show again, dearest first, whatever need not be withheld."""
        for place in sorted(withheld, key=lambda each: (-self.situation.prices[each], each)):
            fewer = withheld - {place, whole(place.table)} - self.situation.everybody_of.get(place, NOTHING)
            if all(self._is_met(goal, fewer) or self._finds_free(goal, fewer, wanted) for goal in wanted):
                withheld = fewer
        return withheld

    def _finds_free(self, goal: Goal, withheld: Needs, wanted: list[Goal]) -> bool:
        """Whether some world meets the goal with nothing withheld beyond these; it is remembered."""
        with self._showing(self._worlds().switch.keys() - withheld):
            world = self._cheapest_world(goal, withheld)
        if world is not None:
            self._remember(world, wanted)
        return world is not None


def _text(needs: Iterable[object]) -> list[str]:
    return sorted(map(str, needs))
