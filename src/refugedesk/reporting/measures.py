"""Tables of named single numbers: counts, and statistics of days."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from refugedesk.domain.spans import Period
from refugedesk.reporting.material import Material
from refugedesk.reporting.populations import Population, name_of
from refugedesk.reporting.relations import times
from refugedesk.reporting.spec import ServiceFacts, TableSpec
from refugedesk.reporting.tables import CountTable, Layout, Line, Place, Shape, Statistic
from refugedesk.reporting.ties import Ties, Whole


@dataclass(frozen=True)
class Measure:
    """How many a population has, under a name of its own."""

    code: str
    label: str
    who: Population


@dataclass(frozen=True)
class DaysMeasure:
    """A statistic of days; None where there is nothing to take it of.

    is_number: JSON carries a number rather than a string.
    """

    code: str
    label: str
    value: Callable[[Material], Fraction | None]
    decimals: int = 0
    is_number: bool = False

    def statistic(self, material: Material) -> Statistic:
        """The value, and how it is printed."""
        return Statistic(self.value(material), self.decimals, self.is_number)


@dataclass(frozen=True)
class Measures(TableSpec):
    """Named single numbers, in printing order."""

    measures: tuple[Measure | DaysMeasure, ...]

    def shape(self, service: ServiceFacts, period: Period) -> Shape:
        """A row for each measure, and no base."""
        days = [measure for measure in self.measures if isinstance(measure, DaysMeasure)]
        return Shape(
            self.id,
            self.title,
            self.counts,
            self.of,
            Layout.MEASURES,
            tuple(Line(measure.code, measure.label) for measure in self.measures),
            has_base=False,
            explanation=self.explanation,
            statistics=tuple(measure.code for measure in days),
            number_statistics=tuple(measure.code for measure in days if measure.is_number),
        )

    def ties(self, shape: Shape, period: Period) -> Ties:
        """Each count is how many its population has."""
        counted = (each for each in self.measures if isinstance(each, Measure))
        return Ties(tuple(Whole(name_of(each.who), times(1, Place(self.id, each.code))) for each in counted))

    def count(self, material: Material) -> CountTable:
        """Every measure's number."""
        counts: dict[Place, int] = {}
        statistics: dict[Place, Statistic] = {}
        for measure in self.measures:
            place = Place(self.id, measure.code)
            if isinstance(measure, Measure):
                counts[place] = len(material.of(measure.who))
            else:
                statistics[place] = measure.statistic(material)
        return CountTable(self.shape(material.service, material.period), counts, statistics)
