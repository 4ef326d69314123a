"""Another key for the store, in the key file: beside the old one, then in its place, or let go again.

Whoever changes the file holds the store's lock.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from refugedesk.security.derivation import FLOOR, Derivation
from refugedesk.security.errors import DamagedKeyFileError
from refugedesk.security.key_file import read_sealed, write
from refugedesk.security.keys import Key
from refugedesk.security.slots import RECOVERY, TRUSTEES, person, seal


def waiting(folder: Path, key: Key, users: Sequence[str], floor: Derivation = FLOOR) -> tuple[str, ...]:
    """Those of ``users`` who have to unlock once before the store's key can be changed; "" for the recovery key."""
    header = read_sealed(folder, key, floor)
    slots = {name: header.slot_of(person(name) if name else RECOVERY, key) for name in (*users, "")}
    return tuple(name for name, slot in slots.items() if slot is not None and slot.is_old)


def begin_change(folder: Path, key: Key, new_key: Key, users: Sequence[str], floor: Derivation = FLOOR) -> None:
    """Gives everybody who stays the new key beside the old one, and takes away every other way in.

    Raises:
        ValueError: somebody has a slot of the first format; ask ``waiting`` before.
    """
    header = read_sealed(folder, key, floor)
    staying = [header.slot_of(whose, key) for whose in (*map(person, users), RECOVERY, TRUSTEES)]
    slots = tuple(slot for slot in staying if slot is not None)
    if any(slot.is_old for slot in slots):
        raise ValueError("a slot of the first format cannot take another key")
    both = tuple(replace(slot, sealed_next=seal(new_key, header.store_id, slot.public)) for slot in slots)
    write(folder, header.only(both, key))


def finish_change(folder: Path, key: Key, new_key: Key, floor: Derivation = FLOOR) -> None:
    """Leaves the new key alone, once the records are under it; doing it again after a crash is harmless."""
    header = read_sealed(folder, key, floor)
    pin = header.pin_of(key)
    slots = tuple(replace(slot, sealed=slot.sealed_next, sealed_next=b"") for slot in header.slots)
    if pin is None or not all(slot.sealed for slot in slots):
        raise DamagedKeyFileError
    write(folder, replace(header, slots=slots).with_pin(pin, new_key))


def abandon_change(folder: Path, key: Key, floor: Derivation = FLOOR) -> None:
    """Leaves the old key alone: the records were never put under the new one."""
    header = read_sealed(folder, key, floor)
    write(folder, header.only(tuple(replace(slot, sealed_next=b"") for slot in header.slots), key))
