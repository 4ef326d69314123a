"""Where everything stands on a sheet of the workbook: rows, widths, heights, pages. Shapes alone decide it.

Nothing here looks at a number, so that the look of a sheet says nothing about what is withheld on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from math import ceil
from textwrap import wrap

from refugedesk.reporting.tables import Shape
from refugedesk.reporting.writers import charts
from refugedesk.reporting.writers.grids import Cell, Grid, Look, Row, grid

FIRST_ROW = 3
"""Rows above the first table: the theme, which return it is, and an empty one."""
GAP = 2
"""Empty rows between two tables."""
ROW_HEIGHT, HEAD_HEIGHT, TITLE_HEIGHT, NOTE_HEIGHT = 20, 28, 26, 17
PAGE_WIDTH, PAGE_HEIGHT, REPEATED = 700, 960, 80
"""Pixels of upright A4 at 96 to the inch, less the margins and the foot; those of the rows repeated on each page."""
LABEL_WIDTHS, NUMBER_WIDTHS = (26, 44), (10, 14)
"""Narrowest and widest column in letters: labels, and numbers."""

CHART_GAP = 3
"""Letters between a table and its chart."""
LETTERS_TO_WIDTH = 11
"""Letters of ordinary words that fit the width of ten digits, by which sheets measure columns."""
NOTES_WIDTH = 520
"""Pixels that a full line of the notes takes."""


@dataclass(frozen=True)
class Placed:
    """A table's grid and the row of the sheet on which its title stands; the first row of a sheet is 0."""

    top: int
    grid: Grid

    @property
    def is_chartable(self) -> bool:
        """Whether room is kept for a chart beside the table."""
        return charts.is_chartable(self.grid)

    @cached_property
    def heights(self) -> list[int]:
        """The height of each of its rows in pixels, empty ones below included."""
        heights = [row_height(row) for row in self.grid.rows]
        missing = charts.chart_height(self.grid) - sum(heights) if self.is_chartable else 0
        return heights + [ROW_HEIGHT] * (max(0, ceil(missing / ROW_HEIGHT)) + GAP)


@dataclass(frozen=True)
class SheetPlan:
    """A sheet laid out."""

    name: str
    placed: tuple[Placed, ...]

    @cached_property
    def label_width(self) -> int:
        """The width of the labels' column in letters."""
        return _between(LABEL_WIDTHS, (len(row[0].text) for row in self._rows() if row[0].look is Look.LABEL))

    @cached_property
    def number_widths(self) -> list[int]:
        """The width of each number's column in letters: its longest word must stand on one line."""
        heads = [[cell.text for cell in row[1:]] for row in self._rows() if row[0].look is Look.HEAD_LABEL]
        count = max((len(each) for each in heads), default=0)
        words = [[word for each in heads if at < len(each) for word in each[at].split()] for at in range(count)]
        return [_between(NUMBER_WIDTHS, (len(word) + 2 for word in each)) for each in words]

    @property
    def chart_column(self) -> int:
        """The column at which charts begin: one past the widest table that has one beside it."""
        widths = [len(row) for placed in self.placed if placed.is_chartable for row in placed.grid.rows]
        return max(widths, default=1) + 1

    @property
    def columns(self) -> list[int]:
        """The width of every column in letters, and of a narrow one that parts the charts from the tables."""
        widths = [self.label_width, *self.number_widths]
        return widths + [CHART_GAP] * (self.chart_column - len(widths)) if self.has_charts else widths

    @property
    def has_charts(self) -> bool:
        """Whether room is kept for a chart on the sheet."""
        return any(placed.is_chartable for placed in self.placed)

    @property
    def width(self) -> int:
        """The sheet's width in pixels."""
        beside = pixels(self.columns[: self.chart_column]) + charts.WIDTH if self.has_charts else NOTES_WIDTH
        return max(pixels(self.columns), beside)

    @cached_property
    def page_breaks(self) -> list[int]:
        """The rows before which a new page begins, so that no table is cut that fits a page."""
        page = PAGE_HEIGHT * max(1.0, self.width / PAGE_WIDTH) - REPEATED
        breaks: list[int] = []
        used = 0
        for placed in self.placed:
            height = sum(placed.heights)
            if used and used + height - GAP * ROW_HEIGHT > page:
                breaks.append(placed.top)
                used = 0
            used += height
        return breaks

    def _rows(self) -> Iterator[Row]:
        return (row for placed in self.placed for row in placed.grid.rows)


def sheet_plan(name: str, shapes: Iterable[Shape]) -> SheetPlan:
    """The tables one below the other on a sheet of that name."""
    placed: list[Placed] = []
    top = FIRST_ROW
    for shape in shapes:
        placed.append(Placed(top, grid(shape)))
        top += len(placed[-1].heights)
    return SheetPlan(name, tuple(placed))


def row_height(row: Row) -> int:
    """The height of a row in pixels: as many lines as its longest words need."""
    if row[0].look is Look.TITLE:
        return TITLE_HEIGHT
    if row[0].look is Look.NOTE:
        return NOTE_HEIGHT
    lines = max(_lines(row[0], LABEL_WIDTHS[1]), *(_lines(cell, NUMBER_WIDTHS[0]) for cell in row[1:]))
    return ROW_HEIGHT * (lines - 1) + (HEAD_HEIGHT if row[0].look is Look.HEAD_LABEL else ROW_HEIGHT)


def pixels(letters: Iterable[int]) -> int:
    """The width of columns of so many letters, as a sheet reckons it."""
    return sum(7 * each + 5 for each in letters)


def _lines(cell: Cell, width: int) -> int:
    return 1 if len(cell.text) <= width else len(wrap(cell.text, width * LETTERS_TO_WIDTH // 10))


def _between(limits: tuple[int, int], lengths: Iterable[int]) -> int:
    narrowest, widest = limits
    return min(widest, max((narrowest, *lengths)))
