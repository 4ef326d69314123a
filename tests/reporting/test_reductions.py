"""A program made smaller has the same worlds as the one it was made from, by trying every one of them."""

from __future__ import annotations

from itertools import product
from random import Random

import pytest

from refugedesk.reporting.programs import Program
from refugedesk.reporting.reductions import Column, Row, reduced

WIDEST = 4


def a_program(chance: Random) -> tuple[list[Column], list[Row]]:
    """Three or four small numbers, and rows such as tables give: sums, equal numbers, differences, bounds."""
    columns: list[Column] = [(0, chance.randint(0, WIDEST), 1) for _ in range(chance.randint(3, 4))]
    rows: list[Row] = []
    for _ in range(chance.randint(1, 5)):
        among = chance.sample(range(len(columns)), chance.randint(1, 3))
        terms = tuple((chance.choice((-1, 1, 1, 2)), column) for column in among)
        low = chance.randint(-3, 5)
        rows.append((terms, low, low + chance.choice((0, 0, 1, 4))))
    return columns, rows


def fits(values: tuple[int, ...] | dict[int, int], rows: list[Row]) -> bool:
    return all(low <= sum(n * values[at] for n, at in terms) <= high for terms, low, high in rows)


def worlds(columns: list[Column], rows: list[Row]) -> set[tuple[int, ...]]:
    every = product(*(range(int(low), int(high) + 1) for low, high, _ in columns))
    return {
        each for each in every if all(low <= sum(n * each[at] for n, at in terms) <= high for terms, low, high in rows)
    }


def worlds_of_the_smaller(columns: list[Column], rows: list[Row]) -> set[tuple[int, ...]]:
    small = reduced(columns, rows, ())
    vary = [at for at in small.kept if small.low[at] != small.high[at]]
    found = set()
    for values in product(*(range(int(small.low[at]), int(small.high[at]) + 1) for at in vary)):
        at_leaders = {at: int(low) for at, low in enumerate(small.low)} | dict(zip(vary, values, strict=True))
        if fits(at_leaders, small.rows):
            found.add(tuple(at_leaders[each] + more for each, more in zip(small.leader, small.offset, strict=True)))
    return {
        each for each in found if all(low <= value <= high for value, (low, high, _) in zip(each, columns, strict=True))
    }


@pytest.mark.parametrize("seed", range(60))
def test_no_world_is_lost_and_none_is_gained(seed: int) -> None:
    chance = Random(seed)
    for _ in range(20):
        columns, rows = a_program(chance)
        assert worlds_of_the_smaller(columns, rows) == worlds(columns, rows), (columns, rows)


@pytest.mark.parametrize("seed", range(40))
def test_the_cheapest_that_is_found_is_the_cheapest_there_is(seed: int) -> None:
    chance = Random(1000 + seed)
    for _ in range(10):
        columns, rows = a_program(chance)
        program = Program()
        for low, high, price in columns:
            program.column(low, high, price)
        for terms, low, high in rows:
            program.row(terms, low, high)
        found, every = program.solve(), worlds(columns, rows)
        assert (found is None) == (not every), (columns, rows)
        assert found is None or sum(found) == min(map(sum, every)), (columns, rows)
