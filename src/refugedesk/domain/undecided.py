"""Calls without a decision: what is to be done next with one, as it waits or is over."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Final

from refugedesk.domain.words import noted

LONG_DAYS: Final = 7


class Undecided(Enum):
    """Nobody has said what came of it; it waits; it has waited so long that it may be over."""

    UNSAID = noted("Say what came of it")
    LONG = noted("Ask whether it is over")
    WAITS_FOR_ASSESSMENT = noted("Assess")
    WAITS_FOR_DECISION = noted("Decide")

    @property
    def may_be_over(self) -> bool:
        """Whether somebody should be asked whether it still waits at all."""
        return self in (Undecided.UNSAID, Undecided.LONG)


def undecided(outcome: str | None, received_on: date, assessed_on: date | None, today: date) -> Undecided | None:
    """How a call stands that has no decision; None for one that has."""
    if outcome not in (None, "pending"):
        return None
    if outcome is None:
        return Undecided.UNSAID
    if (today - received_on).days > LONG_DAYS:
        return Undecided.LONG
    return Undecided.WAITS_FOR_DECISION if assessed_on else Undecided.WAITS_FOR_ASSESSMENT
