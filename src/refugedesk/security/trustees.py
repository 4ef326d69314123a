"""The trustees' way in: a slot of the key file that enough of their shares open together.

The file holds nothing of the shares but that slot, and of the set's name nothing at all.
"""

from __future__ import annotations

from pathlib import Path

from refugedesk.security.derivation import FLOOR, Derivation
from refugedesk.security.errors import WrongSharesError
from refugedesk.security.key_file import opened_by, put, read, read_sealed, write
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


def put_shares(
    folder: Path, key: Key, secret: bytes, derivation: Derivation | None = None, floor: Derivation = FLOOR
) -> None:
    """A new set in place of the one before, which opens nothing from now on."""
    put(folder, key, TRUSTEES, secret, derivation, floor)


def take_away_shares(folder: Path, key: Key, floor: Derivation = FLOOR) -> None:
    """The shares that were given out open nothing from now on."""
    header = read_sealed(folder, key, floor)
    slot = header.slot_of(TRUSTEES, key)
    if slot is not None:
        write(folder, header.without_slot(slot.tag, key))


def mark_of_shares(folder: Path, key: Key) -> str:
    """What tells one set's slot from another's, for the records; empty where no shares open the store.

    Nothing is derived: the key in hand shows that the file is the store's own, however its slots were made.
    """
    slot = read_sealed(folder, key, _ANY).slot_of(TRUSTEES, key)
    return slot.public.hex()[:16] if slot is not None else ""
