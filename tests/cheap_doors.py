"""The doors of a store with a key derivation that costs nothing, on a clock that stands still."""

from __future__ import annotations

from pathlib import Path

from desks import NOON
from refugedesk.services import backups, stores
from refugedesk.services.clock import FixedClock
from refugedesk.services.desk import Desk
from refugedesk.ui.doors import Doors
from vaults import CHEAP


def _create(folder: Path, service: str, authority: str, user: str, passphrase: str) -> tuple[Desk, str]:
    return stores.create_store(folder, service, authority, user, passphrase, FixedClock(NOON), CHEAP)


def _open(folder: Path, user: str, passphrase: str) -> Desk:
    return stores.open_store(folder, user, passphrase, FixedClock(NOON), CHEAP)


def _recover(folder: Path, key: str, user: str, passphrase: str) -> Desk:
    return stores.recover(folder, key, user, passphrase, FixedClock(NOON), CHEAP)


def _restore(file: Path, folder: Path, user: str, passphrase: str) -> None:
    backups.restore(file, folder, user, passphrase, CHEAP)


CHEAP_DOORS = Doors(_create, _open, _recover, _restore)
