"""Whom a story could be about: everybody with a stay in which all that is told is true."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from refugedesk.domain.stories.facts import Fact, Facts, in_order


@dataclass(frozen=True)
class Crowd:
    """Everybody whom a reader could take the story to be about. threshold: so many people must fit it at least.

    people: for each person the facts of each of their stays; nothing here says who they are.
    """

    people: tuple[tuple[Facts, ...], ...] = field(repr=False)
    threshold: int

    def fits(self, told: Iterable[Fact]) -> int:
        """How many people have a stay in which all of it is true."""
        wanted = frozenset(told)
        return sum(any(wanted <= stay for stay in stays) for stays in self.people)

    def hides(self, told: Iterable[Fact]) -> bool:
        """Whether enough people fit it."""
        return self.fits(told) >= self.threshold

    def to_leave_out(self, told: Iterable[Fact], kept: Iterable[Fact] = ()) -> tuple[Fact, ...]:
        """What is to be left out so that enough fit the rest, and no more than that; all of it where nothing helps.

        Args: kept: what was told before and cannot be taken back.
        """
        rest, before = {*told}, frozenset(kept)
        left_out: list[Fact] = []
        while rest and not self.hides(rest | before):
            worst = max(in_order(rest), key=lambda fact: self.fits((rest | before) - {fact}))
            rest.discard(worst)
            left_out.append(worst)
        for fact in in_order(left_out):
            if self.hides(rest | before | {fact}):
                rest.add(fact)
        return tuple(fact for fact in in_order(left_out) if fact not in rest)
