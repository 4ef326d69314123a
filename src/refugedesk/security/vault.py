"""The key file of a store: who can open it, and with what.

Every change is made to the whole file at once (see ``whole_file``), so a crash leaves the old way in or the
new one, never neither. Whoever changes the file holds the store's lock.

``floor`` is the weakest key derivation that is trusted; only tests pass another than the default.
"""

from __future__ import annotations

from pathlib import Path

from refugedesk.domain.store_files import (
    DATABASE,
    KEY_FILE,
    LOCK_FILE,
    DriveError,
    FolderNotEmptyError,
    NotAStoreError,
    disk_error,
)
from refugedesk.domain.whole_file import write_whole
from refugedesk.security.derivation import CEILING, FLOOR, Derivation
from refugedesk.security.errors import (
    DamagedKeyFileError,
    LastUserError,
    MissingKeyFileError,
    UntrustedKeyFileError,
    UserNameError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
)
from refugedesk.security.header import MOST_DERIVATIONS, Header, parse, render
from refugedesk.security.keys import Key
from refugedesk.security.passphrases import as_secret, require_good
from refugedesk.security.recovery import RecoveryKey
from refugedesk.security.slots import RECOVERY, make_slot, open_slot, person, tag_for


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
    key, recovery_key, header = Key.fresh(), RecoveryKey.fresh(), Header.fresh()
    for name, secret in ((whose, as_secret(passphrase)), (RECOVERY, recovery_key.secret)):
        header = header.with_slot(make_slot(key, header.store_id, name, secret, derivation), key)
    _write(folder, header)
    return key, recovery_key


def unlock(folder: Path, user: str, passphrase: str, floor: Derivation = FLOOR) -> Key:
    """The store's key.

    Raises:
        WrongPassphraseError: no such user or not that passphrase, at the same cost in time.
        NotAStoreError, MissingKeyFileError, DamagedKeyFileError, UntrustedKeyFileError, NewerStoreError
    """
    key = _opened(_read(folder, floor), person(user), as_secret(passphrase))
    if key is None:
        raise WrongPassphraseError
    return key


def unlock_with_recovery(folder: Path, recovery_key: RecoveryKey, floor: Derivation = FLOOR) -> Key:
    """The store's key.

    Raises:
        WrongRecoveryKeyError, and as for ``unlock``
    """
    key = _opened(_read(folder, floor), RECOVERY, recovery_key.secret)
    if key is None:
        raise WrongRecoveryKeyError
    return key


def has_user(folder: Path, key: Key, user: str, floor: Derivation = FLOOR) -> bool:
    """Whether ``user`` has a way in. Names cannot be listed: they are only in the database."""
    return _read(folder, floor).has_slot(tag_for(key, person(user)))


def store_id(folder: Path, floor: Derivation = FLOOR) -> str:
    """The random name of the store, the same in every copy of it."""
    return _read(folder, floor).store_id.hex()


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
        raise UserNameError("Somebody with this name can already open the store. Choose another name.")
    require_good(passphrase, [user])
    _put(folder, key, person(user), as_secret(passphrase), derivation, floor)


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
    _require_user(folder, key, user, floor)
    require_good(passphrase, [user])
    _put(folder, key, person(user), as_secret(passphrase), derivation, floor)


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
        LastUserError: nobody could open it without the recovery key.
    """
    header = _require_user(folder, key, user, floor)
    if len(header.slots) - header.has_slot(tag_for(key, RECOVERY)) == 1:
        raise LastUserError
    _write(folder, header.without_slot(tag_for(key, person(user)), key))


def new_recovery_key(
    folder: Path, key: Key, derivation: Derivation | None = None, floor: Derivation = FLOOR
) -> RecoveryKey:
    """A new recovery key in place of the printed one, which opens nothing from now on."""
    recovery_key = RecoveryKey.fresh()
    _put(folder, key, RECOVERY, recovery_key.secret, derivation, floor)
    return recovery_key


def _opened(header: Header, whose: str, secret: bytes) -> Key | None:
    key = open_slot(header.slots, header.store_id, whose, secret)
    if key is not None and not header.is_sealed_by(key):
        raise DamagedKeyFileError
    return key


def _put(folder: Path, key: Key, whose: str, secret: bytes, derivation: Derivation | None, floor: Derivation) -> None:
    header = _read_sealed(folder, key, floor)
    known = header.derivations()
    if derivation is None or (derivation not in known and len(known) == MOST_DERIVATIONS):
        derivation = max(known, key=lambda each: each.cost)
    _write(folder, header.with_slot(make_slot(key, header.store_id, whose, secret, derivation), key))


def _require_user(folder: Path, key: Key, user: str, floor: Derivation) -> Header:
    header = _read_sealed(folder, key, floor)
    if not header.has_slot(tag_for(key, person(user))):
        raise UserNameError("Nobody with this name can open the store. Check how the name is spelt.")
    return header


def _read_sealed(folder: Path, key: Key, floor: Derivation) -> Header:
    header = _read(folder, floor)
    if not header.is_sealed_by(key):
        raise DamagedKeyFileError
    return header


def _read(folder: Path, floor: Derivation) -> Header:
    try:
        header = parse((folder / KEY_FILE).read_bytes())
    except (FileNotFoundError, NotADirectoryError) as error:
        raise (MissingKeyFileError if (folder / DATABASE).exists() else NotAStoreError)() from error
    except OSError as error:
        raise DriveError from error
    if not all(each.lies_between(floor, CEILING) for each in header.derivations()):
        raise UntrustedKeyFileError
    return header


def _write(folder: Path, header: Header) -> None:
    write_whole(folder / KEY_FILE, render(header))


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
