"""The random key of a store while it is in memory."""

from __future__ import annotations

import hashlib
import hmac
import os
from typing import Final, NoReturn

KEY_BYTES: Final = 32


class Key:
    """256 random bits that can be overwritten, and that never show in a log, a copy or a pickle.

    Python may still leave copies behind; only ending the process is sure (see the supervisor).
    """

    __slots__ = ("_raw",)

    def __init__(self, raw: bytearray) -> None:
        if len(raw) != KEY_BYTES:
            raise ValueError("a key has 32 bytes")
        self._raw = raw

    @classmethod
    def fresh(cls) -> Key:
        """A new key from the operating system's random source."""
        return cls(bytearray(os.urandom(KEY_BYTES)))

    @property
    def raw(self) -> bytearray:
        """The key's own bytes, not a copy: do not keep them."""
        if not self._raw:
            raise ValueError("this key was wiped")
        return self._raw

    def derived(self, purpose: str) -> bytes:
        """32 bytes for one purpose that tell nothing about the key or about another purpose."""
        return hmac.new(self.raw, b"refugedesk " + purpose.encode(), hashlib.sha256).digest()

    def wipe(self) -> None:
        """Overwrite the key with zeros; it cannot be used after that."""
        self._raw[:] = bytes(len(self._raw))
        self._raw = bytearray()

    def __repr__(self) -> str:
        return "Key(hidden)"

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("a key is never copied or pickled")
