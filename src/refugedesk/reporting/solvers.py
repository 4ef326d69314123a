"""A program as arrays, and HiGHS with it: the smaller program that is solved, and every row of the whole one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import highspy
import numpy as np

from refugedesk.reporting.reductions import Reduced, Row

NODES = 20_000
"""Branches after which a search is given up: thousands of times what a usual return needs."""
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


class OutOfWorkError(Exception):
    """The search was given up after its share of work; the caller must not take that for an answer."""


class Rows:
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


class Small:
    """The smaller program as arrays: the columns that still vary, and what the others follow from."""

    def __init__(self, found: Reduced, switches: Sequence[int]) -> None:
        vary = [column for column in found.kept if found.low[column] != found.high[column]]
        where = {column: at for at, column in enumerate(vary)}
        self.low = np.array([found.low[column] for column in vary], float)
        self.high = np.array([found.high[column] for column in vary], float)
        self.rows = Rows([(tuple((n, where[at]) for n, at in terms), least, most) for terms, least, most in found.rows])
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


class Solver:
    """HiGHS with a smaller program in it."""

    def __init__(self, small: Small, is_whole: bool) -> None:
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


def _as_highs(small: Small, is_whole: bool) -> highspy.HighsLp:
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
