"""Tables with several counts side by side on each row, and their averages a month."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from refugedesk.domain.spans import Period
from refugedesk.reporting.material import Material
from refugedesk.reporting.populations import Population, name_of
from refugedesk.reporting.questions import Question
from refugedesk.reporting.relations import times
from refugedesk.reporting.spec import ServiceFacts, TableSpec
from refugedesk.reporting.tables import CountTable, Layout, Line, Place, Ratio, Shape
from refugedesk.reporting.tally import tally
from refugedesk.reporting.ties import Ties, Whole, Within

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Column:
    """A count that stands beside others: those subjects for whom ``holds`` is true.

    is_everybody: it holds for every subject. within: the code of a column that holds wherever this one does.
    Within one return a code means the same of the same subjects.
    """

    code: str
    label: str
    holds: Callable[[pd.DataFrame], pd.Series]
    is_everybody: bool = False
    within: str = ""


@dataclass(frozen=True)
class SideBySide(TableSpec):
    """Each of ``who`` on the row of their answer, in every column that holds for them. The base is all of them.

    average_of_rows: a monthly average in every cell; otherwise one for each column's total, where there are any.
    """

    who: Population
    by: Question
    columns: tuple[Column, ...]
    average_of_rows: bool = False
    has_averages: bool = True

    def shape(self, service: ServiceFacts, period: Period) -> Shape:
        """Rows of the question by the columns, with averages a month of the period's length."""
        rows = self.by.axis(service, period)
        averaged = [] if not self.has_averages else [row.code for row in rows] if self.average_of_rows else [""]
        places = (Place(self.id, row, column.code) for row in averaged for column in self.columns)
        months = period.length_in_months()
        return Shape(
            self.id,
            self.title,
            self.counts,
            self.of,
            Layout.COLUMNS,
            rows,
            tuple(Line(column.code, column.label) for column in self.columns),
            tuple(_monthly_average(place, months) for place in places),
            explanation=self.explanation,
        )

    def ties(self, shape: Shape, period: Period) -> Ties:
        """The base is everybody of ``who``; each column is those of them for whom it holds."""
        who = name_of(self.who)
        names = {column.code: who if column.is_everybody else f"{who}: {column.code}" for column in self.columns}
        wholes = [Whole(names[code], times(1, Place(self.id, "", code))) for code in names]
        parts = [
            self.by.breakdown(name, {row.code: Place(self.id, row.code, code) for row in shape.rows})
            for code, name in names.items()
        ]
        among = {column.code: names.get(column.within, who) for column in self.columns if not column.is_everybody}
        within = [Within(names[code], outer, same_answers=True) for code, outer in among.items()]
        return Ties((Whole(who, times(1, Place(self.id))), *wholes), tuple(parts), tuple(within))

    def count(self, material: Material) -> CountTable:
        """How many of ``who`` are on each row, column by column."""
        shape, who = self.shape(material.service, material.period), material.of(self.who)
        answers = self.by.answers(material, who)
        counts = {Place(self.id): len(who)}
        for column in self.columns:
            on_rows = tally(answers[column.holds(who)], shape.rows)
            counts[Place(self.id, "", column.code)] = sum(on_rows.values())
            counts |= {Place(self.id, row, column.code): number for row, number in on_rows.items()}
        return CountTable(shape, counts)


def _monthly_average(place: Place, months: Fraction) -> Ratio:
    return Ratio(place, "monthly_average", place, divisor=months, is_percent=False, decimals=1)
