"""What can go wrong with a store's files, each with its own plain sentence."""

from __future__ import annotations

from refugedesk.domain.errors import CorrectableError, OutOfOurHandsError
from refugedesk.domain.words import tr


class StoreInUseError(CorrectableError):
    """Another window or another program has the store open."""

    def __init__(self) -> None:
        super().__init__(
            tr(
                "This store is already open, in another window or by another person on this computer. "
                "Nothing was changed. Close it there first, then open it here."
            )
        )


class SharedPlaceError(CorrectableError):
    """The folder is on a network drive or is copied elsewhere by a synchronising program."""


class DamagedDatabaseError(OutOfOurHandsError):
    """The key is right, and yet the records cannot be read."""

    def __init__(self) -> None:
        super().__init__(
            tr(
                "The passphrase is right, but the file that holds the records is damaged and cannot be read. "
                "Nothing was changed. Keep this folder as it is, and restore the store from your latest backup."
            )
        )


class MissingDatabaseError(OutOfOurHandsError):
    """The key file is there but the records are not."""

    def __init__(self) -> None:
        super().__init__(
            tr(
                "The file that holds the records is missing from this store. Nothing was changed. "
                "Restore the store from your latest backup."
            )
        )


class StoreBusyError(OutOfOurHandsError):
    """Another piece of work held the records for too long."""

    def __init__(self) -> None:
        super().__init__(
            tr(
                "The store was busy with other work, so the change was not saved. What was saved before is safe. "
                "Wait for the other work to end, then save again."
            )
        )
