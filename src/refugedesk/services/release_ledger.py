"""The ledger of returns that left the house: who approved which for whom, with the file's hash."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from refugedesk.domain.spans import Period
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action
from refugedesk.services.wording import local_instant, say_period
from refugedesk.storage import releases
from refugedesk.storage.releases import Release
from refugedesk.storage.work import as_text

if TYPE_CHECKING:
    from datetime import datetime

    from refugedesk.reporting.tables import Place, PrintedReturn

EXACT = "none"


@dataclass(frozen=True)
class Written:
    """A file that was written, and its hash."""

    path: Path
    sha256: str


@dataclass(frozen=True)
class ReleasedRow:
    """A return that left the house. revision: 0 for a first issue."""

    at: datetime
    definition: str
    period: str
    recipient: str
    policy: str
    who: str
    file_kind: str
    sha256: str = ""
    revision: int = 0
    reason: str = ""
    narrative: str = ""


@dataclass(frozen=True)
class Approval:
    """For whom a return is, why its figures are exact (else empty), by which policy, and what it corrects."""

    recipient: str
    policy: str
    reason: str = ""
    revises: str | None = None


def released(desk: Desk) -> tuple[ReleasedRow, ...]:
    """What left the house, newest first."""
    desk.require(Action.MAKE_RETURN)
    with desk.reading() as connection:
        found, names = releases.releases(connection), releases.names_of(connection)
    return tuple(_row(each, names.get(each.made_by, "")) for each in found)


def _row(release: Release, who: str) -> ReleasedRow:
    return ReleasedRow(
        local_instant(release.made_at),
        release.definition,
        say_period(Period(release.period_first, release.period_last)),
        release.recipient,
        release.policy,
        who,
        release.file_kind,
        release.sha256,
        revision_of(release),
        release.reason,
        release.narrative or "",
    )


def revision_of(release: Release) -> int:
    """Which revision a release was; 0 for a first issue."""
    return int(json.loads(release.content).get("revision", 0))


def protected_releases(desk: Desk) -> tuple[Release, ...]:
    """The protected returns that have left the house, newest first. Exact ones are known to their recipient alone."""
    desk.require(Action.MAKE_RETURN)
    with desk.reading() as connection:
        return tuple(each for each in releases.releases(connection) if each.policy != EXACT)


def write_down(
    desk: Desk, printed: PrintedReturn, path: Path, approval: Approval, counts: Mapping[Place, int]
) -> Written:
    """Writes a release down; a file that cannot be written down is taken back, for it has not left the house.

    Args: counts: every exact count of the return on this day.
    """
    desk.require(Action.MAKE_RETURN)
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    try:
        with desk.writing() as work:
            key = releases.add_release(work.connection, _release(desk, printed, path, approval, counts, sha256))
            noted = {"policy": approval.policy, "recipient": approval.recipient, "reason": approval.reason}
            work.note("release", "release", key, **noted, sha256=sha256)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return Written(path, sha256)


def _release(
    desk: Desk, printed: PrintedReturn, path: Path, approval: Approval, counts: Mapping[Place, int], sha256: str
) -> Release:
    heading = printed.heading
    return Release(
        heading.definition,
        heading.version,
        heading.period.first,
        heading.period.last,
        approval.policy,
        approval.recipient,
        approval.reason,
        path.suffix.lower(),
        sha256,
        content_of(printed),
        as_text(desk.now),
        desk.user.id,
        counts_as_text(counts),
        approval.revises,
        heading.narrative or None,
    )


def content_of(printed: PrintedReturn) -> str:
    """The numbers of a return in the JSON form."""
    from refugedesk.reporting.writers.figures import printout
    from refugedesk.reporting.writers.json_file import json_bytes

    return json_bytes(printout(printed)).decode()


def tables_in(content: str) -> object:
    """The tables of a return in the JSON form, without heading and text."""
    document = json.loads(content)
    return document["tables"], document["period"], document["definition"]


def counts_as_text(counts: Mapping[Place, int]) -> str:
    """Exact counts as they are kept."""
    return json.dumps([[*place, count] for place, count in sorted(counts.items())], separators=(",", ":"))


def counts_from_text(text: str) -> dict[Place, int]:
    """The exact counts that were kept."""
    from refugedesk.reporting.tables import Place

    return {Place(table, row, column): count for table, row, column, count in json.loads(text)}
