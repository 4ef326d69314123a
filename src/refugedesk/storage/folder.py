"""The folder of a store: what belongs in it, and how a new one comes to be whole or not at all."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from refugedesk.domain.store_files import (
    DATABASE,
    KEY_FILE,
    LOCK_FILE,
    MARK,
    PURGED_LIST,
    REFUSALS,
    FolderNotEmptyError,
    NotAStoreError,
    disk_error,
)
from refugedesk.domain.whole_file import sync_folder
from refugedesk.storage.errors import MissingDatabaseError

JOURNAL: Final = DATABASE + "-journal"
STORE_FILES: Final = frozenset(
    {
        *(DATABASE, JOURNAL, MARK, LOCK_FILE, "records.rekey"),
        *(f"{name}{end}" for name in (KEY_FILE, REFUSALS, PURGED_LIST) for end in ("", ".new")),
    }
)
"""All that these modules write in a store's folder. The journal is empty between changes."""
PROOF: Final = ".proof-"
"""How the folder begins in which a backup is proved; like all of a store's files, what is in it is encrypted."""
_LEFTOVERS: Final = (KEY_FILE + ".new", "records.upgrade", "records.upgrade-journal")


def database_of(folder: Path) -> Path:
    """Where the records of the store in ``folder`` are."""
    return folder / DATABASE


def require_store(folder: Path) -> None:
    """Do nothing if there is a store in the folder.

    Raises:
        NotAStoreError: neither records nor keys are there.
        MissingDatabaseError: the keys are there but the records are not.
    """
    if database_of(folder).is_file():
        return
    raise MissingDatabaseError if (folder / KEY_FILE).exists() else NotAStoreError


def clear_leftovers(folder: Path) -> None:
    """Takes away what a program that was killed half-way left behind; only for whoever holds the store's lock.

    A leftover that cannot be taken away does no harm but for the room it needs.
    """
    for name in _LEFTOVERS:
        with contextlib.suppress(OSError):
            (folder / name).unlink(missing_ok=True)
    for proof in folder.glob(PROOF + "*"):
        shutil.rmtree(proof, ignore_errors=True)


@contextmanager
def being_made(folder: Path) -> Iterator[Path]:
    """A place beside ``folder`` to make a store in, which becomes ``folder`` if all goes well.

    If anything fails, or the computer stops, there is no store at all rather than half of one. Close every
    file of the new store inside the block.

    Raises:
        FolderNotEmptyError: something is there already; a folder that is empty but for a lock is used.
        ReadOnlyFolderError, DiskFullError, DriveError
    """
    _require_free(folder)
    making = folder.with_name(f".{folder.name}.new")
    _remove(making)
    try:
        yield making
        _put_in_place(making, folder)
    except BaseException:
        _remove(making)
        raise


def _require_free(folder: Path) -> None:
    if folder.exists() and not (folder.is_dir() and {entry.name for entry in folder.iterdir()} <= {LOCK_FILE}):
        raise FolderNotEmptyError


def _put_in_place(making: Path, folder: Path) -> None:
    if folder.exists():
        try:
            (folder / LOCK_FILE).unlink(missing_ok=True)
            folder.rmdir()
        except OSError as error:
            raise FolderNotEmptyError from error
    try:
        sync_folder(making)
        making.rename(folder)
        sync_folder(folder.parent)
    except OSError as error:
        raise disk_error(error) from error


def _remove(making: Path) -> None:
    """Clear away what an attempt that failed left behind; such a place never held a record of anybody."""
    shutil.rmtree(making, ignore_errors=True)
