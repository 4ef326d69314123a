"""The log of what was given to courts and others from a person's file: added to, shown, and never changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from refugedesk.domain.errors import CorrectableError
from refugedesk.domain.words import noted, tr
from refugedesk.services.choices import link_label
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action
from refugedesk.services.wording import NAMELESS
from refugedesk.storage import handed_over
from refugedesk.storage.handed_over import HandedOver
from refugedesk.storage.purging.parts import file_parts
from refugedesk.storage.work import Work, as_text

AUTHORITIES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "subject_access": noted("The person asked for their own file"),
        "court_order": noted("Court order"),
        "consent": noted("The person agreed"),
        "police": noted("Police, without the person's agreement"),
        "safeguarding": noted("Safeguarding duty"),
        "other_law": noted("Another duty in law"),
        "story": noted("A story that names nobody"),
    }
)
STORY: Final = "story"
"""Under this an entry keeps which facts were told, as codes: what is told next is checked beside them."""
WAYS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "paper": noted("On paper"),
        "file": noted("As files"),
        "read_out": noted("Read out or told"),
        "statement": noted("As a statement"),
    }
)
LONGEST: Final = 200
NOBODY_KNOWN: Final = noted("A file that is no longer kept")


class HandOverError(CorrectableError):
    """What was given is not told well enough to be written down; nothing was."""


@dataclass(frozen=True)
class NewHandOver:
    """What is to be written down. detail: the number of the order or the case."""

    given_on: date
    to_whom: str
    authority: str
    detail: str
    what: str
    how: str


@dataclass(frozen=True)
class HandedOverRow:
    """An entry of the log in words. resident_id: whose file it opens; empty where it is no longer kept."""

    id: str
    resident_id: str
    who: str
    given_on: date
    to_whom: str
    authority: str
    what: str
    how: str
    by: str


def hand_over(desk: Desk, resident_id: str, given: NewHandOver) -> str:
    """Writes down that something of a person's file was given to somebody; the key of the entry.

    Raises:
        HandOverError: it is not said to whom, under what authority or what. GoneError, NotAllowedError
    """
    desk.require(Action.HAND_OVER)
    with desk.writing() as work:
        return log(desk, work, resident_id, given)


def log(desk: Desk, work: Work, resident_id: str, given: NewHandOver, numbers: str = "") -> str:
    """The same within a transaction that is under way."""
    desk.require(Action.HAND_OVER)
    to_whom, what, detail = (" ".join(each.split()) for each in (given.to_whom, given.what, given.detail))
    _check(desk, given, to_whom, what, detail)
    work.load("resident", resident_id)
    told = (given.given_on, to_whom[:LONGEST], given.authority, detail, what, given.how, numbers)
    line = HandedOver("resident", resident_id, *told, as_text(desk.now), desk.user.id)
    work.note("hand_over", "resident", resident_id, recipient=to_whom, authority=given.authority)
    return handed_over.write_down(work.connection, line)


def handed_over_rows(desk: Desk, resident_id: str = "") -> tuple[HandedOverRow, ...]:
    """The log, the newest first: of one person's file, or of every file."""
    desk.require(Action.HAND_OVER)
    with desk.reading() as connection:
        keys = file_parts(connection, "resident", resident_id).subjects if resident_id else None
        rows = handed_over.entries(connection, keys)
        names = {row.record_id: link_label(connection, row.record, row.record_id) for row in rows}
        return tuple(_row(each, names[each.record_id]) for each in rows)


def _check(desk: Desk, given: NewHandOver, to_whom: str, what: str, detail: str) -> None:
    if not to_whom or not what:
        raise HandOverError(tr("Say to whom it was given, and what. Nothing was written down."))
    if given.authority not in AUTHORITIES or given.how not in WAYS:
        raise HandOverError(tr("Say under what authority it was given, and how. Nothing was written down."))
    if given.authority == "court_order" and not detail:
        raise HandOverError(tr("Name the court and the number of the order. Nothing was written down."))
    if given.given_on > desk.today:
        raise HandOverError(tr("This day is still to come. Write it down once it was given."))


def _row(line: HandedOver, name: str) -> HandedOverRow:
    authority = AUTHORITIES[line.authority] + (f", {line.authority_detail}" if line.authority_detail else "")
    what = f"{line.what} ({line.numbers})" if line.numbers and line.authority != STORY else line.what
    who = name or NOBODY_KNOWN
    key = line.record_id if name else ""
    return HandedOverRow(
        line.id,
        key,
        who,
        line.given_on,
        line.to_whom,
        authority,
        what,
        tr(WAYS[line.how]),
        line.made_by or tr(NAMELESS),
    )
