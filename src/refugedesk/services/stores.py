"""Making a store, opening it, and getting back in."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

from refugedesk.domain.errors import CorrectableError, OutOfOurHandsError, RefugeDeskError
from refugedesk.domain.words import tr
from refugedesk.security import recovery, vault
from refugedesk.security.derivation import FLOOR, Derivation, calibrate
from refugedesk.security.keys import Key
from refugedesk.security.passphrases import weakness
from refugedesk.services.clock import Clock
from refugedesk.services.desk import Desk, ServiceRow
from refugedesk.services.folders import StoreState, default_folder, state_of
from refugedesk.services.opening import Way, opened
from refugedesk.services.roles import Role
from refugedesk.storage import accounts
from refugedesk.storage.engine import create_database, open_engine
from refugedesk.storage.folder import being_made, database_of
from refugedesk.storage.places import require_private_place
from refugedesk.storage.schema_steps import run_steps

__all__ = [
    "StoreState",
    "create_store",
    "default_folder",
    "open_store",
    "passphrase_problem",
    "recover",
    "same_recovery_key",
    "state_of",
]


class NamelessError(CorrectableError):
    """A name that is needed was left blank."""


def create_store(
    folder: Path,
    service_name: str,
    home_authority: str,
    user_name: str,
    passphrase: str,
    clock: Clock | None = None,
    derivation: Derivation | None = None,
) -> tuple[Desk, str]:
    """A new, empty store and its recovery key, to be shown once; its first user is a manager.

    Args:
        derivation: None makes one that takes about a second here; tests pass a cheap one.

    Raises:
        FolderNotEmptyError, WeakPassphraseError, NamelessError, SharedPlaceError, DiskFullError, ReadOnlyFolderError
    """
    service = ServiceRow(_named(service_name, tr("the service")), _named(home_authority, tr("the home authority")))
    user_name = _named(user_name, tr("the first person"))
    require_private_place(folder)
    folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with being_made(folder) as making:
        key, recovery_key = vault.create(making, user_name, passphrase, derivation or calibrate())
        _make_database(making, key, service, user_name)
        key.wipe()
    try:
        return open_store(folder, user_name, passphrase, clock, derivation or FLOOR), recovery_key.printed
    except RefugeDeskError:
        # Nobody has seen its recovery key, and nothing is in it yet: it must not be found half-begun the next time.
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _make_database(folder: Path, key: Key, service: ServiceRow, user_name: str) -> None:
    create_database(database_of(folder), key)
    engine = open_engine(database_of(folder), key)
    try:
        run_steps(engine)
        accounts.found(engine, service.name, service.home_authority, user_name, Role.MANAGER.value)
    finally:
        engine.dispose()


def open_store(
    folder: Path, user_name: str, passphrase: str, clock: Clock | None = None, floor: Derivation = FLOOR
) -> Desk:
    """The store, opened by a person's own passphrase. Takes about a second by design.

    Raises:
        WrongPassphraseError, StoreInUseError, NotAStoreError, DamagedKeyFileError, MissingKeyFileError,
        DamagedDatabaseError, MissingDatabaseError, NewerStoreError, SharedPlaceError
    """
    return opened(
        folder,
        user_name,
        Way(
            lambda: vault.open_way(folder, user_name, passphrase, floor),
            lambda key: _renew(folder, key, user_name, passphrase, floor),
            "unlock",
            floor,
        ),
        clock,
    )


def recover(
    folder: Path,
    recovery_key: str,
    user_name: str,
    new_passphrase: str,
    clock: Clock | None = None,
    floor: Derivation = FLOOR,
) -> Desk:
    """The store, opened by the printed recovery key, with a new passphrase for that person.

    Raises:
        MistypedRecoveryKeyError, WrongRecoveryKeyError, WeakPassphraseError, UserNameError, and as for ``open_store``
    """
    read = recovery.read_recovery_key(recovery_key)
    return opened(
        folder,
        user_name,
        Way(
            lambda: vault.open_way_with_recovery(folder, read, floor),
            lambda key: vault.set_passphrase(folder, key, user_name, new_passphrase, floor=floor),
            "recover",
            floor,
        ),
        clock,
    )


def _renew(folder: Path, key: Key, user_name: str, passphrase: str, floor: Derivation) -> None:
    """A way in of the first format is made anew; where the disk does not allow it now, another day will do."""
    with suppress(OutOfOurHandsError):
        vault.renew_slot(folder, key, user_name, passphrase, floor)


def same_recovery_key(shown: str, typed: str) -> bool:
    """Whether the key that was typed back is the one that was shown, forgiving case, blanks, O and 0, I and 1."""
    try:
        return recovery.read_recovery_key(typed).printed == shown
    except CorrectableError:
        return False


def passphrase_problem(passphrase: str, *avoid: str) -> str | None:
    """A sentence saying why a passphrase will not do, or None where it will. ``avoid``: names it may not lean on."""
    return weakness(passphrase, [name for name in avoid if name])


def _named(name: str, what: str) -> str:
    clean = " ".join(name.split())
    if not clean:
        raise NamelessError(tr("The name of {what} is needed.", what=what))
    return clean
