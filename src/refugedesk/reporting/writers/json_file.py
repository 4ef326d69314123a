"""A printed return as JSON, in the form ``refugedesk-return/1`` that other systems rely on.

In a row or a cell a withheld count is null with ``"withheld": true`` beside it; elsewhere null alone.
"""

from __future__ import annotations

import json
from typing import Any

from refugedesk.reporting.tables import Heading, Layout, Line, Place, Policy, PrintedTable, Shape
from refugedesk.reporting.writers.figures import Printout, count_at, ratio_names, text_at

FORMAT = "refugedesk-return/1"

Entry = dict[str, Any]


def json_bytes(printout: Printout) -> bytes:
    """The return as UTF-8 JSON with a newline at the end; the same return gives the same bytes."""
    text = json.dumps(json_document(printout), ensure_ascii=False, indent=1, allow_nan=False)
    return (text + "\n").encode("utf-8", errors="replace")


def json_document(printout: Printout) -> Entry:
    """The return as the dictionaries and lists that become the JSON document."""
    heading = printout.heading
    return {
        "format": FORMAT,
        "definition": {"id": heading.definition, "version": heading.version},
        "service": heading.service,
        "home_authority": heading.home_authority,
        "period": {"from": heading.period.first.isoformat(), "to": heading.period.last.isoformat()},
        "protection": _protection(printout.policy),
        **_extras(heading),
        "tables": [table_entry(table) for table in printout.tables],
    }


def _extras(heading: Heading) -> Entry:
    """What a first issue without a text has not: its revision and the text."""
    revision: Entry = {"revision": heading.revision} if heading.revision else {}
    return revision | ({"narrative": heading.narrative} if heading.narrative else {})


def table_entry(table: PrintedTable) -> Entry:
    """One table as JSON: its headings, then its numbers as its layout prints them."""
    shape = table.shape
    titles: Entry = {"id": shape.id, "title": shape.title, "counts": shape.counts, "of": shape.of}
    return titles | _Numbers(table).entry()


def _protection(policy: Policy | None) -> Entry:
    return {"policy": policy.id, "threshold": policy.threshold} if policy else {"policy": "none"}


class _Numbers:
    """The numbers of one table, each under the key that the format gives it."""

    def __init__(self, table: PrintedTable) -> None:
        self.table, self.shape = table, table.shape
        self.names = ratio_names(table.shape)

    def entry(self) -> Entry:
        """What follows the headings of the table."""
        if self.shape.layout is Layout.MEASURES:
            return {"measures": {row.code: self.measure(row) for row in self.shape.rows}}
        base = Place(self.shape.id)
        margin = {"base": count_at(self.table, base)} | self.ratios(base) if self.shape.has_base else {}
        if self.shape.layout is Layout.ROWS:
            return margin | {"rows": [self.row(row) for row in self.shape.rows]}
        columns = [label_of(column) for column in self.shape.columns]
        rows = [self.row_of_cells(row) for row in self.shape.rows]
        grid = margin | {"columns": columns, "rows": rows}
        return grid | {"totals": self.totals()} | self.ratios_of_totals() if self.shape.has_totals else grid

    def measure(self, row: Line) -> int | str | None:
        """A measure: a count, a text of days, or the one statistic that is a number."""
        place = Place(self.shape.id, row.code)
        if row.code not in self.shape.statistics:
            return count_at(self.table, place)
        text = text_at(self.table, place)
        is_number = row.code in self.shape.number_statistics and text is not None and text.isdecimal()
        return int(text) if is_number and text is not None else text

    def row(self, row: Line) -> Entry:
        """A row of a one-way table."""
        place = Place(self.shape.id, row.code)
        return label_of(row) | self.count(place) | self.ratios(place)

    def row_of_cells(self, row: Line) -> Entry:
        """A row of a table with columns; its total where it has one, and what is worked out of the whole row."""
        margin = Place(self.shape.id, row.code)
        places = {column.code: Place(self.shape.id, row.code, column.code) for column in self.shape.columns}
        cells = {code: self.count(place) | self.ratios(place) for code, place in places.items()}
        entry = label_of(row) | {"cells": cells}
        if self.shape.layout is Layout.CROSS:
            entry["total"] = count_at(self.table, margin)
        return entry | self.ratios(margin)

    def count(self, place: Place) -> Entry:
        """A count with its key, or null with the mark beside it."""
        count = count_at(self.table, place)
        return {"count": None, "withheld": True} if count is None else {"count": count}

    def ratios(self, place: Place) -> Entry:
        """The percentages and averages at a place, each under its name."""
        return {name: text_at(self.table, place, name) for name in self.names.get(place, ())}

    def totals(self) -> Entry:
        """The total of every column."""
        return {column.code: count_at(self.table, total_of(self.shape, column)) for column in self.shape.columns}

    def ratios_of_totals(self) -> Entry:
        """What is worked out of the totals, by name and column."""
        found: Entry = {}
        for column in self.shape.columns:
            for name, text in self.ratios(total_of(self.shape, column)).items():
                found.setdefault(plural(name), {})[column.code] = text
        return found


def label_of(line: Line) -> Entry:
    """The code and the label of a row or a column."""
    return {"code": line.code, "label": line.label}


def total_of(shape: Shape, column: Line) -> Place:
    """The place of a column's total."""
    return Place(shape.id, "", column.code)


def plural(name: str) -> str:
    """The key beside ``totals`` under which a ratio of the totals stands: monthly_averages."""
    return f"{name}s"
