"""From a passphrase to 256 bits: Argon2id and how hard it is made."""

from __future__ import annotations

import time
from dataclasses import asdict, dataclass, replace
from typing import Final

from refugedesk.security.keys import KEY_BYTES

_MEMORY_STEPS_KIB = (128 * 1024, 256 * 1024)
_MOST_PASSES = 16


@dataclass(frozen=True)
class Derivation:
    """How much work one guess at a passphrase costs.

    Args:
        memory_kib: memory for one derivation, at least 8 KiB for each lane.
        passes: times that the memory is gone over.
        lanes: parts that may be worked on side by side.
    """

    memory_kib: int
    passes: int
    lanes: int

    def __post_init__(self) -> None:
        numbers = asdict(self).values()
        if any(type(number) is not int or number < 1 for number in numbers) or self.memory_kib < 8 * self.lanes:
            raise ValueError("not a key derivation")

    @property
    def cost(self) -> int:
        """The memory traffic of one guess, for comparing two derivations."""
        return self.memory_kib * self.passes

    def lies_between(self, floor: Derivation, ceiling: Derivation) -> bool:
        """Whether it is no weaker than ``floor`` and no more greedy than ``ceiling``."""
        return (
            floor.memory_kib <= self.memory_kib <= ceiling.memory_kib
            and floor.passes <= self.passes <= ceiling.passes
            and self.lanes <= ceiling.lanes
        )

    def derive(self, secret: bytes, salt: bytes) -> bytearray:
        """32 bytes from a secret; the same secret and salt give the same bytes.

        Raises:
            MemoryError: the computer cannot spare ``memory_kib``.
        """
        # Imported when a store is unlocked: the unlock window must not wait for it.
        from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

        out = bytearray(KEY_BYTES)
        argon = Argon2id(
            salt=salt, length=len(out), iterations=self.passes, lanes=self.lanes, memory_cost=self.memory_kib
        )
        argon.derive_into(secret, out)
        return out


FLOOR: Final = Derivation(memory_kib=64 * 1024, passes=3, lanes=4)
"""The weakest that RefugeDesk makes or opens."""

CEILING: Final = Derivation(memory_kib=1024 * 1024, passes=64, lanes=16)
"""The most that a key file may ask for: a hostile one must not eat the computer's memory."""


def calibrate(seconds: float = 1.0) -> Derivation:
    """The hardest derivation that this computer does in about ``seconds``, never below the floor.

    Memory is raised first, as it costs an attacker the most, but only to 256 MiB: the store may have to be
    opened on a smaller computer one day. What time is left goes into further passes.
    """
    chosen, taken = FLOOR, _seconds_for(FLOOR)
    for memory_kib in _MEMORY_STEPS_KIB:
        if taken * 2.2 > seconds:
            break
        chosen = replace(chosen, memory_kib=memory_kib)
        taken = _seconds_for(chosen)
    passes = int(chosen.passes * seconds / taken)
    return replace(chosen, passes=min(max(chosen.passes, passes), _MOST_PASSES))


def _seconds_for(derivation: Derivation) -> float:
    started = time.perf_counter()
    derivation.derive(b"how fast is this computer?", bytes(16))
    return time.perf_counter() - started
