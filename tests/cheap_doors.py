"""The doors of a store with a key derivation that costs nothing, on a clock that stands still until it is set."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desks import NOON
from refugedesk.services import backups, by_shares, stores
from refugedesk.services.clock import FixedClock
from refugedesk.services.desk import Desk
from refugedesk.services.shares import Share
from refugedesk.ui.doors import Doors
from vaults import CHEAP


def cheap_doors(clock: FixedClock) -> Doors:
    """The doors of the services, on that clock."""

    def create(folder: Path, service: str, authority: str, user: str, passphrase: str) -> tuple[Desk, str]:
        return stores.create_store(folder, service, authority, user, passphrase, clock, CHEAP)

    def unlock(folder: Path, user: str, passphrase: str) -> Desk:
        return stores.open_store(folder, user, passphrase, clock, CHEAP)

    def recover(folder: Path, key: str, user: str, passphrase: str) -> Desk:
        return stores.recover(folder, key, user, passphrase, clock, CHEAP)

    def restore(file: Path, folder: Path, user: str, passphrase: str) -> None:
        backups.restore(file, folder, user, passphrase, CHEAP)

    def who_can_open(folder: Path, shares: Sequence[Share]) -> tuple[str, ...]:
        return by_shares.who_can_open(folder, shares, clock, CHEAP)

    def open_with_shares(folder: Path, shares: Sequence[Share], user: str, passphrase: str) -> Desk:
        return by_shares.open_with_shares(folder, shares, user, passphrase, clock, CHEAP)

    return Doors(create, unlock, recover, restore, who_can_open, open_with_shares)


CHEAP_DOORS = cheap_doors(FixedClock(NOON))
