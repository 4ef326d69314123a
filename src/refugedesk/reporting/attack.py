"""A clever reader's attack on a published return: what remains possible for each withheld number.

The reader knows the rule, the policy and every relation, and has what is published; the truth takes no part in
what she finds out. Given the truth as well, the attack says for which withheld numbers it matters: those that
are from 1 to 4 must each still be able to be 1, 2, 3 and 4. Without it, a number of which some of 1 to 4 can be
ruled out and others not is a finding, certain where nothing else remains possible for it. A withheld number that
is proved to be 5 or more, or zero, is no finding: it was withheld to protect another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import chain
from math import ceil

from refugedesk.reporting.daylengths import closed_needed, long_stays_between, scaled
from refugedesk.reporting.patterns import Goal
from refugedesk.reporting.relations import Knowledge, Lengths, Relation, Sense, Terms, at_most, times
from refugedesk.reporting.rounding import NO_BASE
from refugedesk.reporting.situations import Situation, World, islands, simplified
from refugedesk.reporting.solvers import OutOfWorkError
from refugedesk.reporting.tables import Place, Policy, PrintedTable, Ratio, SafeReturn, Shape
from refugedesk.reporting.worlds import WorldProgram

MOST_LENGTHS = 60
"""How many numbers of closed stays are tried one by one where statistics are shown beside a withheld one."""


@dataclass(frozen=True)
class Published:
    """What a reader holds: the shapes, the numbers and texts that are shown, and the policy; nothing else."""

    shapes: tuple[Shape, ...]
    shown: Mapping[Place, int]
    derived: Mapping[tuple[Place, str], str]
    policy: Policy

    @classmethod
    def of(cls, tables: Sequence[PrintedTable], policy: Policy) -> Published:
        """The same from tables as they are printed."""
        shown = {place: count for table in tables for place, count in table.shown.items()}
        derived = {key: text for table in tables for key, text in table.derived.items()}
        return cls(tuple(table.shape for table in tables), shown, derived, policy)

    @classmethod
    def release(cls, release: SafeReturn) -> Published:
        """The same from a protected return."""
        return cls.of(release.tables, release.policy)


@dataclass(frozen=True)
class Possibilities:
    """What a guarded number may still be: which of 1 to 4, whether it may be at least 5, whether zero."""

    small: frozenset[int]
    large: bool
    zero: bool

    def without(self, wanted: Iterable[int]) -> set[int]:
        """Which of those values are ruled out."""
        return {value for value in wanted if value not in self.small and not (value == 0 and self.zero)}


@dataclass(frozen=True)
class Finding:
    """Something that a reader learns and should not.

    impossible: the values from 1 to 4 that she can rule out; with the strict policy the threshold, 5, stands for
    5 or more. Empty where the number itself is known (nights) or is shown though it is small.
    is_certain: whether the published file alone proves that the number is small.
    """

    place: Place
    impossible: tuple[int, ...]
    is_certain: bool
    problem: str


def attack(published: Published, knowledge: Knowledge, truth: World | None = None) -> tuple[Finding, ...]:
    """Everything that a reader learns and should not, in the order of the places.

    First a reader is asked who takes a table withheld whole for one with a small base. Where that leads her to
    something, she is asked again, knowing that such a table may have been given up for the sake of others.

    Args:
        truth: the exact counts, where the one who asks has them: then only what matters is found.
    """
    reader = Reader(published, knowledge)
    found = _findings(reader, truth)
    first = next(found, None)
    if first is None:
        return ()
    if reader.withheld_whole:
        found = _findings(Reader(published, knowledge, tables_may_be_blank=True), truth)
    else:
        found = chain((first,), found)
    return tuple(sorted(found, key=lambda finding: finding.place))


def _findings(reader: Reader, truth: World | None) -> Iterator[Finding]:
    policy = reader.policy
    for place in sorted(reader.counted_and_shown):
        if 0 < reader.shown[place] < policy.threshold:
            yield Finding(place, (), True, "a small number is shown")
    for place, found in reader.each_possibility(reader.guarded(truth)):
        impossible = found.without(policy.alike)
        is_certain = not (found.large or found.zero)
        if policy.strict and not found.large and (truth is not None or found.small):
            impossible.add(policy.threshold)
        if impossible and (truth is not None or found.small or is_certain):
            yield Finding(place, tuple(sorted(impossible)), is_certain, "some of its values can be ruled out")
    for place in reader.known_nights():
        yield Finding(place, (), True, "withheld nights can be worked out")


def tables_withheld_whole(printed: Iterable[Place], hidden: Iterable[Place]) -> frozenset[str]:
    """The tables of which nothing is shown."""
    return frozenset({place.table for place in hidden} - {place.table for place in {*printed} - {*hidden}})


class Reader:
    """Somebody with a published return and everything there is to know about its definition."""

    def __init__(self, published: Published, knowledge: Knowledge, tables_may_be_blank: bool = False) -> None:
        printed = frozenset(place for shape in published.shapes for place in shape.places())
        nights = frozenset(shape.id for shape in published.shapes if shape.counts == "nights")
        self.policy = published.policy
        self.knowledge = knowledge.about(printed)
        self.shown = published.shown
        is_counted = {place: place.table not in nights for place in published.shown}
        meant = {place: self.policy.meant_by(n, is_counted[place]) for place, n in published.shown.items()}
        self.known = {place: low for place, (low, high) in meant.items() if low == high}
        self._derived = published.derived
        self.hidden = printed - published.shown.keys()
        self.withheld_whole = tables_withheld_whole(printed, self.hidden) - nights
        self._nights = frozenset(place for place in self.hidden if place.table in nights)
        self.counted_and_shown = frozenset(place for place in self.shown if place.table not in nights)
        ratios = () if self.policy.round_to else _ratio_relations(published)
        relations = (*self.knowledge.relations, *ratios)
        self._relations = simplified((*relations, *self._length_relations()), self.known)
        self._situation = Situation(
            self.knowledge,
            self.policy.threshold,
            self.known,
            self.hidden,
            uncounted=self._nights,
            blank=self.withheld_whole if tables_may_be_blank else frozenset(),
            between={place: ends for place, ends in meant.items() if place not in self.known},
        )
        self._worlds = {place: worlds for worlds in self._programs() for place in worlds.column}

    def guarded(self, truth: World | None = None) -> list[Place]:
        """The numbers that she must not be able to tell small from: where the truth is known, those that are small."""
        lengths, policy = self.knowledge.lengths, self.policy
        rounded = {place for place in self.counted_and_shown if policy.threshold == 1 and self.shown[place] == 0}
        places = (self.hidden - self._nights) | rounded
        shorter = {lengths.shorter} if lengths and lengths.over in self.hidden else set()
        if truth is not None:
            if shorter and lengths:
                truth = {**truth, lengths.shorter: truth[lengths.closed] - truth[lengths.over]}
            return sorted(
                place for place in places | (shorter & self._worlds.keys()) if 0 < truth[place] < policy.guarded
            )
        return sorted(places | (shorter & self._worlds.keys()))

    def possibilities(self) -> dict[Place, Possibilities]:
        """What each number that is withheld or rounded away may still be."""
        return dict(self.each_possibility(self.guarded()))

    def each_possibility(self, places: Iterable[Place]) -> Iterator[tuple[Place, Possibilities]]:
        """What each of those numbers may still be, one after another."""
        guarded = self.policy.guarded
        found: dict[Place, set[int]] = {place: set() for place in places}
        for place, values in found.items():
            for value in range(guarded + 1):
                self._try(place, value, found)
            yield place, Possibilities(frozenset(values - {0, guarded}), guarded in values, 0 in values)

    def ruled_out(self, goals: Iterable[Goal]) -> list[Goal]:
        """Those of the goals that are met in no possible world, or in none that was found with the work allowed."""
        waiting = {goal: None for goal in goals if goal.place in self._worlds}
        ruled_out: list[Goal] = []
        while waiting:
            goal = next(iter(waiting))
            del waiting[goal]
            world = self._world(goal.place, goal.low, goal.high)
            if world is None:
                ruled_out.append(goal)
            else:
                for each in (world, *self._worlds[goal.place].kin()):
                    waiting = {other: None for other in waiting if not other.is_met(each)}
        return ruled_out

    def known_nights(self) -> list[Place]:
        """Withheld nights that can have one value only."""
        return [place for place in sorted(self._nights) if self._only_value(place) is not None]

    def _try(self, place: Place, value: int, found: Mapping[Place, set[int]]) -> None:
        """Look for a world where the number is that (the threshold: or more); what it shows of others counts too."""
        if value in found[place]:
            return
        world = self._world(place, value, None if value == self.policy.guarded else value)
        for each, count in (world or {}).items():
            if each in found:
                found[each].add(min(count, self.policy.guarded))

    def _world(self, place: Place, low: int, high: int | None) -> World | None:
        worlds = self._worlds[place]
        worlds.confine(place, low, high)
        try:
            return worlds.near()
        except OutOfWorkError:
            return None
        finally:
            worlds.confine(place)

    def _only_value(self, place: Place) -> int | None:
        ends = [self._extreme(place, price) for price in (1, -1)]
        return ends[0] if ends[0] == ends[1] else None

    def _extreme(self, place: Place, price: int) -> int | None:
        """The least (price 1) or the most (price -1) that the number can be."""
        worlds = self._worlds[place]
        worlds.program.price(worlds.column[place], price)
        try:
            world = worlds.solve()
        finally:
            worlds.program.price(worlds.column[place], 0)
        return None if world is None else world[place]

    def _programs(self) -> Iterator[WorldProgram]:
        unknown = {place for relation in self._relations for _, place in relation.terms} | self.hidden
        unknown |= {family.total for family in self.knowledge.families} - self.known.keys()
        unknown |= self._situation.between.keys()
        for places in islands(self._relations, self.knowledge.families, unknown):
            among = {*places}
            relations = [each for each in self._relations if each.terms and each.terms[0][1] in among]
            yield self._with_lengths(WorldProgram(self._situation, places, relations))

    def _shown_statistics(self) -> dict[Place, str]:
        statistics = self.knowledge.lengths.statistics if self.knowledge.lengths else ()
        return {place: self._derived[place, ""] for place in statistics if (place, "") in self._derived}

    def _length_relations(self) -> Iterator[Relation]:
        """Beside a shown number of closed stays the statistics bound the long ones."""
        lengths = self.knowledge.lengths
        if not lengths or lengths.over in self.known:
            return
        if lengths.closed in self.known:
            closed = self.known[lengths.closed]
            yield from _long_stays(lengths, closed, self._shown_statistics(), self.policy.threshold)
        elif lengths.longest_days <= lengths.limit_days:
            yield at_most("no stay can be long", times(1, lengths.over), ())

    def _with_lengths(self, worlds: WorldProgram) -> WorldProgram:
        """Where the number of closed stays is withheld, the statistics say which pairs of it and the long ones fit."""
        lengths, texts = self.knowledge.lengths, self._shown_statistics()
        if lengths and texts and lengths.closed in worlds.column:
            self._confine_pairs(worlds, lengths, texts)
        return worlds

    def _confine_pairs(self, worlds: WorldProgram, lengths: Lengths, texts: Mapping[Place, str]) -> None:
        needed = closed_needed(lengths)
        least = max(needed.get(place, 0) for place in texts if texts[place] != NO_BASE)
        choices: list[tuple[int, int, int]] = []
        for closed in range(least, least + MOST_LENGTHS):
            between = long_stays_between(closed, texts, lengths, self.policy.threshold)
            if between:
                choices.append((closed, *between))
        worlds.choose(lengths.closed, lengths.over, choices, self.known.get(lengths.over))


def _long_stays(lengths: Lengths, closed: int, texts: Mapping[Place, str], near: int) -> Iterator[Relation]:
    between = long_stays_between(closed, texts, lengths, near)
    low, high = between or (1, 0)
    yield Relation("statistics: at least so many long stays", times(1, lengths.over), Sense.AT_LEAST, low)
    yield Relation("statistics: at most so many long stays", times(1, lengths.over), Sense.AT_MOST, high)


def _ratio_relations(published: Published) -> Iterator[Relation]:
    """What each shown percentage and average says of the numbers it was worked out from."""
    ratios = (ratio for shape in published.shapes for ratio in shape.ratios if not ratio.minus)
    for ratio in ratios:
        text = published.derived.get((ratio.at, ratio.name))
        if text is not None:
            yield from _one_ratio(ratio, text)


def _one_ratio(ratio: Ratio, text: str) -> Iterator[Relation]:
    name = f"{ratio.at.table}: {ratio.name} of {ratio.at.row} {ratio.at.column} is {text}"
    bottom: Terms = (*times(1, *ratio.over), *times(-1, *ratio.less))
    if text == NO_BASE:
        yield Relation(name, bottom)
        return
    value, unit = scaled(text)
    top = 2 * unit * (100 if ratio.is_percent else 1)
    if ratio.divisor is not None:
        yield from _average(name, ratio, Fraction(2 * value, top), Fraction(1, top))
        return
    yield Relation(name, bottom, Sense.AT_LEAST, 1)
    low = tuple((coefficient * (2 * value - 1), place) for coefficient, place in bottom)
    high = tuple((coefficient * (2 * value + 1), place) for coefficient, place in bottom)
    yield at_most(name, low, times(top, ratio.top))
    below = at_most(name, times(top, ratio.top), high)
    yield replace(below, constant=-1)


def _average(name: str, ratio: Ratio, middle: Fraction, half: Fraction) -> Iterator[Relation]:
    """The count is the average times its divisor, within rounding half up."""
    divisor = ratio.divisor or Fraction(0)
    yield Relation(name, times(1, ratio.top), Sense.AT_LEAST, ceil((middle - half) * divisor))
    yield Relation(name, times(1, ratio.top), Sense.AT_MOST, ceil((middle + half) * divisor) - 1)


def describe(findings: Iterable[Finding]) -> str:
    """The tables that findings are in, for a sentence."""
    return ", ".join(sorted({finding.place.table or "length_of_stay" for finding in findings}))
