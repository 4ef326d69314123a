"""The recovery key: 160 random bits on a sheet of paper that open the store when a passphrase is lost.

Eight groups of five characters from an alphabet without look-alikes. The fifth of each group checks the
other four, so a slip of the pen is told apart from the wrong sheet, and the group it is in is named.
"""

from __future__ import annotations

import os
import unicodedata
from dataclasses import dataclass, field
from typing import Final

from refugedesk.domain.words import tr
from refugedesk.security.errors import MistypedRecoveryKeyError

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32
_LOOK_ALIKES = str.maketrans("OILU", "011V")
_BYTES = 20
_GROUPS = 8
_GROUP_LENGTH = 5


@dataclass(frozen=True)
class RecoveryKey:
    """A recovery key. Shown once, printed, never stored."""

    secret: bytes = field(repr=False)

    @classmethod
    def fresh(cls) -> RecoveryKey:
        """A new one from the operating system's random source."""
        return cls(os.urandom(_BYTES))

    @property
    def printed(self) -> str:
        """How it is printed: eight groups of five, with dashes between."""
        number = int.from_bytes(self.secret, "big")
        digits = [number >> (5 * place) & 31 for place in reversed(range(_GROUPS * 4))]
        groups = [digits[start : start + 4] for start in range(0, len(digits), 4)]
        whole = [[*group, _check(place, group)] for place, group in enumerate(groups)]
        return "-".join("".join(ALPHABET[digit] for digit in group) for group in whole)


def read_recovery_key(typed: str) -> RecoveryKey:
    """The recovery key that was typed, whatever its case, spaces and dashes, with O for 0 and I or L for 1.

    Raises:
        MistypedRecoveryKeyError: what was typed cannot be what was printed; the sentence says where.
    """
    digits = _digits(typed)
    groups = [digits[start : start + _GROUP_LENGTH] for start in range(0, len(digits), _GROUP_LENGTH)]
    for place, group in enumerate(groups):
        if _check(place, group[:4]) != group[4]:
            raise MistypedRecoveryKeyError(
                tr(
                    "Group {place} of the recovery key has a mistake in it. Nothing was opened or changed. Compare "
                    "its five characters with the printed sheet.",
                    place=place + 1,
                )
            )
    number = 0
    for digit in (digit for group in groups for digit in group[:4]):
        number = number << 5 | digit
    return RecoveryKey(number.to_bytes(_BYTES, "big"))


def _digits(typed: str) -> list[int]:
    plain = unicodedata.normalize("NFKC", typed).upper()
    letters = "".join(letter for letter in plain if letter.isalnum()).translate(_LOOK_ALIKES)
    strange = sorted({letter for letter in letters if letter not in ALPHABET})
    if strange:
        raise MistypedRecoveryKeyError(
            tr(
                "A recovery key has no “{strange}” in it. Nothing was opened or changed. Compare what you typed "
                "with the printed sheet.",
                strange=strange[0],
            )
        )
    if len(letters) != _GROUPS * _GROUP_LENGTH:
        raise MistypedRecoveryKeyError(
            tr(
                "A recovery key has {groups} characters, and {count} were typed. Nothing was opened or changed. "
                "Compare what you typed with the printed sheet.",
                groups=_GROUPS * _GROUP_LENGTH,
                count=len(letters),
            )
        )
    return [ALPHABET.index(letter) for letter in letters]


def _check(place: int, digits: list[int]) -> int:
    """Odd weights, so that no single wrong character goes unseen; the place, so that no two groups swap."""
    weighted = sum(weight * digit for weight, digit in zip((3, 7, 13, 29), digits, strict=True))
    return (weighted + 5 * place) % len(ALPHABET)
