"""The rows of one table beside its totals: lines of the page that must balance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from refugedesk.domain.words import noted
from refugedesk.reporting.balance import Balance, Side, Topic
from refugedesk.reporting.spec import TableSpec
from refugedesk.reporting.tables import Layout, Line, Place, Shape

Counted = tuple[Shape, Mapping[Place, int]]
NIGHTS = ("available", "occupied", "void")


def row_sums(table: TableSpec, counted: Counted) -> Iterator[Balance]:
    """What must balance within a table. One in which a person may stand on several rows has nothing that adds up."""
    shape, counts = counted
    if [column.code for column in shape.columns] == list(NIGHTS):
        yield from _nights(shape, counts)
    elif shape.layout is Layout.CROSS:
        yield from _crossed(shape, counts)
    elif shape.layout is Layout.COLUMNS and shape.has_totals:
        yield from _columns(shape, counts)
    elif shape.layout is Layout.ROWS and shape.has_base and not table.has_several_answers:
        answers = [row for row in shape.rows if row.is_answer]
        base = (f"{shape.title}: base", counts[Place(shape.id)])
        yield _line(noted("Everybody with an answer has one."), (_all(shape, counts, "rows", answers), base))


def _crossed(shape: Shape, counts: Mapping[Place, int]) -> Iterator[Balance]:
    """The totals of rows and of columns are everybody; every row is its cells."""
    base = (f"{shape.title}: everybody", counts[Place(shape.id)])
    yield _line(noted("Everybody stands on one row."), (_all(shape, counts, "totals of rows", shape.rows), base))
    columns = (f"{shape.title}: totals of columns", sum(counts[Place(shape.id, "", c.code)] for c in shape.columns))
    yield _line(noted("Everybody stands in one column."), (columns, base))
    cells = sum(counts[Place(shape.id, row.code, column.code)] for row in shape.rows for column in shape.columns)
    yield _line(noted("Everybody stands in one cell."), ((f"{shape.title}: cells", cells), base))


def _columns(shape: Shape, counts: Mapping[Place, int]) -> Iterator[Balance]:
    for column in shape.columns:
        name = f"{shape.title}: {column.label.lower()}"
        rows = sum(counts[Place(shape.id, row.code, column.code)] for row in shape.rows)
        total = (f"{name}, total", counts[Place(shape.id, "", column.code)])
        yield _line(noted("The rows of a column are its total."), ((f"{name}, rows", rows), total))


def _nights(shape: Shape, counts: Mapping[Place, int]) -> Iterator[Balance]:
    """A night on which a unit is open it is occupied or void."""
    for row in (*shape.rows, Line("", "All units")):
        available, occupied, void = (counts[Place(shape.id, row.code, code)] for code in NIGHTS)
        left: Side = ((f"{row.label}: nights available", available),)
        right: Side = (("Occupied", occupied), ("Void", void))
        if available or occupied or void:
            yield Balance(noted("On a night a unit is open it is occupied or void."), left, right, Topic.NIGHTS)


def _all(shape: Shape, counts: Mapping[Place, int], words: str, rows: Iterable[Line]) -> tuple[str, int]:
    return f"{shape.title}: {words}", sum(counts[Place(shape.id, row.code)] for row in rows)


def _line(sentence: str, sides: tuple[tuple[str, int], tuple[str, int]]) -> Balance:
    return Balance(sentence, (sides[0],), (sides[1],), Topic.ROWS)
