"""Draws the cover of the workbook."""

from __future__ import annotations

from textwrap import wrap
from typing import Any

from xlsxwriter import Workbook

from refugedesk.reporting.writers.cover import CoverLine, CoverLook
from refugedesk.reporting.writers.formats import ACCENT, BASE, DANGER, LINE, SOFT_INK
from refugedesk.reporting.writers.grids import cell_text

NAME = "Cover"
NAME_COLUMN, TEXT_COLUMN = 1, 2
_WIDTHS = (2, 24, 68)
_LETTERS_A_LINE = 76
_LINE_HEIGHT = 18

_NAMES: dict[CoverLook, dict[str, Any]] = {
    CoverLook.TITLE: {"bold": True, "font_size": 22, "font_color": ACCENT},
    CoverLook.SUBTITLE: {"font_size": 13, "font_color": SOFT_INK},
    CoverLook.SECTION: {"bold": True, "font_size": 13, "bottom": 2, "bottom_color": ACCENT, "valign": "bottom"},
    CoverLook.FACT: {"font_color": SOFT_INK, "bottom": 1, "bottom_color": LINE},
    CoverLook.TEXT: {"font_color": SOFT_INK, "valign": "top"},
    CoverLook.WARNING: {"bold": True, "font_color": DANGER, "valign": "top"},
}
_TEXTS: dict[CoverLook, dict[str, Any]] = {
    CoverLook.SECTION: {"bottom": 2, "bottom_color": ACCENT},
    CoverLook.FACT: {"bold": True, "text_wrap": True, "bottom": 1, "bottom_color": LINE},
    CoverLook.TEXT: {"text_wrap": True, "valign": "top"},
    CoverLook.WARNING: {"bold": True, "font_color": DANGER, "text_wrap": True, "valign": "top"},
}
_HEIGHTS = {CoverLook.TITLE: 40, CoverLook.SUBTITLE: 26, CoverLook.SECTION: 40, CoverLook.SPACE: 8}


def cover_cells(line: CoverLine) -> tuple[str, str]:
    """What stands in the column of names and in the column of texts; a title stands at the left, over both."""
    if line.look in (CoverLook.TITLE, CoverLook.SUBTITLE, CoverLook.SECTION):
        return cell_text(line.name or line.text), ""
    return line.name, cell_text(line.text)


def write_cover(workbook: Workbook, lines: list[CoverLine], foot: str) -> None:
    """Draws the lines of the cover on the first sheet, upright on one page's width."""
    sheet = workbook.add_worksheet(NAME)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    names = {look: workbook.add_format(BASE | looks) for look, looks in _NAMES.items()}
    texts = {look: workbook.add_format(BASE | looks) for look, looks in _TEXTS.items()}
    for row, line in enumerate(lines, start=1):
        name, text = cover_cells(line)
        sheet.set_row_pixels(row, _height(line))
        if name:
            sheet.write_string(row, NAME_COLUMN, name, names[line.look])
        if text:
            sheet.write_string(row, TEXT_COLUMN, text, texts[line.look])
        elif line.look in texts:
            sheet.write_blank(row, TEXT_COLUMN, None, texts[line.look])
    sheet.hide_gridlines(2)
    sheet.set_paper(9)
    sheet.set_portrait()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.6, right=0.6, top=0.7, bottom=0.8)
    sheet.set_footer(foot)
    sheet.set_tab_color(ACCENT)


def _height(line: CoverLine) -> int:
    lines = max(1, len(wrap(line.text, _LETTERS_A_LINE)))
    rest = 5 if line.look in (CoverLook.TEXT, CoverLook.WARNING) else 3
    return _HEIGHTS.get(line.look, _LINE_HEIGHT * lines + rest)
