"""The one file a backup is: a store's two files, encrypted as they are, and a note of whose it is and of when."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from refugedesk.domain.errors import OutOfOurHandsError, RefugeDeskError
from refugedesk.domain.store_files import DATABASE, KEY_FILE
from refugedesk.domain.words import noted, tr
from refugedesk.security.header import parse

PARTS: Final = (KEY_FILE, DATABASE)
NOTE: Final = "made.json"
"""Not in backups of earlier versions, which are brought back all the same and never thinned out."""
NO_CLOCK: Final = (1980, 1, 1, 0, 0, 0)
LARGEST: Final = 1 << 34
"""16 GiB: no store comes near it, and a hostile file must not fill the disk."""
PIECE: Final = 1 << 20
_LARGEST_NOTE: Final = 1_000
_LARGEST_KEYS: Final = 1_000_000

Tell = Callable[[], None]
"""Called between pieces; it raises where the person said stop."""


class BackupError(OutOfOurHandsError):
    """A backup that cannot be trusted: damaged, cut short, or not a backup."""


class MissingBackupError(BackupError):
    """The file is not there, or not any more."""


@dataclass(frozen=True)
class MadeNote:
    """Whose store a backup is of, and from when."""

    store_id: str
    made_at: datetime


def store_id_of(folder: Path) -> str:
    """The random name of the store in a folder, the same in every copy of it."""
    return parse((folder / KEY_FILE).read_bytes()).store_id.hex()


def pack(folder: Path, target: Path, made_at: datetime, tell: Tell) -> None:
    """Writes the two files of a store, and the note, into one new file that is on the disk at the end."""
    note = {"format": 1, "store": store_id_of(folder), "made_at": made_at.isoformat(timespec="microseconds")}
    handle = os.open(target, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w+b") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
            archive.writestr(zipfile.ZipInfo(NOTE, NO_CLOCK), json.dumps(note, sort_keys=True))
            for name in PARTS:
                entry = zipfile.ZipInfo(name, NO_CLOCK)
                with archive.open(entry, "w", force_zip64=True) as part, (folder / name).open("rb") as source:
                    while piece := source.read(PIECE):
                        part.write(piece)
                        tell()
        file.flush()
        os.fsync(file.fileno())


def unpack(file: Path, folder: Path) -> None:
    """The two files of a store, as far as they fit their checksums. Names in the archive are never followed.

    Raises:
        BackupError: it is damaged or no backup. MissingBackupError: it is not there
    """
    try:
        with zipfile.ZipFile(file) as archive:
            names = archive.namelist()
            if not _are_ours(names) or sum(each.file_size for each in archive.infolist()) > LARGEST:
                raise BackupError(tr(NOT_ONE))
            if NOTE in names and (_size(archive, NOTE) > _LARGEST_NOTE or not archive.read(NOTE)):
                raise BackupError(tr(NOT_ONE))  # its checksum is looked at by reading it
            for name in PARTS:
                handle = os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
                with archive.open(name) as part, os.fdopen(handle, "wb") as target:
                    shutil.copyfileobj(part, target, PIECE)
                    target.flush()
                    os.fsync(target.fileno())
    except FileNotFoundError as error:
        missing = tr("There is no file “{name}”. Plug in the stick it is on, or choose another.", name=file.name)
        raise MissingBackupError(missing) from error
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise BackupError(tr(NOT_ONE)) from error


def note_of(file: Path) -> MadeNote | None:
    """Whose backup the file is and from when; None where it is not surely a backup with a note."""
    try:
        with zipfile.ZipFile(file) as archive:
            if not _are_ours(archive.namelist()) or NOTE not in archive.namelist():
                return None
            if _size(archive, NOTE) > _LARGEST_NOTE or _size(archive, KEY_FILE) > _LARGEST_KEYS:
                return None
            note, keys = json.loads(archive.read(NOTE)), parse(archive.read(KEY_FILE))
        made_at = datetime.fromisoformat(note["made_at"])
        is_whole = note["store"] == keys.store_id.hex() and made_at.tzinfo is not None
        return MadeNote(note["store"], made_at) if is_whole else None
    except (OSError, zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, RefugeDeskError):
        return None
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _size(archive: zipfile.ZipFile, name: str) -> int:
    return archive.getinfo(name).file_size


def _are_ours(names: list[str]) -> bool:
    return sorted(names) in (sorted(PARTS), sorted((*PARTS, NOTE)))


NOT_ONE: Final = noted("This file is damaged or is no backup. Nothing was changed. Choose another backup.")
