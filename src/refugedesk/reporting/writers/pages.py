"""A printed return as words on pages: the cover, then every table, with each number as it is read. Knows no PDF."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from refugedesk.reporting.tables import PrintedTable
from refugedesk.reporting.writers.cover import CoverLine, cover_lines
from refugedesk.reporting.writers.cover_sheet import cover_cells
from refugedesk.reporting.writers.figures import WITHHELD, Printout, value_of
from refugedesk.reporting.writers.grids import Cell, Look, Tone, grid
from refugedesk.reporting.writers.texts import printable
from refugedesk.reporting.writers.themes import by_theme
from refugedesk.reporting.writers.words import period_words


class Said(NamedTuple):
    """A cell as it is read."""

    look: Look
    tone: Tone
    words: str


class PageTable(NamedTuple):
    """A table from its title down."""

    rows: tuple[tuple[Said, ...], ...]


class Chapter(NamedTuple):
    """The tables of one theme."""

    theme: str
    tables: tuple[PageTable, ...]


class Pages(NamedTuple):
    """Everything that a return prints on paper. foot: stands at the foot of every page."""

    cover: tuple[CoverLine, ...]
    chapters: tuple[Chapter, ...]
    foot: str

    def words(self) -> Iterator[str]:
        """Every word in the order of reading, without the feet."""
        for line in self.cover:
            yield from cover_cells(line)
        for chapter in self.chapters:
            yield chapter.theme
            for table in chapter.tables:
                yield from (said.words for row in table.rows for said in row)


def pages(printout: Printout) -> Pages:
    """The return laid out for paper; numbers that are withheld stand there as the mark."""
    heading, sheets = printout.heading, by_theme(printout.tables)
    chapters = (Chapter(theme, tuple(map(_table, tables))) for theme, tables in sheets.items())
    cover = cover_lines(heading, printout.policy, sheets)
    foot = printable(f"{heading.service}, {period_words(heading.period)}")
    return Pages(tuple(cover), tuple(chapters), foot)


def _table(table: PrintedTable) -> PageTable:
    rows = grid(table.shape).rows
    return PageTable(tuple(tuple(Said(cell.look, cell.tone, cell_words(table, cell)) for cell in row) for row in rows))


def cell_words(table: PrintedTable, cell: Cell) -> str:
    """What a cell says: fixed words, a number, or the mark where it is withheld."""
    if cell.figure is None:
        return cell.text
    value = value_of(table, cell.figure)
    if value is None:
        return WITHHELD
    is_share = cell.look is Look.PERCENT and value != "-"
    return f"{value}%" if is_share else f"{value:,}" if isinstance(value, int) else str(value)
