"""Returns on their way from the records to the page on which they are looked at: counted and protected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from refugedesk.domain.spans import Period
from refugedesk.domain.words import tr
from refugedesk.reporting.rounding import half_up
from refugedesk.services import earlier_releases
from refugedesk.services.counting import counted
from refugedesk.services.desk import Desk
from refugedesk.services.earlier_releases import ChangeRow, truth_of
from refugedesk.services.progress import Progress, silently
from refugedesk.services.quality import QualityRow, quality
from refugedesk.services.release_ledger import protected_releases, revision_of
from refugedesk.services.roles import Action
from refugedesk.storage.releases import Release

if TYPE_CHECKING:
    from refugedesk.reporting.disclosure import Protection, Reason
    from refugedesk.reporting.over_time import Earlier
    from refugedesk.reporting.relations import Knowledge
    from refugedesk.reporting.tables import CountReturn, Place, SafeReturn

STEPS = 4


@dataclass(frozen=True)
class Summary:
    """What a reader loses: numbers in all, withheld, of those small, and those that protect them."""

    numbers: int
    withheld: int
    small: int
    protecting: int

    @classmethod
    def of(cls, protection: Protection) -> Summary:
        """What the reader of a protected return loses."""
        from refugedesk.reporting.disclosure import Reason

        small = sum(1 for reason in protection.reasons.values() if reason is Reason.SMALL)
        return cls(protection.numbers, protection.withheld, small, protection.withheld - small)

    @property
    def in_words(self) -> str:
        """What is withheld, why, and what share of the numbers that is."""
        if not self.withheld:
            return tr("{numbers} numbers, none withheld.", numbers=self.numbers)
        share = half_up(Fraction(100 * self.withheld, self.numbers))
        why = [tr("{small} small", small=self.small)] if self.small else []
        why += [tr("{protecting} to protect them", protecting=self.protecting)] if self.protecting else []
        return tr(
            "{numbers} numbers, {withheld} withheld ({share} %): {why}.",
            numbers=self.numbers,
            withheld=self.withheld,
            share=share,
            why=", ".join(why),
        )


@dataclass(frozen=True)
class Prepared:
    """A protected return that may be written. reasons: for the person at the desk only.

    counts: its exact counts, which go into the ledger. revises: the release that it corrects, with what changed.
    known: the releases that it was protected beside. is_again: whether it is an earlier return, figure for figure.
    """

    release: SafeReturn
    reasons: Mapping[Place, Reason]
    summary: Summary
    quality: tuple[QualityRow, ...]
    knowledge: Knowledge
    counts: Mapping[Place, int]
    known: frozenset[str]
    revises: str | None = None
    changes: tuple[ChangeRow, ...] = ()
    is_again: bool = False


def prepare(
    desk: Desk,
    definition_id: str,
    period: Period,
    progress: Progress | None = None,
    policy_id: str = "threshold-5",
    *,
    reissue: bool = False,
    revise: bool = False,
) -> Prepared:
    """The protected return of a period, together with every earlier one of the store.

    A period that was released and is unchanged is that return again, figure for figure.

    Args:
        reissue: where records were corrected since, give the earlier figures again all the same.
        revise: where records were corrected since, make a formal revision, protected beside the first issue.

    Raises:
        ReturnError: no such return, or not for these days.
        UnknownPolicyError: no such way of protecting a return.
        ChangedSinceError: the period was released, its records have changed, and neither was asked for.
        CannotBeProtectedError, UnmaskingError: it cannot be made safe, with what to do instead.
    """
    desk.require(Action.MAKE_RETURN)
    return _Making(desk, definition_id, period, policy_id, progress or silently).make(reissue, revise)


def prepare_beside(
    desk: Desk,
    definition_id: str,
    period: Period,
    other: Prepared | None,
    progress: Progress | None = None,
    policy_id: str = "threshold-5",
) -> Prepared:
    """The return of a period as it left the house, else a new one, protected beside another that goes out with it.

    Raises: as ``prepare``, but for ChangedSinceError.
    """
    desk.require(Action.MAKE_RETURN)
    making = _Making(desk, definition_id, period, policy_id, progress or silently, other)
    return making.make(reissue=True, revise=False)


class _Making:
    """A return on its way from the records to the page on which it is looked at."""

    def __init__(
        self,
        desk: Desk,
        definition_id: str,
        period: Period,
        policy_id: str,
        tell: Progress,
        beside: Prepared | None = None,
    ) -> None:
        from refugedesk.reporting.policies import policy

        self.desk, self.definition_id, self.period = desk, definition_id, period
        self.policy, self.tell, self.beside = policy(policy_id), tell, beside

    def make(self, reissue: bool, revise: bool) -> Prepared:
        """The return: a new one, the one that left the house, or a revision of it."""
        self.tell(0, STEPS)
        self.read()
        if self.same is None:
            return self.new()
        release, before = self.same
        rows = earlier_releases.changes(before)
        if reissue or not rows:
            return self.again(release, before)
        if not revise:
            raise earlier_releases.changed_since(before, rows)
        return self.new(release, rows)

    def read(self) -> None:
        """Reads what has left the house before."""
        self.known = frozenset(each.id for each in protected_releases(self.desk))
        self.earlier = earlier_releases.concerning(self.desk, self.period)
        self.same = earlier_releases.same_return(self.earlier, self.definition_id, self.period, self.policy.id)
        self.tell(1, STEPS)

    def new(self, revises: Release | None = None, rows: tuple[ChangeRow, ...] = ()) -> Prepared:
        """A return that has not left the house as it is, protected beside those that have."""
        from refugedesk.reporting.over_time import Together

        counts, spec = counted(self.desk, self.definition_id, self.period)
        if revises:
            counts = replace(counts, heading=replace(counts.heading, revision=revision_of(revises) + 1))
        knowledge = spec.knowledge([table.shape for table in counts.tables], self.period)
        self.tell(2, STEPS)
        earlier = (*(each for _, each in self.earlier), *self._together)
        protection = Together(counts, knowledge, self.policy, earlier, self._recount).protect()
        self.tell(3, STEPS)
        prepared = self._prepared(protection, knowledge, truth_of(counts))
        return replace(prepared, revises=revises.id if revises else None, changes=rows)

    @property
    def _together(self) -> tuple[Earlier, ...]:
        """The return that goes out with this one, as if it had gone before; one that has is known already."""
        if self.beside is None or self.beside.is_again:
            return ()
        return (earlier_releases.as_released(self.beside.release, self.beside.knowledge, self.beside.counts),)

    def again(self, release: Release, before: Earlier) -> Prepared:
        """An earlier return, figure for figure."""
        from refugedesk.reporting.disclosure import printed_again

        title = counted(self.desk, self.definition_id, self.period)[0].heading.title
        heading = replace(before.heading, title=title, narrative="")
        protection = printed_again(heading, before.published, before.then)
        prepared = self._prepared(protection, before.knowledge, before.then)
        return replace(prepared, revises=release.revises, is_again=True)

    def _prepared(self, protection: Protection, knowledge: Knowledge, counts: Mapping[Place, int]) -> Prepared:
        summary = Summary.of(protection)
        found = quality(self.desk, self.period)
        self.tell(STEPS, STEPS)
        return Prepared(protection.release, protection.reasons, summary, found, knowledge, counts, self.known)

    def _recount(self, period: Period) -> tuple[CountReturn, Knowledge]:
        counts, spec = counted(self.desk, self.definition_id, period)
        return counts, spec.knowledge([table.shape for table in counts.tables], period)
