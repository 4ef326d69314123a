"""The sheets of an .xlsx workbook as rows of text. A workbook is a zip of XML, and both are used in attacks:
its size is checked before anything is unpacked, and no entity of the XML is ever followed."""

from __future__ import annotations

import math
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from refugedesk.services.interchange.tables import Row, UnreadableFileError

if TYPE_CHECKING:
    from openpyxl import Workbook

LARGEST_UNPACKED_BYTES: Final = 48 * 1024 * 1024
LARGEST_RATIO: Final = 200
RATIO_COUNTS_FROM_BYTES: Final = 1024 * 1024
MOST_PARTS: Final = 500
MOST_ROWS: Final = 1_000_000
MOST_CELLS: Final = 3_000_000
MOST_SHEETS: Final = 40


@contextmanager
def open_workbook(path: Path) -> Iterator[Workbook]:
    """The workbook, opened to be read only; values as they were last worked out, never a formula.

    Raises:
        UnreadableFileError: not a workbook, or one that would unpack into something enormous.
    """
    _check_zip(path)
    from openpyxl import load_workbook
    from openpyxl.xml import DEFUSEDXML

    if not DEFUSEDXML:
        raise RuntimeError("Workbooks are read with defusedxml or not at all.")
    with _as_sentence(path.name, 0), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(path, read_only=True, data_only=True, keep_links=False)
    try:
        yield book
    finally:
        book.close()


def sheet_names(book: Workbook) -> list[str]:
    """What the sheets are called, in order; sheets that hold no cells, as charts, are left out."""
    return [sheet.title for sheet in book.worksheets][:MOST_SHEETS]


def read_sheet(book: Workbook, name: str) -> list[Row]:
    """The rows of one sheet; rows without any text are left out."""
    sheet = book[name]
    rows, cells_seen = [], 0
    with _as_sentence(name, 0), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        # What the sheet says of its own size is not to be believed: the rows themselves are walked.
        sheet.reset_dimensions()
        for line, values in enumerate(sheet.iter_rows(values_only=True), start=1):
            cells_seen += len(values)
            if line > MOST_ROWS or cells_seen > MOST_CELLS:
                raise UnreadableFileError(name, line, "This sheet is too large.", "Use CSV files instead.")
            cells = tuple(value_text(value) for value in values)
            if any(cells):
                rows.append(Row(line, cells))
    return rows


def value_text(value: object) -> str:
    """A cell's value as the text a CSV file would hold: days in ISO form, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time.min else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and math.isfinite(value) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _check_zip(path: Path) -> None:
    with _as_sentence(path.name, 0), zipfile.ZipFile(path) as archive:
        parts = archive.infolist()
        unpacked = sum(part.file_size for part in parts)
        is_bomb = any(
            part.file_size > RATIO_COUNTS_FROM_BYTES and part.file_size > LARGEST_RATIO * part.compress_size
            for part in parts
        )
    if is_bomb or len(parts) > MOST_PARTS or unpacked > LARGEST_UNPACKED_BYTES:
        raise UnreadableFileError(path.name, 0, "This workbook is too large when unpacked.", "Use CSV files instead.")


@contextmanager
def _as_sentence(file: str, line: int) -> Iterator[None]:
    """Whatever a library says about a broken workbook, as one sentence.

    The libraries raise all kinds of errors on broken parts (KeyError, ValueError, IndexError, those of zip and XML
    and more), so every error of this one border means the same: it cannot be read.
    """
    try:
        yield
    except UnreadableFileError:
        raise
    except Exception:
        remedy = "Save it again as an Excel workbook (.xlsx), without a password, or use CSV files."
        raise UnreadableFileError(file, line, "This cannot be read as a workbook.", remedy) from None
