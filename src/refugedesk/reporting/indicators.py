"""Activity against target: for each indicator the period and the year to date, beside what was agreed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from refugedesk.domain.spans import Period
from refugedesk.reporting.axes import MONTHS
from refugedesk.reporting.material import Material
from refugedesk.reporting.populations import Population, name_of
from refugedesk.reporting.relations import Relation, at_most, equal, times
from refugedesk.reporting.spec import ServiceFacts, TableSpec
from refugedesk.reporting.tables import CountTable, Layout, Line, Place, Ratio, Shape
from refugedesk.reporting.ties import OTHER_DAYS, Ties, Whole

NOW = Line("period", "In the period")
SINCE = "since_"
"""Before the first day of the year in the code of the column of the year to date."""
MONTHS_A_YEAR = 12


@dataclass(frozen=True)
class Indicator:
    """How many a population has. is_flow: it grows with time, so that an average a year makes sense."""

    code: str
    label: str
    who: Population
    is_flow: bool = True


@dataclass(frozen=True)
class Indicators(TableSpec):
    """A row for each indicator, with percent of target and an average a year."""

    indicators: tuple[Indicator, ...]

    def shape(self, service: ServiceFacts, period: Period) -> Shape:
        """Rows named with what was agreed; rows and columns do not add up."""
        return Shape(
            self.id,
            self.title,
            self.counts,
            self.of,
            Layout.COLUMNS,
            tuple(Line(each.code, _with_target(each, service)) for each in self.indicators),
            (NOW, _since(year_to_date(service, period))),
            tuple(ratio for each in self.indicators for ratio in self._ratios(each, service, period)),
            has_base=False,
            has_totals=False,
            explanation=self.explanation,
        )

    def ties(self, shape: Shape, period: Period) -> Ties:
        """The two columns are a population in two periods; in the longer one it is at least as many."""
        now, to_date = (column.code for column in shape.columns)
        first = date.fromisoformat(to_date.removeprefix(SINCE))
        wholes = [Whole(name_of(each.who), times(1, self._at(each, now))) for each in self.indicators]
        longer = [
            Whole(f"{name_of(each.who)}{OTHER_DAYS}since {first}", times(1, self._at(each, to_date)))
            for each in self.indicators
        ]
        beside = (self._beside(each, period.first, to_date, first) for each in self.indicators)
        return Ties((*wholes, *longer), relations=tuple(beside))

    @property
    def has_several_answers(self) -> bool:
        """Indicators count different things."""
        return True

    def count(self, material: Material) -> CountTable:
        """Each indicator's population in the period and in the year to date."""
        shape = self.shape(material.service, material.period)
        longer = material.in_days(year_to_date(material.service, material.period))
        counts = {
            self._at(each, column.code): len(seen.of(each.who))
            for each in self.indicators
            for column, seen in zip(shape.columns, (material, longer), strict=True)
        }
        return CountTable(shape, counts)

    def _at(self, indicator: Indicator, column: str) -> Place:
        return Place(self.id, indicator.code, column)

    def _ratios(self, indicator: Indicator, service: ServiceFacts, period: Period) -> Iterator[Ratio]:
        agreed = service.target(indicator.code)
        to_date = year_to_date(service, period)
        for column, days in ((NOW, period), (_since(to_date), to_date)):
            at = self._at(indicator, column.code)
            if agreed and agreed.target:
                part = Fraction(agreed.target) * (days.length_in_months() / MONTHS_A_YEAR if indicator.is_flow else 1)
                yield Ratio(at, "percent_of_target", at, divisor=part)
            if indicator.is_flow:
                years = days.length_in_months() / MONTHS_A_YEAR
                yield Ratio(at, "yearly_average", at, divisor=years, is_percent=False, decimals=1)

    def _beside(self, indicator: Indicator, start: date, column: str, first: date) -> Relation:
        """Both end on one day: the shorter has at most as many as the longer."""
        now, to_date = times(1, self._at(indicator, NOW.code)), times(1, self._at(indicator, column))
        if start == first:
            return equal(f"{self.id}: {indicator.code}, the year so far is the period", now, to_date)
        less, more = (now, to_date) if first < start else (to_date, now)
        return at_most(f"{self.id}: {indicator.code}, the one is within the other", less, more)


def year_to_date(service: ServiceFacts, period: Period) -> Period:
    """From the start of the service's year that holds the period's last day until that day."""
    month, day = service.year_starts
    start = date(period.last.year, month, day)
    return Period(start if start <= period.last else date(period.last.year - 1, month, day), period.last)


def _since(days: Period) -> Line:
    return Line(f"{SINCE}{days.first}", f"Since {days.first.day} {MONTHS[days.first.month - 1]} {days.first.year}")


def _with_target(indicator: Indicator, service: ServiceFacts) -> str:
    agreed = service.target(indicator.code)
    if not agreed:
        return indicator.label
    words = [f"target {agreed.target}{' a year' if indicator.is_flow else ''}"] if agreed.target else []
    words += [f"baseline {agreed.baseline}"] if agreed.baseline is not None else []
    return f"{indicator.label} ({', '.join(words)})" if words else indicator.label
