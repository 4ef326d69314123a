"""What is the matter with an interchange folder: a line for every fault, and for every warning."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import Final

from refugedesk.domain.words import tr

MOST_FAULTS: Final = 1000
"""After so many faults reading stops: nobody puts right more at one go, and a hostile file costs no more time."""
MOST_SHOWN: Final = 60


@dataclass(frozen=True)
class Fault:
    """One thing that stops the import, or as a warning only asks to be looked at.

    line: of the file or the sheet, its first is 1; 0 where the whole file is meant. column: empty where no single
    column is meant. remedy: what would be right.
    """

    file: str
    line: int
    column: str
    value: str
    problem: str
    remedy: str

    def __str__(self) -> str:
        line = tr("line {line}", line=self.line) if self.line else ""
        column = tr("column {one_line}", one_line=one_line(self.column)) if self.column else ""
        value = f"“{one_line(self.value)}”" if self.value else ""
        place = ", ".join(part for part in (one_line(self.file), line, column, value) if part)
        return f"{place}: {self.problem} {self.remedy}".strip()


class TooManyFaultsError(Exception):
    """Reading has found as many faults as are reported; it goes no further."""


@dataclass
class Findings:
    """Faults and warnings on their way into a report."""

    faults: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)
    is_cut_short: bool = False

    def fault(self, fault: Fault) -> None:
        """Notes a fault; TooManyFaultsError when there is no room for another."""
        self.faults.append(fault)
        if len(self.faults) >= MOST_FAULTS:
            self.is_cut_short = True
            raise TooManyFaultsError

    def warn(self, warning: Fault) -> None:
        """Notes a warning, as long as there is room."""
        if len(self.warnings) < MOST_FAULTS:
            self.warnings.append(warning)


def one_line(text: str) -> str:
    """The text fit for one line of a terminal: cut short, and every control character written out."""
    cut = text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…"
    return "".join(letter if _is_plain(letter) else _written_out(letter) for letter in cut)


def _is_plain(letter: str) -> bool:
    return letter == " " or unicodedata.category(letter)[0] not in "CZ"


def _written_out(letter: str) -> str:
    return letter.encode("unicode_escape").decode("ascii")
