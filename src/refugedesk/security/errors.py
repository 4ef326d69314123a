"""What can go wrong between a person and the key of a store, each with its own plain sentence."""

from __future__ import annotations

from refugedesk.domain.errors import CorrectableError, OutOfOurHandsError
from refugedesk.domain.words import tr


class WrongPassphraseError(CorrectableError):
    """The name or the passphrase is wrong; which of the two is not said."""

    def __init__(self) -> None:
        super().__init__(
            tr(
                "The name or the passphrase is not right. Nothing was opened or changed. "
                "Check the caps lock key and the keyboard's language, then try again."
            )
        )


class WrongRecoveryKeyError(CorrectableError):
    """A recovery key without a slip of the pen that does not open this store."""

    def __init__(self) -> None:
        super().__init__(
            tr(
                "This recovery key is typed correctly but does not open this store. Nothing was opened or changed. "
                "Look for a newer printed key: making a new one ends the one before it."
            )
        )


class MistypedRecoveryKeyError(CorrectableError):
    """A recovery key that cannot be as it was printed."""


class MistypedShareError(CorrectableError):
    """A trustee's share that cannot be as it was printed."""


class SharesError(CorrectableError):
    """Shares that are each as printed, but do not belong together, or are too few."""


class WrongSharesError(CorrectableError):
    """Shares that belong together but do not open this store."""

    def __init__(self) -> None:
        super().__init__(
            tr(
                "These shares belong together but do not open this store. Nothing was opened or changed. "
                "Look for newer sheets: making new shares ends the ones before them."
            )
        )


class WeakPassphraseError(CorrectableError):
    """A new passphrase that is too short, too long or too easily guessed."""


class UserNameError(CorrectableError):
    """A user's name that is empty or taken, or that nobody has."""


class LastUserError(CorrectableError):
    """The only user cannot be removed."""

    def __init__(self) -> None:
        super().__init__(
            tr("This is the only person who can open the store, so they were not removed. Add somebody else first.")
        )


class DamagedKeyFileError(OutOfOurHandsError):
    """The key file is not as RefugeDesk wrote it."""

    def __init__(self) -> None:
        super().__init__(
            tr(
                "The key file of this store is damaged, so the store cannot be opened with it. "
                "The passphrase may well be right, and the records are not affected. "
                "Put back the key file from a backup of this store."
            )
        )


class MissingKeyFileError(OutOfOurHandsError):
    """The records are there but the key file is not."""

    def __init__(self) -> None:
        super().__init__(
            tr(
                "The key file of this store is missing, and the records cannot be opened without it. "
                "The records are not affected. Put back the key file from a backup of this store."
            )
        )


class UntrustedKeyFileError(OutOfOurHandsError):
    """The key file asks for a key derivation that RefugeDesk would never have chosen."""

    def __init__(self) -> None:
        super().__init__(
            tr(
                "The key file of this store asks for settings that RefugeDesk does not use, so it was not trusted: "
                "somebody may have changed it. Nothing was opened. "
                "Put back the key file from a backup of this store, and tell whoever looks after your computers."
            )
        )
