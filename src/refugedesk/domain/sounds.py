"""Names that sound alike, and names that are nearly spelt alike.

A name is reduced to the consonants that are heard, so that Mohammed meets Muhammad, Aisha Ayesha, Siobhan Shivaun and
Katarzyna Catarzina. It is a net with wide meshes: what it catches is offered to a person, never decided upon.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

SPOKEN: Final = tuple(
    (letters, re.compile(pattern), sound)
    for letters, pattern, sound in (
        ("ng", r"^(ng)(?=u)", "w"),  # Nguyen
        ("h", r"bh|mh", "v"),  # Siobhan, Niamh
        ("s", r"^s(?=i[aou]|e[aou])", "sh"),  # Sean, Siobhan
        ("ph", r"ph", "f"),
        ("", r"tch|tsch|ch|cz|sch|sz|sh|zh|ş|ch", "sh"),
        ("gh", r"gh(?=[tn]|$)", ""),
        ("", r"kh|gh|qu|q|ck|x", "k"),
        ("", r"dj|dz|dh|j", "y"),
        ("th", r"th", "t"),
        ("wr", r"wr", "r"),
        ("kn", r"kn(?=[aeiou])", "n"),
        ("c", r"c(?=[eiy])", "s"),
    )
)
"""Letters without which a spelling cannot be there, the spelling, and how it is heard; in this order."""
ALIKE: Final = str.maketrans("czwvbdg", "ksffptk")
"""Single letters that are heard alike, once the spellings are done."""
VOWELS: Final = re.compile(r"[aeiouyh]")
TWICE: Final = re.compile(r"(.)\1+")
NEAR_FROM: Final = 4
TWO_FROM: Final = 7


@lru_cache(maxsize=50_000)
def sound_of(word: str) -> str:
    """How one word of a name is heard; empty where nothing can be told of it, such as a word of vowels or digits."""
    heard = _letters(word)
    for letters, pattern, sound in SPOKEN:
        if letters in heard:
            heard = pattern.sub(sound, heard)
    heard = heard.translate(ALIKE)
    first = "a" if heard[:1] in ("a", "e", "i", "o", "u") else ""
    heard = heard.replace("sh", "x")
    return TWICE.sub(r"\1", first + VOWELS.sub("", heard))


@lru_cache(maxsize=50_000)
def words_of_name(name: str) -> tuple[str, ...]:
    """The words of a name that can be compared: two letters or more."""
    return tuple(word for word in re.findall(r"[^\W\d_]+", name.casefold()) if len(word) > 1)


def is_alike(one: str, other: str) -> bool:
    """Whether two words of names sound alike or differ by a slip of the hand."""
    mine, theirs = _letters(one), _letters(other)
    if mine == theirs:
        return bool(mine)
    shorter = min(len(mine), len(theirs))
    if shorter < NEAR_FROM and mine[:1] != theirs[:1]:
        return False
    sound = sound_of(one)
    if len(sound) > 1 and sound == sound_of(other):
        return True
    allowed = 0 if shorter < NEAR_FROM else 1 if shorter < TWO_FROM else 2
    return allowed > 0 and abs(len(mine) - len(theirs)) <= allowed and slips(mine, theirs, allowed) <= allowed


def are_alike(one: str, other: str) -> bool:
    """Whether two names may be one person's: every word of the shorter has one like it in the longer."""
    mine, theirs = words_of_name(one), words_of_name(other)
    fewer, more = sorted((mine, theirs), key=len)
    return bool(fewer) and all(any(is_alike(word, each) for each in more) for word in fewer)


def slips(one: str, other: str, most: int) -> int:
    """How many letters were left out, put in, changed or swapped with the next; ``most`` + 1 where it is more."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        earlier, before, row = before, row, [at]
        for to, wanted in enumerate(other, start=1):
            cost = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (letter != wanted))
            if at > 1 and to > 1 and letter == other[to - 2] and one[at - 2] == wanted:
                cost = min(cost, earlier[to - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]


@lru_cache(maxsize=50_000)
def _letters(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in plain if letter.isalpha())
