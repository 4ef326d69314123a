"""R1 and R3: a reader who knows the page about what must be withheld, and not one line of the product."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from random import Random

import pytest

from counted_by_hand import HandCount
from outsider import Outsider
from refugedesk.domain.spans import Period
from refugedesk.reporting.attack import Published, attack
from refugedesk.reporting.compute import compute
from refugedesk.reporting.disclosure import CannotBeProtectedError, Protection, protect
from refugedesk.reporting.policies import DEFAULT
from refugedesk.reporting.returns import definition
from refugedesk.reporting.tables import CountReturn, Place
from refugedesk.reporting.writers.files import write
from small_refuges import a_small_return
from small_returns import truth_of
from stores import SMALL_SERVICE, YEAR, a_random_store, city_refuge, city_refuge_service, extracts

COMMISSIONER = definition("commissioner")


def written(counts: CountReturn, file: Path) -> tuple[Protection, str]:
    knowledge = COMMISSIONER.knowledge([table.shape for table in counts.tables], counts.heading.period)
    protection = protect(counts, knowledge, DEFAULT)
    write(protection.release, file)
    return protection, file.read_text(encoding="utf-8")


def what_she_learns(counts: CountReturn, file: Path) -> tuple[int, list[Place]]:
    """How many small counts there are, and those of which she can rule out a value from 1 to 4."""
    protection, content = written(counts, file)
    reader, truth = Outsider(content), truth_of(counts)
    shown = {Place(*key): value for key, value in reader.numbers.items() if value is not None}
    assert shown.items() <= truth.items()
    small = [key for key in reader.withheld() if 0 < truth[Place(*key)] < 5]
    assert len(small) == protection.small
    possible = reader.possible(small)
    return len(small), [Place(*key) for key, values in possible.items() if values != {1, 2, 3, 4}]


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


PERIOD = Period(date(2019, 11, 1), date(2020, 10, 31))


def a_random_return_is_right_and_safe(seed: int) -> bool:
    """Whether it was written; what it shows is what a count by hand finds, and the attack finds nothing."""
    store = a_random_store(Random(seed))
    counts = compute(COMMISSIONER, SMALL_SERVICE, PERIOD, extracts(store))
    hand = HandCount(store, "Coventry", SMALL_SERVICE.wards, PERIOD.first, PERIOD.last)
    knowledge = COMMISSIONER.knowledge([table.shape for table in counts.tables], PERIOD)
    try:
        protection = protect(counts, knowledge, DEFAULT)
    except CannotBeProtectedError:
        return False
    published = Published.release(protection.release)
    assert published.shown.items() <= hand.counts.items()
    assert published.derived.items() <= {**hand.texts}.items()
    assert not any(0 < count < 5 and place.table != "occupancy" for place, count in published.shown.items())
    assert attack(published, knowledge, hand.counts) == ()
    return True


def test_a_random_store_is_right_and_safe() -> None:
    assert a_random_return_is_right_and_safe(0)


@pytest.mark.slow
@pytest.mark.parametrize("hundred", range(100))
def test_ten_thousand_random_stores_are_right_and_safe(hundred: int) -> None:
    written = sum(a_random_return_is_right_and_safe(100 * hundred + seed) for seed in range(100))
    assert written >= 95
