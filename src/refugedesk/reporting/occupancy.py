"""The table of unit-nights by type of accommodation: available, occupied and void."""

from __future__ import annotations

from dataclasses import dataclass

from refugedesk.domain.codelists import CodeList
from refugedesk.domain.spans import Period
from refugedesk.domain.unit_nights import UnitNights
from refugedesk.reporting import axes
from refugedesk.reporting.material import Material
from refugedesk.reporting.relations import Relation, equal, times
from refugedesk.reporting.spec import ServiceFacts, TableSpec
from refugedesk.reporting.tables import CountTable, Layout, Line, Place, Ratio, Shape
from refugedesk.reporting.ties import Ties
from refugedesk.reporting.unit_nights import nights_by_type

AVAILABLE, OCCUPIED, VOID = (
    Line("available", "Available"),
    Line("occupied", "Occupied"),
    Line("void", "Void"),
)


@dataclass(frozen=True)
class Occupancy(TableSpec):
    """Unit-nights of the period by the units' type; units without a type have a row of their own."""

    codelist: CodeList

    def shape(self, service: ServiceFacts, period: Period) -> Shape:
        """A row for each type, with the percentage of its available nights that were occupied."""
        rows = axes.recorded(axes.codes(self.codelist))(service, period)
        return Shape(
            self.id,
            self.title,
            self.counts,
            self.of,
            Layout.COLUMNS,
            rows,
            (AVAILABLE, OCCUPIED, VOID),
            tuple(_percent(self.id, row.code) for row in rows if row.is_answer),
            has_base=False,
            explanation=self.explanation,
        )

    def ties(self, shape: Shape, period: Period) -> Ties:
        """Occupied and void nights are the available ones."""
        return Ties(relations=tuple(_nights(self.id, row) for row in ("", *(row.code for row in shape.rows))))

    def count(self, material: Material) -> CountTable:
        """The unit-nights of each type, and how many stays used it."""
        shape = self.shape(material.service, material.period)
        by_type = material.of(nights_by_type)
        counts: dict[Place, int] = dict.fromkeys(shape.places(), 0)
        for row in shape.rows:
            nights = by_type.get(row.code, UnitNights())
            of_columns = (nights.available, nights.occupied, nights.void)
            for column, number in zip(shape.columns, of_columns, strict=True):
                counts[Place(self.id, row.code, column.code)] = number
                counts[Place(self.id, "", column.code)] += number
        stays = {row.code: by_type.get(row.code, UnitNights()).stays for row in shape.rows}
        return CountTable(shape, counts, contributors=stays)


def _nights(table: str, row: str) -> Relation:
    available, occupied, void = (Place(table, row, column.code) for column in (AVAILABLE, OCCUPIED, VOID))
    return equal(f"{table}: occupied and void, {row or 'all'}", times(1, occupied, void), times(1, available))


def _percent(table: str, row: str) -> Ratio:
    occupied, available = Place(table, row, OCCUPIED.code), Place(table, row, AVAILABLE.code)
    return Ratio(Place(table, row), "percent", occupied, over=(available,))
