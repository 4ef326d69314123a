"""The records under another key: a copy beside them, checked whole, then put in their place."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Final, Protocol

from refugedesk.domain.errors import OutOfOurHandsError
from refugedesk.domain.store_files import DATABASE, disk_error
from refugedesk.domain.whole_file import sync_file, sync_folder
from refugedesk.domain.words import tr
from refugedesk.storage.commit_mark import MarkKey, put_mark, reach_of
from refugedesk.storage.comparison import differences
from refugedesk.storage.connections import StoreKey, connect, make_file, plain_errors
from refugedesk.storage.engine import integrity, open_engine
from refugedesk.storage.errors import DamagedDatabaseError

COPY: Final = "records.rekey"


class Key(StoreKey, MarkKey, Protocol):
    """What opens the records and seals how far they have come."""


PAGES: Final = 500


class RecryptError(OutOfOurHandsError):
    """The copy under the new key is not what it should be; the store is as it was."""

    def __init__(self) -> None:
        super().__init__(
            tr(
                "The records could not be put under a new key, so the old one was kept. Nothing is lost. "
                "Check the store, make a backup, and try again."
            )
        )


def make_copy(folder: Path, key: StoreKey, new_key: StoreKey) -> None:
    """Writes the copy and compares it with the records, table by table. Nobody writes to them meanwhile.

    Raises:
        RecryptError, DiskFullError, ReadOnlyFolderError, DriveError
    """
    copy = folder / COPY
    drop_copy(folder)
    make_file(copy)
    source, target = connect(folder / DATABASE, key), connect(copy, new_key, is_new=True)
    try:
        with plain_errors():
            source.backup(target, pages=PAGES)
    finally:
        target.close()
        source.close()
    if integrity(copy, new_key) or _differs(folder, key, new_key):
        drop_copy(folder)
        raise RecryptError
    sync_file(copy)


def put_in_place(folder: Path) -> None:
    """The copy takes the records' name. Copies of an older schema, which are under the old key, go.

    Raises: as for ``make_copy``; the copy may be in place all the same, so ask ``opens``.
    """
    try:
        (folder / COPY).replace(folder / DATABASE)
        sync_folder(folder)
    except OSError as error:
        raise disk_error(error) from error
    for old in folder.glob("records.before-*"):
        with suppress(OSError):
            old.unlink(missing_ok=True)


def mark_anew(folder: Path, key: Key) -> None:
    """Seals with the new key how far the records have come; the mark under the old key would count as missing."""
    engine = open_engine(folder / DATABASE, key)
    try:
        with engine.connect() as connection:
            reach = reach_of(connection)
        with suppress(OSError):
            put_mark(folder, key, reach.position, reach.hash)
    finally:
        engine.dispose()


def drop_copy(folder: Path) -> None:
    """Takes away what an attempt left behind."""
    for name in (COPY, f"{COPY}-journal"):
        (folder / name).unlink(missing_ok=True)


def opens(folder: Path, key: StoreKey) -> bool:
    """Whether the records are under that key."""
    try:
        connect(folder / DATABASE, key).close()
    except DamagedDatabaseError:
        return False
    return True


def _differs(folder: Path, key: StoreKey, new_key: StoreKey) -> bool:
    one, other = open_engine(folder / DATABASE, key), open_engine(folder / COPY, new_key)
    try:
        return bool(differences(one, other)[1])
    finally:
        one.dispose()
        other.dispose()
