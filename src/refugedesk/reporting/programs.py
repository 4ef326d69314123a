"""Integer programs, solved the same way every time: one thread, one seed, stopped by work done and never by a clock."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

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


class OutOfWorkError(Exception):
    """The search was given up after its share of work; the caller must not take that for an answer."""


class Program:
    """Whole numbers within bounds, sums of them within bounds, and a price for each to be kept low."""

    def __init__(self) -> None:
        self._columns: list[tuple[float, float, float]] = []
        self._rows: list[tuple[tuple[tuple[int, int], ...], float, float]] = []
        self._solver: highspy.Highs | None = None

    def column(self, low: float, high: float, price: float = 0) -> int:
        """A new whole number between the two; its index."""
        self._columns.append((low, high, price))
        return len(self._columns) - 1

    def row(self, terms: Iterable[tuple[int, int]], low: float = -INFINITE, high: float = INFINITE) -> None:
        """The sum of coefficient x column lies between the two."""
        self._rows.append((tuple(terms), low, high))

    def bounds(self, column: int) -> tuple[float, float]:
        """What the column was made with."""
        low, high, _ = self._columns[column]
        return low, high

    def confine(self, column: int, low: float, high: float) -> None:
        """From now on the column lies between the two."""
        self._ready().changeColBounds(column, low, high)

    def price(self, column: int, price: float) -> None:
        """From now on each unit of the column costs that."""
        self._ready().changeColCost(column, price)

    def solve(self) -> Sequence[int] | None:
        """The cheapest whole numbers that fit, or None where there are none.

        Raises:
            OutOfWorkError: the search was given up.
        """
        found = self._run(presolve="choose")
        return found if found is not None else self._run(presolve="off")

    def _run(self, presolve: str) -> Sequence[int] | None:
        """One search. That nothing fits is believed without presolve only: HiGHS 1.15.1 was seen to err with it."""
        solver = self._ready()
        solver.setOptionValue("presolve", presolve)
        solver.run()
        status = solver.getModelStatus()
        if status == highspy.HighsModelStatus.kOptimal:
            return [round(value) for value in solver.getSolution().col_value]
        if status in (highspy.HighsModelStatus.kInfeasible, highspy.HighsModelStatus.kUnboundedOrInfeasible):
            return None
        raise OutOfWorkError(str(status))

    def _ready(self) -> highspy.Highs:
        if self._solver is None:
            self._solver = highspy.Highs()  # type: ignore[no-untyped-call]
            for name, value in _OPTIONS.items():
                self._solver.setOptionValue(name, value)
            self._solver.passModel(self._model())
        return self._solver

    def _model(self) -> highspy.HighsLp:
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = len(self._columns), len(self._rows)
        lows, highs, prices = zip(*self._columns, strict=True) if self._columns else ((), (), ())
        model.col_lower_, model.col_upper_ = np.array(lows, float), np.array(highs, float)
        model.col_cost_ = np.array(prices, float)
        model.integrality_ = [highspy.HighsVarType.kInteger] * len(self._columns)
        model.row_lower_ = np.array([low for _, low, _ in self._rows], float)
        model.row_upper_ = np.array([high for _, _, high in self._rows], float)
        matrix = model.a_matrix_
        matrix.format_ = highspy.MatrixFormat.kRowwise
        matrix.start_ = np.cumsum([0, *(len(terms) for terms, _, _ in self._rows)], dtype=np.int32)
        entries = [entry for terms, _, _ in self._rows for entry in terms]
        matrix.index_ = np.array([column for _, column in entries], np.int32)
        matrix.value_ = np.array([times for times, _ in entries], float)
        return model
