"""Returns protected, written, and read by the outsider; random stores counted by hand beside what is shown."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from random import Random

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
from small_returns import truth_of
from stores import SMALL_SERVICE, a_random_store, extracts

COMMISSIONER = definition("commissioner")
PERIOD = Period(date(2019, 11, 1), date(2020, 10, 31))


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
