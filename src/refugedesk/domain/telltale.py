"""What in a free text could tell who somebody is: names, days, ages, places of the house, small numbers.

It only ever warns, and catches too much rather than too little.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from refugedesk.domain.words import noted

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*"
_DAYS = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}\b(?:\s+\d{{4}})?|\b{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b"
    r"|\b\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b",
    re.IGNORECASE,
)
_AGES = re.compile(
    r"\b\d{1,3}[- ]?(?:years?|yrs?|months?|weeks?)[- ]?olds?\b|\baged?\s+\d{1,3}\b|\bin (?:her|his|their) \w+ties\b"
    r"|\bteenage\w*",
    re.IGNORECASE,
)
_SMALL = re.compile(
    r"(?<![\d.,%£-])\b[1-4]\b(?![\d.,]*\d|\s*%)|\b(?:one|two|three|four|a single|only|a couple of|both)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")


class Telltale(StrEnum):
    """What kind of thing it is."""

    NAME = noted("a name of somebody in the records")
    PLACE = noted("a place of the house or a ward")
    DAY = noted("a day")
    AGE = noted("an age")
    SMALL = noted("a small number")


@dataclass(frozen=True)
class Found:
    """Words of a text that could tell who somebody is."""

    kind: Telltale
    words: str


def telltales(text: str, names: Iterable[str], places: Iterable[str]) -> tuple[Found, ...]:
    """Everything in the text that could tell who somebody is, each once, in the order of the kinds.

    Args: names: single names of people. places: names of units and wards, of one word or several.
    """
    found = [*_names(text, names), *_places(text, places)]
    for kind, pattern in ((Telltale.DAY, _DAYS), (Telltale.AGE, _AGES), (Telltale.SMALL, _SMALL)):
        found += [Found(kind, match.group().strip()) for match in pattern.finditer(text)]
    return tuple(dict.fromkeys(found))


def _names(text: str, names: Iterable[str]) -> Iterator[Found]:
    known = {name.casefold() for name in names}
    for word in _WORD.findall(text):
        bare = re.sub(r"['\u2019]s$", "", word)
        if bare.casefold() in known:
            yield Found(Telltale.NAME, bare)


def _places(text: str, places: Iterable[str]) -> Iterator[Found]:
    for place in sorted(places):
        if re.search(rf"\b{re.escape(place)}\b", text, re.IGNORECASE):
            yield Found(Telltale.PLACE, place)
