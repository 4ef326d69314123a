"""The way back in when every passphrase is lost: enough of the trustees' shares, and a new passphrase."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from refugedesk.security import trustees, vault
from refugedesk.security.derivation import FLOOR, Derivation
from refugedesk.security.keys import Key
from refugedesk.security.shares import Share, join_shares
from refugedesk.services.clock import Clock, WallClock
from refugedesk.services.desk import Desk
from refugedesk.services.opening import Way, give_back, key_at_hand, opened
from refugedesk.services.roles import Action, Role, may
from refugedesk.storage import accounts
from refugedesk.storage.engine import open_engine
from refugedesk.storage.folder import database_of


def who_can_open(
    folder: Path, shares: Sequence[Share], clock: Clock | None = None, floor: Derivation = FLOOR
) -> tuple[str, ...]:
    """The names of those who may be given a new passphrase, managers first, once the shares fit this store.

    Raises:
        SharesError, WrongSharesError, and as for ``stores.open_store``
    """
    way = Way(lambda: trustees.open_way_with_shares(folder, join_shares(shares), floor), lambda _key: None, "", floor)
    lock, key = key_at_hand(folder, way, clock or WallClock())
    try:
        found = [each for each in _accounts(folder, key) if each.is_active]
    finally:
        give_back(lock, key)
    return tuple(each.name for each in sorted(found, key=lambda each: not may(Role(each.role), Action.KEEP_PEOPLE)))


def open_with_shares(
    folder: Path,
    shares: Sequence[Share],
    user_name: str,
    new_passphrase: str,
    clock: Clock | None = None,
    floor: Derivation = FLOOR,
) -> Desk:
    """The store, opened by trustees' shares, with a new passphrase for that person.

    Raises:
        SharesError, WrongSharesError, WeakPassphraseError, UserNameError, and as for ``stores.open_store``
    """
    way = Way(
        lambda: trustees.open_way_with_shares(folder, join_shares(shares), floor),
        lambda key: vault.set_passphrase(folder, key, user_name, new_passphrase, floor=floor),
        "open_by_shares",
        floor,
    )
    return opened(folder, user_name, way, clock)


def _accounts(folder: Path, key: Key) -> list[accounts.Account]:
    engine = open_engine(database_of(folder), key)
    try:
        with engine.connect() as connection:
            return accounts.accounts(connection)
    finally:
        engine.dispose()
