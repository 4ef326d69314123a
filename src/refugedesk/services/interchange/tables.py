"""What reading hands to checking: a sheet as rows of text, and what can stop the reading of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from refugedesk.domain.errors import CorrectableError
from refugedesk.services.interchange.sheets import Sheet


class UnreadableFileError(CorrectableError):
    """A file cannot be read, or not from ``line`` on; ``remedy`` says what would be right."""

    def __init__(self, file: str, line: int, problem: str, remedy: str) -> None:
        super().__init__(f"{file}: {problem} {remedy}")
        self.file, self.line, self.problem, self.remedy = file, line, problem, remedy


@dataclass(frozen=True)
class Row:
    """One row as text, blanks around each cell taken off; ``line`` is where it begins, the header being 1."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """One sheet as it lies in the file, its header first.

    The rows can be walked once; walking may raise UnreadableFileError. Rows without any text are left out.
    is_ragged: whether a row may be shorter than the header, as those of a workbook may.
    """

    sheet: Sheet
    file: str
    rows: Iterator[Row]
    is_ragged: bool = False
