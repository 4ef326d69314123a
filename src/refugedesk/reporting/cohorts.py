"""Cards: for each cohort how many it has, of how many who answered, and the same for the period before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from refugedesk.domain.spans import Period
from refugedesk.reporting.material import Material
from refugedesk.reporting.populations import Population, name_of
from refugedesk.reporting.questions import Question
from refugedesk.reporting.relations import Family, Relation, at_most, equal, times
from refugedesk.reporting.spec import ServiceFacts, TableSpec
from refugedesk.reporting.tables import CountTable, Layout, Line, Place, Ratio, Shape
from refugedesk.reporting.tally import tally
from refugedesk.reporting.ties import OTHER_DAYS, Breakdown, Grouping, Ties, Whole

EVERYBODY = Line("everybody", "Everybody")
COUNT, BASE, WITHOUT, BEFORE = "count", "base", "not_collected", "_before"
LABELS = {COUNT: "Number", BASE: "Answered", WITHOUT: "Not collected"}


@dataclass(frozen=True)
class Cohort:
    """Those who gave one of ``codes`` to a question. within: the code of a cohort that they are among:
    whoever is known not to belong to that is known not to belong to this.
    """

    code: str
    label: str
    by: Question
    codes: frozenset[str]
    within: str = ""

    @property
    def name(self) -> str:
        """What belonging to it is called: the same answers to the same question are the same cohort."""
        return f"{self.by.name} is one of {', '.join(sorted(self.codes))}"

    def belongs(self, code: str) -> str:
        """Whether that answer makes one belong: yes or no."""
        return "yes" if code in self.codes else "no"


@dataclass(frozen=True)
class Cohorts(TableSpec):
    """A row for each cohort of ``who``: its number, the base of those with an answer, those without one.

    beside_before: the same for the period before, and the change of the percentage, taken before rounding.
    """

    who: Population
    cohorts: tuple[Cohort, ...]
    beside_before: bool = False

    def shape(self, service: ServiceFacts, period: Period) -> Shape:
        """A row for everybody and for each cohort; the columns do not add up, for one person is in several."""
        columns = [
            Line(f"{code}{suffix}", f"{LABELS[code]}{' before' if suffix else ''}")
            for suffix in self._suffixes
            for code in (COUNT, BASE, WITHOUT)
        ]
        return Shape(
            self.id,
            self.title,
            self.counts,
            self.of,
            Layout.COLUMNS,
            (EVERYBODY, *(Line(each.code, each.label) for each in self.cohorts)),
            tuple(columns),
            tuple(ratio for each in self.cohorts for ratio in self._ratios(each.code)),
            has_base=False,
            has_totals=False,
            explanation=self.explanation,
        )

    def ties(self, shape: Shape, period: Period) -> Ties:
        """Cohorts of one question have one base and are among it; everybody has an answer or has none."""
        names = {"": name_of(self.who), BEFORE: f"{name_of(self.who)}{OTHER_DAYS}the period before"}
        return Ties(
            wholes=tuple(
                Whole(names[each], times(1, self._at(EVERYBODY.code, COUNT, each))) for each in self._suffixes
            ),
            breakdowns=tuple(each for suffix in self._suffixes for each in self._breakdowns(names[suffix], suffix)),
            relations=tuple(each for suffix in self._suffixes for each in self._relations(suffix)),
            families=tuple(each for suffix in self._suffixes for each in self._families(suffix)),
        )

    @property
    def has_several_answers(self) -> bool:
        """One person is in several cohorts."""
        return True

    def count(self, material: Material) -> CountTable:
        """The numbers of each cohort."""
        counts = {Place(self.id, row, column): number for row, column, number in self._counted(material, "")}
        if self.beside_before:
            before = material.in_days(material.period.before())
            counts |= {Place(self.id, row, column): number for row, column, number in self._counted(before, BEFORE)}
        return CountTable(self.shape(material.service, material.period), counts)

    def _counted(self, material: Material, suffix: str) -> Iterator[tuple[str, str, int]]:
        who = material.of(self.who)
        numbers = {EVERYBODY.code: (len(who), len(who))}
        for together in self._by_question():
            lines = together[0].by.axis(material.service, material.period)
            answered = tally(together[0].by.answers(material, who), lines)
            base = sum(answered[line.code] for line in lines if line.is_answer)
            numbers |= {each.code: (sum(answered[code] for code in each.codes), base) for each in together}
        for row, (number, base) in numbers.items():
            for column, value in ((COUNT, number), (BASE, base), (WITHOUT, len(who) - base)):
                yield row, f"{column}{suffix}", value

    @property
    def _suffixes(self) -> tuple[str, ...]:
        return ("", BEFORE) if self.beside_before else ("",)

    def _at(self, row: str, column: str, suffix: str) -> Place:
        return Place(self.id, row, f"{column}{suffix}")

    def _ratios(self, row: str) -> Iterator[Ratio]:
        now, *before = (self._percent(row, suffix) for suffix in self._suffixes)
        yield now
        for earlier in before:
            yield earlier
            yield Ratio(now.at, "change", now.top, now.over, minus=earlier)

    def _percent(self, row: str, suffix: str) -> Ratio:
        top, bottom = self._at(row, COUNT, suffix), self._at(row, BASE, suffix)
        return Ratio(Place(self.id, row), f"percent{suffix}", top, over=(bottom,))

    def _breakdowns(self, who: str, suffix: str) -> Iterator[Breakdown]:
        """Where another table has the answers one by one, a cohort is the sum of its own."""
        for each in self.cohorts:
            count, base = (self._at(each.code, column, suffix) for column in (COUNT, BASE))
            yield Breakdown(who, each.name, {"yes": count}, Grouping(each.by.name, each.belongs))
            yield Breakdown(who, f"{each.by.name}: answered", {"yes": base})

    def _relations(self, suffix: str) -> Iterator[Relation]:
        everybody = times(1, self._at(EVERYBODY.code, COUNT, suffix))
        for row in (EVERYBODY.code, *(each.code for each in self.cohorts)):
            count, base, without = (times(1, self._at(row, column, suffix)) for column in (COUNT, BASE, WITHOUT))
            yield at_most(f"{self.id}: {row}{suffix} at most its base", count, base)
            yield equal(f"{self.id}: {row}{suffix} with an answer or without", (*base, *without), everybody)
        yield equal(f"{self.id}: everybody{suffix}", everybody, times(1, self._at(EVERYBODY.code, BASE, suffix)))
        for cohorts in self._by_question():
            yield from self._one_question(cohorts, suffix)
        for each in (each for each in self.cohorts if each.within):
            for column in (COUNT, BASE):
                inner, outer = self._at(each.code, column, suffix), self._at(each.within, column, suffix)
                yield at_most(f"{self.id}: {each.code}{suffix} among {each.within}", times(1, inner), times(1, outer))
            are, asked = (self._at(each.within, column, suffix) for column in (COUNT, BASE))
            name = f"{self.id}: whoever is not {each.within} is not {each.code}{suffix}"
            yield at_most(name, ((1, asked), (-1, are)), times(1, self._at(each.code, BASE, suffix)))

    def _by_question(self) -> Iterator[list[Cohort]]:
        for _, cohorts in groupby(self.cohorts, key=lambda each: each.by.name):
            yield list(cohorts)

    def _one_question(self, cohorts: list[Cohort], suffix: str) -> Iterator[Relation]:
        """One base; cohorts that share no answer are together at most all who answered."""
        bases = [self._at(each.code, BASE, suffix) for each in cohorts]
        for base in bases[1:]:
            yield equal(f"{self.id}: {base.row}{suffix} has one base", times(1, base), times(1, bases[0]))
        if _share_no_code(cohorts):
            counts = times(1, *(self._at(each.code, COUNT, suffix) for each in cohorts))
            yield at_most(f"{self.id}: {bases[0].row}{suffix} and the others", counts, times(1, bases[0]))

    def _families(self, suffix: str) -> Iterator[Family]:
        everybody = self._at(EVERYBODY.code, COUNT, suffix)
        rows = [each.code for each in self.cohorts]
        for row in rows:
            yield Family(self._at(row, BASE, suffix), (self._at(row, COUNT, suffix),))
        parts = (self._at(row, column, suffix) for row in rows for column in (COUNT, BASE, WITHOUT))
        yield Family(everybody, (*parts, self._at(EVERYBODY.code, BASE, suffix)))


def _share_no_code(cohorts: Iterable[Cohort]) -> bool:
    codes = [code for each in cohorts for code in each.codes]
    return len(codes) == len({*codes})
