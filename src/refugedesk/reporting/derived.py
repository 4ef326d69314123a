"""The texts that are worked out from exact counts: percentages, averages and statistics of days."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from refugedesk.reporting.rounding import NO_BASE, half_up, share
from refugedesk.reporting.tables import CountTable, Place, Ratio


def statistic_texts(table: CountTable) -> dict[Place, str]:
    """Every statistic of the table as it is printed."""
    return {
        place: NO_BASE if each.value is None else half_up(each.value, each.decimals)
        for place, each in table.statistics.items()
    }


def ratio_text(counts: Mapping[Place, int], ratio: Ratio) -> str:
    """A percentage, an average or the change of one, of those counts as it is printed."""
    if ratio.minus:
        now, before = _exactly(counts, ratio), _exactly(counts, ratio.minus)
        return NO_BASE if now is None or before is None else half_up(now - before, ratio.decimals)
    bottom = ratio_bottom(counts, ratio) if ratio.divisor is None else ratio.divisor
    return share(counts[ratio.top], bottom, ratio.decimals, 100 if ratio.is_percent else 1)


def ratio_bottom(counts: Mapping[Place, int], ratio: Ratio) -> int:
    """The number that a percentage of those counts is of."""
    return sum(counts[place] for place in ratio.over) - sum(counts[place] for place in ratio.less)


def _exactly(counts: Mapping[Place, int], ratio: Ratio) -> Fraction | None:
    """The ratio before rounding; None of a zero bottom."""
    bottom = Fraction(ratio_bottom(counts, ratio)) if ratio.divisor is None else ratio.divisor
    return Fraction(counts[ratio.top] * (100 if ratio.is_percent else 1)) / bottom if bottom else None
