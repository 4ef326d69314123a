"""Hiding a file from a colleague who must not know of it, and lifting that again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from refugedesk.domain.errors import CorrectableError
from refugedesk.domain.names import same_name
from refugedesk.domain.words import tr
from refugedesk.services.choices import link_label
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action, Role, may
from refugedesk.services.wording import NAMELESS, local_instant
from refugedesk.storage import accounts, hidings
from refugedesk.storage.work import Work, as_text, load

FEWEST = 2
"""So many must see a file at all times: one of them is ill some day."""
READ_BY = (Role.KEYWORKER, Role.MANAGER)


class HidingError(CorrectableError):
    """A file cannot be hidden, or shown again, in this way; nothing was changed."""


@dataclass(frozen=True)
class HidingRow:
    """Somebody from whom a file is hidden."""

    id: str
    hidden_from: str
    reason: str
    since: datetime
    by: str


@dataclass(frozen=True)
class Colleague:
    """Somebody a file can be hidden from."""

    id: str
    name: str
    role: Role


def whose(desk: Desk, record: str, key: str) -> str:
    """What a file is called at the head of the page that says who sees it."""
    desk.require(Action.READ)
    with desk.reading() as connection:
        name = link_label(connection, record, key) or NAMELESS
    return name if record == "resident" else tr("Referral: {name}", name=name)


def may_hide(desk: Desk, record: str, key: str) -> bool:
    """Whether the person at the desk may hide that file: a manager, or the key worker of the person."""
    if not desk.may(Action.RECORD):
        return False
    if desk.may(Action.HIDE):
        return True
    with desk.reading() as connection:
        return record == "resident" and hidings.is_key_worker(connection, key, desk.user.name)


def hidden_from(desk: Desk, record: str, key: str) -> tuple[HidingRow, ...]:
    """From whom the file is hidden. Whoever it is hidden from gets no row: to them there is no such file."""
    desk.require(Action.READ)
    with desk.reading() as connection:
        lines = hidings.hidings(connection, record, key)
    return tuple(
        HidingRow(line.id, line.hidden_from, line.reason, local_instant(line.made_at), line.made_by) for line in lines
    )


def colleagues(desk: Desk, record: str, key: str) -> tuple[Colleague, ...]:
    """Those the file could be hidden from: everybody else who can see it now."""
    desk.require(Action.READ)
    with desk.whole() as connection:
        already = hidings.hidden_from(connection, record, key)
        everybody = accounts.accounts(connection)
    return tuple(
        Colleague(each.id, each.name, Role(each.role))
        for each in everybody
        if each.is_active and each.id != desk.user.id and each.id not in already and may(Role(each.role), Action.READ)
    )


def hide(desk: Desk, record: str, key: str, account_id: str, reason: str) -> str:
    """Hides a person's file, or a referral, from a colleague, at once and everywhere; the key of what was written.

    Raises:
        HidingError: no reason, oneself, or too few would see it. NotAllowedError. GoneError: there is no such file.
    """
    _require_may_hide(desk, record, key)
    reason = " ".join(reason.split())
    if not reason:
        raise HidingError(tr("Say why the file is hidden: whoever lifts it one day has to know. Nothing was changed."))
    with desk.writing() as work:
        work.load(record, key)
        _require_others(desk, work, record, key, account_id)
        made = hidings.hide(work.connection, record, key, account_id, reason, desk.user.id, as_text(desk.now))
        work.note("hide", record, key, account=account_id, reason=reason)
    return made


def lift(desk: Desk, hiding_id: str) -> None:
    """Shows a file again to somebody it was hidden from.

    Raises:
        HidingError: it is lifted already. NotAllowedError
    """
    desk.require(Action.RECORD)
    with desk.reading() as connection:
        line = hidings.hiding(connection, hiding_id)
    if line is None:
        raise HidingError(tr("This file is not hidden from them any more. Nothing was changed."))
    _require_may_hide(desk, line.record, line.record_id)
    with desk.writing() as work:
        hidings.lift(work.connection, hiding_id, desk.user.id, as_text(desk.now))
        work.note("show", line.record, line.record_id, account=line.account_id)


def require_enough_see(work: Work, record: str, key: str, without: frozenset[str]) -> None:
    """Raises HidingError where fewer than two would still see the file once ``without`` do not, too."""
    hidden = hidings.hidden_from(work.connection, record, key) | without
    seeing = [
        each
        for each in accounts.accounts(work.connection)
        if each.is_active and each.id not in hidden and Role(each.role) in READ_BY
    ]
    if len(seeing) < FEWEST:
        raise HidingError(
            tr(
                "At least two people must still see this file, so that somebody can always act on it. "
                "Nothing was changed. Add a colleague first, or hide it from fewer."
            )
        )
    managers = [each for each in seeing if Role(each.role) is Role.MANAGER]
    if not managers:
        raise HidingError(
            tr("At least one manager must still see this file. Nothing was changed. Add a manager first.")
        )


def _require_others(desk: Desk, work: Work, record: str, key: str, account_id: str) -> None:
    if account_id == desk.user.id:
        raise HidingError(tr("You cannot hide a file from yourself. Ask a manager to do it. Nothing was changed."))
    if account_id not in {each.id for each in accounts.accounts(work.connection) if each.is_active}:
        raise HidingError(tr("This colleague cannot open the store any more. Nothing was changed."))
    require_enough_see(work, record, key, frozenset({account_id}))


def require_may_declare(desk: Desk, resident_id: str, staff_id: str) -> None:
    """Raises HidingError where the person at the desk may not write down that a worker knows a resident.

    That hides the file from that worker. Anybody may say so of themselves.
    """
    with desk.reading() as connection:
        who = load(connection, "staff", staff_id).answers.get("name")
    if not (isinstance(who, str) and same_name(who) == same_name(desk.user.name)):
        _require_may_hide(desk, "resident", resident_id)


def require_known_leave_enough(work: Work, resident_id: str) -> None:
    """Raises HidingError where, with what has just been written down, too few would see the file."""
    require_enough_see(work, "resident", resident_id, frozenset())


def _require_may_hide(desk: Desk, record: str, key: str) -> None:
    desk.require(Action.RECORD)
    if not may_hide(desk, record, key):
        raise HidingError(tr("Only a manager or the person's own key worker can hide a file or show it again."))
