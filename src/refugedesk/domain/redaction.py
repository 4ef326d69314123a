"""What of a person's file is about somebody else, or is confidential: proposed line by line, decided by a person."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from refugedesk.domain.fields import Field, Kind, Record
from refugedesk.domain.words import noted

NAME_OUT: Final = "[name taken out]"
PLACE_OUT: Final = "[place taken out]"


class Decision(StrEnum):
    """What becomes of a line."""

    KEEP = "keep"
    WITHOUT_NAMES = "without_names"
    TAKE_OUT = "take_out"


class Why(StrEnum):
    """Why something is taken out."""

    NOTHING = ""
    OTHERS = "others"
    CHILD = "child"
    COLLEAGUE = "colleague"
    CONFIDENTIAL = "confidential"
    RESTRICTED = "restricted"
    SAFETY = "safety"
    LEGAL = "legal"


REASONS: Final[Mapping[Why, str]] = MappingProxyType(
    {
        Why.OTHERS: noted("It is about somebody else"),
        Why.CHILD: noted("It is a child's own"),
        Why.COLLEAGUE: noted("It names a member of staff"),
        Why.CONFIDENTIAL: noted("It was told in confidence, or would harm an inquiry"),
        Why.RESTRICTED: noted("It is kept back in the file; look whether it is the person's own"),
        Why.SAFETY: noted("It could put somebody in danger"),
        Why.LEGAL: noted("It is advice from a lawyer"),
    }
)
SHORTEST_PLACE: Final = 5
ABOUT_OTHERS: Final = frozenset({"perpetrator", "household_member", "conflict"})
OF_CHILDREN: Final = frozenset({"child", "child_stay", "child_risk_assessment", "referral_child"})
IN_CONFIDENCE: Final = frozenset({"safeguarding", "incident"})
CONFIDENTIAL: Final = frozenset({"marac_outcome", "must_not_know", "opinion", "feared_area", "areas_unsafe"})
NAMES_OTHERS: Final = frozenset(
    {"referrer", "feared_person", "emergency_contact", "gp", "health_visitor", "solicitor", "officer", "with_whom"}
)


@dataclass(frozen=True)
class Proposal:
    """What is proposed for a line, and why."""

    decision: Decision
    why: Why = Why.NOTHING


def propose(record: Record, field: Field, about_child: bool, has_names: bool, is_own: bool = False) -> Proposal:
    """What is proposed: to take out whatever may be about somebody else or was told in confidence.

    Args:
        about_child: the record names a child.
        has_names: the text holds a name of somebody else, or a place.
        is_own: the file is handed to that child.
    """
    if record.id in ABOUT_OTHERS or field.name in NAMES_OTHERS:
        return Proposal(Decision.TAKE_OUT, Why.OTHERS)
    if not is_own and (record.id in OF_CHILDREN or about_child):
        return Proposal(Decision.TAKE_OUT, Why.CHILD)
    if record.id in IN_CONFIDENCE or field.name in CONFIDENTIAL:
        return Proposal(Decision.TAKE_OUT, Why.CONFIDENTIAL)
    if field.kind is Kind.TEXT and "key_worker" in (field.name, *field.suggests):
        return Proposal(Decision.TAKE_OUT, Why.COLLEAGUE)
    if field.is_restricted:
        return Proposal(Decision.TAKE_OUT, Why.RESTRICTED)
    return Proposal(Decision.WITHOUT_NAMES, Why.OTHERS) if has_names else Proposal(Decision.KEEP)


@dataclass(frozen=True)
class Outsiders:
    """Words that name somebody else, and places of the house, which never leave it."""

    names: frozenset[str]
    places: frozenset[str]

    def are_in(self, text: str) -> bool:
        """Whether the text holds any of them."""
        return self.masked(text) != text

    def masked(self, text: str) -> str:
        """The text with every one of them replaced, whole words in whatever case."""
        return _replaced(self.without_places(text), self.names, NAME_OUT)

    def without_places(self, text: str) -> str:
        """The text without the places of the house: those go whatever is decided."""
        return _replaced(text, self.places, PLACE_OUT)


def _replaced(text: str, words: Collection[str], mark: str) -> str:
    if not words:
        return text
    longest_first = sorted((re.escape(word) for word in words if word), key=len, reverse=True)
    return re.sub(rf"(?<!\w)(?:{'|'.join(longest_first)})(?:['\u2019]s)?(?!\w)", mark, text, flags=re.IGNORECASE)


def address_words(address: str) -> frozenset[str]:
    """What of an address gives a house away wherever it stands: its lines, the street without its number."""
    found = set()
    for line in re.split(r"[,\n;]", address):
        words = line.strip()
        if len(words) >= SHORTEST_PLACE:
            found.add(words)
        street = re.sub(r"^(?:flat|unit|no\.?)?\s*\d+\w?\s*[-/]?\s*\d*\s+", "", words, flags=re.IGNORECASE)
        if len(street) >= SHORTEST_PLACE:
            found.add(street)
    return frozenset(found)
