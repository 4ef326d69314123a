"""Returns: counted, protected, written, read back, attacked, and written down in the ledger."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from refugedesk.domain.spans import ONE_DAY, Period, add_months
from refugedesk.reporting.rounding import half_up
from refugedesk.services.agreed import with_agreed
from refugedesk.services.desk import Desk
from refugedesk.services.own_definitions import definition_of
from refugedesk.services.quality import QualityRow, quality
from refugedesk.services.roles import Action
from refugedesk.services.wording import local_instant, say_period
from refugedesk.storage import accounts, releases
from refugedesk.storage.extracts import extracts
from refugedesk.storage.work import as_text

if TYPE_CHECKING:
    from datetime import datetime

    from refugedesk.reporting.disclosure import Reason
    from refugedesk.reporting.over_time import Earlier
    from refugedesk.reporting.relations import Knowledge
    from refugedesk.reporting.spec import ReturnSpec, ServiceFacts
    from refugedesk.reporting.tables import CountReturn, Place, PrintedReturn, SafeReturn

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
    """A protected return that may be written. reasons: for the person at the desk only."""

    release: SafeReturn
    reasons: Mapping[Place, Reason]
    summary: Summary
    quality: tuple[QualityRow, ...]
    knowledge: Knowledge
    earlier: tuple[Earlier, ...]


@dataclass(frozen=True)
class Written:
    """A file that was written, and its hash."""

    path: Path
    sha256: str


@dataclass(frozen=True)
class ReleasedRow:
    """A return that left the house."""

    at: datetime
    definition: str
    period: str
    recipient: str
    policy: str
    who: str
    file_kind: str


def definitions() -> tuple[DefinitionRow, ...]:
    """The returns that can be made."""
    from refugedesk.reporting.returns import definitions as known

    return tuple(
        DefinitionRow(spec.id, spec.version, spec.title, tuple(f"{t.id}: {t.title}" for t in spec.tables))
        for spec in known()
    )


def policies() -> tuple[str, ...]:
    """The ways of protecting a return, the usual one first."""
    from refugedesk.reporting.policies import POLICIES

    return tuple(POLICIES)


def periods(desk: Desk) -> tuple[PeriodChoice, ...]:
    """The periods people usually want: the last quarters, then financial years, newest first and ended ones first."""
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
) -> Prepared:
    """The protected return of a period, together with every earlier one of the store.

    Raises:
        ReturnError: no such return, or not for these days.
        UnknownPolicyError: no such way of protecting a return.
        CannotBeProtectedError, UnmaskingError: it cannot be made safe, with what to do instead.
    """
    from refugedesk.reporting.disclosure import Reason, protect
    from refugedesk.reporting.over_time import check_beside, with_earlier
    from refugedesk.reporting.policies import policy

    desk.require(Action.MAKE_RETURN)
    chosen = policy(policy_id)
    tell = progress or _silently
    tell(0, STEPS)
    counts, spec = _counted(desk, definition_id, period)
    tell(1, STEPS)
    earlier = _earlier(desk, counts, spec)
    known = spec.knowledge([table.shape for table in counts.tables], period)
    knowledge = with_earlier(known, counts, earlier)
    tell(2, STEPS)
    protection = protect(counts, knowledge, chosen)
    tell(3, STEPS)
    check_beside(protection.release, _content(protection.release), earlier)
    small = sum(1 for reason in protection.reasons.values() if reason is Reason.SMALL)
    summary = Summary(protection.numbers, protection.withheld, small, protection.withheld - small)
    found = quality(desk, period)
    tell(STEPS, STEPS)
    return Prepared(protection.release, protection.reasons, summary, found, knowledge, earlier)


def write(desk: Desk, prepared: Prepared, path: Path, recipient: str = "") -> Written:
    """Writes the protected return, reads the file back, attacks it, and writes it down in the ledger.

    Raises:
        CorrectableError: another ending than .xlsx, .json or .csv, or a file is there already.
        ReadBackError, CannotBeProtectedError: the file is not what it should be; nothing is left.
    """
    from refugedesk.reporting.attack import Published, attack, describe
    from refugedesk.reporting.disclosure import CannotBeProtectedError
    from refugedesk.reporting.readers.readback import verify
    from refugedesk.reporting.writers.files import write as write_file

    desk.require(Action.MAKE_RETURN)

    def attacked(file: Path) -> None:
        read = verify(file, prepared.release)
        shapes = tuple(table.shape for table in prepared.release.tables)
        findings = attack(Published(shapes, read.shown, read.derived, prepared.release.policy), prepared.knowledge)
        if any(finding.is_certain for finding in findings):
            raise CannotBeProtectedError(f"The file would show a small number ({describe(findings)}). It was not kept.")

    write_file(prepared.release, path, check=attacked)
    return _write_down(desk, prepared.release, path, recipient, "", prepared.release.policy.id)


def write_exact(desk: Desk, definition_id: str, period: Period, path: Path, reason: str, recipient: str) -> Written:
    """Writes exact figures for a named recipient and a stated reason; both stand in the ledger and the audit.

    Raises:
        NotAllowedError, NotAuthorisedError, ReturnError, CorrectableError
    """
    from refugedesk.reporting.exact import Authorisation, release_exact
    from refugedesk.reporting.readers.readback import verify
    from refugedesk.reporting.writers.files import write as write_file

    desk.require(Action.RELEASE_EXACT)
    authorisation = Authorisation(reason, recipient, desk.user.name)
    release = release_exact(_counted(desk, definition_id, period)[0], authorisation)
    write_file(release, path, check=lambda file: verify(file, release))
    return _write_down(desk, release, path, recipient, reason, "none")


def released(desk: Desk) -> tuple[ReleasedRow, ...]:
    """What left the house, newest first."""
    desk.require(Action.MAKE_RETURN)
    with desk.reading() as connection:
        found, names = releases.releases(connection), releases.names_of(connection)
    return tuple(
        ReleasedRow(
            local_instant(each.made_at),
            each.definition,
            say_period(Period(each.period_first, each.period_last)),
            each.recipient,
            each.policy,
            names.get(each.made_by, ""),
            each.file_kind,
        )
        for each in found
    )


def _counted(desk: Desk, definition_id: str, period: Period) -> tuple[CountReturn, ReturnSpec]:
    from refugedesk.reporting.compute import compute
    from refugedesk.reporting.extracts import Extracts

    with desk.whole() as connection:  # totals count everybody, whoever makes them
        spec = definition_of(connection, definition_id)
        service = with_agreed(connection, _facts(accounts.service(connection)))
        reach = spec.reach(service, period)
        frames = extracts(connection, reach)
    return compute(spec, service, period, Extracts(**frames).of_days(reach)), spec


def _facts(service: accounts.Service) -> ServiceFacts:
    from refugedesk.reporting.spec import ServiceFacts

    return ServiceFacts(service.name, service.home_authority, service.wards)


def _earlier(desk: Desk, counts: CountReturn, spec: ReturnSpec) -> tuple[Earlier, ...]:
    """The protected returns of this definition that have left the house, each content once."""
    with desk.reading() as connection:
        found = [each for each in releases.releases(connection) if each.policy != "none"]
        service = accounts.service(connection)
    wanted = {each.content: each for each in found if each.definition == counts.heading.definition}
    return tuple(_read_release(each, spec, _facts(service)) for each in wanted.values())


def _read_release(release: releases.Release, spec: ReturnSpec, service: ServiceFacts) -> Earlier:
    from refugedesk.reporting.attack import Published
    from refugedesk.reporting.over_time import Earlier
    from refugedesk.reporting.policies import policy
    from refugedesk.reporting.readers.json_file import from_json
    from refugedesk.reporting.spec import ServiceFacts, shapes

    period = Period(release.period_first, release.period_last)
    wards = _wards_then(release.content)
    then = shapes(spec, ServiceFacts(service.name, service.home_authority, wards), period)
    read = from_json(release.content.encode(), then)
    published = Published(then, read.shown, read.derived, policy(release.policy))
    return Earlier(read.heading, published, spec.knowledge(then, period), release.content)


def _wards_then(content: str) -> tuple[tuple[str, str], ...]:
    """The wards the service had when a return was released: they are rows of it."""
    import json

    from refugedesk.domain.names import NOT_WARDS

    tables = {table["id"]: table for table in json.loads(content)["tables"]}
    rows = tables.get("origin_ward", {}).get("rows", [])
    return tuple((row["code"], row["label"]) for row in rows if row["code"] not in NOT_WARDS)


def _content(release: PrintedReturn) -> str:
    from refugedesk.reporting.writers.figures import printout
    from refugedesk.reporting.writers.json_file import json_bytes

    return json_bytes(printout(release)).decode()


def _write_down(desk: Desk, release: PrintedReturn, path: Path, recipient: str, reason: str, policy_id: str) -> Written:
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    heading = release.heading
    try:
        with desk.writing() as work:
            row = releases.Release(
                heading.definition,
                heading.version,
                heading.period.first,
                heading.period.last,
                policy_id,
                recipient,
                reason,
                path.suffix.lower(),
                sha256,
                _content(release),
                as_text(desk.now),
                desk.user.id,
            )
            key = releases.add_release(work.connection, row)
            work.note("release", "release", key, policy=policy_id, recipient=recipient, reason=reason, sha256=sha256)
    except BaseException:
        path.unlink(missing_ok=True)  # what is not written down has not left the house
        raise
    return Written(path, sha256)


def _silently(_done: int, _total: int) -> None:
    """Tells nobody how far it is."""
