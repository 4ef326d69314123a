"""One wrapped copy of a store's key for each person, and one for the printed recovery key.

Nobody's name, and no hash that a list of names could be tried against, stands in a slot: a slot is found
by trying the derived key on each of them. So an unknown name costs the same time and gives the same answer
as a wrong passphrase. Whoever holds the store's key finds a slot by its tag.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from refugedesk.security.derivation import Derivation
from refugedesk.security.errors import UserNameError
from refugedesk.security.keys import KEY_BYTES, Key

RECOVERY: Final = "recovery"
_NONCE_BYTES = 12


def person(name: str) -> str:
    """Whose slot it is: the name without regard to case, spacing or how its accents are encoded.

    Raises:
        UserNameError: the name is empty.
    """
    normal = " ".join(unicodedata.normalize("NFKC", name).casefold().split())
    if not normal:
        raise UserNameError("The name is empty. Type the name that you use in RefugeDesk.")
    return "person " + unicodedata.normalize("NFKC", normal)


@dataclass(frozen=True)
class Slot:
    """A copy of the store's key that one secret opens."""

    tag: bytes
    derivation: Derivation
    nonce: bytes
    wrapped: bytes


def tag_for(key: Key, whose: str) -> bytes:
    """What marks the slot of ``whose``: without the key nobody can tell from it who that is."""
    return hmac.new(key.derived("slot tags"), _bytes(whose), hashlib.sha256).digest()[:16]


def make_slot(key: Key, store_id: bytes, whose: str, secret: bytes, derivation: Derivation) -> Slot:
    """A slot from which ``secret`` gives the key back."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # late, as in derivation.py

    wrapping_key = derivation.derive(secret, _salt(store_id, whose))
    nonce = os.urandom(_NONCE_BYTES)
    wrapped = AESGCM(wrapping_key).encrypt(nonce, key.raw, _bound_to(store_id, whose, derivation))
    return Slot(tag_for(key, whose), derivation, nonce, wrapped)


def open_slot(slots: Iterable[Slot], store_id: bytes, whose: str, secret: bytes) -> Key | None:
    """The store's key if ``secret`` is that of ``whose``, or None.

    The secret is derived once for each derivation in use, which is nearly always one, not once for each slot.
    """
    slots = tuple(slots)
    for derivation in sorted({slot.derivation for slot in slots}, key=lambda each: each.cost):
        wrapping_key = derivation.derive(secret, _salt(store_id, whose))
        bound_to = _bound_to(store_id, whose, derivation)
        for slot in slots:
            if slot.derivation == derivation and (key := _unwrap(slot, wrapping_key, bound_to)):
                return key
    return None


def _unwrap(slot: Slot, wrapping_key: bytearray, bound_to: bytes) -> Key | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    raw = bytearray(KEY_BYTES)
    try:
        AESGCM(wrapping_key).decrypt_into(slot.nonce, slot.wrapped, bound_to, raw)
    except InvalidTag:
        return None
    return Key(raw)


def _salt(store_id: bytes, whose: str) -> bytes:
    """A salt of its own for each person in each store."""
    return hmac.new(store_id, _bytes(whose), hashlib.sha256).digest()


def _bound_to(store_id: bytes, whose: str, derivation: Derivation) -> bytes:
    """What a wrapped key is tied to, so that it cannot be moved to another store, person or strength."""
    numbers = f"{derivation.memory_kib} {derivation.passes} {derivation.lanes}"
    return b"refugedesk slot 1\n" + store_id.hex().encode() + b"\n" + numbers.encode() + b"\n" + _bytes(whose)


def _bytes(whose: str) -> bytes:
    return whose.encode("utf-8", "surrogatepass")
