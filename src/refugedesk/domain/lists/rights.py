"""Who asks for something to be put right, and what came of it."""

from __future__ import annotations

from refugedesk.domain.codelists import Code, CodeList
from refugedesk.domain.lists.answers import OWN_2026

CORRECTION_ASKED_BY = CodeList(
    id="correction_asked_by",
    title="Who asked",
    source=OWN_2026,
    codes=(
        Code("person", "The person"),
        Code("parent", "The parent, for a child"),
        Code("child", "The child"),
        Code("advocate", "Somebody for them"),
    ),
)

CORRECTION_OUTCOME = CodeList(
    id="correction_outcome",
    title="What came of it",
    source=OWN_2026,
    codes=(
        Code("put_right", "Put right"),
        Code("partly", "Put right in part"),
        Code("added", "Left, with what the person says beside it"),
        Code("left", "Left as it was, and the person told why"),
        Code("withdrawn", "Taken back"),
    ),
)
