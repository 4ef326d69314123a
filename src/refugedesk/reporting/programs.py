"""Integer programs, solved the same way every time: one thread, one seed, stopped by work done and never by a clock.

Most of the programs here are nearly flows: leave out that the numbers are whole and guess the few choices in them, and
the cheapest point is whole all the same. That search takes a fraction of the time and starts where the last one ended,
so it goes first; what it finds counts only if it fits every row in whole numbers, exactly.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import highspy
import numpy as np

from refugedesk.reporting.reductions import Column, Row, reduced
from refugedesk.reporting.solvers import NODES, Array, OutOfWorkError, Rows, Small, Solver

INFINITE = highspy.kHighsInf

_NEAR = 1e-6
DIVES = 8
"""How many numbers that came out broken are made whole one by one before a program is solved in full."""
NEARLY, FEW = 0.3, 200
"""By what share the first numbers looked for may be dearer than the cheapest, and how many branches they may take."""
GUESSES = 4
"""How many earlier guesses that were right are tried again before a program is solved in full."""


STEPS = (-3, -2, -1, 1, 2, 3)
"""How many of the smallest whole steps on a line between two worlds are tried for more of them."""


class Program:
    """Whole numbers within bounds, sums of them within bounds, and a price for each to be kept low."""

    def __init__(self) -> None:
        self._columns: list[Column] = []
        self._rows: list[Row] = []
        self._guesses: dict[int, int] = {}
        self._earlier: list[dict[int, int]] = []
        self._switches: list[int] = []
        self._model: _Model | None = None

    def column(self, low: float, high: float, price: float = 0) -> int:
        """A new whole number between the two; its index."""
        self._columns.append((low, high, price))
        return len(self._columns) - 1

    def switch(self, price: float) -> int:
        """A new choice that is made as soon as a part of it is needed; its index."""
        self._switches.append(len(self._columns))
        return self.column(0, 1, price)

    def row(self, terms: Iterable[tuple[int, int]], low: float = -INFINITE, high: float = INFINITE) -> None:
        """The sum of coefficient x column lies between the two."""
        self._rows.append((tuple(terms), low, high))

    def bounds(self, column: int) -> tuple[float, float]:
        """What the column was made with."""
        low, high, _ = self._columns[column]
        return low, high

    def confine(self, column: int, low: float, high: float) -> None:
        """From now on the column lies between the two."""
        self._ready().confine(column, low, high)

    def price(self, column: int, price: float) -> None:
        """From now on each unit of the column costs that."""
        self._ready().price(column, price)

    def guess(self, column: int, value: int) -> None:
        """What a choice probably is; ``near`` looks there first."""
        self._guesses[column] = value

    def solve(self) -> Sequence[int] | None:
        """The cheapest whole numbers that fit, or None where there are none.

        Raises:
            OutOfWorkError: the search was given up.
        """
        return self._ready().cheapest()

    def best(self, branches: int) -> Sequence[int] | None:
        """The cheapest whole numbers found after so many branches, or None where none were."""
        return self._ready().best(branches)

    def near(self) -> Sequence[int] | None:
        """Cheap whole numbers that fit, the cheapest where the guesses are right, or None where there are none.

        Raises:
            OutOfWorkError: the search was given up.
        """
        found = self.nearest()
        if found is not None or not self._ready().may_fit():
            return found
        for guesses in self._earlier:
            found = self._ready().relaxed(guesses)
            if found is not None:
                return found
        found = self._ready().cheap() or self.solve()
        if found is not None:
            right = {column: found[column] for column in self._guesses}
            self._earlier = [right, *(each for each in self._earlier if each != right)][:GUESSES]
        return found

    def nearest(self) -> Sequence[int] | None:
        """The cheapest whole numbers that fit with the guesses, if they are easily found; None says nothing."""
        return self._ready().relaxed(self._guesses)

    def along(self, base: Sequence[int], found: Sequence[int]) -> list[Sequence[int]]:
        """Others that fit on the line from one found to another, as many steps before, between and beyond."""
        return self._ready().along(base, found, [*self._switches, *self._guesses])

    def _ready(self) -> _Model:
        if self._model is None:
            self._model = _Model(self._columns, self._rows, self._switches)
        return self._model


class _Model:
    """A program as arrays, and the two solvers that work on it: for whole numbers, and for any.

    The solvers get the smaller program of ``reductions.py``; what they find is tried in every row of the whole one.
    """

    def __init__(self, columns: Sequence[Column], rows: Sequence[Row], switches: Sequence[int]) -> None:
        lows, highs, prices = zip(*columns, strict=True) if columns else ((), (), ())
        self._low, self._high = np.array(lows, float), np.array(highs, float)
        self._price = np.array(prices, float)
        self._rows = Rows(rows)
        self._small = Small(reduced(columns, rows, switches), switches)
        self._solvers: dict[bool, Solver] = {}

    def confine(self, column: int, low: float, high: float) -> None:
        self._low[column], self._high[column] = low, high

    def price(self, column: int, price: float) -> None:
        self._price[column] = price

    def may_fit(self) -> bool:
        """Whether anything fits if fractions are allowed."""
        ends = self._ends()
        return ends is not None and self._run(self._solver(is_whole=False), *ends)

    def best(self, branches: int) -> Sequence[int] | None:
        """The cheapest whole numbers found after so many branches, or None where none were."""
        solver, ends = self._solver(is_whole=True), self._ends()
        if ends is None:
            return None
        solver.set("mip_max_nodes", branches)
        try:
            self._run(solver, *ends)
        except OutOfWorkError:
            pass
        finally:
            solver.set("mip_max_nodes", NODES)
        return self._whole(solver) if solver.has_found else None

    def cheap(self) -> Sequence[int] | None:
        """Whole numbers that fit and are not much dearer than the cheapest; None says nothing."""
        solver = self._solver(is_whole=True)
        solver.set("mip_rel_gap", NEARLY)
        try:
            return self.best(FEW)
        finally:
            solver.set("mip_rel_gap", 0.0)

    def cheapest(self) -> Sequence[int] | None:
        """The cheapest whole numbers. That nothing fits is believed where not even fractions do, or else without
        presolve only: HiGHS 1.15.1 was seen to err with it.
        """
        ends = self._ends()
        if ends is None or not self.may_fit():
            return None
        solver = self._solver(is_whole=True)
        for presolve in ("choose", "off"):
            solver.set("presolve", presolve)
            if self._run(solver, *ends):
                return self._whole(solver) or self._inexact()
        return None

    def relaxed(self, guesses: Mapping[int, int]) -> Sequence[int] | None:
        """What fits with the guesses taken for certain, if whole numbers are soon found; None says nothing."""
        ends = self._ends()
        if ends is None:
            return None
        low, high = ends
        self._small.guess(guesses, low, high)
        solver = self._solver(is_whole=False)
        if not self._run(solver, low, high):
            return None
        for _ in range(DIVES):
            values = self._values(solver)
            broken = np.flatnonzero(np.abs(values - np.rint(values)) > _NEAR)
            if not broken.size:
                break
            if not self._dive(solver, low, high, int(broken[0]), values[broken[0]]):
                return None
        return self._whole(solver)

    def along(self, base: Sequence[int], found: Sequence[int], choices: Sequence[int]) -> list[Sequence[int]]:
        """What fits on the line through both, with the choices as they are in the one that was found."""
        start, way = np.array(base, float), np.array(found, float) - np.array(base, float)
        way[choices] = 0
        step = np.gcd.reduce(way.astype(int))
        if not step:
            return []
        every = np.array(STEPS)[:, None] * (way / step) + start
        every[:, choices] = np.array(found, float)[choices]
        return [[int(value) for value in each] for each in every if self._fits(each)]

    def _ends(self) -> tuple[Array, Array] | None:
        """What the smaller program's columns lie between now; None where nothing can fit."""
        return self._small.ends(self._low, self._high)

    def _dive(self, solver: Solver, low: Array, high: Array, column: int, value: float) -> bool:
        """Make one number whole, up or else down; whether anything fits then."""
        ends = low[column], high[column]
        for end in (np.ceil(value), np.floor(value)):
            low[column] = high[column] = end
            if ends[0] <= end <= ends[1] and self._run(solver, low, high):
                return True
        return False

    def _run(self, solver: Solver, low: Array, high: Array) -> bool:
        """Whether anything fits."""
        return solver.run(low, high, self._small.prices(self._price))

    def _whole(self, solver: Solver) -> Sequence[int] | None:
        """The solver's numbers, if they are whole and fit exactly."""
        values = self._values(solver)
        whole = self._small.all(np.rint(values))
        if values.size and np.abs(values - np.rint(values)).max() > _NEAR:
            return None
        return [int(value) for value in whole] if self._fits(whole) else None

    def _values(self, solver: Solver) -> Array:
        """The solver's numbers, with every switch made that is needed in part."""
        values = solver.values
        values[self._small.switches] = np.ceil(values[self._small.switches] - _NEAR)
        return values

    def _fits(self, values: Array) -> bool:
        return self._rows.fit(values) and bool((values >= self._low).all() and (values <= self._high).all())

    def _inexact(self) -> Sequence[int]:
        raise OutOfWorkError("not exact")

    def _solver(self, is_whole: bool) -> Solver:
        if is_whole not in self._solvers:
            self._solvers[is_whole] = Solver(self._small, is_whole)
        return self._solvers[is_whole]
