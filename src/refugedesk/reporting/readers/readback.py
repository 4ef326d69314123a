"""Reads a written return back, so that what is attacked is the very file and not the table in memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from refugedesk.reporting.readers.csv_file import from_csv, same_csv
from refugedesk.reporting.readers.json_file import from_json, same_json
from refugedesk.reporting.readers.pdf_file import verify_pdf
from refugedesk.reporting.readers.published import Published, ReadBackError
from refugedesk.reporting.readers.xlsx_file import from_xlsx, same_xlsx
from refugedesk.reporting.tables import PrintedReturn, Shape
from refugedesk.reporting.writers.figures import printout


class Reader(NamedTuple):
    """How one kind of file is read, and how it is compared with what its numbers print."""

    read: Callable[[bytes, tuple[Shape, ...]], Published]
    is_same: Callable[[bytes, Published, tuple[Shape, ...]], bool]


PDF = ".pdf"
READERS = {
    ".xlsx": Reader(from_xlsx, same_xlsx),
    ".json": Reader(from_json, same_json),
    ".csv": Reader(from_csv, same_csv),
}


def read_published(path: Path, shapes: Sequence[Shape]) -> Published:
    """What the file publishes, once it is sure that the file holds nothing else.

    Sure because the numbers found are printed again and must make the same file: whatever the reader did not
    see (a cell aside, a hidden sheet, a number cached in a chart) would be missing from the second one.

    Raises:
        ReadBackError: a number is missing, unknown or no number, or the file holds anything more.
    """
    return _read(path.read_bytes(), path.suffix.lower(), tuple(shapes))


def verify(path: Path, printed: PrintedReturn) -> Published:
    """What the file publishes, where that is exactly what was to be printed.

    Raises:
        ReadBackError: the file shows other numbers than the return, or anything more.
    """
    return verify_bytes(path.read_bytes(), path.suffix.lower(), printed)


def verify_bytes(content: bytes, ending: str, printed: PrintedReturn) -> Published:
    """The same of a file's content, of the kind that the ending says."""
    shown = {place: count for table in printed.tables for place, count in table.shown.items()}
    derived = {key: text for table in printed.tables for key, text in table.derived.items()}
    if ending == PDF:
        _read_pdf(content, printed)
        found = printout(printed)
        return Published(found.heading, found.policy, shown, derived, frozenset())
    published = _read(content, ending, tuple(table.shape for table in printed.tables))
    if published.shown != shown or published.derived != derived:
        raise ReadBackError("The file does not show the numbers of the return that was to be written.")
    return published


def _read(content: bytes, ending: str, every: tuple[Shape, ...]) -> Published:
    reader = READERS[ending]
    try:
        published = reader.read(content, every)
        is_same = reader.is_same(content, published, every)
    except ReadBackError:
        raise
    except Exception as fault:  # however it fails to be read, it is not the file that was to be written
        raise ReadBackError("The file cannot be read back as a return.") from fault
    if not is_same:
        raise ReadBackError("The file holds something that the return's own numbers do not account for.")
    return published


def _read_pdf(content: bytes, printed: PrintedReturn) -> None:
    """Makes sure that the PDF holds the return's words and numbers and nothing else."""
    try:
        verify_pdf(content, printout(printed))
    except ReadBackError:
        raise
    except Exception as fault:  # likewise
        raise ReadBackError("The file cannot be read back as a return.") from fault
