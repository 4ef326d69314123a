"""A printed return as one tidy CSV file: a line for every number, everything needed to read it in columns.

The heading of the return stands in the first columns of every line, so that files of several periods can be
laid one under another. ``measure`` says what the value is: base, total, count, days, or a ratio's name; margins
are never called count, so adding up the counts of a one-way table counts nobody twice. A withheld value is ``[c]``, a
share of nothing ``-``. A formal revision and a text of the service's own stand in lines without a table at the end,
with the measures ``revision`` and ``narrative``. UTF-8 with a byte order mark, which spreadsheets need and scripts
skip (``utf-8-sig``).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from refugedesk.reporting.tables import Heading, Layout, Line, Place, PrintedTable, Shape
from refugedesk.reporting.writers.figures import WITHHELD, Figure, Printout, figures, is_statistic, value_of
from refugedesk.reporting.writers.texts import harmless

COLUMNS = (
    *("definition", "version", "service", "home_authority", "from", "to", "policy", "threshold"),
    *("table", "title", "counts", "of", "row", "row_label", "column", "column_label", "measure", "value"),
)

REVISION, NARRATIVE = "revision", "narrative"
_BLANK = ("",) * (len(COLUMNS) - 10)


def csv_bytes(printout: Printout) -> bytes:
    """The return as CSV; the same return gives the same bytes."""
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(COLUMNS)
    heading = csv_heading(printout)
    for table in printout.tables:
        writer.writerows((*heading, *line) for line in _lines(table))
    writer.writerows((*heading, *_BLANK, name, harmless(value)) for name, value in extras(printout.heading).items())
    return text.getvalue().encode("utf-8-sig")


def extras(heading: Heading) -> dict[str, str]:
    """What a first issue without a text has not, by measure."""
    found = {REVISION: str(heading.revision or ""), NARRATIVE: heading.narrative}
    return {name: value for name, value in found.items() if value}


def csv_heading(printout: Printout) -> tuple[str, ...]:
    """The first columns of every line: which return this is, and how it is protected."""
    heading, policy = printout.heading, printout.policy
    return (
        harmless(heading.definition),
        harmless(heading.version),
        harmless(heading.service),
        harmless(heading.home_authority),
        heading.period.first.isoformat(),
        heading.period.last.isoformat(),
        harmless(policy.id) if policy else "none",
        str(policy.threshold) if policy else "",
    )


def _lines(table: PrintedTable) -> Iterator[tuple[str, ...]]:
    words = figure_words(table.shape)
    for figure, columns in words.items():
        value = value_of(table, figure)
        yield (*columns, WITHHELD if value is None else str(value))


def figure_words(shape: Shape) -> dict[Figure, tuple[str, ...]]:
    """Every figure of the table with the columns that name it, all but its value."""
    titles = tuple(harmless(text) for text in (shape.id, shape.title, shape.counts, shape.of))
    rows = {row.code: row for row in shape.rows}
    columns = {column.code: column for column in shape.columns}
    return {
        figure: (
            *titles,
            *_code_and_label(rows, figure.place.row),
            *_code_and_label(columns, figure.place.column),
            measure_of(shape, figure),
        )
        for figure in figures(shape)
    }


def _code_and_label(lines: dict[str, Line], code: str) -> tuple[str, str]:
    return (harmless(code), harmless(lines[code].label)) if code else ("", "")


def measure_of(shape: Shape, figure: Figure) -> str:
    """What the value is: base, total, count, days, or a ratio's name."""
    if figure.name:
        return figure.name
    if is_statistic(shape, figure):
        return "days"
    if figure.place == Place(shape.id):
        return "base"
    is_margin = shape.layout in (Layout.CROSS, Layout.COLUMNS) and "" in figure.place
    return "total" if is_margin else "count"
