"""The trustees' way in: a slot of the key file that enough of their shares open together.

The file holds nothing of the shares but that slot, and of the set's name nothing at all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from refugedesk.security.derivation import FLOOR, Derivation
from refugedesk.security.errors import WrongSharesError
from refugedesk.security.header import Header
from refugedesk.security.key_file import opened_by, read, read_sealed, with_fresh, write
from refugedesk.security.keys import Key
from refugedesk.security.slots import TRUSTEES, Opened

_ANY = Derivation(memory_kib=8, passes=1, lanes=1)


def open_way_with_shares(folder: Path, secret: bytes, floor: Derivation = FLOOR) -> Opened:
    """What the shares' secret opens, as ``vault.open_way``.

    Raises:
        WrongSharesError, and as for ``vault.unlock``
    """
    found = opened_by(read(folder, floor), TRUSTEES, secret)
    if found is None:
        raise WrongSharesError
    return found


@dataclass(frozen=True)
class NextKeyFile:
    """A key file that is not on the disk yet, so that what it says can be written down first. mark: of its shares."""

    mark: str
    put_in_place: Callable[[], None]


def put_shares(
    folder: Path, key: Key, secret: bytes, derivation: Derivation | None = None, floor: Derivation = FLOOR
) -> NextKeyFile:
    """A new set in place of the one before, which opens nothing once the file is in its place."""
    header = with_fresh(read_sealed(folder, key, floor), key, TRUSTEES, secret, derivation)
    return NextKeyFile(_mark_in(header, key), lambda: write(folder, header))


def take_away_shares(folder: Path, key: Key, floor: Derivation = FLOOR) -> NextKeyFile:
    """The shares that were given out open nothing once the file is in its place."""
    header = read_sealed(folder, key, floor)
    slot = header.slot_of(TRUSTEES, key)
    without = header.without_slot(slot.tag, key) if slot is not None else header
    return NextKeyFile("", lambda: write(folder, without))


def mark_of_shares(folder: Path, key: Key) -> str:
    """What tells one set's slot from another's, for the records; empty where no shares open the store.

    Nothing is derived: the key in hand shows that the file is the store's own, however its slots were made.
    """
    return _mark_in(read_sealed(folder, key, _ANY), key)


def _mark_in(header: Header, key: Key) -> str:
    slot = header.slot_of(TRUSTEES, key)
    return slot.public.hex()[:16] if slot is not None else ""
