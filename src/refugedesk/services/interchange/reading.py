"""A folder of CSV files, or one workbook with the same sheets, as tables of text in the order of the sheets."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Final

from refugedesk.domain.errors import CorrectableError
from refugedesk.domain.words import tr
from refugedesk.services.interchange.csv_files import read_csv
from refugedesk.services.interchange.faults import Fault, Findings
from refugedesk.services.interchange.sheets import SHEETS
from refugedesk.services.interchange.tables import Row, Table, UnreadableFileError

if TYPE_CHECKING:
    from refugedesk.services.interchange.workbooks import Book

LARGEST_FOLDER_BYTES: Final = 96 * 1024 * 1024
WORKBOOK: Final = ".xlsx"
_LEFT_BY_OTHERS: Final = frozenset({"thumbs.db", "desktop.ini"})
"""What file browsers drop into any folder: no fault of whoever made it."""


class NothingToImportError(CorrectableError):
    """There is no such folder or workbook, or it is empty."""


@contextmanager
def open_tables(source: Path, findings: Findings) -> Iterator[list[Table]]:
    """The tables of a folder or a workbook; files and sheets that are none of ours are faults.

    Raises:
        NothingToImportError: there is nothing at ``source`` that could be read.
        UnreadableFileError: a workbook that cannot be opened.
    """
    book = _only_workbook(source)
    if book is None:
        yield list(_csv_tables(_folder(source), findings))
        return
    from refugedesk.services.interchange.workbooks import open_workbook

    with open_workbook(book) as opened:
        _name_unknown([name for name in opened.sheets if name not in SHEETS], "sheet", list(SHEETS), findings)
        known = [sheet for sheet in SHEETS.values() if sheet.name in opened.sheets]
        yield [Table(sheet, sheet.name, _rows(opened, sheet.name), is_ragged=True) for sheet in known]


def _rows(book: Book, sheet: str) -> Iterator[Row]:
    """The rows of a sheet, read when they are first asked for."""
    yield from book.rows(sheet)


def _only_workbook(source: Path) -> Path | None:
    """The workbook that was named, or that lies alone in the folder that was named."""
    if source.is_file() and source.suffix.lower() == WORKBOOK:
        return source
    inside = _visible(source) if source.is_dir() else []
    return inside[0] if len(inside) == 1 and inside[0].suffix.lower() == WORKBOOK else None


def _folder(source: Path) -> Path:
    if not source.is_dir():
        raise NothingToImportError(tr("There is no such folder, nor a workbook (.xlsx). Check its name."))
    if not _visible(source):
        raise NothingToImportError(
            tr("The folder is empty. It should hold files such as {file_names}.", file_names=_file_names()[0])
        )
    return source


def _csv_tables(folder: Path, findings: Findings) -> Iterator[Table]:
    files = {path.name: path for path in _visible(folder)}
    ours = {sheet.file: sheet for sheet in SHEETS.values() if sheet.file in files and files[sheet.file].is_file()}
    _name_unknown([name for name in files if name not in ours], "file", _file_names(), findings)
    if sum(files[name].stat().st_size for name in ours) > LARGEST_FOLDER_BYTES:
        raise UnreadableFileError(
            folder.name, 0, tr("This folder is too large."), tr("Import the records in several parts.")
        )
    for name, sheet in ours.items():
        yield Table(sheet, name, read_csv(files[name]))


def _visible(folder: Path) -> list[Path]:
    paths = sorted(folder.iterdir())
    return [
        each for each in paths if not each.name.startswith((".", "~$")) and each.name.lower() not in _LEFT_BY_OTHERS
    ]


def _name_unknown(names: list[str], thing: str, known: list[str], findings: Findings) -> None:
    for name in names:
        near = get_close_matches(name[:64].lower(), known, 1, 0.7)
        remedy = (
            tr("Did you mean {near}?", near=near[0])
            if near
            else tr("Take it out; the {thing}s are {known}.", thing=thing, known=", ".join(known))
        )
        findings.fault(Fault(name, 0, "", "", tr("This {thing} is not part of an import.", thing=thing), remedy))


def _file_names() -> list[str]:
    return [sheet.file for sheet in SHEETS.values()]
