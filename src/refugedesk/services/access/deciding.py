"""What was decided about the lines of a file, kept until it is handed over, so that a review can be broken off."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from refugedesk.domain.redaction import Decision, Proposal, Why
from refugedesk.services.access.lines import Pack, PackLine
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action
from refugedesk.storage import reviews

Decisions = Mapping[str, Proposal]
"""Line -> what was decided; a line without one stays as it was proposed."""


@dataclass(frozen=True)
class Shown:
    """A line as it will be handed over: its words, or why it was taken out."""

    line: PackLine
    decided: Proposal

    @property
    def words(self) -> str:
        """What the person will read; empty where it is taken out."""
        if self.decided.decision is Decision.TAKE_OUT:
            return ""
        return self.line.masked if self.decided.decision is Decision.WITHOUT_NAMES else self.line.words


def decisions(desk: Desk, about: str) -> dict[str, Proposal]:
    """What was decided so far. about: the resident or the child whose file it is."""
    desk.require(Action.HAND_OVER)
    with desk.reading() as connection:
        found = reviews.decided(connection, about)
    return {line: Proposal(Decision(pair[0]), Why(pair[1])) for line, pair in found.items()}


def decide(desk: Desk, about: str, decided: Decisions) -> None:
    """Keeps what was decided, encrypted with everything else."""
    desk.require(Action.HAND_OVER)
    lines = {line: [each.decision.value, each.why.value] for line, each in decided.items()}
    with desk.keeping() as connection:
        reviews.decide(connection, about, lines)


def shown(pack: Pack, decided: Decisions) -> tuple[Shown, ...]:
    """Every line as it stands: as decided, or else as proposed."""
    return tuple(Shown(line, decided.get(line.key, line.proposal)) for line in pack.lines)
