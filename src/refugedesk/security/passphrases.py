"""What makes a passphrase good enough, and how it is turned into bytes.

A passphrase is normalised (NFKC), and spaces around it are dropped, since pasting and telephones add them;
everything else counts, to the last character, spaces inside and capitals too.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from refugedesk.domain.words import noted, tr
from refugedesk.security.common_phrases import LOOKS_LIKE, PIECES, ROWS, SHORTEST_PIECE
from refugedesk.security.errors import WeakPassphraseError

SHORTEST: Final = 15
LONGEST: Final = 1024
_LEAST_LEFT = 8
_LEAST_DIFFERENT = 6
_RUN = 4

_ADVICE = noted("Four or five words that have nothing to do with each other are hard to guess and easy to remember.")


def as_secret(passphrase: str) -> bytes:
    """The bytes that a passphrase stands for, the same however its letters are encoded."""
    return _normal(passphrase).encode("utf-8", "surrogatepass")


def require_good(passphrase: str, names: Iterable[str] = ()) -> None:
    """Do nothing if the passphrase will do.

    Args:
        names: the user's, the service's: what somebody would try first.

    Raises:
        WeakPassphraseError: why it will not.
    """
    why = weakness(passphrase, names)
    if why:
        raise WeakPassphraseError(why)


def weakness(passphrase: str, names: Iterable[str] = ()) -> str | None:
    """Why a passphrase will not do, in a sentence, or None."""
    length = len(_normal(passphrase))
    if length < SHORTEST:
        return tr(
            "A passphrase needs at least {shortest} characters, and this one has {length}. {advice}",
            shortest=SHORTEST,
            length=length,
            advice=tr(_ADVICE),
        )
    if length > LONGEST:
        return tr(
            "A passphrase can have up to {longest} characters, and this one has {length}. Choose a shorter one.",
            longest=LONGEST,
            length=length,
        )
    plain = _plain(passphrase)
    if len(set(plain)) < _LEAST_DIFFERENT or _repeats(plain):
        return tr("This passphrase repeats itself, so it is easily guessed. {advice}", advice=tr(_ADVICE))
    if _left_to_guess(plain, names) < _LEAST_LEFT:
        return tr(
            "This passphrase is mostly common words, rows of keys or names that somebody would try first. {advice}",
            advice=tr(_ADVICE),
        )
    return None


def _normal(passphrase: str) -> str:
    return unicodedata.normalize("NFKC", passphrase).strip()


def _plain(text: str) -> str:
    """Letters, marks, digits and signs only, without case."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(each for each in folded if unicodedata.category(each)[0] in "LMNS" or each in "@!")


def _repeats(plain: str) -> bool:
    """Whether it is a block of up to half its length over and over."""
    return re.fullmatch(r"(.+?)\1+.{0,3}", plain, re.DOTALL) is not None


def _left_to_guess(plain: str, names: Iterable[str]) -> int:
    """How many characters remain when everything that adds nothing is taken out."""
    words = {_plain(word) for name in names for word in [name, *name.split()]}
    pieces = PIECES | {word for word in words if len(word) >= SHORTEST_PIECE}
    covered: set[int] = set()
    for text in (plain, plain.translate(LOOKS_LIKE)):
        for piece in pieces:
            covered.update(place for start in _places(piece, text) for place in range(start, start + len(piece)))
    for start in range(len(plain) - _RUN + 1):
        if _is_run(plain[start : start + _RUN]):
            covered.update(range(start, start + _RUN))
    return len(plain) - len(covered)


def _places(piece: str, plain: str) -> Iterable[int]:
    start = plain.find(piece)
    while start >= 0:
        yield start
        start = plain.find(piece, start + 1)


def _is_run(letters: str) -> bool:
    """Whether it is one character over and over, or neighbours on a keyboard or in the alphabet."""
    if len(set(letters)) == 1:
        return True
    both_ways = itertools.chain.from_iterable((row, row[::-1]) for row in ROWS)
    return any(letters in row for row in both_ways)
