"""Small returns made by hand, for tests of disclosure protection: a table of codes, its groups, a table beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import reduce
from random import Random

from refugedesk.domain.spans import Period
from refugedesk.reporting.relations import Family, Knowledge, equal, everyone, table_knowledge, times
from refugedesk.reporting.tables import CountReturn, CountTable, Heading, Layout, Line, Place, Ratio, Shape

PERIOD = Period(date(2020, 4, 1), date(2021, 3, 31))
HEADING = Heading("made_by_hand", "1", "Made by hand", "A refuge", "Coventry", PERIOD)
PEOPLE = Place("", "people")


def one_way(table: str, codes: Iterable[str], non_answers: Iterable[str] = ()) -> Shape:
    """A table of rows with percentages."""
    answers = tuple(Line(code, code) for code in codes)
    others = tuple(Line(code, code, is_answer=False) for code in non_answers)
    percents = tuple(
        Ratio(Place(table, line.code), "percent", Place(table, line.code), over=(Place(table),)) for line in answers
    )
    return Shape(table, table, "people", "people", Layout.ROWS, (*answers, *others), ratios=percents)


def cross(table: str, rows: Iterable[str], columns: Iterable[str]) -> Shape:
    """A table of rows by columns."""
    lines, heads = (tuple(Line(code, code) for code in codes) for codes in (rows, columns))
    return Shape(table, table, "people", "people", Layout.CROSS, lines, heads)


def counted(shape: Shape, numbers: Mapping[str, int]) -> CountTable:
    """A one-way table with those numbers by row, zero where none is given, and its base."""
    counts = {Place(shape.id, line.code): numbers.get(line.code, 0) for line in shape.rows}
    base = sum(counts[Place(shape.id, line.code)] for line in shape.rows if line.is_answer)
    return CountTable(shape, {Place(shape.id): base, **counts})


def cross_counted(shape: Shape, cells: Mapping[tuple[str, str], int]) -> CountTable:
    """A cross-table with those cells, and its margins."""
    counts: dict[Place, int] = dict.fromkeys(shape.places(), 0)
    for (row, column), number in cells.items():
        for at in (("", ""), (row, ""), ("", column), (row, column)):
            counts[Place(shape.id, *at)] += number
    return CountTable(shape, counts)


def a_return(*tables: CountTable) -> CountReturn:
    """The tables as a return."""
    return CountReturn(HEADING, tables)


def known(*shapes: Shape, extra: Knowledge | None = None) -> Knowledge:
    """What the layouts say, and ``extra``."""
    nothing = Knowledge(frozenset(), ())
    return reduce(Knowledge.joined, (table_knowledge(shape) for shape in shapes), extra or nothing)


def same_people(*shapes: Shape) -> Knowledge:
    """Each of the tables is about the same people."""
    return Knowledge(frozenset(), tuple(equal(shape.id, everyone(shape), times(1, PEOPLE)) for shape in shapes))


CODES = one_way("codes", ("a", "b", "c", "d"), ("not_recorded",))
GROUPS = one_way("groups", ("ab", "cd"), ("not_recorded",))
BESIDE = one_way("beside", ("yes", "no"), ("not_recorded",))


def grouped_knowledge() -> Knowledge:
    """``groups`` sums up ``codes``; ``beside`` is about the same people."""
    families = tuple(
        Family(Place("groups", group), tuple(Place("codes", code) for code in group)) for group in ("ab", "cd")
    )
    sums = [equal(each.total.row, times(1, *each.parts), times(1, each.total)) for each in families]
    gaps = equal("gaps", times(1, Place("codes", "not_recorded")), times(1, Place("groups", "not_recorded")))
    own = Knowledge(frozenset(), (*sums, gaps), families).joined(same_people(CODES, GROUPS, BESIDE))
    return known(CODES, GROUPS, BESIDE, extra=own)


def a_grouped_return(chance: Random, most: int = 12) -> CountReturn:
    """Random people in ``codes``, ``groups`` and ``beside``."""
    numbers = {line.code: chance.choice((0, chance.randrange(6), chance.randrange(most))) for line in CODES.rows}
    pairs = {"ab": numbers["a"] + numbers["b"], "cd": numbers["c"] + numbers["d"]}
    everybody = sum(numbers.values())
    yes = chance.randint(0, everybody)
    gaps = chance.randint(0, min(3, everybody - yes))
    beside = {"yes": yes, "no": everybody - yes - gaps, "not_recorded": gaps}
    groups = {**pairs, "not_recorded": numbers["not_recorded"]}
    return a_return(counted(CODES, numbers), counted(GROUPS, groups), counted(BESIDE, beside))


def truth_of(counts: CountReturn) -> dict[Place, int]:
    """Every number of the return."""
    return {place: number for table in counts.tables for place, number in table.counts.items()}
