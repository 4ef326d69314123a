"""A printed return as a workbook: a cover, and a sheet a theme. No formula, no link, no clock, nothing hidden."""

from __future__ import annotations

import io
from datetime import UTC, datetime

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from refugedesk.reporting.tables import PrintedTable
from refugedesk.reporting.writers import charts
from refugedesk.reporting.writers.cover import EXACT_IN_SHORT, cover_lines
from refugedesk.reporting.writers.cover_sheet import write_cover
from refugedesk.reporting.writers.figures import WITHHELD, Printout, value_of
from refugedesk.reporting.writers.formats import ACCENT, BASE, DANGER, SOFT_INK, number_format, properties
from refugedesk.reporting.writers.grids import Cell, cell_text
from refugedesk.reporting.writers.sheets import FIRST_ROW, ROW_HEIGHT, Placed, SheetPlan, sheet_plan
from refugedesk.reporting.writers.texts import printable
from refugedesk.reporting.writers.themes import by_theme
from refugedesk.reporting.writers.words import period_words

SAFE_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
CREATED = datetime(2000, 1, 1, tzinfo=UTC)
"""The time that every workbook states: files of one return are the same whenever they are made."""
_A4, _LONGEST_FOOT, _EXACT_DIGITS = 9, 90, 15


def xlsx_bytes(printout: Printout) -> bytes:
    """The return as a workbook; the same return gives the same bytes."""
    file = io.BytesIO()
    workbook = Workbook(file, SAFE_OPTIONS)
    workbook.set_properties({"title": printable(printout.heading.title), "author": "", "created": CREATED})
    sheets = by_theme(printout.tables)
    write_cover(workbook, cover_lines(printout.heading, printout.policy, sheets), _foot(printout))
    formats = _Formats(workbook)
    for name, tables in sheets.items():
        plan = sheet_plan(name, [table.shape for table in tables])
        sheet = workbook.add_worksheet(name)
        _write_heading(sheet, formats, sheet_heading(name, printout), is_exact=printout.policy is None)
        for placed, table in zip(plan.placed, tables, strict=True):
            _write_table(sheet, formats, placed, table)
            if placed.is_chartable and charts.has_bars(table, placed.grid):
                _add_chart(workbook, sheet, plan, placed, table)
        _set_page(sheet, plan, _foot(printout))
    workbook.close()
    return file.getvalue()


def sheet_heading(name: str, printout: Printout) -> tuple[str, str]:
    """The two lines over every sheet: its theme, and which return it belongs to."""
    heading = printout.heading
    return_words = f"{heading.service}: {heading.title or 'return'}, {period_words(heading.period)}"
    return name, cell_text(return_words if printout.policy else f"{EXACT_IN_SHORT} {return_words}")


class _Formats:
    """The workbook's formats, each made when it is first needed."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._made: dict[tuple[object, ...], Format] = {}
        self.theme = self._add({"bold": True, "font_size": 18, "font_color": ACCENT})
        self.context = self._add({"font_color": SOFT_INK})
        self.exact = self._add({"font_color": DANGER, "bold": True})

    def of(self, cell: Cell, shown_as: str = "", is_mark: bool = False) -> Format:
        """The format of a cell whose number is shown in that number format, or of its mark."""
        key = (cell.look, cell.tone, shown_as, is_mark)
        if key not in self._made:
            self._made[key] = self._workbook.add_format(properties(cell.look, cell.tone, shown_as, is_mark))
        return self._made[key]

    def _add(self, changes: dict[str, object]) -> Format:
        return self._workbook.add_format(BASE | changes)


def _write_heading(sheet: Worksheet, formats: _Formats, lines: tuple[str, str], *, is_exact: bool) -> None:
    sheet.set_row_pixels(0, 32)
    sheet.write_string(0, 0, lines[0], formats.theme)
    sheet.write_string(1, 0, lines[1], formats.exact if is_exact else formats.context)


def _write_table(sheet: Worksheet, formats: _Formats, placed: Placed, table: PrintedTable) -> None:
    for index, (row, height) in enumerate(zip(placed.grid.rows, placed.heights, strict=False)):
        at = placed.top + index
        if height != ROW_HEIGHT:
            sheet.set_row_pixels(at, height)
        for column, cell in enumerate(row):
            if cell.figure is not None:
                _write_figure(sheet, formats, (at, column), cell, value_of(table, cell.figure))
            elif cell.text:
                sheet.write_string(at, column, cell.text, formats.of(cell))
            else:
                sheet.write_blank(at, column, None, formats.of(cell))


def _write_figure(
    sheet: Worksheet, formats: _Formats, at: tuple[int, int], cell: Cell, value: int | str | None
) -> None:
    """A count as a number; a text as the number it is, where a sheet holds that exactly; else the mark or the text."""
    if isinstance(value, int):
        sheet.write_number(*at, value, formats.of(cell))
    elif value is None or not value[-1].isdigit() or len(value) > _EXACT_DIGITS:
        sheet.write_string(*at, WITHHELD if value is None else value, formats.of(cell, is_mark=True))
    else:
        sheet.write_number(*at, float(value), formats.of(cell, number_format(cell.look, value)))


def _add_chart(workbook: Workbook, sheet: Worksheet, plan: SheetPlan, placed: Placed, table: PrintedTable) -> None:
    made = charts.chart(workbook, plan.name, placed.top, table, placed.grid)
    described = {"description": cell_text(f"Bar chart of the table: {table.shape.title}"), "object_position": 2}
    sheet.insert_chart(placed.top, plan.chart_column, made, described)


def _set_page(sheet: Worksheet, plan: SheetPlan, foot: str) -> None:
    for column, width in enumerate(plan.columns):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(2, 1)
    sheet.repeat_rows(0, FIRST_ROW - 1)
    sheet.hide_gridlines(2)
    sheet.set_portrait()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_h_pagebreaks(plan.page_breaks)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    sheet.set_footer(foot)


def _foot(printout: Printout) -> str:
    """The foot of every page: the return, and page x of y; an ampersand is doubled, or it would be a command."""
    heading = printout.heading
    title = printable(f"{heading.title or 'Return'}, {period_words(heading.period)}")[:_LONGEST_FOOT]
    return f"&L{title.replace('&', '&&')}&RPage &P of &N"
