"""What a clever reader knows about how the numbers of a return hang together.

A ``Relation`` is a sum of places that is equal to, at most or at least a constant. A ``Family`` says which numbers
stand under a total: where the total is small, everything under it is withheld. Both name places; a place whose
table is empty (``Place("", "people_started")``) is a quantity that is printed nowhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from refugedesk.reporting.tables import Layout, Place, Shape

Terms = tuple[tuple[int, Place], ...]


class Sense(StrEnum):
    """How a relation's sum compares with its constant."""

    EQUAL = "=="
    AT_MOST = "<="
    AT_LEAST = ">="


@dataclass(frozen=True)
class Relation:
    """The sum of coefficient x count over ``terms`` is ==, <= or >= ``constant``, whatever the records."""

    name: str
    terms: Terms
    sense: Sense = Sense.EQUAL
    constant: int = 0

    def holds(self, world: Mapping[Place, int]) -> bool:
        """Whether the relation is true of those counts."""
        total = sum(times * world[place] for times, place in self.terms)
        if self.sense is Sense.EQUAL:
            return total == self.constant
        return total <= self.constant if self.sense is Sense.AT_MOST else total >= self.constant


@dataclass(frozen=True)
class Family:
    """The numbers that stand under a total, and are all withheld, zeros too, where it is small.

    is_base: the total is a table's base, so a number as large as it holds everybody and is shown.
    """

    total: Place
    parts: tuple[Place, ...]
    is_base: bool = False


@dataclass(frozen=True)
class Lengths:
    """Where the statistics on lengths of stay stand, and which counts they bear on.

    shorter: the stays closed after ``limit_days`` or fewer: printed nowhere, known as ``closed`` less ``over``.
    longest_days: the longest stay that the period has room for.
    """

    closed: Place
    over: Place
    shorter: Place
    mean: Place
    median: Place
    lower_quartile: Place
    upper_quartile: Place
    longest: Place
    limit_days: int
    longest_days: int

    @property
    def statistics(self) -> tuple[Place, ...]:
        """The places that are numbers of days rather than counts."""
        return (self.mean, self.median, self.lower_quartile, self.upper_quartile, self.longest)


Counted = tuple[str, str, str]
"""A population, a question and the answer given; without a question it is the whole population."""


@dataclass(frozen=True)
class Knowledge:
    """Everything a reader knows about a definition's numbers before seeing any of them.

    tables: the tables that the relations account for; a table that is not among them cannot be protected.
    counted: whom sums of its numbers count, so that they can be found again in a return of another kind or period.
    """

    tables: frozenset[str]
    relations: tuple[Relation, ...]
    families: tuple[Family, ...] = ()
    lengths: Lengths | None = None
    counted: tuple[tuple[Counted, Terms], ...] = ()

    def joined(self, other: Knowledge) -> Knowledge:
        """Both readers' knowledge together."""
        return Knowledge(
            self.tables | other.tables,
            self.relations + other.relations,
            self.families + other.families,
            self.lengths or other.lengths,
            self.counted + other.counted,
        )

    def about(self, printed: frozenset[Place]) -> Knowledge:
        """The same knowledge for a return that prints only those places.

        A relation may still name a place that is not printed: the reader then knows that such a quantity exists,
        but not its value, and so the relation still ties the others together. A family needs its total in print
        (or a total that is printed in no return, which the rule speaks of by itself). All in an order that does not
        depend on the order of the tables, so that neither does what is withheld.
        """
        families = (
            replace(each, parts=tuple(part for part in each.parts if part in printed))
            for each in self.families
            if each.total in printed or not each.total.table
        )
        return replace(
            self,
            relations=tuple(sorted(self.relations, key=lambda each: (each.name, each.terms))),
            families=tuple(
                sorted((each for each in families if each.parts), key=lambda each: (each.total, each.parts))
            ),
        )


def times(coefficient: int, *places: Place) -> Terms:
    """``coefficient`` times each of the places."""
    return tuple((coefficient, place) for place in places)


def equal(name: str, left: Terms, right: Terms) -> Relation:
    """The two sums are the same."""
    return Relation(name, _difference(left, right))


def at_most(name: str, left: Terms, right: Terms) -> Relation:
    """The left sum is at most the right one."""
    return Relation(name, _difference(left, right), Sense.AT_MOST)


def _difference(left: Terms, right: Terms) -> Terms:
    terms: dict[Place, int] = {}
    for sign, side in ((1, left), (-1, right)):
        for coefficient, place in side:
            terms[place] = terms.get(place, 0) + sign * coefficient
    return tuple((coefficient, place) for place, coefficient in terms.items() if coefficient)


def answers(shape: Shape) -> tuple[Place, ...]:
    """The rows of a table that are answers."""
    return tuple(Place(shape.id, row.code) for row in shape.rows if row.is_answer)


def non_answers(shape: Shape) -> tuple[Place, ...]:
    """The rows of people without an answer."""
    return tuple(Place(shape.id, row.code) for row in shape.rows if not row.is_answer)


def everyone(shape: Shape) -> Terms:
    """A one-way table's answers and non-answers together, |t|."""
    return times(1, Place(shape.id), *non_answers(shape))


def table_knowledge(shape: Shape, several_answers: bool = False) -> Knowledge:
    """What follows from a table's layout alone.

    several_answers: one person may stand in several rows (needs), so that rows do not add to the base.
    """
    if shape.layout is Layout.ROWS and several_answers:
        return _several_answers(shape)
    relations, families = _BY_LAYOUT[shape.layout](shape)
    return Knowledge(frozenset({shape.id}), tuple(relations), tuple(families))


Facts = tuple[Iterable[Relation], Iterable[Family]]


def _several_answers(shape: Shape) -> Knowledge:
    base, rows = Place(shape.id), answers(shape)
    relations = tuple(
        at_most(f"{shape.id}: {row.row} is at most the base", times(1, row), times(1, base)) for row in rows
    )
    return Knowledge(frozenset({shape.id}), relations, (Family(base, rows, is_base=True),))


def _rows(shape: Shape) -> Facts:
    base, rows = Place(shape.id), answers(shape)
    adds = equal(f"{shape.id}: answers add to the base", times(1, *rows), times(1, base))
    return [adds], [Family(base, rows, is_base=True)]


def _cross(shape: Shape) -> Facts:
    base = Place(shape.id)
    lines = [Place(shape.id, row.code) for row in shape.rows]
    totals = [Place(shape.id, "", column.code) for column in shape.columns]
    across = [Family(line, tuple(Place(shape.id, line.row, each.column) for each in totals)) for line in lines]
    down = [Family(total, tuple(Place(shape.id, each.row, total.column) for each in lines)) for total in totals]
    sums = [*across, *down, Family(base, tuple(lines)), Family(base, tuple(totals))]
    cells = tuple(cell for family in across for cell in family.parts)
    everything = Family(base, (*lines, *totals, *cells), is_base=True)
    return [_adds(family) for family in sums], [*across, *down, everything]


def _columns(shape: Shape) -> Facts:
    if not shape.has_totals:
        return [], []
    families = [
        Family(
            Place(shape.id, "", column.code),
            tuple(Place(shape.id, row.code, column.code) for row in shape.rows),
        )
        for column in shape.columns
    ]
    sums = [_adds(family) for family in families]
    if not shape.has_base:
        return sums, families
    base, totals = Place(shape.id), [family.total for family in families]
    below = [
        at_most(f"{each.table}: {each.column} at most the base", times(1, each), times(1, base)) for each in totals
    ]
    cells = tuple(cell for family in families for cell in family.parts)
    return [*sums, *below], [*families, Family(base, (*totals, *cells), is_base=True)]


def _measures(shape: Shape) -> Facts:
    return [], []


def _adds(family: Family) -> Relation:
    table, row, column = family.total
    where = " ".join(part for part in (row, column) if part) or "base"
    return equal(f"{table}: parts add to {where}", times(1, *family.parts), times(1, family.total))


_BY_LAYOUT: Mapping[Layout, Callable[[Shape], Facts]] = {
    Layout.ROWS: _rows,
    Layout.CROSS: _cross,
    Layout.COLUMNS: _columns,
    Layout.MEASURES: _measures,
}
