"""Tables with one count a row: each subject on one row, or on as many as it has codes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from refugedesk.domain.codelists import CodeList
from refugedesk.domain.spans import Period
from refugedesk.reporting import axes
from refugedesk.reporting.material import Material
from refugedesk.reporting.populations import Population, name_of
from refugedesk.reporting.questions import Question, has
from refugedesk.reporting.relations import Relation, answers, at_most, everyone, non_answers, times
from refugedesk.reporting.spec import ServiceFacts, TableSpec
from refugedesk.reporting.tables import CountTable, Layout, Line, Place, Ratio, Shape
from refugedesk.reporting.tally import tally
from refugedesk.reporting.ties import Breakdown, Ties, Whole


@dataclass(frozen=True)
class OneWay(TableSpec):
    """Each of ``who`` on the row of their answer ``by`` one question. The base counts those with an answer."""

    who: Population
    by: Question

    def shape(self, service: ServiceFacts, period: Period) -> Shape:
        """Rows of the question, with a percentage of the base on each that is an answer."""
        return rows_shape(self, self.by.axis(service, period))

    def ties(self, shape: Shape, period: Period) -> Ties:
        """Everybody of ``who`` is on one row."""
        who, rows = name_of(self.who), {row.code: Place(self.id, row.code) for row in shape.rows}
        return Ties((Whole(who, everyone(shape)),), (self.by.breakdown(who, rows),))

    def count(self, material: Material) -> CountTable:
        """How many of ``who`` gave each answer."""
        shape = self.shape(material.service, material.period)
        subjects = material.of(self.who)
        counts = tally(self.by.answers(material, subjects), shape.rows)
        base = sum(counts[row.code] for row in shape.rows if row.is_answer)
        return rows_table(shape, base, counts)


@dataclass(frozen=True)
class Several(TableSpec):
    """Each of ``who`` on the row of every code they have; the base is all of them, with a code or without.

    mentions: a row for each of ``who`` and each different code in ``column``.
    """

    who: Population
    mentions: Population
    column: str
    codelist: CodeList

    def shape(self, service: ServiceFacts, period: Period) -> Shape:
        """A row for each code, with a percentage of everybody; the rows do not add to the base."""
        return rows_shape(self, axes.codes(self.codelist)(service, period))

    def ties(self, shape: Shape, period: Period) -> Ties:
        """The base is everybody of ``who``, the rows together are the mentions, and each row is a yes to its code."""
        who, rows = name_of(self.who), [Place(self.id, row.code) for row in shape.rows]
        base, mentions = Whole(who, times(1, Place(self.id))), Whole(name_of(self.mentions), times(1, *rows))
        kinds = (Breakdown(who, has(self.column, row.row), {"yes": row}) for row in rows)
        return Ties((base, mentions), tuple(kinds), relations=tuple(_either(shape)))

    @property
    def has_several_answers(self) -> bool:
        """A subject may have several codes."""
        return True

    def count(self, material: Material) -> CountTable:
        """How many of ``who`` have each code."""
        shape = self.shape(material.service, material.period)
        counts = tally(material.of(self.mentions)[self.column], shape.rows)
        return rows_table(shape, len(material.of(self.who)), counts)


def rows_shape(spec: TableSpec, rows: tuple[Line, ...]) -> Shape:
    """The shape of a one-way table: each answer's percentage is of the base."""
    base = Place(spec.id)
    places = (Place(spec.id, row.code) for row in rows if row.is_answer)
    return Shape(
        spec.id,
        spec.title,
        spec.counts,
        spec.of,
        Layout.ROWS,
        rows,
        ratios=tuple(Ratio(place, "percent", place, over=(base,)) for place in places),
        explanation=spec.explanation,
    )


def rows_table(shape: Shape, base: int, counts: dict[str, int]) -> CountTable:
    """The counts by row code and the base, each at its place."""
    return CountTable(shape, {Place(shape.id): base} | {Place(shape.id, code): n for code, n in counts.items()})


def _either(shape: Shape) -> Iterator[Relation]:
    """Whoever has no answer has none of the codes either."""
    for without in non_answers(shape):
        yield at_most(f"{shape.id}: {without.row} at most the base", times(1, without), times(1, Place(shape.id)))
        for row in answers(shape):
            name = f"{shape.id}: {row.row} or {without.row}"
            yield at_most(name, times(1, row, without), times(1, Place(shape.id)))
