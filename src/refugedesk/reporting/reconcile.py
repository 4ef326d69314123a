"""What must balance in a return, line by line, each with the sentence that explains it. For the desk, never a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from refugedesk.reporting import populations, supported
from refugedesk.reporting.facts import SUMS
from refugedesk.reporting.material import Material
from refugedesk.reporting.populations import Population, name_of
from refugedesk.reporting.spec import ReturnSpec
from refugedesk.reporting.tables import CountReturn, Place, Shape
from refugedesk.reporting.ties import OTHER_DAYS, Whole

WORDS: Mapping[Population, str] = {
    populations.stays_on_first_day: "in a stay at the start",
    populations.stays_started: "stays started",
    populations.stays_ended: "stays ended",
    populations.stays_after_last_day: "in a stay at the end",
    populations.stays_closed: "stays started that ended",
    populations.stays_still_open: "stays started that go on",
    populations.stays_in_period: "stays with a day in the period",
    populations.people_supported: "people supported",
    populations.children_supported: "children supported",
    supported.adults_supported: "adults supported",
    supported.individuals_supported: "individuals supported",
}
BY_NAME = {name_of(population): population for population in WORDS}


@dataclass(frozen=True)
class Balance:
    """A line of the page: numbers that must come to the same, and why.

    left, right: what is added up on each side, in words and numbers. More than two sides that must be equal stand as
    several lines.
    """

    sentence: str
    left: tuple[tuple[str, int], ...]
    right: tuple[tuple[str, int], ...]

    @property
    def balances(self) -> bool:
        """Whether both sides come to the same."""
        return sum(number for _, number in self.left) == sum(number for _, number in self.right)


def reconcile(spec: ReturnSpec, counts: CountReturn, material: Material) -> tuple[Balance, ...]:
    """Everything that must balance: who was there, and the totals of tables about the same people."""
    return (*_sums(material), *_totals(spec, counts))


def _sums(material: Material) -> Iterator[Balance]:
    for left, right, sentence in SUMS:
        sides = [
            tuple((WORDS[BY_NAME[name]].capitalize(), len(material.of(BY_NAME[name]))) for name in side)
            for side in (left, right)
        ]
        yield Balance(sentence, sides[0], sides[1])


def _totals(spec: ReturnSpec, counts: CountReturn) -> Iterator[Balance]:
    """Each table about a population beside the first one about it."""
    shapes = {table.shape.id: table.shape for table in counts.tables}
    numbers = {place: count for table in counts.tables for place, count in table.counts.items()}
    firsts: dict[str, tuple[Shape, Whole]] = {}
    for table, ties in spec.ties(shapes, counts.heading.period).items():
        for whole in ties.wholes:
            first, other = firsts.setdefault(whole.population, (shapes[table], whole))
            if other is not whole and OTHER_DAYS not in whole.population:
                sides = ((first, other), (shapes[table], whole))
                left, right = ((_said(shape, each), _number(each, numbers)) for shape, each in sides)
                yield Balance(f"Both count {shapes[table].counts}: {first.of}, each once.", (left,), (right,))


def _number(whole: Whole, numbers: Mapping[Place, int]) -> int:
    return sum(times * numbers[place] for times, place in whole.terms)


def _said(shape: Shape, whole: Whole) -> str:
    """The table, and the row where the number is one of several."""
    rows = {row.code: row.label for row in shape.rows}
    row = whole.terms[0][1].row if len(whole.terms) == 1 else ""
    return f"{shape.title}: {rows[row]}" if row in rows else shape.title
