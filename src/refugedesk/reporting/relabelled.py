"""A table in a commissioner's own words and order: the same numbers, and so the same relations."""

from __future__ import annotations

from dataclasses import dataclass, replace

from refugedesk.domain.errors import CorrectableError
from refugedesk.domain.spans import Period
from refugedesk.domain.words import tr
from refugedesk.reporting.material import Material
from refugedesk.reporting.spec import ServiceFacts, TableSpec
from refugedesk.reporting.tables import CountTable, Shape
from refugedesk.reporting.ties import Ties


class LabelError(CorrectableError):
    """Words or an order for a row that the table does not have."""


@dataclass(frozen=True)
class Relabelled(TableSpec):
    """Another table with other words for some rows, and some rows first. theme: the sheet it stands on, if another."""

    table: TableSpec
    labels: tuple[tuple[str, str], ...]
    order: tuple[str, ...]
    theme: str = ""

    @classmethod
    def in_words(cls, table: TableSpec, labels: tuple[tuple[str, str], ...], order: tuple[str, ...]) -> Relabelled:
        """The table under its own name and title."""
        return cls(table.id, table.title, table.counts, table.of, table.explanation, table, labels, order)

    @classmethod
    def on_sheet(cls, table: TableSpec, theme: str) -> Relabelled:
        """The table as it is, on a sheet of that name."""
        return replace(cls.in_words(table, (), ()), theme=theme)

    def shape(self, service: ServiceFacts, period: Period) -> Shape:
        """The table's shape, its rows in the words and the order asked for.

        Raises: LabelError for a row that it does not have.
        """
        shape = self.table.shape(service, period)
        rows = {row.code: row for row in shape.rows}
        labels = dict(self.labels)
        for code in (*labels, *self.order):
            if code not in rows:
                raise LabelError(
                    tr("The table {id} has no row {code}. It has: {rows}.", id=self.id, code=code, rows=", ".join(rows))
                )
        in_order = dict.fromkeys((*self.order, *rows))
        lines = (replace(rows[code], label=labels.get(code, rows[code].label)) for code in in_order)
        return replace(shape, rows=tuple(lines), theme=self.theme or shape.theme)

    def ties(self, shape: Shape, period: Period) -> Ties | None:
        """What the table says itself."""
        return self.table.ties(shape, period)

    @property
    def has_several_answers(self) -> bool:
        """As the table has."""
        return self.table.has_several_answers

    def count(self, material: Material) -> CountTable:
        """The table's numbers in the shape asked for."""
        return replace(self.table.count(material), shape=self.shape(material.service, material.period))
