"""The key file of a store: who can open it, and with what.

Every change is made to the whole file at once (see ``whole_file``), so a crash leaves the old way in or the
new one, never neither. Whoever changes the file holds the store's lock.

``floor`` is the weakest key derivation that is trusted; only tests pass another than the default.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
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
from refugedesk.domain.words import tr
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
from refugedesk.security.slots import RECOVERY, Opened, Slot, make_slot, open_slot, person, seal


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
        header = _with(header, key, name, secret, derivation)
    _write(folder, header)
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
    opened = _opened(_read(folder, floor), person(user), as_secret(passphrase))
    if opened is None:
        raise WrongPassphraseError
    return opened


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
    opened = _opened(_read(folder, floor), RECOVERY, recovery_key.secret)
    if opened is None:
        raise WrongRecoveryKeyError
    return opened


def renew_slot(folder: Path, key: Key, user: str, passphrase: str, floor: Derivation = FLOOR) -> bool:
    """Makes a slot of the first format anew, once its owner has unlocked; whether there was anything to do."""
    slot = _read_sealed(folder, key, floor).slot_of(person(user), key)
    if slot is None or not slot.is_old:
        return False
    _put(folder, key, person(user), as_secret(passphrase), slot.derivation, floor)
    return True


def has_user(folder: Path, key: Key, user: str, floor: Derivation = FLOOR) -> bool:
    """Whether ``user`` has a way in. Names cannot be listed: they are only in the database."""
    return _read(folder, floor).slot_of(person(user), key) is not None


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
        raise UserNameError(tr("Somebody with this name can already open the store. Choose another name."))
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
    header, slot = _require_user(folder, key, user, floor)
    if len(header.slots) - (header.slot_of(RECOVERY, key) is not None) == 1:
        raise LastUserError
    _write(folder, header.without_slot(slot.tag, key))


def new_recovery_key(
    folder: Path, key: Key, derivation: Derivation | None = None, floor: Derivation = FLOOR
) -> RecoveryKey:
    """A new recovery key in place of the printed one, which opens nothing from now on."""
    recovery_key = RecoveryKey.fresh()
    _put(folder, key, RECOVERY, recovery_key.secret, derivation, floor)
    return recovery_key


def waiting(folder: Path, key: Key, users: Sequence[str], floor: Derivation = FLOOR) -> tuple[str, ...]:
    """Those of ``users`` who have to unlock once before the store's key can be changed; "" for the recovery key."""
    header = _read_sealed(folder, key, floor)
    slots = {name: header.slot_of(person(name) if name else RECOVERY, key) for name in (*users, "")}
    return tuple(name for name, slot in slots.items() if slot is not None and slot.is_old)


def begin_change(folder: Path, key: Key, new_key: Key, users: Sequence[str], floor: Derivation = FLOOR) -> None:
    """Gives everybody who stays the new key beside the old one, and takes away every other way in.

    Raises:
        ValueError: somebody has a slot of the first format; ask ``waiting`` before.
    """
    header = _read_sealed(folder, key, floor)
    staying = [header.slot_of(whose, key) for whose in (*map(person, users), RECOVERY)]
    slots = tuple(slot for slot in staying if slot is not None)
    if any(slot.is_old for slot in slots):
        raise ValueError("a slot of the first format cannot take another key")
    both = tuple(replace(slot, sealed_next=seal(new_key, header.store_id, slot.public)) for slot in slots)
    _write(folder, header.only(both, key))


def finish_change(folder: Path, key: Key, new_key: Key, floor: Derivation = FLOOR) -> None:
    """Leaves the new key alone, once the records are under it; doing it again after a crash is harmless."""
    header = _read_sealed(folder, key, floor)
    pin = header.pin_of(key)
    slots = tuple(replace(slot, sealed=slot.sealed_next, sealed_next=b"") for slot in header.slots)
    if pin is None or not all(slot.sealed for slot in slots):
        raise DamagedKeyFileError
    _write(folder, replace(header, slots=slots).with_pin(pin, new_key))


def abandon_change(folder: Path, key: Key, floor: Derivation = FLOOR) -> None:
    """Leaves the old key alone: the records were never put under the new one."""
    header = _read_sealed(folder, key, floor)
    _write(folder, header.only(tuple(replace(slot, sealed_next=b"") for slot in header.slots), key))


def _opened(header: Header, whose: str, secret: bytes) -> Opened | None:
    opened = open_slot(header.slots, header.store_id, whose, secret)
    if opened is None:
        return None
    is_ours = header.is_sealed_by(opened.key) and (opened.pin is None or header.is_pinned_by(opened.pin))
    if not is_ours:
        raise DamagedKeyFileError
    return opened


def _put(folder: Path, key: Key, whose: str, secret: bytes, derivation: Derivation | None, floor: Derivation) -> None:
    header = _read_sealed(folder, key, floor)
    known = header.derivations()
    if derivation is None or (derivation not in known and len(known) == MOST_DERIVATIONS):
        derivation = max(known, key=lambda each: each.cost)
    _write(folder, _with(header, key, whose, secret, derivation))


def _with(header: Header, key: Key, whose: str, secret: bytes, derivation: Derivation) -> Header:
    """The header with a fresh slot for ``whose``; one of the first format gets a pin."""
    pin = header.pin_of(key)
    if pin is None:
        pin = Key.fresh()
        header = header.with_pin(pin, key)
    old = header.slot_of(whose, key)
    if old is not None:
        header = header.without_slot(old.tag, key)
    return header.with_slot(make_slot(key, pin, header.store_id, whose, secret, derivation), key)


def _require_user(folder: Path, key: Key, user: str, floor: Derivation) -> tuple[Header, Slot]:
    header = _read_sealed(folder, key, floor)
    slot = header.slot_of(person(user), key)
    if slot is None:
        raise UserNameError(tr("Nobody with this name can open the store. Check how the name is spelt."))
    return header, slot


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
