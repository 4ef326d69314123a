"""A file that is always whole: the old contents or the new, whatever happens in between."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

from refugedesk.domain.store_files import disk_error


def write_whole(path: Path, contents: bytes) -> None:
    """Put ``contents`` in place of what the file held, for its owner's eyes only, and have it on the disk.

    Raises:
        DiskFullError, ReadOnlyFolderError, DriveError: the file is as it was.
    """
    beside = path.with_name(path.name + ".new")
    try:
        _write_through(beside, contents)
        beside.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise disk_error(error) from error


def sync_file(path: Path) -> None:
    """Have what was written to a file on the disk.

    Raises:
        DriveError and its like
    """
    try:
        with path.open("rb+") as file:
            os.fsync(file.fileno())
    except OSError as error:
        raise disk_error(error) from error


def sync_folder(folder: Path) -> None:
    """Have the folder's list of names on the disk; Windows does so by itself."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _write_through(path: Path, contents: bytes) -> None:
    path.unlink(missing_ok=True)  # a half-written one from a crash, or somebody's link to elsewhere
    binary = getattr(os, "O_BINARY", 0)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | binary, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(contents)
        file.flush()
        os.fsync(file.fileno())
