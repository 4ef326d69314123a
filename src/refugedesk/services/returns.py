"""Returns: counted, protected, written, read back, attacked, and written down in the ledger."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from refugedesk.domain.errors import CorrectableError
from refugedesk.domain.spans import ONE_DAY, Period, add_months
from refugedesk.reporting.rounding import half_up
from refugedesk.services import earlier_releases
from refugedesk.services.counting import counted
from refugedesk.services.desk import Desk
from refugedesk.services.earlier_releases import ChangedSinceError, ChangeRow, truth_of
from refugedesk.services.own_definitions import own_definitions
from refugedesk.services.quality import QualityRow, quality
from refugedesk.services.release_ledger import (
    EXACT,
    Approval,
    ReleasedRow,
    Written,
    content_of,
    protected_releases,
    released,
    revision_of,
    tables_in,
    write_down,
)
from refugedesk.services.roles import Action
from refugedesk.services.wording import say_period
from refugedesk.storage.releases import Release

if TYPE_CHECKING:
    from refugedesk.reporting.disclosure import Protection, Reason
    from refugedesk.reporting.over_time import Earlier
    from refugedesk.reporting.relations import Knowledge
    from refugedesk.reporting.spec import ReturnSpec
    from refugedesk.reporting.tables import CountReturn, Place, SafeReturn
    from refugedesk.reporting.writers.files import Writer

__all__ = ["ChangedSinceError", "ReleasedRow", "Written", "released"]

Progress = Callable[[int, int], None]
STEPS = 4


@dataclass(frozen=True)
class DefinitionRow:
    """A return that can be made; tables: their titles."""

    id: str
    version: str
    title: str
    tables: tuple[str, ...]


@dataclass(frozen=True)
class PeriodChoice:
    """A period in words and in days."""

    label: str
    period: Period


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
            return f"{self.numbers} numbers, none withheld."
        share = half_up(Fraction(100 * self.withheld, self.numbers))
        why = [f"{self.small} small"] if self.small else []
        why += [f"{self.protecting} to protect them"] if self.protecting else []
        return f"{self.numbers} numbers, {self.withheld} withheld ({share} %): {', '.join(why)}."


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


class PreparedTooEarlyError(CorrectableError):
    """Another return left the house while this one was looked at."""


def definitions() -> tuple[DefinitionRow, ...]:
    """The product's returns."""
    from refugedesk.reporting.returns import definitions as known

    return tuple(map(_row, known()))


def offered(desk: Desk) -> tuple[DefinitionRow, ...]:
    """The returns that can be made here: the product's, then the service's own."""
    desk.require(Action.MAKE_RETURN)
    return (*definitions(), *map(_row, own_definitions(desk)))


def _row(spec: ReturnSpec) -> DefinitionRow:
    return DefinitionRow(spec.id, spec.version, spec.title, tuple(f"{t.id}: {t.title}" for t in spec.tables))


def policies() -> tuple[str, ...]:
    """The ways of protecting a return, the usual one first."""
    from refugedesk.reporting.policies import POLICIES

    return tuple(POLICIES)


def periods(desk: Desk) -> tuple[PeriodChoice, ...]:
    """The periods people usually want: the last quarters, then financial years, newest first and ended ones first."""
    desk.require(Action.MAKE_RETURN)
    quarter = date(desk.today.year, (desk.today.month - 1) // 3 * 3 + 1, 1)
    quarters = [_months(add_months(quarter, -3 * back), 3) for back in range(1, 9)]
    april = date(desk.today.year - (desk.today.month < 4), 4, 1)
    years = [_months(add_months(april, -12 * back), 12) for back in range(1, 4)]
    return tuple(PeriodChoice(say_period(each), each) for each in (*quarters, *years, _months(quarter, 3)))


def _months(first: date, number: int) -> Period:
    return Period(first, add_months(first, number) - ONE_DAY)


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
    return _Making(desk, definition_id, period, policy_id, progress or _silently).make(reissue, revise)


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
    making = _Making(desk, definition_id, period, policy_id, progress or _silently, other)
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


def write(
    desk: Desk,
    prepared: Prepared,
    path: Path,
    recipient: str = "",
    narrative: str = "",
    pdf: Writer | None = None,
) -> Written:
    """Writes the protected return, reads the file back, attacks it, and writes it down in the ledger.

    Args:
        narrative: a text of the service's own, which stands in the file; empty for none.
        pdf: what prints a PDF, for a name that ends in .pdf.

    Raises:
        CorrectableError: an ending that nothing writes, or a file is there already.
        PreparedTooEarlyError: another return has left the house since it was prepared.
        ReadBackError, CannotBeProtectedError: the file is not what it should be; nothing is left.
    """
    from refugedesk.reporting.attack import Published, attack, describe
    from refugedesk.reporting.disclosure import CannotBeProtectedError
    from refugedesk.reporting.readers.readback import verify
    from refugedesk.reporting.writers.files import write as write_file

    desk.require(Action.MAKE_RETURN)
    check_still_beside(desk, prepared)
    release = with_narrative(prepared.release, narrative)

    def attacked(file: Path) -> None:
        read = verify(file, release)
        shapes = tuple(table.shape for table in release.tables)
        findings = attack(Published(shapes, read.shown, read.derived, release.policy), prepared.knowledge)
        if any(finding.is_certain for finding in findings):
            raise CannotBeProtectedError(f"The file would show a small number ({describe(findings)}). It was not kept.")

    write_file(release, path, check=attacked, pdf=pdf)
    approval = Approval(recipient, release.policy.id, revises=prepared.revises)
    return write_down(desk, release, path, approval, prepared.counts)


def with_narrative(release: SafeReturn, narrative: str) -> SafeReturn:
    """The return as it is printed: with the service's own text as one paragraph."""
    return replace(release, heading=replace(release.heading, narrative=" ".join(narrative.split())))


def check_still_beside(desk: Desk, prepared: Prepared) -> None:
    """A return is protected beside those that had left the house when it was prepared: another since is too many.

    Raises: PreparedTooEarlyError where there is another.
    """
    desk.require(Action.MAKE_RETURN)
    own = tables_in(content_of(prepared.release))
    since = (each for each in protected_releases(desk) if each.id not in prepared.known)
    if any(tables_in(each.content) != own for each in since):
        raise PreparedTooEarlyError(
            "Another return has left the house since this one was prepared, so the two may tell more together than"
            " was looked at. Nothing was written. Prepare it again."
        )


def write_exact(
    desk: Desk,
    definition_id: str,
    period: Period,
    path: Path,
    reason: str,
    recipient: str,
    pdf: Writer | None = None,
) -> Written:
    """Writes exact figures for a named recipient and a stated reason; both stand in the ledger and the audit.

    Raises:
        NotAllowedError, NotAuthorisedError, ReturnError, CorrectableError
    """
    from refugedesk.reporting.exact import Authorisation, release_exact
    from refugedesk.reporting.readers.readback import verify
    from refugedesk.reporting.writers.files import write as write_file

    desk.require(Action.RELEASE_EXACT)
    authorisation = Authorisation(reason, recipient, desk.user.name)
    counts, _ = counted(desk, definition_id, period)
    release = release_exact(counts, authorisation)
    write_file(release, path, check=lambda file: verify(file, release), pdf=pdf)
    return write_down(desk, release, path, Approval(recipient, EXACT, reason), truth_of(counts))


def _silently(_done: int, _total: int) -> None:
    """Tells nobody how far it is."""
