"""The table of unit-nights by type of accommodation: available, occupied and void."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from refugedesk.domain.codelists import CodeList
from refugedesk.domain.spans import Period
from refugedesk.reporting import axes
from refugedesk.reporting.axes import NOT_RECORDED
from refugedesk.reporting.material import Material
from refugedesk.reporting.relations import Relation, equal, times
from refugedesk.reporting.spec import ServiceFacts, TableSpec
from refugedesk.reporting.tables import CountTable, Layout, Line, Place, Ratio, Shape
from refugedesk.reporting.tally import tally
from refugedesk.reporting.ties import Ties
from refugedesk.reporting.unit_nights import nights_lived_in, open_units, placements_lived_in

if TYPE_CHECKING:
    import pandas as pd

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
        available = _nights_by_type(material.of(open_units))
        occupied = _nights_by_type(material.of(nights_lived_in))
        counts: dict[Place, int] = dict.fromkeys(shape.places(), 0)
        for row in shape.rows:
            there, lived_in = available.get(row.code, 0), occupied.get(row.code, 0)
            for column, nights in zip(shape.columns, (there, lived_in, there - lived_in), strict=True):
                counts[Place(self.id, row.code, column.code)] = nights
                counts[Place(self.id, "", column.code)] += nights
        return CountTable(shape, counts, contributors=_stays_by_type(material, shape.rows))


def _nights(table: str, row: str) -> Relation:
    available, occupied, void = (Place(table, row, column.code) for column in (AVAILABLE, OCCUPIED, VOID))
    return equal(f"{table}: occupied and void, {row or 'all'}", times(1, occupied, void), times(1, available))


def _nights_by_type(units: pd.DataFrame) -> dict[str, int]:
    types = units["accommodation_type"].astype("str").fillna(NOT_RECORDED.code)
    return {str(code): int(nights) for code, nights in units.groupby(types)["nights"].sum().items()}


def _stays_by_type(material: Material, rows: tuple[Line, ...]) -> dict[str, int]:
    used = material.of(placements_lived_in).drop_duplicates(["stay", "accommodation_type"])
    return tally(used["accommodation_type"], rows)


def _percent(table: str, row: str) -> Ratio:
    occupied, available = Place(table, row, OCCUPIED.code), Place(table, row, AVAILABLE.code)
    return Ratio(Place(table, row), "percent", occupied, over=(available,))
