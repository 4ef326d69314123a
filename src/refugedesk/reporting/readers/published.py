"""What a reader finds in a file: the numbers shown, the texts worked out from them, and the places withheld."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from refugedesk.domain.errors import OutOfOurHandsError
from refugedesk.reporting.tables import Heading, Place, Policy, PrintedTable, Shape
from refugedesk.reporting.writers.figures import Figure, Printout, figures, is_statistic

_TEXT = re.compile(r"-|-?[0-9]+(\.[0-9]+)?")


class ReadBackError(OutOfOurHandsError):
    """A written return that does not hold exactly what a return of its shape prints."""


@dataclass(frozen=True)
class Published:
    """What a written return tells its reader.

    heading: as the file states it; JSON and CSV do not carry the title. policy: None where nothing is withheld.
    withheld: the places of the counts and statistics marked as withheld; a withheld ratio is absent from ``derived``.
    """

    heading: Heading
    policy: Policy | None
    shown: Mapping[Place, int]
    derived: Mapping[tuple[Place, str], str]
    withheld: frozenset[Place]

    def printout(self, shapes: tuple[Shape, ...]) -> Printout:
        """What a writer would have to be given to print this."""
        tables = tuple(PrintedTable(shape, self.shown, self.derived) for shape in shapes)
        return Printout(self.heading, self.policy, tables)


@dataclass
class Findings:
    """The figures found so far in a file that should print tables of these shapes: each once, none unknown."""

    shapes: tuple[Shape, ...]
    shown: dict[Place, int] = field(default_factory=dict)
    derived: dict[tuple[Place, str], str] = field(default_factory=dict)
    withheld: set[Place] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._awaited = {figure: shape for shape in self.shapes for figure in figures(shape)}

    def add(self, figure: Figure, value: object) -> None:
        """Takes one figure as the file shows it: a whole number, a text, or None where it is withheld."""
        shape = self._awaited.pop(figure)
        is_text = bool(figure.name) or is_statistic(shape, figure)
        if value is None:
            if not figure.name:
                self.withheld.add(figure.place)
        elif is_text and isinstance(value, str) and _TEXT.fullmatch(value):
            self.derived[figure.place, figure.name] = value
        elif not is_text and isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            self.shown[figure.place] = value
        else:
            raise ReadBackError(f"The file shows no proper number at {named(figure)}.")

    def finish(self, heading: Heading, policy: Policy | None) -> Published:
        """All that was found, once nothing is missing."""
        for figure in self._awaited:
            raise ReadBackError(f"The file lacks a number: {named(figure)}.")
        return Published(heading, policy, self.shown, self.derived, frozenset(self.withheld))


def named(figure: Figure) -> str:
    """The figure's address in words for an error: table, row, column, name, and never its value."""
    return " / ".join(part for part in (*figure.place, figure.name) if part)
