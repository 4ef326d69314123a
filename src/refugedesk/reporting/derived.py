"""The texts that are worked out from exact counts: percentages, averages and statistics of days."""

from __future__ import annotations

from refugedesk.reporting.rounding import NO_BASE, half_up, share
from refugedesk.reporting.tables import CountTable, Place, Ratio


def statistic_texts(table: CountTable) -> dict[Place, str]:
    """Every statistic of the table as it is printed."""
    return {
        place: NO_BASE if each.value is None else half_up(each.value, each.decimals)
        for place, each in table.statistics.items()
    }


def ratio_text(table: CountTable, ratio: Ratio) -> str:
    """A percentage or an average of the table as it is printed."""
    over = sum(table.counts[place] for place in ratio.over) - sum(table.counts[place] for place in ratio.less)
    bottom = over if ratio.divisor is None else ratio.divisor
    return share(table.counts[ratio.top], bottom, ratio.decimals, 100 if ratio.is_percent else 1)
