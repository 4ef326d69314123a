"""What must balance in a return, line by line, each with the sentence that explains it. For the desk, never a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from refugedesk.domain.words import tr
from refugedesk.reporting import populations, supported
from refugedesk.reporting.balance import Balance, Topic
from refugedesk.reporting.facts import SUMS
from refugedesk.reporting.left_out import people_and_stays, referrals_by_outcome, what_is_left_out
from refugedesk.reporting.material import Material
from refugedesk.reporting.populations import Population, name_of
from refugedesk.reporting.row_sums import row_sums
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


def reconcile(spec: ReturnSpec, counts: CountReturn, material: Material) -> tuple[Balance, ...]:
    """Everything that must balance: who was there, what is left out, rows and totals, and tables about the same."""
    return (
        *_sums(material),
        *people_and_stays(material),
        *referrals_by_outcome(material),
        *what_is_left_out(material),
        *(line for table in spec.tables for line in row_sums(table, _table(counts, table.id))),
        *_totals(spec, counts),
    )


def _table(counts: CountReturn, id: str) -> tuple[Shape, Mapping[Place, int]]:
    found = next(table for table in counts.tables if table.shape.id == id)
    return found.shape, found.counts


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
                why = tr("Both count {what}: {whom}, each once.", what=shapes[table].counts, whom=first.of)
                yield Balance(why, (left,), (right,), Topic.TABLES)


def _number(whole: Whole, numbers: Mapping[Place, int]) -> int:
    return sum(times * numbers[place] for times, place in whole.terms)


def _said(shape: Shape, whole: Whole) -> str:
    """The table, and the row where the number is one of several."""
    rows = {row.code: row.label for row in shape.rows}
    row = whole.terms[0][1].row if len(whole.terms) == 1 else ""
    return f"{shape.title}: {rows[row]}" if row in rows else shape.title
