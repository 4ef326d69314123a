"""What the record of changes calls one record of each form, as the object of a sentence: looked at the stay."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from refugedesk.domain.records import ALL

_SPECIAL: Final = {
    "service_detail": "what is kept about the service",
    "own_code": "an answer of the service's own",
    "stay": "the stay",
    "placement": "which unit they live in",
    "child": "the file of a child",
    "child_stay": "the stay of a child",
    "earlier_id": "an earlier id",
    "conflict": "that a worker knows them",
    "household_member": "who came along",
    "disclosure": "what was told",
    "consent": "what is shared with whom",
    "goal": "a need with its goal",
    "safeguarding": "a line of the safeguarding and sharing log",
}


def _thing(title: str) -> str:
    words = title[0].lower() + title[1:]
    return f"an {words}" if words[0] in "aeiou" and not words.startswith("unit") else f"a {words}"


THINGS: Final[Mapping[str, str]] = MappingProxyType(
    {name: _SPECIAL.get(name) or _thing(record.title) for name, record in ALL.items()}
)
"""Form -> one of its records in words."""
