"""A store is a folder of files: what they are called, and what can go wrong with the disk under them.

The names say nothing about what the files hold. They stand here because the vault and the storage, which
do not know each other, both need them.
"""

from __future__ import annotations

import errno
from typing import Final

from refugedesk.domain.errors import CorrectableError, OutOfOurHandsError, RefugeDeskError
from refugedesk.domain.words import tr

DATABASE: Final = "records.db"
KEY_FILE: Final = "keys.json"
LOCK_FILE: Final = "open.lock"
REFUSALS: Final = "refused.json"
MARK: Final = "records.mark"
PURGED_LIST: Final = "purged.list"
HOME_VARIABLE: Final = "DESK_HOME"
"""The environment variable that names the folder of records, settings and log where the program lies on a stick."""


class NotAStoreError(CorrectableError):
    """The folder is not a store, or is not there."""

    def __init__(self) -> None:
        super().__init__(
            tr(
                "There is no RefugeDesk store in this folder. Nothing was changed. "
                "Choose the folder that holds the store, or plug in the drive that it is on."
            )
        )


class FolderNotEmptyError(CorrectableError):
    """A new store was to be made in a folder that already holds something."""

    def __init__(self) -> None:
        super().__init__(
            tr(
                "This folder already holds something, so no store was made in it and nothing in it was changed. "
                "Choose an empty folder or a new name."
            )
        )


class ReadOnlyFolderError(OutOfOurHandsError):
    """The folder or the drive may not be written to."""

    def __init__(self) -> None:
        super().__init__(
            tr(
                "This folder cannot be written to, so the change was not saved. What was saved before is safe. "
                "Check that the drive is not write-protected and that you may change the folder."
            )
        )


class DiskFullError(OutOfOurHandsError):
    """No room is left on the drive."""

    def __init__(self) -> None:
        super().__init__(
            tr(
                "The drive is full, so the change was not saved. What was saved before is safe. "
                "Free some space on the drive, then save again."
            )
        )


class DriveError(OutOfOurHandsError):
    """The drive did not do what it was asked to: a stick pulled out, a cable, a failing disk."""

    def __init__(self) -> None:
        super().__init__(
            tr(
                "The drive that the store is on could not be used, so the last change may not be saved. "
                "What was saved before is not affected. Check that the drive is plugged in, then open the store again."
            )
        )


class NewerStoreError(OutOfOurHandsError):
    """The store was last used by a later RefugeDesk than this one."""

    def __init__(self) -> None:
        super().__init__(
            tr(
                "This store was made or last used by a newer version of RefugeDesk. Nothing was changed. "
                "Install the newer version on this computer to open it."
            )
        )


_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_READ_ONLY = {errno.EACCES, errno.EPERM, errno.EROFS}


def disk_error(error: OSError) -> RefugeDeskError:
    """The plain sentence for what the operating system said when something was being written."""
    if error.errno in _FULL:
        return DiskFullError()
    if error.errno in _READ_ONLY:
        return ReadOnlyFolderError()
    return DriveError()
