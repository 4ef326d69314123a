"""What the record of changes calls one record of each form, as the object of a sentence: looked at the stay."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from refugedesk.domain.records import ALL
from refugedesk.domain.words import noted

_SPECIAL: Final = {
    "service_detail": noted("what is kept about the service"),
    "own_code": noted("an answer of the service's own"),
    "stay": noted("the stay"),
    "placement": noted("which unit they live in"),
    "child": noted("the file of a child"),
    "child_stay": noted("the stay of a child"),
    "earlier_id": noted("an earlier id"),
    "conflict": noted("that a worker knows them"),
    "household_member": noted("who came along"),
    "disclosure": noted("what was told"),
    "consent": noted("what is shared with whom"),
    "goal": noted("a need with its goal"),
    "safeguarding": noted("a line of the safeguarding and sharing log"),
}


def _thing(title: str) -> str:
    words = title[0].lower() + title[1:]
    return f"an {words}" if words[0] in "aeiou" and not words.startswith("unit") else f"a {words}"


THINGS: Final[Mapping[str, str]] = MappingProxyType(
    {name: _SPECIAL.get(name) or _thing(record.title) for name, record in ALL.items()}
)
"""Form -> one of its records in words."""
