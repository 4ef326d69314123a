"""What shown statistics on lengths of stay say about how many stays were long.

A length is a whole number of days. Put in order, the lengths at the places that a median or a quartile is read
from, and the sums of those between them, are the only numbers that matter: a small program over these is exact.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from refugedesk.reporting.programs import Program
from refugedesk.reporting.relations import Lengths
from refugedesk.reporting.rounding import NO_BASE
from refugedesk.reporting.tables import Place

NEEDED = {"mean": 5, "median": 10, "quartile": 20}
"""Closed stays that a statistic needs before it may be shown."""
EXACT = 100
"""Up to so many closed stays every number of long ones is tried."""


def closed_needed(lengths: Lengths) -> Mapping[Place, int]:
    """How many closed stays each statistic needs; ``longest_days`` is not among them, for it is never shown."""
    quartile = NEEDED["quartile"]
    return {
        lengths.mean: NEEDED["mean"],
        lengths.median: NEEDED["median"],
        lengths.lower_quartile: quartile,
        lengths.upper_quartile: quartile,
    }


def long_stays_between(closed: int, texts: Mapping[Place, str], lengths: Lengths, near: int) -> tuple[int, int] | None:
    """The fewest and the most stays over the limit that the shown statistics leave possible; None where none is.

    Args:
        closed: how many stays closed.
        texts: the statistics that are shown.
        near: beside more than ``EXACT`` closed stays, exact for numbers that are at most this far from none or from
            all, and no more than a bound for those between.
    """
    if closed == 0 or not any(text != NO_BASE for text in texts.values()):
        return (0, closed if lengths.longest_days > lengths.limit_days else 0)
    ordered = _OrderedLengths(closed, texts, lengths)
    numbers, near = range(closed + 1), near if closed > EXACT else closed
    few = [number for number in numbers if number <= near]
    many = [number for number in reversed(numbers) if closed - number <= near]
    low = next((number for number in few if ordered.allow(number)), min(near + 1, closed + 1))
    high = next((number for number in many if ordered.allow(number)), max(closed - near - 1, -1))
    return (low, high) if low <= high else None


@dataclass(frozen=True)
class _OrderedLengths:
    """The lengths of ``closed`` stays in rising order, as far as the statistics pin them down."""

    closed: int
    texts: Mapping[Place, str]
    lengths: Lengths

    def allow(self, over: int) -> bool:
        """Whether just that many of them can be over the limit."""
        if over and self.lengths.longest_days <= self.lengths.limit_days:
            return False
        program = Program()
        at = self._columns(program, over)
        sums = self._sums(program, at)
        self._add_mean(program, [*at.values(), *sums])
        for place, quarter in self._quarters():
            self._add_quantile(program, at, place, quarter)
        return program.solve() is not None

    def _quarters(self) -> list[tuple[Place, int]]:
        named = ((self.lengths.lower_quartile, 1), (self.lengths.median, 2), (self.lengths.upper_quartile, 3))
        return [(place, quarter) for place, quarter in named if self.texts.get(place, NO_BASE) != NO_BASE]

    def _columns(self, program: Program, over: int) -> dict[int, int]:
        """A column for each position that matters: position -> column."""
        short = self.closed - over
        positions = {1, self.closed, short, short + 1}
        for _, quarter in self._quarters():
            position = 1 + (self.closed - 1) * quarter // 4
            positions |= {position, position + 1}
        within = sorted(position for position in positions if 1 <= position <= self.closed)
        limit, longest = self.lengths.limit_days, self.lengths.longest_days
        return {
            position: program.column(*((0, min(limit, longest)) if position <= short else (limit + 1, longest)))
            for position in within
        }

    def _sums(self, program: Program, at: Mapping[int, int]) -> list[int]:
        """The lengths rise; the sum of those between two positions is anything that their ends allow."""
        sums: list[int] = []
        for (left, low), (right, high) in pairwise(at.items()):
            program.row([(1, high), (-1, low)], low=0)
            between = right - left - 1
            if between:
                total = program.column(0, between * self.lengths.longest_days)
                program.row([(1, total), (-between, low)], low=0)
                program.row([(1, total), (-between, high)], high=0)
                sums.append(total)
        return sums

    def _add_mean(self, program: Program, days: list[int]) -> None:
        text = self.texts.get(self.lengths.mean, NO_BASE)
        if text != NO_BASE:
            value, unit = scaled(text)
            terms = [(2 * unit, column) for column in days]
            program.row(terms, (2 * value - 1) * self.closed, (2 * value + 1) * self.closed - 1)

    def _add_quantile(self, program: Program, at: Mapping[int, int], place: Place, quarter: int) -> None:
        value, unit = scaled(self.texts[place])
        position, fourths = 1 + (self.closed - 1) * quarter // 4, (self.closed - 1) * quarter % 4
        terms = [(2 * unit * (4 - fourths), at[position])]
        if fourths:
            terms.append((2 * unit * fourths, at[position + 1]))
        program.row(terms, (2 * value - 1) * 4, (2 * value + 1) * 4 - 1)


def scaled(text: str) -> tuple[int, int]:
    """A printed number in units of its last digit, and how many of these make one: "57.0" is 570 and 10."""
    whole, _, decimals = text.partition(".")
    return int(whole + decimals), 10 ** len(decimals)


def statistics_that_may_be_shown(
    closed: int,
    texts: Mapping[Place, str],
    lengths: Lengths,
    long_stays: Sequence[tuple[int, int]],
) -> frozenset[Place]:
    """The statistics that may stand beside ``closed``, taken in order as long as none says too much.

    Args:
        closed: how many stays closed, a number that is shown.
        long_stays: for each pair (both ends included) some number of stays over the limit between the two must
            remain possible.
    """
    shown: dict[Place, str] = {}
    for place, needed in closed_needed(lengths).items():
        if closed >= needed and place in texts:
            more = {**shown, place: texts[place]}
            ordered = _OrderedLengths(closed, more, lengths)
            if all(any(ordered.allow(over) for over in range(low, high + 1)) for low, high in long_stays):
                shown = more
    return frozenset(shown)
