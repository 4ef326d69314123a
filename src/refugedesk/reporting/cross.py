"""Tables of one question by another: everybody is in one cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from refugedesk.domain.spans import Period
from refugedesk.reporting.material import Material
from refugedesk.reporting.populations import Population, name_of
from refugedesk.reporting.questions import Question
from refugedesk.reporting.relations import times
from refugedesk.reporting.spec import ServiceFacts, TableSpec
from refugedesk.reporting.tables import CountTable, Layout, Line, Place, Ratio, Shape
from refugedesk.reporting.tally import cross_tally
from refugedesk.reporting.ties import Breakdown, Grouping, Ties, Whole


@dataclass(frozen=True)
class Cross(TableSpec):
    """Each of ``who`` in the row of one question and the column of another. Totals and base hold everybody."""

    who: Population
    by: Question
    across: Question

    def shape(self, service: ServiceFacts, period: Period) -> Shape:
        """Rows by columns; percentages of its row and of its column in each cell of a row with an answer."""
        rows, columns = self.by.axis(service, period), self.across.axis(service, period)
        return Shape(
            self.id,
            self.title,
            self.counts,
            self.of,
            Layout.CROSS,
            rows,
            columns,
            tuple(_percentages(self.id, rows, columns)),
            explanation=self.explanation,
        )

    def ties(self, shape: Shape, period: Period) -> Ties:
        """Everybody of ``who`` is in one cell; row totals answer the one question, column totals the other."""
        who = name_of(self.who)
        rows = {row.code: Place(self.id, row.code) for row in shape.rows}
        columns = {column.code: Place(self.id, "", column.code) for column in shape.columns}
        margins = (self.by.breakdown(who, rows), self.across.breakdown(who, columns))
        return Ties((Whole(who, times(1, Place(self.id))),), (*margins, *self._cells(who, shape)))

    def _cells(self, who: str, shape: Shape) -> Iterator[Breakdown]:
        """Each cell answers both questions together, whichever is in the rows; and rolls up where one of them does."""
        places = {
            (row.code, column.code): Place(self.id, row.code, column.code)
            for row in shape.rows
            for column in shape.columns
        }
        at = {both(*codes): place for codes, place in places.items()}
        name = both(self.by.name, self.across.name)
        turned = {both(column, row): place for (row, column), place in places.items()}
        yield Breakdown(who, both(self.across.name, self.by.name), turned)
        yield Breakdown(who, name, at)
        for rows in _levels(self.by, shape.rows):
            for columns in _levels(self.across, shape.columns):
                if (rows.of, columns.of) != (self.by.name, self.across.name):
                    yield Breakdown(who, name, at, _together(rows, columns))

    def count(self, material: Material) -> CountTable:
        """How many of ``who`` are in each cell, row and column."""
        shape, who = self.shape(material.service, material.period), material.of(self.who)
        cells = cross_tally(
            (self.by.answers(material, who), shape.rows),
            (self.across.answers(material, who), shape.columns),
        )
        counts: dict[Place, int] = dict.fromkeys(shape.places(), 0)
        for (row, column), number in cells.items():
            for place in ((), (row,), ("", column), (row, column)):
                counts[Place(self.id, *place)] += number
        return CountTable(shape, counts)


def both(one: str, other: str) -> str:
    """The name of two questions asked together, or of two answers given together."""
    return f"{one} | {other}"


def _levels(question: Question, lines: tuple[Line, ...]) -> tuple[Grouping, ...]:
    """The question as it is asked, and the finer one that it rolls up."""
    itself = Grouping(question.name, str, tuple(line.code for line in lines))
    return (itself, question.grouping) if question.grouping else (itself,)


def _together(rows: Grouping, columns: Grouping) -> Grouping:
    def group_of(codes: str) -> str:
        row, column = codes.split(" | ")
        return both(rows.group_of(row), columns.group_of(column))

    codes = tuple(both(row, column) for row in rows.codes for column in columns.codes)
    return Grouping(both(rows.of, columns.of), group_of, codes)


def _percentages(table: str, rows: tuple[Line, ...], columns: tuple[Line, ...]) -> Iterator[Ratio]:
    """Of a row: its total. Of a column: its total less the cells of people without an answer to the rows."""
    without = [row.code for row in rows if not row.is_answer]
    for row in (row for row in rows if row.is_answer):
        for column in columns:
            cell, total = Place(table, row.code, column.code), Place(table, "", column.code)
            less = tuple(Place(table, code, column.code) for code in without)
            yield Ratio(cell, "row_percent", cell, over=(Place(table, row.code),))
            yield Ratio(cell, "column_percent", cell, over=(total,), less=less)
