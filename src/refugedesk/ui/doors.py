"""The ways to an open store. The store's code is loaded when the first is taken, not before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from refugedesk.services.clock import Clock
    from refugedesk.services.desk import Desk
    from refugedesk.services.shares import Share


@dataclass(frozen=True)
class Doors:
    """Each takes about a second on purpose and is called beside the window.

    create: folder, service, home authority, user, passphrase -> desk and recovery key; open: folder, user,
    passphrase; recover: folder, recovery key, user, new passphrase; who_can_open: folder, trustees' shares -> names;
    open_with_shares: folder, shares, user, new passphrase; restore: backup, folder, user, passphrase, after
    which the store in the folder can be opened.
    """

    create: Callable[[Path, str, str, str, str], tuple[Desk, str]]
    open: Callable[[Path, str, str], Desk]
    recover: Callable[[Path, str, str, str], Desk]
    restore: Callable[[Path, Path, str, str], None]
    who_can_open: Callable[[Path, Sequence[Share]], tuple[str, ...]]
    open_with_shares: Callable[[Path, Sequence[Share], str, str], Desk]


def real_doors(clock: Clock | None = None) -> Doors:
    """The doors of the services, with the computer's clock unless another is given."""

    def create(folder: Path, service: str, authority: str, user: str, passphrase: str) -> tuple[Desk, str]:
        from refugedesk.services import stores

        return stores.create_store(folder, service, authority, user, passphrase, clock)

    def unlock(folder: Path, user: str, passphrase: str) -> Desk:
        from refugedesk.services import stores

        return stores.open_store(folder, user, passphrase, clock)

    def recover(folder: Path, recovery_key: str, user: str, passphrase: str) -> Desk:
        from refugedesk.services import stores

        return stores.recover(folder, recovery_key, user, passphrase, clock)

    def restore(file: Path, folder: Path, user: str, passphrase: str) -> None:
        from refugedesk.services import backups

        backups.restore(file, folder, user, passphrase)

    def who_can_open(folder: Path, shares: Sequence[Share]) -> tuple[str, ...]:
        from refugedesk.services import by_shares

        return by_shares.who_can_open(folder, shares, clock)

    def open_with_shares(folder: Path, shares: Sequence[Share], user: str, passphrase: str) -> Desk:
        from refugedesk.services import by_shares

        return by_shares.open_with_shares(folder, shares, user, passphrase, clock)

    return Doors(create, unlock, recover, restore, who_can_open, open_with_shares)
