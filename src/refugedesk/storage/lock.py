"""One program at a time: the lock on a store's folder.

The operating system holds the lock and lets go of it when the process ends, however it ends, so there is
never a stale one to clear up. The file is empty: it does not say who has the store open, and it stays behind,
since taking it away would let two programs lock two files of the same name.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import TracebackType

from refugedesk.domain.store_files import LOCK_FILE, NotAStoreError, disk_error
from refugedesk.storage.errors import StoreInUseError


class StoreLock:
    """The right to open a store, from ``take`` to ``release`` or the end of the process."""

    def __init__(self, handle: int) -> None:
        self._handle: int | None = handle

    @classmethod
    def take(cls, folder: Path) -> StoreLock:
        """The lock of the store in ``folder``.

        Raises:
            StoreInUseError: another program has it, or this one has it already.
            NotAStoreError: there is no such folder.
            ReadOnlyFolderError, DiskFullError, DriveError
        """
        handle = _open(folder / LOCK_FILE)
        try:
            _lock(handle)
        except BaseException:
            os.close(handle)
            raise
        return cls(handle)

    def release(self) -> None:
        """Let another program open the store; doing it twice is harmless."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def __enter__(self) -> StoreLock:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def _open(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NotAStoreError from error
    except OSError as error:
        raise disk_error(error) from error


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise StoreInUseError from error

else:
    import fcntl

    def _lock(handle: int) -> None:
        # flock, not lockf: a lockf lock is lost as soon as the process closes any handle on the file.
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise StoreInUseError from error
        except OSError as error:
            raise disk_error(error) from error
