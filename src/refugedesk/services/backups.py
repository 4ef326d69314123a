"""An encrypted copy of a store in one file, proved by reading it back; and a store made from such a file."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

from refugedesk.domain.errors import CorrectableError, OutOfOurHandsError
from refugedesk.domain.store_files import DATABASE, KEY_FILE, disk_error
from refugedesk.domain.whole_file import sync_folder
from refugedesk.security import vault
from refugedesk.security.derivation import FLOOR, Derivation
from refugedesk.security.keys import Key
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action
from refugedesk.storage.commit_mark import put_mark, reach_of
from refugedesk.storage.comparison import differences
from refugedesk.storage.engine import integrity, open_engine
from refugedesk.storage.folder import PROOF, being_made, database_of
from refugedesk.storage.places import require_private_place
from refugedesk.storage.purging.purged import on_list, read_list, write_list

PARTS = (KEY_FILE, DATABASE)
NO_CLOCK = (1980, 1, 1, 0, 0, 0)
LARGEST = 1 << 34
"""16 GiB: no store comes near it, and a hostile file must not fill the disk."""


class BackupError(OutOfOurHandsError):
    """A backup that cannot be trusted: damaged, cut short, or not a backup."""


class AlreadyThereError(CorrectableError):
    """A file of that name is there; it was left as it is."""


@dataclass(frozen=True)
class BackupReport:
    """A backup that was made and proved. tables: how many were compared row by row."""

    path: Path
    size: int
    tables: int


def backup(desk: Desk, file: Path) -> BackupReport:
    """Copies the store, encrypted as it is, into one new file, and proves it by opening and comparing the copy.

    Raises:
        AlreadyThereError: the file is there. BackupError: the copy is not what it should be; it was not kept.
        DiskFullError, ReadOnlyFolderError, DriveError
    """
    desk.require(Action.KEEP_STORE)
    if file.exists():
        raise AlreadyThereError(f"“{file.name}” is already there, and was left as it is. Choose another name.")
    unfinished = file.with_name(f".{file.name}.new")
    try:
        with tempfile.TemporaryDirectory(prefix=PROOF, dir=desk.folder) as place:
            _hold(desk, Path(place))
            _pack(Path(place), unfinished)
            tables = _prove(desk, Path(place), unfinished)
        unfinished.rename(file)
        _list_beside(desk, file)
        sync_folder(file.parent)
    except OSError as error:
        raise disk_error(error) from error
    finally:
        with contextlib.suppress(OSError):  # the drive may be gone; what went wrong is said already
            unfinished.unlink(missing_ok=True)
    return BackupReport(file, file.stat().st_size, tables)


def restore(file: Path, folder: Path, user_name: str, passphrase: str, floor: Derivation = FLOOR) -> None:
    """Makes a new store from a backup, which is opened and checked whole before anything is put in place.

    Raises:
        FolderNotEmptyError: something is in the folder. BackupError: the file is damaged or no backup.
        WrongPassphraseError, SharedPlaceError, DiskFullError, ReadOnlyFolderError, DriveError
    """
    require_private_place(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with being_made(folder) as making:
            making.mkdir(mode=0o700)
            _unpack(file, making)
            write_list(making, read_list(file.parent))
            key = vault.unlock(making, user_name, passphrase, floor)
            try:
                _require_whole(integrity(database_of(making), key))
                _mark(making, key)
            finally:
                key.wipe()
    except OSError as error:
        raise disk_error(error) from error


def _list_beside(desk: Desk, file: Path) -> None:
    """What was purged, known by digests, beside the backup: an older one from the same place is purged by it again."""
    with contextlib.suppress(OutOfOurHandsError), desk.whole() as connection:
        write_list(file.parent, on_list(connection))


def _mark(folder: Path, key: Key) -> None:
    """What was brought back is the newest that this folder has had."""
    engine = open_engine(database_of(folder), key)
    try:
        with engine.connect() as connection:
            reach = reach_of(connection)
            put_mark(folder, key, reach.position, reach.hash)
    finally:
        engine.dispose()


def _hold(desk: Desk, place: Path) -> None:
    """The store as it is at one moment, encrypted as it is: nobody saves while it is copied, everybody may after."""
    with desk.alone():
        with desk.writing() as work:
            work.note("backup")
        for name in PARTS:
            shutil.copyfile(desk.folder / name, place / name)


def _pack(folder: Path, target: Path) -> None:
    handle = os.open(target, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w+b") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
            for name in PARTS:
                entry = zipfile.ZipInfo(name, NO_CLOCK)
                with archive.open(entry, "w", force_zip64=True) as part, (folder / name).open("rb") as source:
                    shutil.copyfileobj(source, part, 1 << 20)
        file.flush()
        os.fsync(file.fileno())


def _unpack(file: Path, folder: Path) -> None:
    """The two files of a store, as far as they fit their checksums. Names in the archive are never followed."""
    try:
        with zipfile.ZipFile(file) as archive:
            if sorted(archive.namelist()) != sorted(PARTS) or sum(i.file_size for i in archive.infolist()) > LARGEST:
                raise BackupError(_NOT_ONE)
            for name in PARTS:
                handle = os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
                with archive.open(name) as part, os.fdopen(handle, "wb") as target:
                    shutil.copyfileobj(part, target, 1 << 20)
                    target.flush()
                    os.fsync(target.fileno())
    except FileNotFoundError as error:
        raise BackupError(f"There is no file “{file.name}”. Plug in the stick it is on, or choose another.") from error
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise BackupError(_NOT_ONE) from error


_NOT_ONE = "This file is damaged or is no backup. Nothing was changed. Choose another backup."


def _require_whole(faults: list[str]) -> None:
    if faults:
        raise BackupError(_NOT_ONE)


def _prove(desk: Desk, held: Path, file: Path) -> int:
    """Opens the file with the store's own key and compares every table with what it was made of; how many there are."""
    with tempfile.TemporaryDirectory(prefix=PROOF, dir=desk.folder) as place:
        _unpack(file, Path(place))
        _require_whole(integrity(database_of(Path(place)), desk.key))
        copy, made_of = (open_engine(database_of(each), desk.key) for each in (Path(place), held))
        try:
            tables, different = differences(made_of, copy)
        finally:
            copy.dispose()
            made_of.dispose()
    if different:
        raise BackupError("The backup differs from the store, so it was not kept. Your records are safe. Try again.")
    return tables
