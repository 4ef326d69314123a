"""The header row of a table: which position holds which column, and which cells every row needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from refugedesk.domain.records.child import CHILD
from refugedesk.domain.records.unit import UNIT
from refugedesk.domain.words import tr
from refugedesk.services.interchange.faults import Fault, Findings
from refugedesk.services.interchange.sheets import Column, Sheet
from refugedesk.services.interchange.tables import Table, UnreadableFileError

MOST_COLUMNS: Final = 300
LONGEST_NAME: Final = 64
FILLED_IN: Final = {(UNIT.id, "name"), (CHILD.id, "resident_id")}
"""Needed to save, but known when the cell is empty: a unit is named by its id, a parent by the stay."""


@dataclass(frozen=True)
class Headings:
    """The columns by position, None for one that is none of ours, and those that no row may leave empty.

    is_whole: every needed column is there.
    """

    columns: tuple[Column | None, ...]
    needed: tuple[Column, ...]
    is_whole: bool


def read_headings(table: Table, findings: Findings) -> Headings:
    """The headings of a table; what is the matter with them goes to the findings.

    Raises:
        UnreadableFileError: there is no header, or it is far too long.
    """
    header = next(table.rows, None)
    if header is None:
        raise UnreadableFileError(
            table.file, 0, tr("This file is empty."), tr("Write a header row, or leave the file out.")
        )
    names = without_blank_end(header.cells)
    if len(names) > MOST_COLUMNS:
        problem = tr("This file has {count} columns.", count=len(names))
        remedy = tr("Keep to {columns}.", columns=_columns(table.sheet))
        raise UnreadableFileError(table.file, header.line, problem, remedy)
    for position in range(len(names)):
        _check_name(table, header.line, names, position, findings)
    needed = [column for column in table.sheet.columns if is_needed(table.sheet, column)]
    absent = [column for column in needed if column.name not in names]
    for column in absent:
        problem, remedy = tr("Every row needs this column, and it is not there."), tr("Add the column.")
        findings.fault(Fault(table.file, header.line, column.name, "", problem, remedy))
    columns = tuple(table.sheet.by_name.get(name) for name in names)
    return Headings(columns, tuple(column for column in needed if column not in absent), not absent)


def _check_name(table: Table, line: int, names: Sequence[str], position: int, findings: Findings) -> None:
    name = names[position]
    if name not in table.sheet.by_name:
        problem = tr("Column {number} has no name.", number=position + 1)
        if name:
            problem = tr("This column is not part of the file.")
        near = get_close_matches(name[:LONGEST_NAME].lower(), list(table.sheet.by_name), 1)
        remedy = tr("Take it out, or use one of {columns}.", columns=_columns(table.sheet))
        if near:
            remedy = tr("Did you mean {code}?", code=near[0])
        findings.fault(Fault(table.file, line, name, name, problem, remedy))
    elif name in names[:position]:
        twice = tr("This column comes twice."), tr("Take one of the two out.")
        findings.fault(Fault(table.file, line, name, name, *twice))


def is_needed(sheet: Sheet, column: Column) -> bool:
    """Whether a row without this cell is no record at all."""
    if sheet.is_codes or column.field is None:
        return True
    is_own = column.record is sheet.record
    return is_own and column.field.is_required and (column.record.id, column.field.name) not in FILLED_IN


def without_blank_end(cells: Sequence[str]) -> Sequence[str]:
    """The cells up to the last that holds text: spreadsheets add empty ones."""
    last = len(cells)
    while last and not cells[last - 1]:
        last -= 1
    return cells[:last]


def _columns(sheet: Sheet) -> str:
    return ", ".join(sheet.by_name)
