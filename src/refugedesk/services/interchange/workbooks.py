"""The sheets of an .xlsx workbook as rows of text. A workbook is a zip of XML, and both are used in attacks: its
size is checked before anything is unpacked, and of the XML only cells, texts and formats of days are looked at."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from refugedesk.domain.words import noted, tr
from refugedesk.services.interchange.tables import Row, UnreadableFileError
from refugedesk.services.interchange.xml_parts import (
    Formats,
    Relations,
    SheetNames,
    Texts,
    TooLargeError,
    Worksheet,
    parse,
)

LARGEST_UNPACKED_BYTES: Final = 32 * 1024 * 1024
LARGEST_RATIO: Final = 200
RATIO_COUNTS_FROM_BYTES: Final = 1024 * 1024
MOST_PARTS: Final = 500
TOO_LARGE: Final = noted("This workbook is too large when unpacked.")


@dataclass
class Book:
    """An open workbook. Values are as they were last worked out: a formula is never looked at."""

    archive: zipfile.ZipFile
    name: str

    @cached_property
    def sheets(self) -> Mapping[str, str]:
        """What each sheet is called, and the part that holds it."""
        with _as_sentence(self.name):
            targets = self._relations.targets
            return {name: targets[key] for name, key in self._names.sheets.items() if key in targets}

    def rows(self, sheet: str) -> list[Row]:
        """The rows of a sheet; rows without any text are left out."""
        with _as_sentence(sheet):
            reader = Worksheet(self._texts.texts, self._formats.is_day, self._names.starts_in_1904)
            parse(self.archive.open(self.sheets[sheet]), reader)
            return reader.rows

    @cached_property
    def _path(self) -> str:
        relations = Relations("")
        parse(self.archive.open("_rels/.rels"), relations)
        return relations.by_kind["officeDocument"]

    @cached_property
    def _relations(self) -> Relations:
        folder, file = posixpath.split(self._path)
        relations = Relations(folder)
        parse(self.archive.open(f"{folder}/_rels/{file}.rels"), relations)
        return relations

    @cached_property
    def _names(self) -> SheetNames:
        names = SheetNames()
        parse(self.archive.open(self._path), names)
        return names

    @cached_property
    def _texts(self) -> Texts:
        texts = Texts()
        if part := self._relations.by_kind.get("sharedStrings"):
            parse(self.archive.open(part), texts)
        return texts

    @cached_property
    def _formats(self) -> Formats:
        formats = Formats()
        if part := self._relations.by_kind.get("styles"):
            parse(self.archive.open(part), formats)
        return formats


@contextmanager
def open_workbook(path: Path) -> Iterator[Book]:
    """The workbook, for the length of the block.

    Raises:
        UnreadableFileError: not a workbook, or one that would unpack into something enormous.
    """
    with _as_sentence(path.name):
        archive = zipfile.ZipFile(path)
        _check_size(archive, path.name)
    with archive:
        yield Book(archive, path.name)


def _check_size(archive: zipfile.ZipFile, file: str) -> None:
    parts = archive.infolist()
    is_bomb = any(
        part.file_size > RATIO_COUNTS_FROM_BYTES and part.file_size > LARGEST_RATIO * part.compress_size
        for part in parts
    )
    if is_bomb or len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED_BYTES:
        raise UnreadableFileError(file, 0, tr(TOO_LARGE), tr("Use CSV files instead."))


@contextmanager
def _as_sentence(file: str) -> Iterator[None]:
    """Whatever can be wrong with a workbook, as one sentence.

    Broken parts raise all kinds of errors (KeyError, ValueError, IndexError, those of zip and XML and more), so
    every error of this one border means the same: it cannot be read.
    """
    try:
        yield
    except UnreadableFileError:
        raise
    except TooLargeError:
        raise UnreadableFileError(file, 0, tr("This sheet is too large."), tr("Use CSV files instead.")) from None
    except Exception:
        remedy = tr("Save it again as an Excel workbook (.xlsx), without a password, or use CSV files.")
        raise UnreadableFileError(file, 0, tr("This cannot be read as a workbook."), remedy) from None
