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
from refugedesk.security.slots import Slot

FORMAT: Final = 1
MOST_DERIVATIONS: Final = 4
_MOST_BYTES = 1_000_000
_LENGTHS = {"tag": 16, "nonce": 12, "wrapped": KEY_BYTES + 16}


@dataclass(frozen=True)
class Header:
    """What the key file says.

    Args:
        store_id: 16 random bytes that name the store.
        slots: in the order of their tags, so that the order does not tell who came first.
        key_check: a seal over the rest, made with the store's key: it shows that a key belongs to this
            file, and that nobody without the key changed it.
    """

    store_id: bytes
    slots: tuple[Slot, ...]
    key_check: bytes

    @classmethod
    def fresh(cls) -> Header:
        """A header for a new store, as yet without slots."""
        return cls(os.urandom(16), (), b"")

    def with_slot(self, slot: Slot, key: Key) -> Header:
        """The same with a slot put in, in place of one with the same tag."""
        return self._sealed((*self._slots_but(slot.tag), slot), key)

    def without_slot(self, tag: bytes, key: Key) -> Header:
        """The same without the slot of that tag."""
        return self._sealed(self._slots_but(tag), key)

    def has_slot(self, tag: bytes) -> bool:
        """Whether there is a slot of that tag."""
        return any(slot.tag == tag for slot in self.slots)

    def derivations(self) -> frozenset[Derivation]:
        """The key derivations in use."""
        return frozenset(slot.derivation for slot in self.slots)

    def is_sealed_by(self, key: Key) -> bool:
        """Whether this is the key of the file and the file is as the key's holder left it."""
        return hmac.compare_digest(self.key_check, self._seal(key))

    def _slots_but(self, tag: bytes) -> tuple[Slot, ...]:
        return tuple(slot for slot in self.slots if slot.tag != tag)

    def _sealed(self, slots: tuple[Slot, ...], key: Key) -> Header:
        changed = replace(self, slots=tuple(sorted(slots, key=lambda slot: slot.tag)))
        return replace(changed, key_check=changed._seal(key))

    def _seal(self, key: Key) -> bytes:
        body = _as_text(_to_json(replace(self, key_check=b"")))
        return hmac.new(key.derived("key check"), body, hashlib.sha256).digest()


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
    slots = [
        {
            "tag": slot.tag.hex(),
            "derivation": asdict(slot.derivation),
            "nonce": slot.nonce.hex(),
            "wrapped": slot.wrapped.hex(),
        }
        for slot in header.slots
    ]
    return {"format": FORMAT, "store": header.store_id.hex(), "slots": slots, "key_check": header.key_check.hex()}


def _from_json(body: Mapping[str, Any]) -> Header:
    slots = tuple(_slot_from_json(entry) for entry in body["slots"])
    header = Header(bytes.fromhex(body["store"]), slots, bytes.fromhex(body["key_check"]))
    if _to_json(header) != body or len(header.store_id) != 16 or len(header.derivations()) > MOST_DERIVATIONS:
        raise ValueError("not what was written")
    return header


def _slot_from_json(entry: Mapping[str, Any]) -> Slot:
    parts = {name: bytes.fromhex(entry[name]) for name in _LENGTHS}
    if any(len(parts[name]) != length for name, length in _LENGTHS.items()):
        raise ValueError("a part of a slot has the wrong length")
    return Slot(derivation=Derivation(**entry["derivation"]), **parts)


def _as_text(body: Mapping[str, Any]) -> bytes:
    return json.dumps(body, indent=1, sort_keys=True).encode("ascii") + b"\n"
