"""How the numbers of several periods hang together, and which differences between them are counts to be protected.

A period is made up of parts: other periods, or days that no return has printed alone. People and children are counted
once, described by the first of their stays in the period: a year is its quarters *less* those who came again. What is
counted by the day (referrals, stays started and ended, mentions) adds up exactly. Whatever else there is (children born
later add to a longer period; a stay may close in another quarter than it began) is read off the records: where a
period is exactly its parts, the reader is taken to know that it is; where it is less, or more, she is taken to know
that, and not by how much. That is never less than what follows from the definition, so that whoever is safe from this
reader is safe from a real one, and nothing needs to be declared for a table that somebody has made up.

Source: DECISIONS, several releases as one problem.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from refugedesk.domain.spans import ONE_DAY, Period
from refugedesk.reporting.relations import Relation, Sense
from refugedesk.reporting.stretches import Stretch, elementary
from refugedesk.reporting.sums import Sum, one, total
from refugedesk.reporting.tables import Place, Shape

AT_START = frozenset({"in_stay_at_start", "continuing"})
"""Rows that are about the first day alone."""
AT_END = frozenset({"in_stay_at_end"})
"""Rows that are about the last day alone."""
COUNTED_ONCE = frozenset({"people", "children"})
"""What is counted once in a period, however often it comes."""
_MONTH = re.compile(r"\d{4}-\d\d")


@dataclass(frozen=True)
class Across:
    """What is known across the stretches.

    truth: the numbers that only appear between periods, by today's records.
    differences: those of them that count somebody, and are protected like a count.
    """

    relations: tuple[Relation, ...]
    truth: Mapping[Place, int]
    differences: tuple[Place, ...]


def across(stretches: Sequence[Stretch]) -> Across:
    """Everything that ties the numbers of the stretches to one another."""
    known = _Across(tuple(stretches))
    for table in sorted({table for each in stretches for table in each.tables}):
        _Table(known, table).tie()
    return Across(tuple(known.relations), known.truth, tuple(known.differences))


class _Across:
    def __init__(self, stretches: tuple[Stretch, ...]) -> None:
        self.stretches = stretches
        self.relations: list[Relation] = []
        self.truth: dict[Place, int] = {}
        self.differences: list[Place] = []

    def number(self, name: str, place: Place, value: int) -> Sum:
        """A number that is printed nowhere."""
        at = Place("", " ".join((name, *place)))
        self.truth[at] = value
        return one(at)


@dataclass
class _Table:
    """One table in all the stretches that have it."""

    known: _Across
    table: str

    @cached_property
    def having(self) -> list[Stretch]:
        """The stretches with the table, counted alike."""
        found = [each for each in self.known.stretches if self.table in each.tables]
        counts = found[0].tables[self.table].counts
        return [each for each in found if each.tables[self.table].counts == counts]

    @cached_property
    def by_period(self) -> Mapping[Period, Stretch]:
        """One stretch for each period."""
        return {each.period: each for each in reversed(self.having)}

    def tie(self) -> None:
        """Adds everything that is known of the table."""
        self._tie_same_periods()
        self._tie_days()
        parts = elementary([each.period for each in self.having])
        for period, whole in self.by_period.items():
            inside = [each for each in parts if period.first <= each.first and each.last <= period.last]
            self._tie_parts(whole, inside)
            for part in self._longer_parts(period, inside):
                rest = [each for each in inside if not part.overlaps(each)]
                self._tie_parts(whole, [part, *rest])

    def _longer_parts(self, period: Period, inside: list[Period]) -> list[Period]:
        """Other periods within this one that are made up of several parts themselves."""
        others = (each for each in self.by_period if each != period and each not in inside)
        return [each for each in others if period.first <= each.first and each.last <= period.last]

    def _tie_same_periods(self) -> None:
        """The same people in the same period are the same number, whoever got it."""
        for each in self.having:
            same = self.by_period[each.period]
            if same is not each:
                for place in self._common(same, each):
                    self._say("same period", place, same, each, same.now_sum(place) - each.now_sum(place))

    def _tie_days(self) -> None:
        """Who was there on a day is one number, in the periods that begin with it and in those that ended before."""
        starts: dict[tuple[object, ...], tuple[Stretch, Place]] = {}
        for each in self.having:
            for place in sorted(each.places):
                if place.table == self.table and place.row in AT_START | AT_END:
                    is_start = place.row in AT_START
                    day = each.period.first if is_start else each.period.last + ONE_DAY
                    key = (day, "" if place.row in ("in_stay_at_start", "in_stay_at_end") else place.row)
                    first, there = starts.setdefault(key, (each, place))
                    if first is not each:
                        difference = first.now_sum(there) - each.now_sum(place)
                        self._say(f"on {day}", place, first, each, difference)

    def _tie_parts(self, whole: Stretch, parts: list[Period]) -> None:
        if len(parts) > 1 and all(part in self.by_period for part in parts):
            _Parts(self, whole, tuple(self.by_period[part] for part in parts)).tie()

    def _common(self, one: Stretch, other: Stretch) -> list[Place]:
        """The places both have. Rows without an answer mean something else where the rows differ (wards)."""
        mine, theirs = one.tables[self.table], other.tables[self.table]
        common = [place for place in mine.places() if place in other.places]
        if _rows(mine) == _rows(theirs):
            return common
        answers = {row.code for row in mine.rows if row.is_answer}
        return [place for place in common if place.row in answers]

    def _say(self, what: str, place: Place, one: Stretch, other: Stretch, difference: Sum) -> None:
        name = f"{' '.join(place)}: {what}, {one.key or 'new'} and {other.key or 'new'}"
        self.known.relations.append(difference.relation(name))


def _rows(shape: Shape) -> list[str]:
    return [row.code for row in shape.rows if not _MONTH.fullmatch(row.code)]


@dataclass
class _Parts:
    """A table of a period beside the same table of the parts that it is made up of."""

    of: _Table
    whole: Stretch
    parts: tuple[Stretch, ...]

    def tie(self) -> None:
        """Adds what is known of the whole and its parts."""
        again = {place: self._by_records(place) for place in self._places()}
        counted_once = self.whole.tables[self.of.table].counts in COUNTED_ONCE
        if counted_once and min(again.values(), default=0) >= 0:
            self._tie_less(again)
        else:
            for place, number in again.items():
                self._tie_cell(place, number)
        if counted_once or any(again.values()):
            self._tie_order(again)
            self._protect_difference(again)

    def _places(self) -> list[Place]:
        """The places that all parts have too; a month that a part does not touch has nobody in it there."""
        shape = self.whole.tables[self.of.table]
        common = [place for place in shape.places() if place.row not in AT_START | AT_END]
        for part in self.parts:
            here = {*self.of._common(self.whole, part)}
            common = [place for place in common if place in here or _MONTH.fullmatch(place.row)]
        return common

    def _in(self, part: Stretch, place: Place) -> Sum:
        return part.now_sum(place) if place in part.places else Sum()

    def _together(self, place: Place) -> Sum:
        return total([self._in(part, place) for part in self.parts])

    def _by_records(self, place: Place) -> int:
        """By how much the parts together are more than the whole."""
        return sum(part.now.get(place, 0) for part in self.parts) - self.whole.now[place]

    @property
    def _name(self) -> str:
        parts = ", ".join(str(part.period.first) for part in self.parts)
        return f"{self.whole.key or 'new'} of {self.whole.period.first} from {parts}"

    def _add(self, place: Place, sum: Sum, sense: Sense = Sense.EQUAL) -> None:
        self.of.known.relations.append(sum.relation(f"{' '.join(place)}: {self._name}", sense))

    def _tie_less(self, again: Mapping[Place, int]) -> None:
        """The whole is its parts less those who came again, whoever they are: at most as many as came again at all."""
        base = Place(self.of.table)
        for place, number in again.items():
            came_again = self.of.known.number(f"again, {self._name}", place, number)
            self._add(place, self.whole.now_sum(place) + came_again - self._together(place))
            if base in again and place != base and again[base] >= number:
                everybody = self.of.known.number(f"again, {self._name}", base, again[base])
                self._add(place, came_again - everybody, Sense.AT_MOST)

    def _tie_cell(self, place: Place, number: int) -> None:
        """The whole is exactly its parts, or less, or more."""
        difference = self.whole.now_sum(place) - self._together(place)
        if number:
            between = self.of.known.number(f"between, {self._name}", place, abs(number))
            difference += between.times(1 if number > 0 else -1)
        self._add(place, difference)

    def _tie_order(self, again: Mapping[Place, int]) -> None:
        """No part is more than the whole, where that is so."""
        for place in again:
            for part in self.parts:
                if part.now.get(place, 0) <= self.whole.now[place]:
                    self._add(place, self._in(part, place) - self.whole.now_sum(place), Sense.AT_MOST)

    def _protect_difference(self, again: Mapping[Place, int]) -> None:
        """Where days are left that no return printed alone, the whole less the printed parts counts somebody."""
        printed = [part for part in self.parts if not part.is_unseen]
        if not printed or len(printed) == len(self.parts):
            return
        for place in again:
            left = self.whole.now[place] - sum(part.now.get(place, 0) for part in printed)
            if left > 0:
                beyond = self.of.known.number(f"beyond, {self._name}", place, left)
                together = total([self._in(part, place) for part in printed])
                self._add(place, self.whole.now_sum(place) - together - beyond)
                self.of.known.differences.extend(place for _, place in beyond.terms)


def islands_with(relations: Iterable[Relation], places: Iterable[Place]) -> Iterator[Relation]:
    """The relations that have to do with any of those places, through whichever others."""
    waiting = list(relations)
    by_place: dict[Place, list[int]] = defaultdict(list)
    for at, relation in enumerate(waiting):
        for _, place in relation.terms:
            by_place[place].append(at)
    reached, queue, used = set(places), list(places), set[int]()
    while queue:
        for at in by_place[queue.pop()]:
            if at not in used:
                used.add(at)
                fresh = [place for _, place in waiting[at].terms if place not in reached]
                reached.update(fresh)
                queue += fresh
    return (waiting[at] for at in sorted(used))
