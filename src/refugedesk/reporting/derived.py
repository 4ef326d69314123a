"""The texts that are worked out from exact counts: percentages, averages and statistics of days."""

from __future__ import annotations

from collections.abc import Mapping

from refugedesk.reporting.rounding import NO_BASE, half_up, share
from refugedesk.reporting.tables import CountTable, Place, Ratio


def statistic_texts(table: CountTable) -> dict[Place, str]:
    """Every statistic of the table as it is printed."""
    return {
        place: NO_BASE if each.value is None else half_up(each.value, each.decimals)
        for place, each in table.statistics.items()
    }


def ratio_text(counts: Mapping[Place, int], ratio: Ratio) -> str:
    """A percentage or an average of those counts as it is printed."""
    bottom = ratio_bottom(counts, ratio) if ratio.divisor is None else ratio.divisor
    return share(counts[ratio.top], bottom, ratio.decimals, 100 if ratio.is_percent else 1)


def ratio_bottom(counts: Mapping[Place, int], ratio: Ratio) -> int:
    """The number that a percentage of those counts is of."""
    return sum(counts[place] for place in ratio.over) - sum(counts[place] for place in ratio.less)
