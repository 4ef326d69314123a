"""The key file of a store: who can open it, and with what.

Every change is made to the whole file at once (see ``whole_file``), so a crash leaves the old way in or the
new one, never neither. Whoever changes the file holds the store's lock.

``floor`` is the weakest key derivation that is trusted; only tests pass another than the default.
"""

from __future__ import annotations

from pathlib import Path

from refugedesk.domain.store_files import LOCK_FILE, FolderNotEmptyError, NotAStoreError, disk_error
from refugedesk.domain.words import tr
from refugedesk.security.derivation import FLOOR, Derivation
from refugedesk.security.errors import LastUserError, UserNameError, WrongPassphraseError, WrongRecoveryKeyError
from refugedesk.security.header import Header
from refugedesk.security.key_file import opened_by, put, read, read_sealed, require_user, with_way, write
from refugedesk.security.keys import Key
from refugedesk.security.passphrases import as_secret, require_good
from refugedesk.security.recovery import RecoveryKey
from refugedesk.security.slots import RECOVERY, TRUSTEES, Opened, person


def create(folder: Path, user: str, passphrase: str, derivation: Derivation) -> tuple[Key, RecoveryKey]:
    """A new store's key and recovery key, its folder and its key file; the database comes from storage.

    Args:
        folder: not there yet, or empty but for a lock.
        user: the first person who can open the store.
        derivation: what ``calibrate`` chose.

    Raises:
        FolderNotEmptyError, WeakPassphraseError, UserNameError, DiskFullError, ReadOnlyFolderError, DriveError
    """
    whose = person(user)
    require_good(passphrase, [user])
    _make_folder(folder)
    key, recovery_key = Key.fresh(), RecoveryKey.fresh()
    header = Header.fresh(key)
    for name, secret in ((whose, as_secret(passphrase)), (RECOVERY, recovery_key.secret)):
        header = with_way(header, key, name, secret, derivation)
    write(folder, header)
    return key, recovery_key


def unlock(folder: Path, user: str, passphrase: str, floor: Derivation = FLOOR) -> Key:
    """The store's key.

    Raises:
        WrongPassphraseError: no such user or not that passphrase, at the same cost in time.
        NotAStoreError, MissingKeyFileError, DamagedKeyFileError, UntrustedKeyFileError, NewerStoreError
    """
    return open_way(folder, user, passphrase, floor).key


def open_way(folder: Path, user: str, passphrase: str, floor: Derivation = FLOOR) -> Opened:
    """The store's key, and the one that was about to take its place where a change of key was cut short.

    Raises: as for ``unlock``
    """
    found = opened_by(read(folder, floor), person(user), as_secret(passphrase))
    if found is None:
        raise WrongPassphraseError
    return found


def unlock_with_recovery(folder: Path, recovery_key: RecoveryKey, floor: Derivation = FLOOR) -> Key:
    """The store's key.

    Raises:
        WrongRecoveryKeyError, and as for ``unlock``
    """
    return open_way_with_recovery(folder, recovery_key, floor).key


def open_way_with_recovery(folder: Path, recovery_key: RecoveryKey, floor: Derivation = FLOOR) -> Opened:
    """The same by the recovery key.

    Raises:
        WrongRecoveryKeyError, and as for ``unlock``
    """
    found = opened_by(read(folder, floor), RECOVERY, recovery_key.secret)
    if found is None:
        raise WrongRecoveryKeyError
    return found


def renew_slot(folder: Path, key: Key, user: str, passphrase: str, floor: Derivation = FLOOR) -> bool:
    """Makes a slot of the first format anew, once its owner has unlocked; whether there was anything to do."""
    slot = read_sealed(folder, key, floor).slot_of(person(user), key)
    if slot is None or not slot.is_old:
        return False
    put(folder, key, person(user), as_secret(passphrase), slot.derivation, floor)
    return True


def has_user(folder: Path, key: Key, user: str, floor: Derivation = FLOOR) -> bool:
    """Whether ``user`` has a way in. Names cannot be listed: they are only in the database."""
    return read(folder, floor).slot_of(person(user), key) is not None


def store_id(folder: Path, floor: Derivation = FLOOR) -> str:
    """The random name of the store, the same in every copy of it."""
    return read(folder, floor).store_id.hex()


def add_user(
    folder: Path,
    key: Key,
    user: str,
    passphrase: str,
    derivation: Derivation | None = None,
    floor: Derivation = FLOOR,
) -> None:
    """Give one more person a way in.

    Args:
        derivation: None means as hard as the hardest in use in this store.

    Raises:
        UserNameError: the name is empty or taken.
        WeakPassphraseError, and as for ``unlock`` and ``create``
    """
    if has_user(folder, key, user, floor):
        raise UserNameError(tr("Somebody with this name can already open the store. Choose another name."))
    require_good(passphrase, [user])
    put(folder, key, person(user), as_secret(passphrase), derivation, floor)


def set_passphrase(
    folder: Path,
    key: Key,
    user: str,
    passphrase: str,
    derivation: Derivation | None = None,
    floor: Derivation = FLOOR,
) -> None:
    """Give ``user`` another passphrase in place of a lost one, by the hand of somebody who holds the key.

    Raises:
        UserNameError: nobody of this name can open the store.
        WeakPassphraseError, and as for ``unlock`` and ``create``
    """
    require_user(folder, key, user, floor)
    require_good(passphrase, [user])
    put(folder, key, person(user), as_secret(passphrase), derivation, floor)


def change_passphrase(
    folder: Path,
    user: str,
    old: str,
    new: str,
    derivation: Derivation | None = None,
    floor: Derivation = FLOOR,
) -> None:
    """Put a new passphrase in place of the old one, for somebody who knows the old one.

    Raises:
        WrongPassphraseError, WeakPassphraseError, and as for ``unlock`` and ``create``
    """
    key = unlock(folder, user, old, floor)
    try:
        set_passphrase(folder, key, user, new, derivation, floor)
    finally:
        key.wipe()


def reset_passphrase(
    folder: Path,
    recovery_key: RecoveryKey,
    user: str,
    passphrase: str,
    derivation: Derivation | None = None,
    floor: Derivation = FLOOR,
) -> Key:
    """The store's key, once ``user`` has a new passphrase by the strength of the recovery key.

    Raises:
        WrongRecoveryKeyError, and as for ``set_passphrase``
    """
    key = unlock_with_recovery(folder, recovery_key, floor)
    set_passphrase(folder, key, user, passphrase, derivation, floor)
    return key


def remove_user(folder: Path, key: Key, user: str, floor: Derivation = FLOOR) -> None:
    """Take away somebody's way in.

    Raises:
        UserNameError: nobody of this name can open the store.
        LastUserError: nobody could open it without what is on paper.
    """
    header, slot = require_user(folder, key, user, floor)
    on_paper = [each for each in (RECOVERY, TRUSTEES) if header.slot_of(each, key) is not None]
    if len(header.slots) - len(on_paper) == 1:
        raise LastUserError
    write(folder, header.without_slot(slot.tag, key))


def new_recovery_key(
    folder: Path, key: Key, derivation: Derivation | None = None, floor: Derivation = FLOOR
) -> RecoveryKey:
    """A new recovery key in place of the printed one, which opens nothing from now on."""
    recovery_key = RecoveryKey.fresh()
    put(folder, key, RECOVERY, recovery_key.secret, derivation, floor)
    return recovery_key


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        if any(entry.name != LOCK_FILE for entry in folder.iterdir()):
            raise FolderNotEmptyError
        folder.chmod(0o700)
    except FileExistsError as error:
        raise FolderNotEmptyError from error
    except FileNotFoundError as error:
        raise NotAStoreError from error
    except OSError as error:
        raise disk_error(error) from error
