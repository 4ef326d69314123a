"""A return as reviewed CSV: a line for every number, with what is printed beside it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

from refugedesk.reporting.rounding import NO_BASE, half_up
from refugedesk.reporting.tables import CountReturn, CountTable, Place, Ratio

FOLDER = Path(__file__).parent / "golden"
RATIOS = ("percent", "row_percent", "column_percent", "monthly_average")
"""The columns that every file has; a return with other ratios has theirs after them."""


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
    found = (ratio.name for table in counted.tables for ratio in table.shape.ratios)
    names = tuple(dict.fromkeys((*RATIOS, *found)))
    writer.writerow(("table", "row", "column", "count", *names))
    writer.writerows(line for table in counted.tables for line in _lines(table, names))
    return file.getvalue()


def _lines(table: CountTable, names: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    texts = texts_of(table)
    places = list(dict.fromkeys((*table.shape.places(), *table.statistics, *(at for at, _ in texts))))
    for place in places:
        count = str(table.counts[place]) if place in table.counts else texts.get((place, ""), "")
        yield (*place, count, *(texts.get((place, name), "") for name in names))


def _text(table: CountTable, ratio: Ratio) -> str:
    exact = [_exact(table, each) for each in (ratio, ratio.minus) if each]
    values = [each for each in exact if each is not None]
    if len(values) < len(exact):
        return NO_BASE
    return half_up(values[0] - sum(values[1:]), ratio.decimals)


def _exact(table: CountTable, ratio: Ratio) -> Fraction | None:
    over, less = (sum(table.counts[place] for place in places) for places in (ratio.over, ratio.less))
    bottom = Fraction(over - less) if ratio.divisor is None else ratio.divisor
    return Fraction(table.counts[ratio.top] * (100 if ratio.is_percent else 1)) / bottom if bottom else None
