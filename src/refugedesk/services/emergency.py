"""Opening restricted answers in an emergency: with a reason, and never unseen by the others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from refugedesk.domain.errors import CorrectableError
from refugedesk.domain.levels import Level
from refugedesk.domain.records import ALL
from refugedesk.domain.words import tr
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action
from refugedesk.services.wording import full_name, local_instant
from refugedesk.storage import hidings, openings
from refugedesk.storage.work import as_text

SHORTEST_REASON = 10


class EmergencyError(CorrectableError):
    """The answers were not opened; nothing was changed."""


@dataclass(frozen=True)
class Opening:
    """An opening nobody has taken note of yet."""

    id: str
    resident_id: str
    whose: str
    who: str
    reason: str
    at: datetime


def may_open(desk: Desk, resident_id: str) -> bool:
    """Whether there are answers in the file that the person at the desk could open in an emergency."""
    if desk.sight.level is not Level.HOUSE or not desk.may(Action.RECORD):
        return False
    with desk.reading() as connection:
        is_hidden = desk.sight.hides(connection, resident_id)
        return not is_hidden and bool(desk.sight.withheld(connection, ALL["resident"], resident_id))


def open_in_emergency(desk: Desk, resident_id: str, reason: str) -> None:
    """Shows the restricted answers of a person until the store is locked. It is written down, and the others are told.

    A file that is hidden from somebody cannot be opened by them in this way or any other: they know the people in it.

    Raises:
        EmergencyError: the reason is too short, or nothing is kept from them. GoneError: there is no such file.
        NotAllowedError
    """
    desk.require(Action.RECORD)
    reason = " ".join(reason.split())
    if len(reason) < SHORTEST_REASON:
        raise EmergencyError(
            tr("Say in a few words what the emergency is. Her key worker and the managers will read it.")
        )
    with desk.writing() as work:
        work.load("resident", resident_id)
        if not work.withheld("resident", resident_id):
            raise EmergencyError(tr("Nothing in this file is kept from you. Nothing was written down."))
        openings.write(work.connection, resident_id, desk.user.id, reason, as_text(desk.now))
        work.note("emergency", "resident", resident_id, reason=reason)
    desk.sight.opened.add(resident_id)


def to_note(desk: Desk) -> tuple[Opening, ...]:
    """The openings the person at the desk should take note of: a manager of all, a key worker of their people's."""
    desk.require(Action.READ)
    with desk.reading() as connection:
        lines = [
            line
            for line in openings.not_noted(connection)
            if line.account_id != desk.user.id
            and (
                desk.may(Action.SEE_TRAIL)
                or (desk.may(Action.RECORD) and hidings.is_key_worker(connection, line.resident_id, desk.user.name))
            )
        ]
    return tuple(
        Opening(
            line.id,
            line.resident_id,
            full_name(line.first_name, line.last_name),
            line.who,
            line.reason,
            local_instant(line.opened_at),
        )
        for line in lines
    )


def take_note(desk: Desk, opening_id: str) -> None:
    """The person at the desk has seen it; it leaves everybody's first page and stays in the record of changes.

    Raises:
        EmergencyError: it is not theirs to take note of, or somebody did already.
    """
    desk.require(Action.RECORD)
    found = next((each for each in to_note(desk) if each.id == opening_id), None)
    if found is None:
        raise EmergencyError(tr("Somebody has taken note of this already. Nothing was changed."))
    with desk.writing() as work:
        openings.take_note(work.connection, opening_id, desk.user.id, as_text(desk.now))
        work.note("noted", "resident", found.resident_id)
