"""Languages by the names people write: told apart from each other, whatever the spelling."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Final

NAMES_OF_ONE: Final = (
    ("farsi", "persian", "dari"),
    ("bengali", "bangla"),
    ("bengali", "sylheti"),
    ("punjabi", "panjabi"),
    ("chinese", "mandarin"),
    ("chinese", "cantonese"),
    ("british sign language", "bsl", "sign language"),
    ("tigrinya", "tigrigna"),
    ("kurdish", "sorani"),
    ("kurdish", "kurmanji"),
    ("pashto", "pushto", "pashtu"),
    ("filipino", "tagalog"),
    ("romani", "romany"),
    ("somali", "af soomaali"),
)
"""Names that somebody who needs an interpreter at night may take for each other; the bank shows what is recorded."""
BETWEEN: Final = re.compile(r"[,;/+&]|\band\b|\(|\)")
NEARLY: Final = 0.84


def languages_in(text: object) -> tuple[str, ...]:
    """The languages named in a line, as written, each once."""
    parts = (part.strip(" .") for part in BETWEEN.split(text)) if isinstance(text, str) else ()
    return tuple(dict.fromkeys(part for part in parts if part))


def is_same_language(one: str, other: str) -> bool:
    """Whether two names may mean one language: the same name, another name of it, or nearly the same spelling."""
    first, second = _plain(one), _plain(other)
    if first == second:
        return bool(first)
    if any({first, second} <= {*names} for names in NAMES_OF_ONE):
        return True
    return min(len(first), len(second)) >= 5 and SequenceMatcher(None, first, second).ratio() >= NEARLY


def speaks(line: object, language: str) -> bool:
    """Whether a line of languages has this one in it."""
    return any(is_same_language(each, language) for each in languages_in(line))


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
