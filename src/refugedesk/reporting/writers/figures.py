"""The numbers of a printed table, one by one, in the order in which they are printed.

A figure is named by its place and a name: "" for the count that stands there (or the statistic, in a table
of measures), else the name of the ratio beside it. Every writer and every reader goes by these, so that
none can print or overlook a number that the others do not know of.
"""

from __future__ import annotations

from typing import NamedTuple

from refugedesk.reporting.tables import Heading, Layout, Place, Policy, PrintedReturn, PrintedTable, SafeReturn, Shape

WITHHELD = "[c]"
"""The mark of a withheld number in a sheet: small and protecting are marked alike."""


class Figure(NamedTuple):
    """Which number: where it stands, and its name ("" is the count or the statistic itself)."""

    place: Place
    name: str = ""


class Printout(NamedTuple):
    """What goes into a file: the heading, the policy (None where nothing was withheld) and the tables.

    ``files.write`` makes one from a return that has been protected or released; readers make one to check
    that a file holds what its numbers would print and nothing else.
    """

    heading: Heading
    policy: Policy | None
    tables: tuple[PrintedTable, ...]


def figures(shape: Shape) -> tuple[Figure, ...]:
    """Every number that a table of this shape prints: margins first, a count before its ratios."""
    names = ratio_names(shape)
    places = _held_places(shape)
    found: list[Figure] = []
    for place in places:
        found += [Figure(place), *(Figure(place, name) for name in names.pop(place, ()))]
    return (*found, *(Figure(place, name) for place, every in names.items() for name in every))


def _held_places(shape: Shape) -> list[Place]:
    if shape.layout is Layout.MEASURES:
        return [Place(shape.id, row.code) for row in shape.rows]
    return list(shape.places())


def ratio_names(shape: Shape) -> dict[Place, tuple[str, ...]]:
    """The names of the ratios at each place that has any."""
    names: dict[Place, tuple[str, ...]] = {}
    for ratio in shape.ratios:
        names[ratio.at] = (*names.get(ratio.at, ()), ratio.name)
    return names


def count_at(table: PrintedTable, place: Place) -> int | None:
    """The count at a place, or None where it is withheld."""
    return table.shown.get(place)


def text_at(table: PrintedTable, place: Place, name: str = "") -> str | None:
    """The text of a ratio or a statistic, or None where it is withheld."""
    return table.derived.get((place, name))


def is_statistic(shape: Shape, figure: Figure) -> bool:
    """Whether the figure is a statistic of days: it stands among the derived texts, not the counts."""
    return figure.name == "" and figure.place.row in shape.statistics and shape.layout is Layout.MEASURES


def value_of(table: PrintedTable, figure: Figure) -> int | str | None:
    """What is printed for a figure: a count, a text, or None where it is withheld."""
    if figure.name or is_statistic(table.shape, figure):
        return text_at(table, *figure)
    return count_at(table, figure.place)


def printout(printed: PrintedReturn) -> Printout:
    """What the writers print of a return."""
    policy = printed.policy if isinstance(printed, SafeReturn) else None
    return Printout(printed.heading, policy, printed.tables)
