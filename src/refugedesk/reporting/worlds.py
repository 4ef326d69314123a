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
from collections.abc import Iterable, Iterator, Sequence

from refugedesk.reporting.programs import INFINITE, Program
from refugedesk.reporting.relations import Family, Relation, Sense
from refugedesk.reporting.situations import Situation, World, whole
from refugedesk.reporting.tables import Place


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
        self._states: dict[Place, tuple[int, int]] = {}
        self._tables: dict[str, int] = {}
        self._first: Sequence[int] | None = None
        self._last: Sequence[int] | None = None
        places = list(places)
        self._add_tables(places)
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
        return self._world(self.program.solve())

    def near(self) -> dict[Place, int] | None:
        """A possible world, cheap but not always the cheapest, or None where there is none. Raises as ``solve``."""
        return self._world(self.program.near())

    def nearest(self) -> dict[Place, int] | None:
        """A cheap possible world among those that were guessed, if it is easily found; None says nothing."""
        return self._world(self.program.nearest())

    def kin(self) -> Iterator[dict[Place, int]]:
        """Other possible worlds that lie on one line with the last one found: no search is needed for them.

        To be asked while no number is confined. Each is tried in every row, exactly.
        """
        last = self._last
        if self._first is None:
            self._first = self.program.near()
        if last is not None and self._first is not None:
            yield from map(self._numbers, self.program.along(self._first, last))

    def _world(self, values: Sequence[int] | None) -> dict[Place, int] | None:
        self._last = values
        return None if values is None else self._numbers(values)

    def _numbers(self, values: Sequence[int]) -> dict[Place, int]:
        return {place: values[column] for place, column in self.column.items()}

    def confine(self, place: Place, low: float | None = None, high: float | None = None) -> None:
        """From now on that number lies within these, or without an argument within what it was made with."""
        bottom, top = self.program.bounds(self.column[place])
        low, high = bottom if low is None else low, top if high is None else high
        self.program.confine(self.column[place], low, high)
        if place in self._states:
            self._guess_state(place, int(low))

    def guess(self, world: World) -> None:
        """Look first among worlds in which just the same totals are small as in this one."""
        for total in self._states:
            if total in world:
                self._guess_state(total, world[total])

    def _guess_state(self, total: Place, count: int) -> None:
        small, large = self._states[total]
        self.program.guess(small, int(self.situation.is_small(count)))
        self.program.guess(large, int(count >= self.situation.threshold))

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

    def _add_tables(self, places: Iterable[Place]) -> None:
        """Each table that may be withheld whole, as a choice with its price."""
        for table in sorted({place.table for place in places} & self.situation.in_whole_tables.keys()):
            price = self.situation.prices[whole(table)]
            choice = self._tables[table] = self.column[whole(table)] = self.program.column(0, 1, price)
            self.switch[whole(table)] = choice
            self.program.guess(choice, 0)

    def _add_numbers(self, places: Iterable[Place]) -> None:
        situation = self.situation
        for place in places:
            if place == whole(place.table):
                continue
            if place in situation.zeros:
                self._add_zero(place)
                continue
            truth = situation.truth.get(place)
            low, high = situation.between.get(place, (0, self._most) if truth is None else (truth, truth))
            may_vary = place in situation.prices or place not in situation.between
            reach = situation.reach if truth is not None and may_vary else 0
            self.column[place] = self.program.column(max(0, low - reach), high + reach)
            if truth is not None and place in situation.prices:
                self._add_switch(place, low, high)

    def _add_zero(self, place: Place) -> None:
        """A shown zero, which may be more only where its whole table is withheld."""
        situation, reach = self.situation, self.situation.reach
        high = situation.between.get(place, (0, 0))[1]
        self.column[place] = self.program.column(0, high + reach)
        self.program.row([(1, self.column[place]), (-reach, self._tables[place.table])], high=high)

    def _if_whole(self, place: Place, times: int) -> list[tuple[int, int]]:
        """A term that counts where the number's table is withheld whole."""
        return [(times, self._tables[place.table])] if place.table in self._tables else []

    def _add_switch(self, place: Place, low: int, high: int) -> None:
        """The number is other than shown only where it is withheld, at its price."""
        switch = self.switch[place] = self.program.switch(self.situation.prices[place])
        if place.table in self._tables:
            self.program.row([(1, switch), (-1, self._tables[place.table])], low=0)
        column, reach = self.column[place], self.situation.reach
        self.program.row([(1, column), (-reach, switch)], high=high)
        self.program.row([(1, column), (reach, switch)], low=low)

    def _add_relations(self) -> None:
        for relation in self._relations:
            terms = [(times, self.column[place]) for times, place in relation.terms]
            low = -INFINITE if relation.sense is Sense.AT_MOST else relation.constant
            high = INFINITE if relation.sense is Sense.AT_LEAST else relation.constant
            self.program.row(terms, low, high)

    def _add_totals(self) -> None:
        """A total is zero, small with everything under it withheld, or at least the threshold."""
        self._above: dict[Place, list[Place]] = defaultdict(list)
        totals = {total: parts for total, parts in self.situation.totals.items() if self._is_open(total)}
        for total, parts in totals.items():
            for part in parts:
                self._above[part].append(total)
        for total, parts in totals.items():
            self._add_total(total, parts)

    def _is_open(self, total: Place) -> bool:
        """Whether the total could be small: not where it is shown, nor where the rule withholds nothing."""
        is_shown = total in self.situation.between and total not in self.switch
        return total in self.column and not is_shown and self.situation.threshold > 1

    def _add_total(self, total: Place, parts: tuple[Place, ...]) -> None:
        program, column, threshold = self.program, self.column[total], self.situation.threshold
        if total.table in self.situation.blank:
            self._small[total] = program.column(1, 1)
            return
        may_be_small = all(part in self.column for part in parts)
        is_excepted = total in self.situation.zeros or total in self.situation.uncounted
        may_be_zero = not total.table or bool(self._above[total]) or is_excepted
        if not may_be_small and not may_be_zero:
            program.row([(1, column), *self._if_whole(total, threshold)], low=threshold)
            return
        small, large = program.column(0, int(may_be_small)), program.column(0, 1)
        self._small[total], self._states[total] = small, (small, large)
        self._guess_state(total, self.situation.truth.get(total, threshold))
        program.row([(1, small), (1, large), *self._if_whole(total, 1)], low=0 if may_be_zero else 1)
        program.row([(1, small), (1, large)], high=1)
        program.row([(1, column), (-1, small), (-threshold, large)], low=0)
        free = self._if_whole(total, -self._most)
        program.row([(1, column), (1 - threshold, small), (-self._most, large), *free], high=0)
        for part in parts:
            if part in self.switch:
                program.row([(1, small), (-1, self.switch[part])], high=0)
            elif part in self.situation.zeros:
                program.row([(1, small), (-1, self._tables[part.table])], high=0)

    def _add_zeros(self) -> None:
        """A withheld number is at least 1, unless a total above it is small."""
        for place, column in self.column.items() if self.situation.threshold > 1 else ():
            counted = place in self.situation.hidden or place in self.switch
            if (
                not counted
                or place == whole(place.table)
                or place in self.situation.uncounted
                or place.table in self.situation.blank
            ):
                continue
            small = [(1, self._small[total]) for total in self._above[place] if total in self._small]
            self.program.row([(1, column), *small, *self._if_whole(place, 1)], low=1)

    def _add_everybody(self) -> None:
        """A withheld number is less than a shown base above it."""
        for family in self.situation.knowledge.families:
            is_by_rule = family.is_base and self.situation.threshold > 1
            if is_by_rule and family.total not in self.situation.hidden:
                self._add_base(family)

    def _add_base(self, family: Family) -> None:
        known = self.situation.known.get(family.total, 0)
        for part in family.parts:
            is_shown = part not in self.switch and part not in self.situation.hidden
            if part not in self.column or is_shown or part.table in self.situation.blank:
                continue
            free = self._if_whole(part, -self._most)
            if known >= self.situation.threshold:
                self.program.row([(1, self.column[part]), *free], high=known - 1)
            elif self.situation.holds_everybody(part, family):
                self.program.row([(1, self.switch[part]), (-1, self.switch[family.total])], high=0)
            elif family.total in self.column:
                self.program.row([(1, self.column[part]), (-1, self.column[family.total]), *free], high=-1)


def _more_than_anybody_has(situation: Situation, relations: Iterable[Relation]) -> int:
    """A number above every count that the relations leave room for, so that the programs have an end."""
    sizes = [abs(each.constant) // max(abs(times) for times, _ in each.terms) for each in relations if each.terms]
    shown = (high for _, high in situation.between.values())
    return 100 + 2 * max([*sizes, *situation.truth.values(), *shown], default=0)
