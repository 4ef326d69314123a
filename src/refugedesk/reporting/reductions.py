"""A program made smaller before it is solved, without losing or gaining a world.

Most rows of these programs say little: one number's bounds, that two numbers are the same, or what follows from the
bounds alone. They are worked out here once, in whole numbers. What is found for the smaller program is checked in
every row of the larger one (``programs.py``), so that an error here could withhold too much but never too little.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import ceil, floor, inf

Column = tuple[float, float, float]
"""The least, the most, and the price of each unit."""
Row = tuple[tuple[tuple[int, int], ...], float, float]
"""The terms, and the least and the most that they may add up to."""
_ROUNDS = 12
"""How often the bounds of all rows are gone through; what they would still say after that is left to the solver."""


@dataclass
class Reduced:
    """A program's columns by those that stand for them, and the rows that still say something.

    leader: for each column the one that stands for it. offset: by how much it is more than that one.
    low, high: what each leader lies between, whatever it is confined to later.
    """

    leader: list[int]
    offset: list[int]
    low: list[float]
    high: list[float]
    rows: list[Row] = field(default_factory=list)
    kept: list[int] = field(default_factory=list)

    def of(self, column: int) -> tuple[int, int]:
        """The column that stands for this one, and by how much this one is more."""
        offset = 0
        while self.leader[column] != column:
            offset += self.offset[column]
            column = self.leader[column]
        return column, offset


def reduced(columns: Sequence[Column], rows: Iterable[Row], apart: Iterable[int]) -> Reduced:
    """The program without what follows from the rest. ``apart``: columns that stand for themselves."""
    work = _Reduction(columns, rows, frozenset(apart))
    for _ in range(_ROUNDS):
        if not work.go_through():
            break
    return work.result()


class _Reduction:
    def __init__(self, columns: Sequence[Column], rows: Iterable[Row], apart: frozenset[int]) -> None:
        number = len(columns)
        low, high = [each[0] for each in columns], [each[1] for each in columns]
        self.found = Reduced([*range(number)], [0] * number, low, high)
        self.rows = list(rows)
        self.apart = apart

    def go_through(self) -> bool:
        """Every row once; whether anything was learnt."""
        self.has_learnt = False
        self.rows = [left for row in self._merged() if (left := self._without_needless(row))]
        return self.has_learnt

    def result(self) -> Reduced:
        """What is left, with every column's leader said at once."""
        found = self.found
        self.rows = [self._led(row) for row in self.rows]
        for column in range(len(found.leader)):
            found.leader[column], found.offset[column] = found.of(column)
        found.rows = self._merged()
        found.kept = [column for column, leader in enumerate(found.leader) if column == leader]
        return found

    def _merged(self) -> list[Row]:
        """Rows of the same terms as one."""
        ends: dict[tuple[tuple[int, int], ...], tuple[float, float]] = {}
        for terms, low, high in self.rows:
            before = ends.get(terms, (-inf, inf))
            ends[terms] = max(before[0], low), min(before[1], high)
        return [(terms, *each) for terms, each in ends.items()]

    def _led(self, row: Row) -> Row:
        """The row in terms of leaders, with those left out that can have one value only."""
        terms, low, high = row
        found, together, settled = self.found, defaultdict[int, int](int), 0.0
        for times, column in terms:
            leader, offset = found.of(column)
            settled += times * offset
            if found.low[leader] == found.high[leader]:
                settled += times * found.low[leader]
            else:
                together[leader] += times
        left = sorted((leader, times) for leader, times in together.items() if times)
        return tuple((times, leader) for leader, times in left), low - settled, high - settled

    def _without_needless(self, row: Row) -> Row | None:
        terms, low, high = row = self._led(row)
        if not terms:
            return row if low > 0 or high < 0 else None
        if len(terms) == 2 and low == high and self._is_same(terms):
            return None if self._join(terms, int(low)) else row
        least, most = self._reach(terms)
        if low <= least and most <= high:
            return None
        self._tighten(row, least, most)
        return None if len(terms) == 1 else row

    def _is_same(self, terms: tuple[tuple[int, int], ...]) -> bool:
        signs = {times for times, _ in terms}
        return signs == {1, -1} and not any(column in self.apart for _, column in terms)

    def _join(self, terms: tuple[tuple[int, int], ...], difference: int) -> bool:
        """One number is another and so much more: one of them stands for both."""
        found = self.found
        (first,) = (column for times, column in terms if times == 1)
        (second,) = (column for times, column in terms if times == -1)
        found.leader[first], found.offset[first] = second, difference
        found.low[second] = max(found.low[second], found.low[first] - difference)
        found.high[second] = min(found.high[second], found.high[first] - difference)
        self.has_learnt = True
        return True

    def _reach(self, terms: Iterable[tuple[int, int]]) -> tuple[float, float]:
        """The least and the most that the terms could add up to by the bounds alone."""
        low, high = self.found.low, self.found.high
        least = sum(times * (low[at] if times > 0 else high[at]) for times, at in terms)
        most = sum(times * (high[at] if times > 0 else low[at]) for times, at in terms)
        return least, most

    def _tighten(self, row: Row, least: float, most: float) -> None:
        """What the others leave room for."""
        terms, low, high = row
        for times, at in terms:
            here = sorted((times * self.found.low[at], times * self.found.high[at]))
            room = high - (least - here[0]), low - (most - here[1])
            top, bottom = (each / times for each in (room if times > 0 else room[::-1]))
            self._bound(at, bottom, top)

    def _bound(self, at: int, bottom: float, top: float) -> None:
        found = self.found
        if bottom > found.low[at] and bottom < inf:
            found.low[at] = ceil(bottom - 1e-9)
            self.has_learnt = True
        if top < found.high[at] and top > -inf:
            found.high[at] = floor(top + 1e-9)
            self.has_learnt = True
