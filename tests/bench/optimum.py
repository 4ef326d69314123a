"""How far from the least the pattern found is: a proof by what no pattern can do without.

A *core* is a set of numbers of which at least one must be withheld, or else some goal cannot be met. The cheapest set
that takes one from each core costs no more than any pattern; where it is a pattern itself, it is the least there is.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable

from refugedesk.reporting.compute import compute
from refugedesk.reporting.disclosure import _Case, protect
from refugedesk.reporting.patterns import Goal, PatternSearch, _search_islands
from refugedesk.reporting.policies import DEFAULT
from refugedesk.reporting.programs import Program
from refugedesk.reporting.returns import definition
from refugedesk.reporting.tables import CountReturn, Place
from small_refuges import a_small_return
from stores import YEAR, city_refuge, city_refuge_service, extracts

ROUNDS = 60


class Bound:
    """What every pattern of some numbers that hang together must cost at least."""

    def __init__(self, search: PatternSearch, wanted: list[Goal]) -> None:
        self.search, self.wanted = search, wanted
        self.prices = search.situation.prices
        self.places = frozenset(place for place in search.places if place in self.prices)
        self.cores: set[frozenset[Place]] = set()

    def least(self) -> tuple[int, bool]:
        """The bound, and whether a pattern reaches it."""
        cost = 0
        for _ in range(ROUNDS):
            chosen = self._cheapest()
            cost = sum(self.prices[place] for place in chosen)
            if not self._more_cores(chosen):
                return cost, True
        return cost, False

    def _more_cores(self, chosen: frozenset[Place]) -> bool:
        """Cores that the choice misses, as far as they do not overlap; whether there are any."""
        withheld, before = set(chosen), len(self.cores)
        for goal in self.wanted:
            while not self._is_met(goal, withheld):
                core = self._core(goal, self.places - withheld)
                self.cores.add(core)
                withheld |= core
        return len(self.cores) > before

    def _is_met(self, goal: Goal, withheld: Iterable[Place]) -> bool:
        fixed = frozenset(withheld)
        return self.search._is_met(goal, fixed) or self.search._finds_free(goal, fixed, self.wanted)

    def _core(self, goal: Goal, shown: frozenset[Place]) -> frozenset[Place]:
        """As few of the shown numbers as keep the goal from being met, dearest first to be kept."""
        size = max(1, len(shown) // 2)
        left = sorted(shown, key=lambda place: (self.prices[place], place))
        while True:
            at = 0
            while at < len(left):
                fewer = left[:at] + left[at + size :]
                if self._is_met(goal, self.places - frozenset(fewer)):
                    at += size
                else:
                    left = fewer
            if size == 1:
                return frozenset(left)
            size //= 2

    def _cheapest(self) -> frozenset[Place]:
        program = Program()
        columns = {place: program.column(0, 1, self.prices[place]) for place in sorted(set().union(*self.cores))}
        for core in sorted(self.cores, key=sorted):
            program.row([(1, columns[place]) for place in sorted(core)], low=1)
        values = program.solve() if columns else []
        return frozenset(place for place, column in columns.items() if values and values[column])


def report(name: str, counts: CountReturn) -> None:
    """Prints what the pattern costs, and the least that any could."""
    knowledge = definition("commissioner").knowledge([table.shape for table in counts.tables], YEAR)
    case = _Case(counts, knowledge, DEFAULT, ())
    primary = frozenset(case.small) | case.under_small
    situation, wanted = case._situation(primary), case._goals()
    reasons = protect(counts, knowledge, DEFAULT).reasons
    mine = sum(situation.prices[place] for place in reasons if place in situation.prices)
    bound, is_reached = 0, True
    for island in _search_islands(situation):
        here = [goal for goal in wanted if goal.place in {*island.places}]
        if here:
            least, reached = Bound(island, here).least()
            bound, is_reached = bound + least, is_reached and reached
    number = sum(place in situation.prices for place in reasons)
    proof = "the least there is" if bound == mine else f"at most {100 * (mine - bound) / mine:.1f} % above the least"
    print(
        f"{name}: {number} numbers protect the small ones and cost {mine}; no pattern costs less than {bound}: {proof}"
    )


def main() -> None:
    """City Refuge's year, and some small refuges with their sizes on the command line."""
    report("City Refuge", compute(definition("commissioner"), city_refuge_service(), YEAR, extracts(city_refuge())))
    for size in map(int, sys.argv[1:]):
        report(f"{size} of its stays", a_small_return(size))


if __name__ == "__main__":
    main()
