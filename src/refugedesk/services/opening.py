"""Opening a store by whatever way in: the lock, the key, the newest form, the desk, and what is written down of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from refugedesk.security.derivation import Derivation
from refugedesk.security.errors import SharesError, WrongPassphraseError, WrongRecoveryKeyError, WrongSharesError
from refugedesk.security.keys import Key
from refugedesk.security.refusals import count_refusal, forget_refusals, read_refusals
from refugedesk.security.slots import Opened
from refugedesk.services.clock import Clock, WallClock
from refugedesk.services.desk import Desk, ServiceRow, UserRow
from refugedesk.services.presence import note_coming
from refugedesk.services.purging_again import settle_purges
from refugedesk.services.rekeying import settle
from refugedesk.services.roles import Role
from refugedesk.storage import accounts
from refugedesk.storage.commit_mark import BEGUN, has_begun, what_is_wrong
from refugedesk.storage.engine import open_engine
from refugedesk.storage.folder import clear_leftovers, database_of, require_store
from refugedesk.storage.lock import StoreLock
from refugedesk.storage.places import require_private_place
from refugedesk.storage.schema_steps import bring_up_to_date


@dataclass(frozen=True)
class Way:
    """A way in: what opens it, what is done with the key before the records are opened, and what is written down."""

    open: Callable[[], Opened]
    use: Callable[[Key], object]
    deed: str
    floor: Derivation


def opened(folder: Path, user_name: str, way: Way, clock: Clock | None) -> Desk:
    """The store, open for ``user_name``; the deed of the way is written down.

    Raises: what the way raises, StoreInUseError, NotAStoreError, SharedPlaceError, NewerStoreError, NoAccountError,
        DamagedDatabaseError, MissingDatabaseError
    """
    clock = clock or WallClock()
    lock, key = key_at_hand(folder, way, clock)
    try:
        desk = _desk(folder, user_name, lock, key, clock)
    except BaseException:
        give_back(lock, key)
        raise
    _write_down(desk, way.deed)
    try:
        settle_purges(desk)
    except BaseException:  # what was purged must not be read again: better shut than open with it
        desk.close()
        raise
    return desk


def key_at_hand(folder: Path, way: Way, clock: Clock) -> tuple[StoreLock, Key]:
    """The store's lock and key, with its records whole and of the newest form; both are to be given back."""
    require_private_place(folder)
    require_store(folder)
    lock = StoreLock.take(folder)
    key: Key | None = None
    try:
        clear_leftovers(folder)
        key = settle(folder, _unlocked(folder, way.open, clock), way.floor)
        way.use(key)
        bring_up_to_date(folder, key)
    except BaseException:
        give_back(lock, key)
        raise
    return lock, key


def give_back(lock: StoreLock, key: Key | None) -> None:
    """Overwrites the key and lets the store go."""
    if key is not None:
        key.wipe()
    lock.release()


def _desk(folder: Path, user_name: str, lock: StoreLock, key: Key, clock: Clock) -> Desk:
    engine = open_engine(database_of(folder), key)
    with engine.connect() as connection:
        account = accounts.account(connection, user_name)
        about = accounts.service(connection)
        warning = what_is_wrong(connection, folder, key)
    user = UserRow(account.id, account.name, Role(account.role))
    desk = Desk(folder, engine, key, lock, user, ServiceRow(about.name, about.home_authority, about.wards), clock)
    desk.warning = warning
    return desk


def _write_down(desk: Desk, deed: str) -> None:
    refused = read_refusals(desk.folder)
    with desk.writing() as work:
        is_marked = has_begun(work.connection)
        if desk.warning:
            work.note("older_copy", why=desk.warning)
        if refused is not None:
            told = {"first_at": refused.first_at, "last_at": refused.last_at}
            work.note("refused", count=str(refused.count), **told)
        work.note(deed, **({} if is_marked else {BEGUN: "begun"}))
        note_coming(work.connection, desk.user.id, desk.now)
    forget_refusals(desk.folder)


def _unlocked(folder: Path, unlock: Callable[[], Opened], clock: Clock) -> Opened:
    """What the way in opens; a wrong try is counted beside it, as nothing can be written down without a key."""
    try:
        return unlock()
    except (WrongPassphraseError, WrongRecoveryKeyError, WrongSharesError, SharesError):
        count_refusal(folder, clock.now())
        raise
