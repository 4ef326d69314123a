"""A table as rows of cells, before any file is made of it: fixed words, and places for numbers.

The writer of the workbook fills the places in; its reader takes the numbers from them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from textwrap import wrap
from typing import NamedTuple

from refugedesk.reporting.tables import Layout, Line, Place, Shape
from refugedesk.reporting.writers.figures import Figure, figures, is_statistic
from refugedesk.reporting.writers.texts import printable
from refugedesk.reporting.writers.words import ratio_words

LONGEST_TEXT = 1000
"""Letters kept of one text: a cell of a sheet holds 32,767, and no label comes near this."""
NOTE_WIDTH = 84
"""Letters on a line of the explanation under a table's title."""


class Look(StrEnum):
    """What a cell is; ``formats.py`` knows what that looks like."""

    TITLE = "title"
    NOTE = "note"
    HEAD_LABEL = "head_label"
    HEAD = "head"
    LABEL = "label"
    COUNT = "count"
    PERCENT = "percent"
    AVERAGE = "average"
    DAYS = "days"
    EMPTY = "empty"


class Tone(StrEnum):
    """What kind of row it stands in: an answer, people without an answer, or a margin."""

    PLAIN = "plain"
    SIDE = "side"
    MARGIN = "margin"


class Cell(NamedTuple):
    """Fixed words, or the place of a figure."""

    look: Look
    text: str = ""
    figure: Figure | None = None
    tone: Tone = Tone.PLAIN


Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Grid:
    """A table laid out, from its title down.

    answers: the index of the first row with an answer and one past the last of that run: what a chart draws.
    """

    shape: Shape
    rows: tuple[Row, ...]
    answers: tuple[int, int]


def cell_text(text: str) -> str:
    """A text as a cell of a sheet holds it."""
    clean = printable(text)
    return clean if len(clean) <= LONGEST_TEXT else clean[: LONGEST_TEXT - 1] + "…"


def words(look: Look, text: str, tone: Tone = Tone.PLAIN) -> Cell:
    """A cell of fixed words."""
    return Cell(look, cell_text(text), None, tone)


def grid(shape: Shape) -> Grid:
    """The table laid out for a sheet: title, what it counts, and its blocks of numbers."""
    rows = (*_top(shape), *_Body(shape).rows())
    return Grid(shape, rows, _first_run([i for i, row in enumerate(rows) if _is_answer(row)]))


def _is_answer(row: Row) -> bool:
    return row[0].look is Look.LABEL and row[0].tone is Tone.PLAIN


def _first_run(indices: list[int]) -> tuple[int, int]:
    if not indices:
        return (0, 0)
    length = next((n for n, index in enumerate(indices) if index != indices[0] + n), len(indices))
    return (indices[0], indices[0] + length)


def _top(shape: Shape) -> Iterator[Row]:
    yield (words(Look.TITLE, shape.title),)
    for text in dict.fromkeys((f"Counts {shape.counts}: {shape.of}.", shape.explanation)):
        for line in wrap(printable(text), NOTE_WIDTH):
            yield (words(Look.NOTE, line),)


class _Body:
    """Lays out the numbers of one table: every figure of its shape in one place."""

    def __init__(self, shape: Shape) -> None:
        self.shape = shape
        self.known = frozenset(figures(shape))
        self.percents = {(ratio.at, ratio.name) for ratio in shape.ratios if ratio.is_percent}
        self.names = tuple(dict.fromkeys(ratio.name for ratio in shape.ratios))

    def rows(self) -> Iterator[Row]:
        """The rows below the title and the notes."""
        if self.shape.layout is Layout.CROSS:
            return self.cross()
        return self.side_by_side() if self.shape.layout is Layout.COLUMNS else self.one_way()

    def one_way(self) -> Iterator[Row]:
        """One count a row, its ratios beside it; the base first."""
        is_measures = self.shape.layout is Layout.MEASURES
        yield head("", ["Number" if is_measures else self.shape.counts.capitalize(), *map(ratio_words, self.names)])
        names = ("", *self.names)
        if self.shape.has_base and not is_measures:
            yield self.line("Base", Tone.MARGIN, [(self.place(), name) for name in names])
        for row in self.shape.rows:
            yield self.line(row.label, tone_of(row), [(self.place(row.code), name) for name in names])

    def side_by_side(self) -> Iterator[Row]:
        """Several counts a row, then their ratios, then the row's own; base, totals and their averages around."""
        within = [name for name in self.names if self.stands(name, in_cells=True)]
        beside = [name for name in self.names if self.stands(name, in_cells=False)]
        columns = self.shape.columns
        ratios = [f"{column.label}: {ratio_words(name).lower()}" for name in within for column in columns]
        yield head("", [*(column.label for column in columns), *ratios, *map(ratio_words, beside)])
        slots = [(name, column.code) for name in ("", *within) for column in columns]
        if self.shape.has_base:
            empty = [(self.place("-"), "")] * (len(slots) + len(beside) - 1)
            yield self.line("Base", Tone.MARGIN, [(self.place(), ""), *empty])
        for row in self.shape.rows:
            cells = [(self.place(row.code, column), name) for name, column in slots]
            yield self.line(row.label, tone_of(row), [*cells, *((self.place(row.code), name) for name in beside)])
        if not self.shape.has_totals:
            return
        totals = [(self.place("", column), name) for name, column in slots]
        yield self.line("Total", Tone.MARGIN, [*totals, *((self.place(), name) for name in beside)])
        for name in self.names:
            if name not in within and self.stands_at_totals(name):
                under = [(self.place("", column.code), name) for column in columns]
                yield self.line(ratio_words(name), Tone.SIDE, under)

    def cross(self) -> Iterator[Row]:
        """A block of counts with their totals, and below it a block for each percentage."""
        columns = [column.label for column in self.shape.columns]
        yield head(self.shape.counts.capitalize(), [*columns, "Total"])
        yield from self.block("", [*self.shape.rows, Line("", "Total")])
        for name in self.names:
            yield head(ratio_words(name), [*columns, ""])
            yield from self.block(name, [row for row in self.shape.rows if row.is_answer])

    def block(self, name: str, rows: Iterable[Line]) -> Iterator[Row]:
        """The cells of a cross-table that carry one name, with the margin at their right."""
        codes = [*(column.code for column in self.shape.columns), ""]
        for row in rows:
            yield self.line(row.label, tone_of(row), [(self.place(row.code, code), name) for code in codes])

    def place(self, row: str = "", column: str = "") -> Place:
        """A place of this table."""
        return Place(self.shape.id, row, column)

    def stands(self, name: str, in_cells: bool) -> bool:
        """Whether a ratio of that name stands in the cells, or on the rows."""
        return any(f.name == name and f.place.row and bool(f.place.column) is in_cells for f in self.known)

    def stands_at_totals(self, name: str) -> bool:
        """Whether a ratio of that name stands at the total of a column."""
        return any(f.name == name and f.place.column and not f.place.row for f in self.known)

    def line(self, label: str, tone: Tone, slots: Iterable[tuple[Place, str]]) -> Row:
        """A row of the table: its label, then a figure wherever one stands."""
        found = (Figure(place, name) for place, name in slots)
        return (words(Look.LABEL, label, tone), *(self.cell(figure, tone) for figure in found))

    def cell(self, figure: Figure, tone: Tone) -> Cell:
        """The cell of a figure, empty where the table has none."""
        if figure not in self.known:
            return Cell(Look.EMPTY, tone=tone)
        return Cell(self.look(figure), "", figure, tone)

    def look(self, figure: Figure) -> Look:
        """Whether the figure is a count, days, a percentage or an average."""
        if figure.name:
            return Look.PERCENT if figure in self.percents else Look.AVERAGE
        return Look.DAYS if is_statistic(self.shape, figure) else Look.COUNT


def head(label: str, columns: Iterable[str]) -> Row:
    """The row of headings over a block of numbers."""
    return (words(Look.HEAD_LABEL, label), *(words(Look.HEAD, column) for column in columns))


def tone_of(row: Line) -> Tone:
    """How a row is printed: an answer, people without one, or (without a code) a margin."""
    if not row.code:
        return Tone.MARGIN
    return Tone.PLAIN if row.is_answer else Tone.SIDE
