"""What a new return must leave uncertain beside its own small numbers, because of what has left the house before."""

from __future__ import annotations

from dataclasses import dataclass

from refugedesk.reporting.patterns import Goal
from refugedesk.reporting.relations import Relation
from refugedesk.reporting.tables import Place


@dataclass(frozen=True)
class Beside:
    """Wishes of the earlier returns of a store on a new one.

    goals: what must remain possible of their numbers, and of differences between them and the new ones.
    relations: what ties its numbers to those of earlier returns.
    withheld: numbers of the new return that must be withheld whatever else is done.
    given_away: what earlier files have made impossible of its own small numbers; nothing it does can mend that.
    is_all: whether the goals are everything to be looked for: its other small numbers are safe with what is withheld.
    """

    goals: tuple[Goal, ...] = ()
    relations: tuple[Relation, ...] = ()
    withheld: frozenset[Place] = frozenset()
    given_away: frozenset[Goal] = frozenset()
    is_all: bool = False


NOTHING_BESIDE = Beside()
