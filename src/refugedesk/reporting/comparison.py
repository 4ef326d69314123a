"""Two periods beside each other, from two returns as they are printed: each number of both, and its change.

Nothing is worked out from anything but shown numbers, so a comparison says nothing that the two returns do not. Changes
are taken before rounding: of percentages and averages as fractions of shown counts, never of their rounded texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from refugedesk.reporting.derived import ratio_text
from refugedesk.reporting.tables import Layout, Line, Place, PrintedTable, Ratio, Shape

BEFORE, NOW = "before", "now"
BASE, TOTAL = "base", "total"
DIFFERENCE = "difference"
CHANGES = {"percent": "change", "monthly_average": "monthly_average_change"}
"""The percentages and averages that are compared -> what their change is called."""


@dataclass(frozen=True)
class Periods:
    """What the two columns of numbers are called."""

    before: str
    now: str


@dataclass(frozen=True)
class Compared:
    """Tables of two periods: their shapes, what of them is shown, and where each number stands in its own return."""

    shapes: tuple[Shape, ...]
    shown: Mapping[Place, int]
    derived: Mapping[tuple[Place, str], str]
    origins: Mapping[Place, Place]


def compare(now: Sequence[PrintedTable], before: Sequence[PrintedTable], periods: Periods) -> Compared:
    """The tables and numbers that both have: months, say, are other rows in another period and are left out."""
    earlier = {table.shape.id: table for table in before}
    pairs = [_Pair(table, earlier[table.shape.id], periods) for table in now if table.shape.id in earlier]
    found = [pair for pair in pairs if pair.lines]
    shown = {place: count for pair in found for place, count in pair.shown().items()}
    derived = {key: text for pair in found for key, text in pair.derived(shown).items()}
    origins = {pair.at(place, column): place for pair in found for place in pair.lines for column in (BEFORE, NOW)}
    return Compared(tuple(pair.shape for pair in found), shown, derived, origins)


@dataclass(frozen=True)
class _Pair:
    """One table in two periods."""

    now: PrintedTable
    before: PrintedTable
    periods: Periods

    @cached_property
    def lines(self) -> dict[Place, Line]:
        """Every place that both have, and the row it becomes. Looks at shapes alone."""
        both = {*self.before.shape.places()}
        return {place: _line(self.now.shape, place) for place in self.now.shape.places() if place in both}

    @cached_property
    def shape(self) -> Shape:
        """A row for each number, a column for each period, percentages and changes beside them."""
        of = self.now.shape
        columns = (Line(BEFORE, self.periods.before), Line(NOW, self.periods.now))
        return replace(
            of,
            layout=Layout.COLUMNS,
            rows=tuple(self.lines.values()),
            columns=columns,
            ratios=tuple(self._ratios()),
            has_base=False,
            has_totals=False,
            statistics=(),
            number_statistics=(),
        )

    def shown(self) -> dict[Place, int]:
        """What both returns show, each in its column."""
        sides = ((BEFORE, self.before.shown), (NOW, self.now.shown))
        return {
            self.at(place, column): shown[place] for column, shown in sides for place in self.lines if place in shown
        }

    def derived(self, shown: Mapping[Place, int]) -> dict[tuple[Place, str], str]:
        """Percentages as the returns print them, and every change of which all is shown."""
        printed = {
            (Place(place.table, self.lines[place].code), _named(name, column)): text
            for column, table in ((BEFORE, self.before), (NOW, self.now))
            for (place, name), text in table.derived.items()
            if place in self.lines and name in CHANGES
        }
        wanted = {(ratio.at, ratio.name): ratio for ratio in self._ratios()}
        found = {key: text for key, text in printed.items() if key in wanted}
        for key, ratio in wanted.items():
            if ratio.minus and all(place in shown for place in ratio.places) and self._may_say(ratio, found):
                found[key] = ratio_text(shown, ratio)
        return found

    def _may_say(self, ratio: Ratio, printed: Mapping[tuple[Place, str], str]) -> bool:
        """Whether what changes is printed on both sides: a change of a withheld percentage is withheld."""
        of = {change: name for name, change in CHANGES.items()}.get(ratio.name)
        return of is None or {(ratio.at, of), (ratio.at, _named(of, BEFORE))} <= printed.keys()

    def at(self, place: Place, column: str) -> Place:
        """Where a number of the return stands in the comparison."""
        return Place(place.table, self.lines[place].code, column)

    def _ratios(self) -> Iterator[Ratio]:
        for line in self.lines.values():
            here, then = (Place(self.now.shape.id, line.code, column) for column in (NOW, BEFORE))
            row = Place(self.now.shape.id, line.code)
            yield _number(row, here, minus=_number(row, then))
        earlier = {(ratio.at, ratio.name): ratio for ratio in self.before.shape.ratios}
        for ratio in self.now.shape.ratios:
            then_ratio = earlier.get((ratio.at, ratio.name))
            if then_ratio and self._is_compared(ratio):
                before, now = self._moved(then_ratio, BEFORE), self._moved(ratio, NOW)
                yield before
                yield now
                yield replace(now, name=CHANGES[ratio.name], minus=before)

    def _is_compared(self, ratio: Ratio) -> bool:
        return (
            ratio.name in CHANGES
            and not ratio.minus
            and all(place in self.lines for place in (ratio.at, *ratio.places))
        )

    def _moved(self, ratio: Ratio, column: str) -> Ratio:
        """The same ratio of the numbers of one column, beside the row."""
        over, less = (tuple(self.at(place, column) for place in places) for places in (ratio.over, ratio.less))
        at = Place(ratio.at.table, self.lines[ratio.at].code)
        return replace(
            ratio, at=at, name=_named(ratio.name, column), top=self.at(ratio.top, column), over=over, less=less
        )


def _number(row: Place, place: Place, minus: Ratio | None = None) -> Ratio:
    """The number itself, so that its change is worked out like any other."""
    return Ratio(row, DIFFERENCE, place, divisor=Fraction(1), is_percent=False, minus=minus)


def _named(name: str, column: str) -> str:
    return f"{name}_{BEFORE}" if column == BEFORE else name


def _line(shape: Shape, place: Place) -> Line:
    """The row that a number becomes: its code and its words, or that it is the base or a total."""
    rows, columns = ({line.code: line for line in lines} for lines in (shape.rows, shape.columns))
    codes = [code for code in (place.row, place.column) if code]
    words = [lines[code].label for code, lines in ((place.row, rows), (place.column, columns)) if code]
    is_answer = not place.row or rows[place.row].is_answer
    if not codes:
        return Line(BASE, "Base")
    if not place.row:
        return Line(f"{TOTAL}/{place.column}", f"{words[0]}, total")
    return Line("/".join(codes), ", ".join(words), is_answer)
