"""A printed return as JSON, in the form ``refugedesk-return/1`` that other systems rely on.

In a row or a cell a withheld count is null with ``"withheld": true`` beside it; elsewhere null alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from refugedesk.reporting.tables import Layout, Line, Place, Policy, PrintedTable, Shape
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
        "tables": [table_entry(table) for table in printout.tables],
    }


def table_entry(table: PrintedTable) -> Entry:
    """One table as JSON: its headings, then its numbers as its layout prints them."""
    shape = table.shape
    entry: Entry = {"id": shape.id, "title": shape.title, "counts": shape.counts, "of": shape.of}
    if shape.layout is Layout.MEASURES:
        return entry | {"measures": {row.code: _measure(table, row) for row in shape.rows}}
    if shape.has_base:
        entry |= {"base": count_at(table, Place(shape.id))} | _ratios(table, Place(shape.id))
    if shape.layout is Layout.ROWS:
        return entry | {"rows": [_row(table, row) for row in shape.rows]}
    entry["columns"] = [{"code": column.code, "label": column.label} for column in shape.columns]
    entry["rows"] = [_row_of_cells(table, row) for row in shape.rows]
    return entry | {"totals": _totals(table)} | _ratios_of_totals(table)


def _protection(policy: Policy | None) -> Entry:
    return {"policy": policy.id, "threshold": policy.threshold} if policy else {"policy": "none"}


def _measure(table: PrintedTable, row: Line) -> int | str | None:
    place = Place(table.shape.id, row.code)
    if row.code not in table.shape.statistics:
        return count_at(table, place)
    text = text_at(table, place)
    is_number = row.code in table.shape.number_statistics and text is not None and text.isdecimal()
    return int(text) if is_number and text is not None else text


def _row(table: PrintedTable, row: Line) -> Entry:
    place = Place(table.shape.id, row.code)
    return _label(row) | _count(table, place) | _ratios(table, place)


def _row_of_cells(table: PrintedTable, row: Line) -> Entry:
    shape, margin = table.shape, Place(table.shape.id, row.code)
    places = {column.code: Place(shape.id, row.code, column.code) for column in shape.columns}
    cells = {code: _count(table, place) | _ratios(table, place) for code, place in places.items()}
    entry = _label(row) | {"cells": cells}
    if shape.layout is Layout.CROSS:
        entry["total"] = count_at(table, margin)
    return entry | _ratios(table, margin)


def _label(line: Line) -> Entry:
    return {"code": line.code, "label": line.label}


def _count(table: PrintedTable, place: Place) -> Entry:
    count = count_at(table, place)
    return {"count": None, "withheld": True} if count is None else {"count": count}


def _ratios(table: PrintedTable, place: Place) -> Entry:
    return {name: text_at(table, place, name) for name in ratio_names(table.shape).get(place, ())}


def _totals(table: PrintedTable) -> Entry:
    return {column.code: count_at(table, total_of(table.shape, column)) for column in table.shape.columns}


def _ratios_of_totals(table: PrintedTable) -> Entry:
    names = ratio_names(table.shape)
    at_totals = [(column, total_of(table.shape, column)) for column in table.shape.columns]
    every = _each_once(name for _, place in at_totals for name in names.get(place, ()))
    return {
        plural(name): {
            column.code: text_at(table, place, name) for column, place in at_totals if name in names.get(place, ())
        }
        for name in every
    }


def total_of(shape: Shape, column: Line) -> Place:
    """The place of a column's total."""
    return Place(shape.id, "", column.code)


def plural(name: str) -> str:
    """The key beside ``totals`` under which a ratio of the totals stands: monthly_averages."""
    return f"{name}s"


def _each_once(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))
