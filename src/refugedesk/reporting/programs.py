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
_Array = np.ndarray[Any, np.dtype[np.float64]]
_NEAR = 1e-6
DIVES = 8
"""How many numbers that came out broken are made whole one by one before a program is solved in full."""
GUESSES = 4
"""How many earlier guesses that were right are tried again before a program is solved in full."""


class OutOfWorkError(Exception):
    """The search was given up after its share of work; the caller must not take that for an answer."""


class Program:
    """Whole numbers within bounds, sums of them within bounds, and a price for each to be kept low."""

    def __init__(self) -> None:
        self._columns: list[tuple[float, float, float]] = []
        self._rows: list[tuple[tuple[tuple[int, int], ...], float, float]] = []
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
        found = self.solve()
        if found is not None:
            right = {column: found[column] for column in self._guesses}
            self._earlier = [right, *(each for each in self._earlier if each != right)][:GUESSES]
        return found

    def nearest(self) -> Sequence[int] | None:
        """The cheapest whole numbers that fit with the guesses, if they are easily found; None says nothing."""
        return self._ready().relaxed(self._guesses)

    def _ready(self) -> _Model:
        if self._model is None:
            self._model = _Model(self._columns, self._rows, self._switches)
        return self._model


class _Model:
    """A program as arrays, and the two solvers that work on it: for whole numbers, and for any."""

    def __init__(
        self, columns: Sequence[tuple[float, float, float]], rows: Sequence[Any], switches: Sequence[int]
    ) -> None:
        lows, highs, prices = zip(*columns, strict=True) if columns else ((), (), ())
        self._low, self._high = np.array(lows, float), np.array(highs, float)
        self._price = np.array(prices, float)
        self._row_low = np.array([low for _, low, _ in rows], float)
        self._row_high = np.array([high for _, _, high in rows], float)
        self._start = np.cumsum([0, *(len(terms) for terms, _, _ in rows)], dtype=np.int32)
        entries = [entry for terms, _, _ in rows for entry in terms]
        self._index = np.array([column for _, column in entries], np.int32)
        self._times = np.array([times for times, _ in entries], float)
        self._switches = np.array(switches, np.int32)
        self._solvers: dict[bool, highspy.Highs] = {}
        self._every = np.arange(len(columns), dtype=np.int32)

    def confine(self, column: int, low: float, high: float) -> None:
        self._low[column], self._high[column] = low, high

    def price(self, column: int, price: float) -> None:
        self._price[column] = price

    def may_fit(self) -> bool:
        """Whether anything fits if fractions are allowed."""
        return self._run(self._solver(is_whole=False), self._low, self._high)

    def best(self, branches: int) -> Sequence[int] | None:
        """The cheapest whole numbers found after so many branches, or None where none were."""
        solver = self._solver(is_whole=True)
        solver.setOptionValue("mip_max_nodes", branches)
        try:
            self._run(solver, self._low, self._high)
        except OutOfWorkError:
            pass
        finally:
            solver.setOptionValue("mip_max_nodes", NODES)
        is_found = solver.getInfo().primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
        return self._whole(solver) if is_found else None

    def cheapest(self) -> Sequence[int] | None:
        """The cheapest whole numbers. That nothing fits is believed where not even fractions do, or else without
        presolve only: HiGHS 1.15.1 was seen to err with it.
        """
        if not self.may_fit():
            return None
        solver = self._solver(is_whole=True)
        for presolve in ("choose", "off"):
            solver.setOptionValue("presolve", presolve)
            if self._run(solver, self._low, self._high):
                return self._whole(solver) or self._inexact()
        return None

    def relaxed(self, guesses: Mapping[int, int]) -> Sequence[int] | None:
        """What fits with the guesses taken for certain, if whole numbers are soon found; None says nothing."""
        low, high = self._low.copy(), self._high.copy()
        for column, value in guesses.items():
            if low[column] <= value <= high[column]:
                low[column] = high[column] = value
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

    def _dive(self, solver: highspy.Highs, low: _Array, high: _Array, column: int, value: float) -> bool:
        """Make one number whole, up or else down; whether anything fits then."""
        ends = low[column], high[column]
        for end in (np.ceil(value), np.floor(value)):
            low[column] = high[column] = end
            if ends[0] <= end <= ends[1] and self._run(solver, low, high):
                return True
        return False

    def _run(self, solver: highspy.Highs, low: _Array, high: _Array) -> bool:
        """Whether anything fits."""
        number = len(self._every)
        solver.changeColsBounds(number, self._every, low, high)
        solver.changeColsCost(number, self._every, self._price)
        solver.run()
        status = solver.getModelStatus()
        if status in (highspy.HighsModelStatus.kInfeasible, highspy.HighsModelStatus.kUnboundedOrInfeasible):
            return False
        if status not in (highspy.HighsModelStatus.kOptimal, highspy.HighsModelStatus.kModelEmpty):
            raise OutOfWorkError(str(status))
        return True

    def _whole(self, solver: highspy.Highs) -> Sequence[int] | None:
        """The solver's numbers, if they are whole and fit exactly."""
        values = self._values(solver)
        whole = np.rint(values)
        if values.size and np.abs(values - whole).max() > _NEAR:
            return None
        return [int(value) for value in whole] if self._fits(whole) else None

    def _values(self, solver: highspy.Highs) -> _Array:
        """The solver's numbers, with every switch made that is needed in part."""
        values = np.array(solver.getSolution().col_value, float)
        values[self._switches] = np.ceil(values[self._switches] - _NEAR)
        return values

    def _fits(self, values: _Array) -> bool:
        """Whether the numbers are within all bounds; sums of whole numbers this small are exact."""
        running = np.concatenate(([0.0], np.cumsum(self._times * values[self._index])))
        sums = running[self._start[1:]] - running[self._start[:-1]]
        return bool(
            (sums >= self._row_low).all()
            and (sums <= self._row_high).all()
            and (values >= self._low).all()
            and (values <= self._high).all()
        )

    def _inexact(self) -> Sequence[int]:
        raise OutOfWorkError("not exact")

    def _solver(self, is_whole: bool) -> highspy.Highs:
        if is_whole not in self._solvers:
            solver = self._solvers[is_whole] = highspy.Highs()  # type: ignore[no-untyped-call]
            for name, value in _OPTIONS.items():
                solver.setOptionValue(name, value)
            solver.passModel(self._as_highs(is_whole))
        return self._solvers[is_whole]

    def _as_highs(self, is_whole: bool) -> highspy.HighsLp:
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = len(self._low), len(self._row_low)
        model.col_lower_, model.col_upper_, model.col_cost_ = self._low, self._high, self._price
        if is_whole:
            model.integrality_ = [highspy.HighsVarType.kInteger] * len(self._low)
        model.row_lower_, model.row_upper_ = self._row_low, self._row_high
        matrix = model.a_matrix_
        matrix.format_ = highspy.MatrixFormat.kRowwise
        matrix.start_, matrix.index_, matrix.value_ = self._start, self._index, self._times
        return model
