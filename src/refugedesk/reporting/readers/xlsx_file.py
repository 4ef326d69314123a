"""Reads the numbers of a return back from its workbook."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import openpyxl
from openpyxl import DEFUSEDXML
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.worksheet.worksheet import Worksheet

from refugedesk.domain.spans import Period
from refugedesk.reporting.policies import policy_of
from refugedesk.reporting.readers.published import Findings, Published, ReadBackError
from refugedesk.reporting.readers.xlsx_parts import parts_of
from refugedesk.reporting.tables import Heading, Policy, PrintedTable, Shape
from refugedesk.reporting.writers.cover import NARRATIVE, NO_POLICY, Fact
from refugedesk.reporting.writers.cover_sheet import NAME, NAME_COLUMN, TEXT_COLUMN
from refugedesk.reporting.writers.figures import WITHHELD
from refugedesk.reporting.writers.formats import decimals_of
from refugedesk.reporting.writers.grids import Cell, Look
from refugedesk.reporting.writers.sheets import sheet_plan
from refugedesk.reporting.writers.themes import by_theme
from refugedesk.reporting.writers.words import day_from_words
from refugedesk.reporting.writers.xlsx_file import xlsx_bytes


def from_xlsx(content: bytes, shapes: tuple[Shape, ...]) -> Published:
    """What the workbook publishes: each number from the cell where a table of that shape prints it.

    Raises:
        ReadBackError: a part, a formula, a link or something hidden that no return has; a number is missing.
    """
    if not DEFUSEDXML:
        raise ReadBackError(
            "The workbook cannot be read safely here: a part of RefugeDesk is missing. Install it again."
        )
    parts_of(content)
    workbook = openpyxl.load_workbook(io.BytesIO(content))
    findings = Findings(shapes)
    for name, tables in by_theme(PrintedTable(shape, {}, {}) for shape in shapes).items():
        for cell, found in _cells(workbook[name], [table.shape for table in tables]):
            if cell.figure is not None:
                findings.add(cell.figure, _value(cell, found))
    return findings.finish(*_cover(workbook[NAME]))


def same_xlsx(content: bytes, published: Published, shapes: tuple[Shape, ...]) -> bool:
    """Whether the file is, part for part and byte for byte, what these numbers print: then it holds nothing else.

    The parts are compared unpacked, and in their order, times and names: another release of zlib packs them otherwise.
    """
    again = xlsx_bytes(published.printout(shapes))
    return content == again or (_outside(content) == _outside(again) and parts_of(content) == parts_of(again))


def _outside(content: bytes) -> list[tuple[object, ...]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [(e.filename, e.date_time, e.comment, e.extra, e.external_attr, e.file_size) for e in archive.infolist()]


def _cells(sheet: Worksheet, shapes: list[Shape]) -> Iterator[tuple[Cell, SheetCell]]:
    for placed in sheet_plan(sheet.title, shapes).placed:
        for at, row in enumerate(placed.grid.rows, start=placed.top + 1):
            for column, cell in enumerate(row, start=1):
                yield cell, sheet.cell(at, column)  # type: ignore[misc]


def _value(cell: Cell, found: SheetCell) -> object:
    """The figure as the sheet shows it: a number with as many digits as its format gives it."""
    value = found.value
    if value == WITHHELD:
        return None
    if cell.look is Look.COUNT or isinstance(value, str):
        return value
    return f"{value:.{decimals_of(found.number_format)}f}"


def _cover(sheet: Worksheet) -> tuple[Heading, Policy | None]:
    rows = sheet.iter_rows(min_col=NAME_COLUMN + 1, max_col=TEXT_COLUMN + 1, values_only=True)
    facts = {str(name): str(text or "") for name, text in rows if name in {*Fact, NARRATIVE}}
    period = Period(day_from_words(facts[Fact.FIRST]), day_from_words(facts[Fact.LAST]))
    definition, version, title = facts[Fact.DEFINITION], facts[Fact.VERSION], facts[Fact.TITLE]
    extras = int(facts.get(Fact.REVISION, "0").split(",")[0]), facts.get(NARRATIVE, "")
    heading = Heading(definition, version, title, facts[Fact.SERVICE], facts[Fact.AUTHORITY], period, *extras)
    if facts[Fact.POLICY] == NO_POLICY:
        return heading, None
    return heading, policy_of(facts[Fact.POLICY], int(facts[Fact.THRESHOLD].split()[0]))
