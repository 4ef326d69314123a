"""R1 and R3: a reader who knows the page about what must be withheld, and not one line of the product."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosing import COMMISSIONER, a_random_return_is_right_and_safe, what_she_learns, written
from outsider import Outsider
from refugedesk.reporting.compute import compute
from refugedesk.reporting.tables import Place
from small_refuges import a_small_return
from small_returns import truth_of
from stores import YEAR, city_refuge, city_refuge_service, extracts


def test_she_learns_nothing_from_city_refuges_year(tmp_path: Path) -> None:
    counts = compute(COMMISSIONER, city_refuge_service(), YEAR, extracts(city_refuge()))
    assert what_she_learns(counts, tmp_path / "year.json") == (75, [])


def test_she_can_break_a_file_that_withholds_the_small_counts_alone(tmp_path: Path) -> None:
    counts = compute(COMMISSIONER, city_refuge_service(), YEAR, extracts(city_refuge()))
    _, content = written(counts, tmp_path / "year.json")
    weak = Outsider(content)
    truth = truth_of(counts)
    for key in weak.withheld():
        if truth[Place(*key)] >= 5:
            weak.tell(key, truth[Place(*key)])
    small = [key for key in weak.withheld() if 0 < truth[Place(*key)] < 5]
    assert sum(values != {1, 2, 3, 4} for values in weak.possible(small).values()) > 5


@pytest.mark.parametrize(("stays", "seed"), [(17, 0), (29, 0)])
def test_she_learns_nothing_from_a_small_refuge(stays: int, seed: int, tmp_path: Path) -> None:
    small, learnt = what_she_learns(a_small_return(stays, seed), tmp_path / "small.json")
    assert small > 90
    assert learnt == []


def test_a_random_store_is_right_and_safe() -> None:
    assert a_random_return_is_right_and_safe(0)


@pytest.mark.slow
@pytest.mark.parametrize("hundred", range(100))
def test_ten_thousand_random_stores_are_right_and_safe(hundred: int) -> None:
    written = sum(a_random_return_is_right_and_safe(100 * hundred + seed) for seed in range(100))
    assert written >= 95
