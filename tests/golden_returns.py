"""A return as reviewed CSV: a line for every number, with what is printed beside it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from refugedesk.reporting.rounding import NO_BASE, half_up, share
from refugedesk.reporting.tables import CountReturn, CountTable, Place, Ratio

FOLDER = Path(__file__).parent / "golden"
RATIOS = ("percent", "row_percent", "column_percent", "monthly_average")


def texts_of(table: CountTable) -> dict[tuple[Place, str], str]:
    """Every percentage, average and statistic of the table by its place and name, as it would be printed."""
    statistics = {
        (place, ""): half_up(statistic.value, statistic.decimals) if statistic.value is not None else NO_BASE
        for place, statistic in table.statistics.items()
    }
    return statistics | {(ratio.at, ratio.name): _text(table, ratio) for ratio in table.shape.ratios}


def as_csv(counted: CountReturn) -> str:
    """The whole return: table, row, column, count (or statistic of days), and the ratios at that place."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(("table", "row", "column", "count", *RATIOS))
    writer.writerows(line for table in counted.tables for line in _lines(table))
    return file.getvalue()


def _lines(table: CountTable) -> Iterator[tuple[str, ...]]:
    texts = texts_of(table)
    places = list(dict.fromkeys((*table.shape.places(), *table.statistics, *(at for at, _ in texts))))
    for place in places:
        count = str(table.counts[place]) if place in table.counts else texts.get((place, ""), "")
        yield (*place, count, *(texts.get((place, name), "") for name in RATIOS))


def _text(table: CountTable, ratio: Ratio) -> str:
    over, less = (sum(table.counts[place] for place in places) for places in (ratio.over, ratio.less))
    bottom = over - less if ratio.divisor is None else ratio.divisor
    return share(table.counts[ratio.top], bottom, ratio.decimals, 100 if ratio.is_percent else 1)
