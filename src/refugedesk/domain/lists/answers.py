"""The three ways of having no answer, which every list about a person ends with."""

from __future__ import annotations

from typing import Final

from refugedesk.domain.codelists import Code

NOT_ANSWERED: Final = (
    Code("not_known", "Not known", "unknown"),
    Code("prefer_not_to_say", "Prefer not to say", "declined"),
    Code("not_asked", "Not asked", "not_asked"),
)
OWN_2026: Final = "RefugeDesk, first edition 2026"
AFTER_COUNCILS: Final = f"{OWN_2026}, after what councils ask refuges for"
