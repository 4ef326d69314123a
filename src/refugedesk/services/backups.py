"""An encrypted copy of a store in one file, proved by reading it back; and a store made from such a file."""

from __future__ import annotations

import contextlib
import errno
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from refugedesk.domain.errors import CorrectableError, OutOfOurHandsError
from refugedesk.domain.store_files import disk_error
from refugedesk.domain.whole_file import sync_folder
from refugedesk.domain.words import noted, tr
from refugedesk.security import vault
from refugedesk.security.derivation import FLOOR, Derivation
from refugedesk.security.keys import Key
from refugedesk.services.backup_files import NOT_ONE, PARTS, BackupError, MissingBackupError, pack, store_id_of, unpack
from refugedesk.services.backup_records import note_proved
from refugedesk.services.desk import Desk
from refugedesk.services.progress import Progress, silently
from refugedesk.services.roles import Action
from refugedesk.storage.commit_mark import put_mark, reach_of
from refugedesk.storage.comparison import TABLES, differences
from refugedesk.storage.engine import integrity, open_engine
from refugedesk.storage.folder import PROOF, being_made, database_of
from refugedesk.storage.places import require_private_place
from refugedesk.storage.purging.purged import on_list, read_list, write_list

__all__ = ["AlreadyThereError", "BackupError", "BackupReport", "PlaceError", "backup", "restore"]


class AlreadyThereError(CorrectableError):
    """A file of that name is there; it was left as it is."""


class PlaceError(OutOfOurHandsError):
    """The place a backup was to be written to: full, write-protected, or gone. The store is as it was."""


@dataclass(frozen=True)
class BackupReport:
    """A backup that was made and proved. tables: how many were compared row by row."""

    path: Path
    size: int
    tables: int


def backup(desk: Desk, file: Path, progress: Progress | None = None, place: str = "") -> BackupReport:
    """Copies the store, encrypted as it is, into one new file, and proves it by opening and comparing the copy.

    Args:
        place: the id of the place it is written to, where that is one the service has chosen.

    Raises:
        AlreadyThereError: the file is there. BackupError: the copy is not what it should be; it was not kept.
        PlaceError: where it was to be written. DiskFullError, ReadOnlyFolderError, DriveError: the store's own drive
    """
    desk.require(Action.KEEP_STORE)
    tell = progress or silently
    if file.exists():
        raise AlreadyThereError(
            tr("“{name}” is already there, and was left as it is. Choose another name.", name=file.name)
        )
    unfinished = file.with_name(f".{store_id_of(desk.folder)[:12]}.backup.new")
    made_at = desk.now
    try:
        with tempfile.TemporaryDirectory(prefix=PROOF, dir=desk.folder) as held:
            position = _hold(desk, Path(held))
            with _at_place():
                pack(Path(held), unfinished, made_at, lambda: tell(0, TABLES))
            tables = _prove(desk, Path(held), unfinished, tell)
        with _at_place():
            unfinished.rename(file)
            sync_folder(file.parent)
            size = file.stat().st_size
    except OSError as error:
        raise disk_error(error) from error
    finally:
        with contextlib.suppress(OSError):  # the drive may be gone; what went wrong is said already
            unfinished.unlink(missing_ok=True)
    _list_beside(desk, file)
    note_proved(desk, made_at, position, place)
    return BackupReport(file, size, tables)


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
            unpack(file, making)
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


def _hold(desk: Desk, place: Path) -> int:
    """The store as it is at one moment, encrypted as it is, and how far its chain had come.

    Nobody saves while it is copied, everybody may after.
    """
    with desk.alone():
        with desk.writing() as work:
            work.note("backup")
        for name in PARTS:
            shutil.copyfile(desk.folder / name, place / name)
        with desk.whole() as connection:
            return reach_of(connection).position


def _require_whole(faults: list[str]) -> None:
    if faults:
        raise BackupError(tr(NOT_ONE))


def _prove(desk: Desk, held: Path, file: Path, tell: Progress) -> int:
    """Opens the file with the store's own key and compares every table with what it was made of; how many there are."""
    with tempfile.TemporaryDirectory(prefix=PROOF, dir=desk.folder) as place:
        with _at_place(but=(errno.ENOSPC, errno.EDQUOT)):
            unpack(file, Path(place))
        _require_whole(integrity(database_of(Path(place)), desk.key))
        copy, made_of = (open_engine(database_of(each), desk.key) for each in (Path(place), held))
        try:
            tables, different = differences(made_of, copy, tell)
        finally:
            copy.dispose()
            made_of.dispose()
    if different:
        raise BackupError(
            tr("The backup differs from the store, so it was not kept. Your records are safe. Try again.")
        )
    return tables


@contextlib.contextmanager
def _at_place(but: tuple[int, ...] = ()) -> Iterator[None]:
    """What goes wrong with the place of the backup is said of it, and not of the drive the store is on."""
    try:
        yield
    except OSError as error:
        if error.errno in but:
            raise
        raise PlaceError(tr(_SAID.get(error.errno or 0, GONE))) from error
    except MissingBackupError as error:
        raise PlaceError(tr(GONE)) from error


GONE: Final = noted(
    "The stick was pulled out, or its drive stopped, before the backup was finished. Your records are safe, and so are "
    "the backups from before. Put it back and back up again."
)
FULL: Final = noted(
    "There is no room left where the backup was to be written. Your records are safe, and so are the backups from "
    "before. Make room there, or use another stick."
)
PROTECTED: Final = noted(
    "The place for the backup cannot be written to. Your records are safe. Look for a small switch on the stick, "
    "or choose another folder."
)
_SAID: Final = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), FULL),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), PROTECTED),
}
