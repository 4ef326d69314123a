"""CSV files as rows of text. Nothing in them is trusted: not the encoding, the quotes, the length of a line."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

from refugedesk.domain.words import tr
from refugedesk.services.interchange.tables import Row, UnreadableFileError

LONGEST_ROW_BYTES: Final = 1_000_000
MOST_LINES: Final = 600_000
_UTF8_MARK: Final = b"\xef\xbb\xbf"
_UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")


def read_csv(path: Path) -> Iterator[Row]:
    """The rows of a CSV file, the header first.

    Raises:
        UnreadableFileError: not UTF-8, not CSV, or larger than any refuge's records.
    """
    try:
        with path.open("rb") as file:
            yield from _rows(_Lines(file, path.name))
    except OSError:
        raise UnreadableFileError(
            path.name, 0, tr("This file cannot be opened."), tr("Check who may read it.")
        ) from None


def _rows(lines: _Lines) -> Iterator[Row]:
    reader = csv.reader(lines, strict=True)
    begins_at = 1
    try:
        for cells in reader:
            if any(cells):
                yield Row(begins_at, tuple(cell.strip() for cell in cells))
            begins_at = lines.begin_row()
    except csv.Error as error:
        raise _not_csv(lines.name, begins_at, str(error)) from None


class _Lines:
    """The lines of a file as the CSV reader pulls them, none of them endless."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        self.name = name
        self._file = file
        self._number = self._row_bytes = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        raw = self._file.readline(LONGEST_ROW_BYTES + 1)
        if not raw:
            raise StopIteration
        self._number += 1
        self._row_bytes += len(raw)
        self._check_size()
        return self._decode(raw.removeprefix(_UTF8_MARK) if self._number == 1 else raw)

    def begin_row(self) -> int:
        """Starts the count of a new row; the line it will begin on."""
        self._row_bytes = 0
        return self._number + 1

    def _check_size(self) -> None:
        if self._row_bytes > LONGEST_ROW_BYTES:
            raise self._fault(tr("This row does not end."), tr("Check that every quotation mark is closed."))
        if self._number > MOST_LINES:
            raise self._fault(
                tr("This file has too many lines."), tr("Import at most {most_lines} at once.", most_lines=MOST_LINES)
            )

    def _decode(self, raw: bytes) -> str:
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError:
            is_utf16 = self._number == 1 and raw.startswith(_UTF16_MARKS)
            problem = tr("This file is UTF-16.") if is_utf16 else tr("This line is not UTF-8.")
            raise self._fault(problem, tr("Save the file as “CSV UTF-8”.")) from None

    def _fault(self, problem: str, remedy: str) -> UnreadableFileError:
        return UnreadableFileError(self.name, self._number, problem, remedy)


def _not_csv(file: str, line: int, error: str) -> UnreadableFileError:
    if "field larger" in error:
        return UnreadableFileError(
            file, line, tr("A cell is far too long."), tr("Shorten it, or close its quotation mark.")
        )
    if "new-line" in error:
        return UnreadableFileError(
            file, line, tr("The lines end in an old way."), tr("Save the file as “CSV UTF-8” again.")
        )
    return UnreadableFileError(
        file,
        line,
        tr("The quotation marks do not match."),
        tr("Put a text with commas or quotation marks between quotation marks, and double those inside it."),
    )
