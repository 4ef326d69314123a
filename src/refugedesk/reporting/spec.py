"""What a return asks for, as data: a definition, its tables, and the service it is about.

Nothing here counts or touches pandas: ``shapes`` says what a return looks like before anything is counted.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import reduce
from typing import TYPE_CHECKING

from refugedesk.domain.errors import CorrectableError
from refugedesk.domain.spans import Period
from refugedesk.reporting.knowledge import from_ties
from refugedesk.reporting.relations import Knowledge, table_knowledge
from refugedesk.reporting.tables import CountTable, Heading, Shape
from refugedesk.reporting.ties import Ties

if TYPE_CHECKING:
    from refugedesk.reporting.material import Material

RESERVED_WARD_CODES = frozenset({"", "outside", "ward_not_recorded", "not_recorded"})
"""Codes of ``origin_ward`` that are not wards: no ward's slug may be one of them."""


Relations = Callable[[Iterable[Shape], Period], Knowledge]
"""What gives the relations between the numbers of a return's tables in a period."""


class ReturnError(CorrectableError):
    """A return that is not known, or not for these days."""


@dataclass(frozen=True)
class Target:
    """What was agreed for an indicator: so many (a year, where it grows with time), and where it began."""

    indicator: str
    target: int = 0
    baseline: int | None = None


@dataclass(frozen=True)
class ServiceFacts:
    """What a return needs to know of the service: its name, its home authority and the wards there.

    wards: (slug, name) of each ward of the home authority, in any order.
    targets: what was agreed with the commissioner; year_starts: the month and day its year begins.
    """

    name: str
    home_authority: str
    wards: tuple[tuple[str, str], ...] = ()
    targets: tuple[Target, ...] = ()
    year_starts: tuple[int, int] = (4, 1)

    def __post_init__(self) -> None:
        slugs = [slug for slug, _ in self.wards]
        if len(set(slugs)) != len(slugs) or RESERVED_WARD_CODES & set(slugs):
            raise ValueError("Each ward needs a slug of its own that is not one of the reserved codes.")

    def target(self, indicator: str) -> Target | None:
        """What was agreed for an indicator, if anything."""
        return next((each for each in self.targets if each.indicator == indicator), None)


@dataclass(frozen=True)
class TableSpec(ABC):
    """One table of a return: what it is called, what it counts, and of whom.

    counts: people, children, stays, referrals, mentions or nights. of: who or what they are, in words.
    explanation: one plain sentence on what is counted, printed with the table.
    """

    id: str
    title: str
    counts: str
    of: str
    explanation: str

    @abstractmethod
    def shape(self, service: ServiceFacts, period: Period) -> Shape:
        """What the table looks like, whatever was recorded."""

    def ties(self, shape: Shape, period: Period) -> Ties | None:
        """What the numbers of that shape count; None where nobody has said, and so it cannot be protected."""
        return None

    @property
    def has_several_answers(self) -> bool:
        """Whether a subject may stand on several rows, so that rows do not add to the base."""
        return False

    @abstractmethod
    def count(self, material: Material) -> CountTable:
        """The table with its exact counts."""


Reach = Callable[["ServiceFacts", Period], Period]
"""What gives the days a return has to look at, for a service and a period."""


def the_period_alone(service: ServiceFacts, period: Period) -> Period:
    """No days but those of the period."""
    return period


def nothing_special(shapes: Iterable[Shape], period: Period) -> Knowledge:
    """No relations besides those that the tables declare."""
    return Knowledge(frozenset(), ())


@dataclass(frozen=True)
class ReturnSpec:
    """A return as data. ``source``: the template and page it follows.

    special: the relations between its numbers that do not follow from what its tables declare.
    reach: the days of which records are read, where it looks back further than the period.
    valid_from, valid_to: the days the definition is for, both included; None where it has no such end.
    """

    id: str
    version: str
    title: str
    source: str
    tables: tuple[TableSpec, ...]
    special: Relations = nothing_special
    reach: Reach = the_period_alone
    valid_from: date | None = None
    valid_to: date | None = None

    def __post_init__(self) -> None:
        if len({table.id for table in self.tables}) != len(self.tables):
            raise ValueError(f"The return {self.id} names a table twice.")

    def heading(self, service: ServiceFacts, period: Period) -> Heading:
        """Which return of which service and period this is.

        Raises: ReturnError where the period holds days the definition is not for.
        """
        if period.first < (self.valid_from or date.min) or period.last > (self.valid_to or date.max):
            raise ReturnError(
                f"The return {self.id} is not for {period.first} to {period.last}: it is for the days"
                f" from {self.valid_from or 'the beginning'} to {self.valid_to or 'now'}. Choose another period."
            )
        return Heading(self.id, self.version, self.title, service.name, service.home_authority, period)

    def chosen(self, *tables: str) -> tuple[TableSpec, ...]:
        """Those of its tables, in that order, for another return to have as well."""
        by_id = {table.id: table for table in self.tables}
        return tuple(by_id[table] for table in tables)

    def knowledge(self, shapes: Iterable[Shape], period: Period) -> Knowledge:
        """What a reader knows of how the numbers hang together, before seeing any of them.

        Args: shapes: the tables as they are, or were, printed; a table of another return is not accounted for.
        """
        printed = {shape.id: shape for shape in shapes}
        ties = self.ties(printed, period)
        by_layout = [
            table_knowledge(printed[table.id], table.has_several_answers) for table in self.tables if table.id in ties
        ]
        return reduce(Knowledge.joined, by_layout, from_ties(ties)).joined(self.special(printed.values(), period))

    def ties(self, printed: Mapping[str, Shape], period: Period) -> dict[str, Ties]:
        """What each printed table says of its numbers; those of which nobody has said it are left out."""
        found = {table.id: table.ties(printed[table.id], period) for table in self.tables if table.id in printed}
        return {table: ties for table, ties in found.items() if ties is not None}


def shapes(spec: ReturnSpec, service: ServiceFacts, period: Period) -> tuple[Shape, ...]:
    """What every table of the return looks like, whatever was recorded, in printing order."""
    return tuple(table.shape(service, period) for table in spec.tables)
