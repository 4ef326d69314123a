"""What a return is made of: shapes, counts, and the tables that may leave the house.

Every number of a return has a ``Place``: the table, the row's code and the column's code, where an empty
code is the margin. ``Place("age")`` is the table's base, ``Place("age", "18_24")`` a row, and in a
cross-table ``Place(t, "18_24", "0")`` a cell, ``Place(t, "18_24")`` a row's total, ``Place(t, "", "0")`` a
column's. A measure is ``Place("flow", "started")``.

Exact counts (``CountTable``), protected ones (``SafeTable``) and exact ones that somebody entitled has
asked for (``ExactTable``) are three types, so that a writer cannot be handed the wrong one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from refugedesk.domain.spans import Period


class Place(NamedTuple):
    """Where a number stands: table, row code, column code; an empty code is the margin."""

    table: str
    row: str = ""
    column: str = ""


class Layout(StrEnum):
    """How a table is printed, and so what its margins mean."""

    ROWS = "rows"
    """One-way: rows, a base, a percentage on each row that is an answer."""
    CROSS = "cross"
    """Rows by columns that together are everybody: cells, row totals, column totals, base."""
    COLUMNS = "columns"
    """Rows with several counts side by side; columns have totals, rows have none."""
    MEASURES = "measures"
    """Named single numbers."""


@dataclass(frozen=True)
class Line:
    """A row or a column: its code, its label, and whether it is an answer (not known, say, is none)."""

    code: str
    label: str
    is_answer: bool = True


@dataclass(frozen=True)
class Ratio:
    """A percentage or an average printed beside a count: 100 (or 1) x top / bottom.

    ``bottom`` is the sum of ``over`` less the sum of ``less``, or the constant ``divisor``. It may be shown
    only where every place it names is shown. ``decimals`` digits, rounded half up on the exact fraction;
    ``"-"`` of a zero bottom.
    """

    at: Place
    name: str
    """The key beside the count: percent, row_percent, column_percent, monthly_average."""
    top: Place
    over: tuple[Place, ...] = ()
    less: tuple[Place, ...] = ()
    divisor: Fraction | None = None
    is_percent: bool = True
    decimals: int = 0
    minus: Ratio | None = None
    """A change: the ratio that is taken away before rounding. It says nothing that the shown counts do not."""

    @property
    def places(self) -> tuple[Place, ...]:
        """Every place the ratio is worked out from."""
        return (self.top, *self.over, *self.less, *(self.minus.places if self.minus else ()))


@dataclass(frozen=True)
class Shape:
    """What a table looks like whatever the data: it depends on definition, service and period only."""

    id: str
    title: str
    counts: str
    """people, children, stays, referrals, mentions or nights."""
    of: str
    layout: Layout
    rows: tuple[Line, ...]
    columns: tuple[Line, ...] = ()
    ratios: tuple[Ratio, ...] = ()
    has_base: bool = True
    has_totals: bool = True
    """COLUMNS: whether the rows of a column add up to a total; where they overlap or differ in kind they do not."""
    explanation: str = ""
    """One plain sentence on what is counted, printed with the table."""
    theme: str = ""
    """The sheet of the workbook the table stands on; empty: ``writers/themes.py`` knows, or it is "Other"."""
    statistics: tuple[str, ...] = ()
    """MEASURES: the codes of the rows that are statistics of days, not counts; they stand in ``derived``."""
    number_statistics: tuple[str, ...] = ()
    """Those of ``statistics`` that JSON carries as a number (longest_days) rather than as a string."""

    def places(self) -> tuple[Place, ...]:
        """Every place of the table that holds a count, base and totals first, in printing order.

        ROWS: base, rows. CROSS: base, column totals, then each row's total and cells. COLUMNS: base (where it
        has one), column totals, then each row's cells. MEASURES: every row that is not one of ``statistics``.
        """
        base = [Place(self.id)] if self.has_base and self.layout is not Layout.MEASURES else []
        if self.layout in (Layout.ROWS, Layout.MEASURES):
            return (
                *base,
                *(Place(self.id, row.code) for row in self.rows if row.code not in self.statistics),
            )
        totals = [Place(self.id, "", column.code) for column in self.columns if self.has_totals]
        lines: list[Place] = []
        for row in self.rows:
            if self.layout is Layout.CROSS:
                lines.append(Place(self.id, row.code))
            lines += [Place(self.id, row.code, column.code) for column in self.columns]
        return (*base, *totals, *lines)


@dataclass(frozen=True)
class Statistic:
    """A number of days over closed stays, such as a mean or a quartile; ``value`` None where none was."""

    value: Fraction | None
    decimals: int = 0
    is_number: bool = False
    """True where JSON carries a number (longest_days) rather than a string."""


@dataclass(frozen=True)
class CountTable:
    """Exact counts, before protection. No writer takes one.

    counts: every place of the shape that holds a count -> that count (a whole number, zero included).
    statistics: the places of a MEASURES table that are statistics of days rather than counts.
    contributors: only for occupancy: accommodation type -> how many stays used it in the period.
    """

    shape: Shape
    counts: Mapping[Place, int]
    statistics: Mapping[Place, Statistic] = field(default_factory=lambda: MappingProxyType({}))
    contributors: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True)
class Heading:
    """Which return this is: definition, version, service, home authority, period.

    revision: which formal revision it is of what was released first; 0 for a first issue. narrative: a text of the
    service's own that stands in the file; empty for none.
    """

    definition: str
    version: str
    title: str
    service: str
    home_authority: str
    period: Period
    revision: int = 0
    narrative: str = ""

    @property
    def name(self) -> str:
        """The title, with which revision it is."""
        title = self.title or "Return"
        return f"Revision {self.revision} of the {title[0].lower()}{title[1:]}" if self.revision else title


@dataclass(frozen=True)
class CountReturn:
    """Every table of a return with its exact counts, before protection."""

    heading: Heading
    tables: tuple[CountTable, ...]


@dataclass(frozen=True)
class PrintedTable:
    """A table as it may be printed: what is shown, and what is withheld by its absence.

    shown: the counts that are shown; a place of the shape that is not here is withheld.
    derived: (place, ratio's name) -> its text; absent where withheld. Statistics stand here, named "".
    """

    shape: Shape
    shown: Mapping[Place, int]
    derived: Mapping[tuple[Place, str], str]


@dataclass(frozen=True)
class SafeTable(PrintedTable):
    """A table that has been protected. Only ``disclosure.py`` makes one: a test holds that."""


@dataclass(frozen=True)
class ExactTable(PrintedTable):
    """A table with nothing withheld, for a named recipient and stated reason. Only ``exact.py`` makes one."""


@dataclass(frozen=True)
class Policy:
    """What is withheld, what is rounded, and so what stays possible. ``policies.py`` has those there are.

    threshold: counts from 1 to one less are withheld; 1: none is. strict: each of these counts could be the threshold
    or more as well. round_to: every other number is printed as the nearest multiple; 0: as it is.
    """

    id: str
    threshold: int
    strict: bool = False
    round_to: int = 0

    @property
    def guarded(self) -> int:
        """One more than the largest count that a reader must not be able to tell from its fellows."""
        return self.threshold if self.threshold > 1 else (self.round_to + 1) // 2

    @property
    def alike(self) -> range:
        """The counts that a reader must not be able to tell apart: zero is among them where nothing is withheld."""
        return range(1 if self.threshold > 1 else 0, self.guarded)

    def printed(self, count: int) -> int:
        """What stands for a count that is shown: itself, or the nearest multiple, half up."""
        return (2 * count + self.round_to) // (2 * self.round_to) * self.round_to if self.round_to else count

    def meant_by(self, printed: int, is_counted: bool = True) -> tuple[int, int]:
        """The least and the most that a printed number may stand for. is_counted: not so for nights."""
        if not self.round_to:
            return printed, printed
        low, high = max(0, printed - self.round_to // 2), printed + (self.round_to - 1) // 2
        if not is_counted or self.threshold == 1:
            return low, high
        return (0, 0) if printed == 0 else (max(low, self.threshold), high)


@dataclass(frozen=True)
class SafeReturn:
    """A protected return, ready to be written."""

    heading: Heading
    policy: Policy
    tables: tuple[SafeTable, ...]


@dataclass(frozen=True)
class ExactReturn:
    """An unprotected return; printed with the policy ``none``. Logged by whoever makes it."""

    heading: Heading
    tables: tuple[ExactTable, ...]


PrintedReturn = SafeReturn | ExactReturn
