"""Trustees' shares: a secret in so many parts that some of them together give it back, and fewer tell nothing.

Each share is twenty words after SLIP-39, the standard of Trezor's wallets: one group, no passphrase. Its last three
words check the others; its first two are the same in every share of a set, and name the set. Any program that knows
SLIP-39 gives the same secret back.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from refugedesk.domain.words import noted, tr
from refugedesk.security.errors import MistypedShareError, SharesError

FEWEST, MOST_NEEDED, MOST = 2, 5, 9
"""Two at least are needed, five at most; nine at most are made."""
WORDS: Final = 20
_SECRET_BYTES = 16
_NO_EXTRA_ROUNDS = 0
_NOTHING_DONE = noted("Nothing was opened or changed.")
_COMPARE = noted("Compare the words with the printed sheet.")


@dataclass(frozen=True)
class Share:
    """One trustee's share. number: from 1, as printed on its sheet; needed: how many of its set give the secret."""

    words: tuple[str, ...] = field(repr=False)
    number: int
    needed: int

    @property
    def set_name(self) -> str:
        """The two words that every share of the set begins with."""
        return " ".join(self.words[:2])


def make_shares(needed: int, made: int, apart_from: str = "") -> tuple[bytes, tuple[Share, ...]]:
    """A new secret and its shares, any ``needed`` of which give it back.

    Args: apart_from: the name of a set that the new one must not bear.

    Raises: ValueError: no such set is made.
    """
    from shamir_mnemonic import generate_mnemonics

    if not FEWEST <= needed <= min(made, MOST_NEEDED) or made > MOST:
        raise ValueError("no such set of shares is made")
    secret = os.urandom(_SECRET_BYTES)
    (texts,) = generate_mnemonics(1, [(needed, made)], secret, iteration_exponent=_NO_EXTRA_ROUNDS)
    shares = tuple(read_share(each) for each in texts)
    return make_shares(needed, made, apart_from) if shares[0].set_name == apart_from else (secret, shares)


def read_share(typed: str) -> Share:
    """The share that was typed, pasted or scanned, whatever its case, numbers and line breaks.

    Raises:
        MistypedShareError: it cannot be what was printed; the sentence says where, as far as that can be told.
    """
    from shamir_mnemonic import MnemonicError
    from shamir_mnemonic import Share as Parsed

    words = split_words(typed)
    _require_words(words)
    try:
        parsed = Parsed.from_mnemonic(" ".join(words))
    except MnemonicError as error:
        raise MistypedShareError(
            f"{tr('A word of this share is wrong, or two changed places.')} {tr(_NOTHING_DONE)} {tr(_COMPARE)}"
        ) from error
    is_ours = (parsed.group_index, parsed.group_threshold, parsed.group_count) == (0, 1, 1)
    if (
        not is_ours
        or parsed.iteration_exponent != _NO_EXTRA_ROUNDS
        or not FEWEST <= parsed.member_threshold <= MOST_NEEDED
    ):
        raise MistypedShareError(f"{tr('These words are not a share of a store of this program.')} {tr(_NOTHING_DONE)}")
    return Share(tuple(words), parsed.index + 1, parsed.member_threshold)


def join_shares(shares: Sequence[Share]) -> bytes:
    """The secret. More shares than are needed do no harm.

    Raises:
        SharesError: they are of different sets, the same one twice, or too few.
    """
    from shamir_mnemonic import MnemonicError, combine_mnemonics

    if problem := problem_with(shares):
        raise SharesError(problem)
    enough = shares[: shares[0].needed]
    try:
        return bytes(combine_mnemonics([" ".join(each.words) for each in enough]))
    except MnemonicError as error:
        raise SharesError(
            f"{tr('These shares do not fit together: one is of another set.')} {tr(_NOTHING_DONE)}"
        ) from error


def problem_with(shares: Sequence[Share], *, are_all: bool = True) -> str:
    """Why shares cannot be put together, in a sentence; empty where they can.

    Args: are_all: False while more of them are still to come.
    """
    names = list(dict.fromkeys(each.set_name for each in shares))
    if len(names) > 1:
        one, other = names[:2]
        words = tr("These sheets are of different sets, “{one}” and “{other}”.", one=one, other=other)
        return f"{words} {tr(_NOTHING_DONE)} {tr('Use sheets of one set.')}"
    if len({each.number for each in shares}) < len(shares):
        return f"{tr('This is the same sheet again.')} {tr(_NOTHING_DONE)} {tr('Take another sheet of the set.')}"
    if are_all and (not shares or len(shares) < shares[0].needed):
        needed = shares[0].needed if shares else FEWEST
        words = tr("{needed} shares are needed, and {here} are here.", needed=needed, here=len(shares))
        return f"{words} {tr(_NOTHING_DONE)} {tr('Type in another sheet.')}"
    return ""


def split_words(typed: str) -> list[str]:
    """The words in a text, without the numbers and line breaks of a sheet; four letters stand for a word."""
    letters = "".join(each if each.isalpha() else " " for each in typed.casefold())
    return [complete(word) or word for word in letters.split()]


def complete(beginning: str) -> str:
    """The one word that begins so; empty where none or several do."""
    found = [word for word in word_list() if word.startswith(beginning.casefold())] if beginning else []
    return found[0] if len(found) == 1 else ""


@cache
def word_list() -> tuple[str, ...]:
    """The 1,024 words that a share is made of; no two begin with the same four letters."""
    from shamir_mnemonic.wordlist import WORDLIST

    return tuple(WORDLIST)


def _require_words(typed: list[str]) -> None:
    strange = [(place, word) for place, word in enumerate(typed, 1) if word not in word_list()]
    if strange:
        place, word = strange[0]
        words = tr("Word {place}, “{word}”, is on no sheet.", place=place, word=word)
        raise MistypedShareError(f"{words} {tr(_NOTHING_DONE)} {tr(_COMPARE)}")
    if len(typed) != WORDS:
        said = tr("A share has {needed} words, and {count} were typed.", needed=WORDS, count=len(typed))
        raise MistypedShareError(f"{said} {tr(_NOTHING_DONE)} {tr(_COMPARE)}")
