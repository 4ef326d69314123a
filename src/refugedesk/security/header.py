"""The key file's contents: read, checked and written out.

The layout of the text and the checksum over it stay as they are in every future format, so that an older
RefugeDesk can tell a newer file from a damaged one.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, Final

from refugedesk.domain.store_files import NewerStoreError
from refugedesk.security.derivation import Derivation
from refugedesk.security.errors import DamagedKeyFileError
from refugedesk.security.keys import KEY_BYTES, Key
from refugedesk.security.slots import Slot, tag_for

FORMAT: Final = 2
MOST_DERIVATIONS: Final = 4
_MOST_BYTES = 1_000_000
_SEALED_BYTES = 32 + KEY_BYTES + 16
_OLD_LENGTHS = {"tag": (16,), "nonce": (12,), "wrapped": (KEY_BYTES + 16,)}
_LENGTHS = {
    "tag": (16,),
    "nonce": (12,),
    "wrapped": (2 * KEY_BYTES + 16,),
    "public": (32,),
    "sealed": (_SEALED_BYTES,),
    "sealed_next": (0, _SEALED_BYTES),
}
_PIN_BYTES = 12 + KEY_BYTES + 16


@dataclass(frozen=True)
class Header:
    """What the key file says.

    Args:
        store_id: 16 random bytes that name the store.
        slots: in the order of their tags, so that the order does not tell who came first.
        key_check: a seal over the rest, made with the store's key: it shows that a key belongs to this
            file, and that nobody without the key changed it.
        pin: the store's pin, wrapped with its key, for whoever writes the file; empty in the first format.
        pin_check: a seal over the rest, made with the pin: whoever has a slot knows the file is not made up.
    """

    store_id: bytes
    slots: tuple[Slot, ...]
    key_check: bytes
    pin: bytes = b""
    pin_check: bytes = b""

    @classmethod
    def fresh(cls, key: Key) -> Header:
        """A header for a new store, as yet without slots."""
        return cls(os.urandom(16), (), b"").with_pin(Key.fresh(), key)

    def with_pin(self, pin: Key, key: Key) -> Header:
        """The same with the pin wrapped with the key."""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # late, as in derivation.py

        nonce = os.urandom(12)
        wrapped = AESGCM(key.derived("pin")).encrypt(nonce, bytes(pin.raw), self.store_id)
        return replace(self, pin=nonce + wrapped)._sealed(self.slots, key)

    def pin_of(self, key: Key) -> Key | None:
        """The pin, by the store's key; None where the file is of the first format."""
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        if not self.pin:
            return None
        try:
            return Key(bytearray(AESGCM(key.derived("pin")).decrypt(self.pin[:12], self.pin[12:], self.store_id)))
        except InvalidTag as error:
            raise DamagedKeyFileError from error

    def slot_of(self, whose: str, key: Key) -> Slot | None:
        """The slot of ``whose``, of either format."""
        tags = {tag_for(each, whose) for each in (key, self.pin_of(key)) if each is not None}
        return next((slot for slot in self.slots if slot.tag in tags), None)

    def with_slot(self, slot: Slot, key: Key) -> Header:
        """The same with a slot put in, in place of one with the same tag."""
        return self._sealed((*self._slots_but(slot.tag), slot), key)

    def without_slot(self, tag: bytes, key: Key) -> Header:
        """The same without the slot of that tag."""
        return self._sealed(self._slots_but(tag), key)

    def only(self, slots: tuple[Slot, ...], key: Key) -> Header:
        """The same with these slots and no others."""
        return self._sealed(slots, key)

    def derivations(self) -> frozenset[Derivation]:
        """The key derivations in use."""
        return frozenset(slot.derivation for slot in self.slots)

    def is_sealed_by(self, key: Key) -> bool:
        """Whether this is the key of the file and the file is as the key's holder left it."""
        return hmac.compare_digest(self.key_check, self._seal(key, "key check"))

    def is_pinned_by(self, pin: Key) -> bool:
        """Whether the file was written by somebody who had this store open."""
        return hmac.compare_digest(self.pin_check, self._seal(pin, "pin check"))

    def _slots_but(self, tag: bytes) -> tuple[Slot, ...]:
        return tuple(slot for slot in self.slots if slot.tag != tag)

    def _sealed(self, slots: tuple[Slot, ...], key: Key) -> Header:
        changed = replace(self, slots=tuple(sorted(slots, key=lambda slot: slot.tag)))
        pin = changed.pin_of(key)
        pin_check = changed._seal(pin, "pin check") if pin else b""
        return replace(changed, key_check=changed._seal(key, "key check"), pin_check=pin_check)

    def _seal(self, key: Key, purpose: str) -> bytes:
        body = _as_text(_to_json(replace(self, key_check=b"", pin_check=b"")))
        return hmac.new(key.derived(purpose), body, hashlib.sha256).digest()


def render(header: Header) -> bytes:
    """The text of the key file."""
    body = _to_json(header)
    return _as_text({**body, "checksum": hashlib.sha256(_as_text(body)).hexdigest()})


def parse(text: bytes) -> Header:
    """The header that a key file holds.

    Raises:
        DamagedKeyFileError: not one byte may differ from what was written.
        NewerStoreError: it is whole, but of a later format.
    """
    body = _checked(text)
    if isinstance(body.get("format"), int) and body["format"] > FORMAT:
        raise NewerStoreError
    try:
        return _from_json(body)
    except (KeyError, TypeError, ValueError) as error:
        raise DamagedKeyFileError from error


def _checked(text: bytes) -> Mapping[str, Any]:
    try:
        whole = json.loads(text) if len(text) <= _MOST_BYTES else None
    except (ValueError, RecursionError) as error:
        raise DamagedKeyFileError from error
    if not isinstance(whole, dict) or _as_text(whole) != text:
        raise DamagedKeyFileError
    body = {name: value for name, value in whole.items() if name != "checksum"}
    if whole.get("checksum") != hashlib.sha256(_as_text(body)).hexdigest():
        raise DamagedKeyFileError
    return body


def _to_json(header: Header) -> dict[str, Any]:
    body = {"store": header.store_id.hex(), "key_check": header.key_check.hex()}
    slots = [_slot_to_json(slot) for slot in header.slots]
    if not header.pin:
        return {**body, "format": 1, "slots": slots}
    return {**body, "format": 2, "slots": slots, "pin": header.pin.hex(), "pin_check": header.pin_check.hex()}


def _slot_to_json(slot: Slot) -> dict[str, Any]:
    parts = _OLD_LENGTHS if slot.is_old else _LENGTHS
    return {"derivation": asdict(slot.derivation)} | {name: getattr(slot, name).hex() for name in parts}


def _from_json(body: Mapping[str, Any]) -> Header:
    slots = tuple(_slot_from_json(entry) for entry in body["slots"])
    pin, pin_check = (bytes.fromhex(body[name]) if body["format"] > 1 else b"" for name in ("pin", "pin_check"))
    header = Header(bytes.fromhex(body["store"]), slots, bytes.fromhex(body["key_check"]), pin, pin_check)
    if _to_json(header) != body or len(header.store_id) != 16 or len(header.derivations()) > MOST_DERIVATIONS:
        raise ValueError("not what was written")
    if len(pin) != (_PIN_BYTES if body["format"] > 1 else 0):
        raise ValueError("the pin has the wrong length")
    return header


def _slot_from_json(entry: Mapping[str, Any]) -> Slot:
    lengths = _LENGTHS if "public" in entry else _OLD_LENGTHS
    parts = {name: bytes.fromhex(entry[name]) for name in lengths}
    if any(len(parts[name]) not in allowed for name, allowed in lengths.items()):
        raise ValueError("a part of a slot has the wrong length")
    return Slot(derivation=Derivation(**entry["derivation"]), **parts)


def _as_text(body: Mapping[str, Any]) -> bytes:
    return json.dumps(body, indent=1, sort_keys=True).encode("ascii") + b"\n"
