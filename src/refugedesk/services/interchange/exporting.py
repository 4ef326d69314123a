"""The whole store as an interchange folder. Never the address; a restricted field only when asked for by name."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from refugedesk.domain.errors import CorrectableError
from refugedesk.domain.fields import Answer
from refugedesk.domain.records import ALL
from refugedesk.domain.records.child import CHILD, CHILD_STAY
from refugedesk.domain.store_files import disk_error
from refugedesk.domain.whole_file import sync_folder
from refugedesk.domain.words import tr
from refugedesk.services.desk import Desk
from refugedesk.services.interchange.cells import cell_text
from refugedesk.services.interchange.sheets import SHEETS, Column, Sheet, id_name
from refugedesk.services.interchange.writing import write_sheet
from refugedesk.services.progress import Progress, silently
from refugedesk.services.roles import Action
from refugedesk.storage.bulk import Known, known_records


class ExportRefusedError(CorrectableError):
    """The reason is blank, or a field was named that is not restricted."""


class TargetNotEmptyError(CorrectableError):
    """The folder to write into already holds something."""

    def __init__(self) -> None:
        super().__init__(
            tr("This folder already holds something, so nothing was written. Choose an empty or a new one.")
        )


@dataclass(frozen=True)
class ExportReport:
    """What was written; counts: sheet -> rows."""

    folder: Path
    counts: Mapping[str, int]


def restricted_fields() -> tuple[str, ...]:
    """The columns that an export leaves out unless they are asked for by name."""
    return tuple(sorted({column.name for sheet in SHEETS.values() for column in sheet.columns if column.is_restricted}))


def named_fields() -> frozenset[str]:
    """Every way of asking for a restricted column: by its name, of every form, or as ``form.name`` of one alone."""
    columns = [column for sheet in SHEETS.values() for column in sheet.columns if column.is_restricted]
    return frozenset(name for column in columns for name in (column.name, _full_name(column)))


def _full_name(column: Column) -> str:
    return f"{column.record.id}.{column.name}"


def export_folder(
    desk: Desk, folder: Path, reason: str, include: Collection[str] = (), progress: Progress | None = None
) -> ExportReport:
    """Writes every record into a new folder that only its owner may read, and writes down that it was done and why.

    Either the folder is there and whole, or nothing is.

    Args:
        include: restricted columns to write as well: ``name`` for those of every form that has one of that name,
            ``form.name`` for that of one form alone.

    Raises:
        NotAllowedError, ExportRefusedError, TargetNotEmptyError, ReadOnlyFolderError, DiskFullError, DriveError
    """
    desk.require(Action.EXPORT)
    _check_request(reason, include)
    _check_target(folder)
    with desk.writing() as work:
        # Written down first and for good: no export may be in the world that the record does not know.
        work.note("export", reason=" ".join(reason.split()), include=" ".join(sorted(include)))
    with desk.reading() as connection:
        counts = _write_whole(folder, connection, include, progress or silently)
    return ExportReport(folder, counts)


def _check_request(reason: str, include: Collection[str]) -> None:
    if not reason.strip():
        raise ExportRefusedError(tr("An export needs a reason, which is written down. Nothing was written."))
    if unknown := sorted(set(include) - named_fields()):
        known = ", ".join(restricted_fields())
        raise ExportRefusedError(
            tr(
                "{unknown} is not a restricted field; those are {known}. The form's name before it, as "
                "in perpetrator.name, means that of this form alone. Nothing was written.",
                unknown=unknown[0],
                known=known,
            )
        )


def _check_target(folder: Path) -> None:
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise TargetNotEmptyError


def _write_whole(folder: Path, connection: Connection, include: Collection[str], progress: Progress) -> dict[str, int]:
    """Writes into a folder beside it, which takes the name only when every file is on the disk."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        making = folder.with_name(f".{folder.name}.new")
        shutil.rmtree(making, ignore_errors=True)  # of an export that was killed: it is in plain text
        making.mkdir(mode=0o700)
        try:
            counts = {}
            for done, sheet in enumerate(SHEETS.values(), start=1):
                counts[sheet.name] = _write_sheet(making, sheet, connection, include)
                progress(done, len(SHEETS))
            if folder.exists():
                folder.rmdir()
            sync_folder(making)
            making.rename(folder)
            sync_folder(folder.parent)
        except BaseException:
            shutil.rmtree(making, ignore_errors=True)
            raise
    except OSError as error:
        raise disk_error(error) from error
    return counts


def _write_sheet(folder: Path, sheet: Sheet, connection: Connection, include: Collection[str]) -> int:
    columns = [column for column in sheet.columns if _is_written(column, include)]
    return write_sheet(folder / sheet.file, [column.name for column in columns], rows(sheet, columns, connection))


def _is_written(column: Column, include: Collection[str]) -> bool:
    return not column.is_restricted or column.name in include or _full_name(column) in include


def rows(sheet: Sheet, columns: list[Column], connection: Connection) -> Iterator[tuple[Answer, ...]]:
    """The rows of a sheet in the order of their ids, an answer for each column."""
    if sheet.is_codes:
        return _code_rows(sheet, connection)
    if sheet.record is CHILD:
        return _child_rows(columns, connection)
    if not sheet.id_column:
        return iter(
            sorted((_row(columns, known, known) for known in known_records(connection, sheet.record)), key=_text)
        )
    return (_row(columns, known, known) for known in known_records(connection, sheet.record))


def _row(columns: list[Column], own: Known, in_stay: Known | None) -> tuple[Answer, ...]:
    """The answers by column; those of the record in the stay are blank where there is none."""
    return tuple(_answer(column, own, in_stay) for column in columns)


def _answer(column: Column, own: Known, in_stay: Known | None) -> Answer:
    if column.field is None:
        return own.id
    known = in_stay if column.record is CHILD_STAY else own
    return known.answers.get(column.field.name) if known else None


def _child_rows(columns: list[Column], connection: Connection) -> Iterator[tuple[Answer, ...]]:
    """A row for each child in each stay; one also for a child who is in none."""
    parts: dict[str, list[Known]] = {}
    for part in known_records(connection, CHILD_STAY):
        parts.setdefault(str(part.answers[id_name(CHILD)]), []).append(part)
    for child in known_records(connection, CHILD):
        in_stays: Iterable[Known | None] = parts.get(child.id, [None])
        yield from sorted((_row(columns, child, part) for part in in_stays), key=_text)


def _code_rows(sheet: Sheet, connection: Connection) -> Iterator[tuple[Answer, ...]]:
    for known in known_records(connection, ALL[sheet.record.id]):
        codes = known.answers.get(sheet.name)
        for code in codes if isinstance(codes, tuple) else ():
            yield known.id, code


def _text(row: tuple[Answer, ...]) -> tuple[str, ...]:
    return tuple(cell_text(answer) for answer in row)
