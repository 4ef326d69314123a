"""A reader who has the program too: which values she excludes because it would have withheld other numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from random import Random

from refugedesk.reporting.disclosure import protect
from refugedesk.reporting.policies import DEFAULT
from small_returns import a_return, counted, known, one_way, truth_of

SHAPE = one_way("t", ("a", "b", "c", "d", "e"))
Counts = Mapping[str, int]


def what_running_it_again_excludes(seeds: Iterable[int]) -> tuple[int, int]:
    """Of how many values that the file leaves possible for small counts, and how many of them no rerun confirms."""
    possible = excluded = 0
    for seed in seeds:
        chance = Random(seed)
        counts = {row: chance.choice((0, 0, 1, 2, 3, 4, 5, 6, 8, 12, 20, 40)) for row in "abcde"}
        withheld = _withheld(counts)
        if withheld and "" not in withheld and len(withheld) < 4:
            same = [world for world in _worlds(counts, withheld) if _withheld(world) == withheld]
            for row in (each for each in withheld if 0 < counts[each] < 5):
                possible, excluded = possible + 4, excluded + len({1, 2, 3, 4} - {world[row] for world in same})
    return possible, excluded


def _withheld(counts: Counts) -> list[str]:
    """The rows that are withheld of those counts; the base is an empty one."""
    table = a_return(counted(SHAPE, counts))
    protection = protect(table, known(SHAPE), DEFAULT)
    (safe,) = protection.release.tables
    assert safe.shown.items() <= truth_of(table).items()
    return sorted(place.row for place in protection.reasons)


def _worlds(counts: Counts, withheld: list[str]) -> Iterator[dict[str, int]]:
    """Every way in which the withheld rows could share their sum, none of them zero."""
    together = sum(counts[row] for row in withheld)
    for some in product(range(1, together), repeat=len(withheld) - 1):
        if sum(some) < together:
            world = {**counts, **dict(zip(withheld, (*some, together - sum(some)), strict=True))}
            if any(world[row] < 5 for row in withheld):
                yield world
