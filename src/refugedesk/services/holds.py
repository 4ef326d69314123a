"""Holding a file back from any purge: a court order, an inquiry; for whom, why and until when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Final

from refugedesk.domain.errors import CorrectableError
from refugedesk.domain.words import noted, tr
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action
from refugedesk.services.wording import local_instant
from refugedesk.storage import holds
from refugedesk.storage.holds import HoldLine
from refugedesk.storage.purging import requests
from refugedesk.storage.purging.parts import file_parts
from refugedesk.storage.work import as_text

KINDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "court": noted("Court order or proceedings"),
        "police": noted("Police investigation"),
        "inquiry": noted("Public inquiry"),
        "review": noted("Safeguarding or death review"),
        "complaint": noted("Complaint or claim"),
        "person": noted("The person asked for it"),
        "other": noted("Something else"),
    }
)
LONGEST: Final = 200


class HoldError(CorrectableError):
    """A hold cannot be made or ended in this way; nothing was changed."""


@dataclass(frozen=True)
class HoldRow:
    """A hold that stands. until_on: None for until somebody ends it."""

    id: str
    kind: str
    for_whom: str
    reason: str
    until_on: date | None
    since: datetime
    by: str


@dataclass(frozen=True)
class NewHold:
    """A hold to be made."""

    kind: str
    for_whom: str
    reason: str
    until_on: date | None = None


def hold(desk: Desk, record: str, key: str, wanted: NewHold) -> str:
    """Holds a file: it is purged neither now nor when it is due. What was asked for is withdrawn. The hold's key.

    Raises:
        HoldError: a kind there is not, nobody named, no reason, or a day that is over. GoneError, NotAllowedError
    """
    desk.require(Action.PURGE)
    for_whom, reason = " ".join(wanted.for_whom.split())[:LONGEST], " ".join(wanted.reason.split())
    if wanted.kind not in KINDS or not for_whom or not reason:
        raise HoldError(tr("Say what kind of hold it is, for whom, and why: whoever ends it one day has to know."))
    if wanted.until_on is not None and wanted.until_on < desk.today:
        raise HoldError(tr("This day is over. Name a later one, or leave it empty until somebody ends the hold."))
    at = as_text(desk.now)
    with desk.writing() as work:
        work.load(record, key)
        line = HoldLine("", record, key, wanted.kind, for_whom, reason, wanted.until_on, at, desk.user.id)
        made = holds.hold(work.connection, line)
        for each in requests.waiting(work.connection):
            if each.record_id == key:
                requests.withdraw(work.connection, each.id, at)
        work.note("hold", record, key, reason=f"{KINDS[wanted.kind]}, for {for_whom}")
    return made


def holds_on(desk: Desk, record: str, key: str) -> tuple[HoldRow, ...]:
    """The holds that stand on a file, the oldest first; those on a file that was made one with it, too."""
    desk.require(Action.PURGE)
    with desk.reading() as connection:
        keys = file_parts(connection, record, key).subjects
        return tuple(_row(each) for each in holds.standing(connection, desk.today, keys))


def end_hold(desk: Desk, record: str, key: str, hold_id: str) -> None:
    """Ends a hold of a file.

    Raises:
        HoldError: it is ended already. NotAllowedError
    """
    if hold_id not in {each.id for each in holds_on(desk, record, key)}:
        raise HoldError(tr("This hold is ended already. Nothing was changed."))
    with desk.writing() as work:
        holds.lift(work.connection, hold_id, desk.user.id, as_text(desk.now))
        work.note("end_hold", record, key)


def _row(line: HoldLine) -> HoldRow:
    since = local_instant(line.made_at)
    return HoldRow(line.id, tr(KINDS[line.kind]), line.for_whom, line.reason, line.until_on, since, line.by)
