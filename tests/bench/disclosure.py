"""What protection costs a reader and how long it takes: ``make bench-disclosure``. Nothing here is a test."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable

from bench import optimum
from bench.big_stores import a_big_store
from bench.side_by_side import main as side_by_side
from refugedesk.reporting.compute import compute
from refugedesk.reporting.disclosure import CannotBeProtectedError, Protection, protect
from refugedesk.reporting.policies import DEFAULT, POLICIES
from refugedesk.reporting.returns import definition
from refugedesk.reporting.tables import CountReturn, Policy
from run_again import what_running_it_again_excludes
from small_refuges import SIZES, a_small_return
from small_returns import truth_of
from stores import SMALL_SERVICE, YEAR, city_refuge, city_refuge_service, extracts

HEAD = f"{'':28} {'written':8} {'numbers':>7} {'small':>6} {'withheld':>8} {'zeros':>6} {'whole':>6} {'seconds':>8}"


def main() -> None:
    """Prints a line a return, and a line for all of them together."""
    counts = compute(definition("commissioner"), city_refuge_service(), YEAR, extracts(city_refuge()))
    print("Each return protected and attacked; seconds are of the processor. whole: tables withheld whole, zeros too")
    print(HEAD)
    _line("City Refuge, 52 stays", counts)
    seeds = range(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
    policies(counts)
    optimum.report("City Refuge", counts)
    possible, excluded = what_running_it_again_excludes(range(60))
    print(f"A reader who runs the program herself on tables of five rows: {excluded} of {possible} values are excluded")
    side_by_side()
    big()
    print(f"\n{HEAD}")
    _sum([_line(f"{size} of its stays, seed {seed}", a_small_return(size, seed)) for seed in seeds for size in SIZES])


def big() -> None:
    """P6: a year over a usual and over a large store, counted, protected and attacked."""
    print()
    for stays in (3_000, 100_000):
        store, began = a_big_store(stays), time.process_time()
        counts = compute(definition("commissioner"), SMALL_SERVICE, YEAR, store)
        print(f"{stays:,} stays counted in {time.process_time() - began:.2f} s", flush=True)
        _line("a year of them", counts)


def policies(counts: CountReturn) -> None:
    """The same return protected in each other way there is."""
    for each in POLICIES.values():
        if each is not DEFAULT:
            _line(each.id, counts, each)


def _line(name: str, counts: CountReturn, by: Policy = DEFAULT) -> tuple[Protection | None, float]:
    began = time.process_time()
    knowledge = definition("commissioner").knowledge([table.shape for table in counts.tables], YEAR)
    try:
        protection = protect(counts, knowledge, by)
    except CannotBeProtectedError as error:
        took = time.process_time() - began
        print(f"{name:28} {'refused':8} {error.table} {took:8.2f}", flush=True)
        return None, took
    took, truth = time.process_time() - began, truth_of(counts)
    zeros = sum(truth.get(place) == 0 for place in protection.reasons)
    numbers = (protection.numbers, protection.small, protection.withheld, zeros, len(protection.whole_tables))
    print("{:28} {:8} {:7} {:6} {:8} {:6} {:6} {:8.2f}".format(name, "written", *numbers, took), flush=True)
    return protection, took


def _sum(lines: Iterable[tuple[Protection | None, float]]) -> None:
    every = list(lines)
    written = [protection for protection, _ in every if protection]
    withheld, numbers = sum(each.withheld for each in written), sum(each.numbers for each in written)
    some, whole = sum(bool(each.whole_tables) for each in written), sum(len(each.whole_tables) for each in written)
    print(
        f"{len(every)} small refuges: {len(every) - len(written)} refused, {withheld} of {numbers} numbers withheld"
        f" ({100 * withheld / numbers:.0f} %), {whole} tables given up whole in {some} returns,"
        f" {sum(took for _, took in every):.0f} s, the longest {max(took for _, took in every):.1f} s"
    )


if __name__ == "__main__":
    main()
