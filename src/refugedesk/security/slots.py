"""A way to the store's key for each person, one for the printed recovery key and one for the trustees' shares.

A secret wraps a private key; to its public key the store's key is sealed (HPKE). So the store's key can be changed for
everybody who stays, without their passphrases, when somebody leaves. The secret wraps a pin as well, the same for
everybody: with it they know a key file that was written by somebody who had the store open from one that was made up.

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
from typing import TYPE_CHECKING, Final

from refugedesk.domain.words import tr
from refugedesk.security.derivation import Derivation
from refugedesk.security.errors import DamagedKeyFileError, UserNameError
from refugedesk.security.keys import KEY_BYTES, Key

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.hpke import Suite

RECOVERY: Final = "recovery"
TRUSTEES: Final = "trustees"
_NONCE_BYTES = 12
_TAG_BYTES = 16


def person(name: str) -> str:
    """Whose slot it is: the name without regard to case, spacing or how its accents are encoded.

    Raises:
        UserNameError: the name is empty.
    """
    normal = " ".join(unicodedata.normalize("NFKC", name).casefold().split())
    if not normal:
        raise UserNameError(tr("The name is empty. Type the name that you use in RefugeDesk."))
    return "person " + unicodedata.normalize("NFKC", normal)


@dataclass(frozen=True)
class Slot:
    """A way to the store's key that one secret opens.

    wrapped: the person's private key and the store's pin; in a slot of the first format the store's key itself. public:
    goes with the private key; empty in the first format. sealed: the store's key, sealed to ``public``, so that another
    key can be put in its place without the person. sealed_next: that other key, while it is being put in place.
    """

    tag: bytes
    derivation: Derivation
    nonce: bytes
    wrapped: bytes
    public: bytes = b""
    sealed: bytes = b""
    sealed_next: bytes = b""

    @property
    def is_old(self) -> bool:
        """Whether it is of the first format, which holds the store's key itself."""
        return not self.public


@dataclass(frozen=True)
class Opened:
    """What a secret opens. pin: shows that a key file belongs to the store; None from a slot of the first format.

    next_key: the key that is about to take the store key's place, where that was cut short.
    """

    key: Key
    pin: Key | None = None
    next_key: Key | None = None


def tag_for(key: Key, whose: str) -> bytes:
    """What marks the slot of ``whose``: without the key nobody can tell from it who that is."""
    return hmac.new(key.derived("slot tags"), _bytes(whose), hashlib.sha256).digest()[:16]


def make_slot(key: Key, pin: Key, store_id: bytes, whose: str, secret: bytes, derivation: Derivation) -> Slot:
    """A slot from which ``secret`` gives the key back."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey  # late, as in derivation.py
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    private = X25519PrivateKey.generate()
    public = private.public_key().public_bytes_raw()
    wrapping_key = derivation.derive(secret, _salt(store_id, whose))
    nonce = os.urandom(_NONCE_BYTES)
    content = private.private_bytes_raw() + bytes(pin.raw)
    wrapped = AESGCM(wrapping_key).encrypt(nonce, content, _bound_to(store_id, whose, derivation, 2))
    return Slot(tag_for(pin, whose), derivation, nonce, wrapped, public, seal(key, store_id, public))


def seal(key: Key, store_id: bytes, public: bytes) -> bytes:
    """The key, sealed so that only the private key of ``public`` opens it."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

    return _suite().encrypt(bytes(key.raw), X25519PublicKey.from_public_bytes(public), _sealed_for(store_id, public))


def open_slot(slots: Iterable[Slot], store_id: bytes, whose: str, secret: bytes) -> Opened | None:
    """The store's key if ``secret`` is that of ``whose``, or None.

    The secret is derived once for each derivation in use, which is nearly always one, not once for each slot.
    """
    slots = tuple(slots)
    for derivation in sorted({slot.derivation for slot in slots}, key=lambda each: each.cost):
        wrapping_key = derivation.derive(secret, _salt(store_id, whose))
        for slot in slots:
            if slot.derivation != derivation:
                continue
            bound_to = _bound_to(store_id, whose, derivation, 1 if slot.is_old else 2)
            if content := _unwrap(slot, wrapping_key, bound_to):
                return Opened(Key(content)) if slot.is_old else _unsealed(slot, store_id, content)
    return None


def _unwrap(slot: Slot, wrapping_key: bytearray, bound_to: bytes) -> bytearray | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    content = bytearray(len(slot.wrapped) - _TAG_BYTES)
    try:
        AESGCM(wrapping_key).decrypt_into(slot.nonce, slot.wrapped, bound_to, content)
    except InvalidTag:
        return None
    return content


def _unsealed(slot: Slot, store_id: bytes, content: bytearray) -> Opened:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    private = X25519PrivateKey.from_private_bytes(content[:KEY_BYTES])
    info = _sealed_for(store_id, private.public_key().public_bytes_raw())
    try:
        key, *following = (
            Key(bytearray(_suite().decrypt(each, private, info))) for each in (slot.sealed, slot.sealed_next) if each
        )
    except (InvalidTag, ValueError) as error:
        raise DamagedKeyFileError from error
    return Opened(key, Key(content[KEY_BYTES:]), following[0] if following else None)


def _suite() -> Suite:
    from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

    return Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


def _sealed_for(store_id: bytes, public: bytes) -> bytes:
    return b"refugedesk seal 1\n" + store_id + public


def _salt(store_id: bytes, whose: str) -> bytes:
    """A salt of its own for each person in each store."""
    return hmac.new(store_id, _bytes(whose), hashlib.sha256).digest()


def _bound_to(store_id: bytes, whose: str, derivation: Derivation, kind: int) -> bytes:
    """What a wrapped key is tied to, so that it cannot be moved to another store, person or strength."""
    numbers = f"{derivation.memory_kib} {derivation.passes} {derivation.lanes}"
    return b"refugedesk slot %d\n" % kind + store_id.hex().encode() + b"\n" + numbers.encode() + b"\n" + _bytes(whose)


def _bytes(whose: str) -> bytes:
    return whose.encode("utf-8", "surrogatepass")
