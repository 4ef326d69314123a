"""Codes that say what somebody wrote under "other": offered, so that a list is not hollowed out by its last line."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from difflib import SequenceMatcher
from typing import Final

from refugedesk.domain.codelists import Code, CodeList

MOST: Final = 3
ENOUGH: Final = 0.45
NEARLY: Final = 0.8
SMALL_WORDS: Final = (
    "a an and another any at by for from her his in is it its of on or other she he some somebody something that the "
    "their they to was we with"
)
IDLE: Final = frozenset(SMALL_WORDS.split())
"""Words that say nothing about which code is meant."""


def resembling(codes: CodeList, text: str) -> tuple[Code, ...]:
    """The codes in use that a text reads like, the likeliest first, at most three; never "other" itself."""
    typed = _words(text)
    listed = {code: _words(f"{code.label} {code.also}") for code in codes.answers if code.code != "other"}
    shared = Counter(word for words in listed.values() for word in words)
    same = text.strip().casefold()
    scored = [(_score(typed, words, shared) + (code.label.casefold() == same), code) for code, words in listed.items()]
    likely = [(score, code) for score, code in scored if score >= ENOUGH and code.last_used is None]
    return tuple(code for _, code in sorted(likely, key=lambda pair: -pair[0])[:MOST])


def _score(typed: frozenset[str], listed: frozenset[str], shared: Counter[str]) -> float:
    """How much of what was typed stands in a code's words; a word that many codes have says less."""
    return sum(max((_alike(word, each) / shared[each] for each in listed), default=0) for word in typed)


def _alike(typed: str, listed: str) -> float:
    """1 for the same word; less for its beginning and for one nearly spelt so; 0 for another."""
    if typed == listed:
        return 1
    shorter, longer = sorted((typed, listed), key=len)
    if len(shorter) >= 4 and longer.startswith(shorter):
        return 0.9
    if len(shorter) >= 5 and SequenceMatcher(None, typed, listed).ratio() >= NEARLY:
        return 0.8
    return 0


def _words(text: str) -> frozenset[str]:
    bare = "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    plain = bare.casefold().replace("'", "").replace("’", "").replace("&", "")
    return frozenset(_singular(word) for word in re.findall(r"\w+", plain) if word not in IDLE)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
