"""Integer programs, solved the same way every time: one thread, one seed, stopped by work done and never by a clock.

Most of the programs here are nearly flows: leave out that the numbers are whole and guess the few choices in them, and
the cheapest point is whole all the same. That search takes a fraction of the time and starts where the last one ended,
so it goes first; what it finds counts only if it fits every row in whole numbers, exactly.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import highspy
import numpy as np

from refugedesk.reporting.reductions import Column, Reduced, Row, reduced

NODES = 20_000
"""Branches after which a search is given up: thousands of times what a usual return needs."""
INFINITE = highspy.kHighsInf

_OPTIONS: dict[str, bool | int | float | str] = {
    "output_flag": False,
    "threads": 1,
    "parallel": "off",
    "random_seed": 0,
    "mip_max_nodes": NODES,
    "mip_rel_gap": 0.0,
    "mip_abs_gap": 0.5,
}
Array = np.ndarray[Any, np.dtype[np.float64]]
_NEAR = 1e-6
DIVES = 8
"""How many numbers that came out broken are made whole one by one before a program is solved in full."""
NEARLY, FEW = 0.3, 200
"""By what share the first numbers looked for may be dearer than the cheapest, and how many branches they may take."""
GUESSES = 4
"""How many earlier guesses that were right are tried again before a program is solved in full."""


STEPS = (-3, -2, -1, 1, 2, 3)
"""How many of the smallest whole steps on a line between two worlds are tried for more of them."""


class OutOfWorkError(Exception):
    """The search was given up after its share of work; the caller must not take that for an answer."""


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
        self._rows = _Rows(rows)
        self._small = _Small(reduced(columns, rows, switches), switches)
        self._solvers: dict[bool, _Solver] = {}

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

    def _dive(self, solver: _Solver, low: Array, high: Array, column: int, value: float) -> bool:
        """Make one number whole, up or else down; whether anything fits then."""
        ends = low[column], high[column]
        for end in (np.ceil(value), np.floor(value)):
            low[column] = high[column] = end
            if ends[0] <= end <= ends[1] and self._run(solver, low, high):
                return True
        return False

    def _run(self, solver: _Solver, low: Array, high: Array) -> bool:
        """Whether anything fits."""
        return solver.run(low, high, self._small.prices(self._price))

    def _whole(self, solver: _Solver) -> Sequence[int] | None:
        """The solver's numbers, if they are whole and fit exactly."""
        values = self._values(solver)
        whole = self._small.all(np.rint(values))
        if values.size and np.abs(values - np.rint(values)).max() > _NEAR:
            return None
        return [int(value) for value in whole] if self._fits(whole) else None

    def _values(self, solver: _Solver) -> Array:
        """The solver's numbers, with every switch made that is needed in part."""
        values = solver.values
        values[self._small.switches] = np.ceil(values[self._small.switches] - _NEAR)
        return values

    def _fits(self, values: Array) -> bool:
        return self._rows.fit(values) and bool((values >= self._low).all() and (values <= self._high).all())

    def _inexact(self) -> Sequence[int]:
        raise OutOfWorkError("not exact")

    def _solver(self, is_whole: bool) -> _Solver:
        if is_whole not in self._solvers:
            self._solvers[is_whole] = _Solver(self._small, is_whole)
        return self._solvers[is_whole]


class _Rows:
    """Every row of a program, to see whether whole numbers fit in them."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.low = np.array([low for _, low, _ in rows], float)
        self.high = np.array([high for _, _, high in rows], float)
        self.start = np.cumsum([0, *(len(terms) for terms, _, _ in rows)], dtype=np.int32)
        entries = [entry for terms, _, _ in rows for entry in terms]
        self.index = np.array([column for _, column in entries], np.int32)
        self.times = np.array([times for times, _ in entries], float)

    def fit(self, values: Array) -> bool:
        """Whether the numbers fit in every row; sums of whole numbers this small are exact."""
        running = np.concatenate(([0.0], np.cumsum(self.times * values[self.index])))
        sums = running[self.start[1:]] - running[self.start[:-1]]
        return bool((sums >= self.low).all() and (sums <= self.high).all())


class _Small:
    """The smaller program as arrays: the columns that still vary, and what the others follow from."""

    def __init__(self, found: Reduced, switches: Sequence[int]) -> None:
        vary = [column for column in found.kept if found.low[column] != found.high[column]]
        where = {column: at for at, column in enumerate(vary)}
        self.low = np.array([found.low[column] for column in vary], float)
        self.high = np.array([found.high[column] for column in vary], float)
        self.rows = _Rows(
            [(tuple((n, where[at]) for n, at in terms), least, most) for terms, least, most in found.rows]
        )
        self._is_possible = all(terms or least <= 0 <= most for terms, least, most in found.rows)
        self._varies = np.array([leader in where for leader in found.leader], bool)
        self._leader = np.array([where.get(leader, 0) for leader in found.leader], np.int32)
        self._offset = np.array(
            [more + (0 if at in where else found.low[at]) for at, more in zip(found.leader, found.offset, strict=True)],
            float,
        )
        self.switches = np.array([where[found.leader[each]] for each in switches if found.leader[each] in where], int)

    def ends(self, low: Array, high: Array) -> tuple[Array, Array] | None:
        """What the columns lie between where all lie between these; None where nothing can fit."""
        if not self._is_possible:  # HiGHS takes a program without columns for one that always fits
            return None
        settled = self._offset[~self._varies]
        if (settled < low[~self._varies]).any() or (settled > high[~self._varies]).any():
            return None
        leader, offset = self._leader[self._varies], self._offset[self._varies]
        least, most = self.low.copy(), self.high.copy()
        np.maximum.at(least, leader, low[self._varies] - offset)
        np.minimum.at(most, leader, high[self._varies] - offset)
        return None if (least > most).any() else (least, most)

    def prices(self, prices: Array) -> Array:
        """The price of each unit of a column, with all that follow from it."""
        found: Array = np.bincount(self._leader[self._varies], prices[self._varies], len(self.low)).astype(float)
        return found

    def guess(self, guesses: Mapping[int, int], low: Array, high: Array) -> None:
        """Confines the columns to the guesses, where these are possible at all."""
        for column, value in guesses.items():
            if self._varies[column]:
                leader, guessed = self._leader[column], value - self._offset[column]
                if low[leader] <= guessed <= high[leader]:
                    low[leader] = high[leader] = guessed

    def all(self, values: Array) -> Array:
        """Every column's number from those of the columns that vary."""
        found: Array = np.where(self._varies, values[self._leader] if values.size else 0.0, 0.0) + self._offset
        return found


class _Solver:
    """HiGHS with a smaller program in it."""

    def __init__(self, small: _Small, is_whole: bool) -> None:
        self._highs = highspy.Highs()  # type: ignore[no-untyped-call]
        for name, value in _OPTIONS.items():
            self.set(name, value)
        self._highs.passModel(_as_highs(small, is_whole))
        self._low, self._high = small.low.copy(), small.high.copy()
        self._price = np.zeros(len(small.low))

    def set(self, option: str, value: bool | float | str) -> None:
        self._highs.setOptionValue(option, value)

    def run(self, low: Array, high: Array, price: Array) -> bool:
        """Whether anything fits."""
        self._change(low, high, price)
        self._highs.run()
        status = self._highs.getModelStatus()
        if status in (highspy.HighsModelStatus.kInfeasible, highspy.HighsModelStatus.kUnboundedOrInfeasible):
            return False
        if status not in (highspy.HighsModelStatus.kOptimal, highspy.HighsModelStatus.kModelEmpty):
            raise OutOfWorkError(str(status))
        return True

    def _change(self, low: Array, high: Array, price: Array) -> None:
        others = np.flatnonzero((low != self._low) | (high != self._high)).astype(np.int32)
        if others.size:
            self._highs.changeColsBounds(len(others), others, low[others], high[others])
            self._low, self._high = low.copy(), high.copy()
        dearer = np.flatnonzero(price != self._price).astype(np.int32)
        if dearer.size:
            self._highs.changeColsCost(len(dearer), dearer, price[dearer])
            self._price = price

    @property
    def has_found(self) -> bool:
        """Whether the last run left numbers that fit."""
        status = self._highs.getInfo().primal_solution_status
        return bool(status == highspy.SolutionStatus.kSolutionStatusFeasible)

    @property
    def values(self) -> Array:
        """The numbers that the last run left."""
        return np.array(self._highs.getSolution().col_value, float)


def _as_highs(small: _Small, is_whole: bool) -> highspy.HighsLp:
    model, rows = highspy.HighsLp(), small.rows
    model.num_col_, model.num_row_ = len(small.low), len(rows.low)
    model.col_lower_, model.col_upper_, model.col_cost_ = small.low, small.high, np.zeros(len(small.low))
    if is_whole:
        model.integrality_ = [highspy.HighsVarType.kInteger] * len(small.low)
    model.row_lower_, model.row_upper_ = rows.low, rows.high
    matrix = model.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.start_, matrix.index_, matrix.value_ = rows.start, rows.index, rows.times
    return model
