"""Purging a file for good: looked at in numbers, asked for by one person, done once a second confirms it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection

from refugedesk.domain.errors import CorrectableError
from refugedesk.domain.names import same_name
from refugedesk.domain.words import noted, tr
from refugedesk.security import vault
from refugedesk.security.derivation import FLOOR, Derivation
from refugedesk.security.errors import WrongPassphraseError
from refugedesk.security.refusals import count_refusal
from refugedesk.services.choices import link_label
from refugedesk.services.desk import Desk
from refugedesk.services.purging_again import clean_now
from refugedesk.services.roles import Action, Role, may
from refugedesk.services.views.read_once import Shelf, words_of
from refugedesk.services.wording import NAMELESS, local_instant
from refugedesk.storage import accounts, holds
from refugedesk.storage.hidings import hidden_from
from refugedesk.storage.purging import parts as file_parts
from refugedesk.storage.purging import requests
from refugedesk.storage.purging.mentions import Mention, mentions
from refugedesk.storage.purging.parts import FileParts, Scope
from refugedesk.storage.purging.requests import RequestLine
from refugedesk.storage.purging.taking import Taken, take, what_goes
from refugedesk.storage.work import GoneError, Work, as_text

__all__ = ["SCOPES", "PurgeError", "PurgeRow", "Purged", "Scope", "Taken"]
SCOPES: Final = {
    Scope.WHOLE: noted("The whole file"),
    Scope.FIGURES_STAY: noted("Everything but the figures"),
    Scope.ADULT_FIGURES_STAY: noted("The adult's part but its figures; the children's files stay"),
}


class PurgeError(CorrectableError):
    """A purge cannot be asked for or confirmed in this way; nothing was taken."""


@dataclass(frozen=True)
class PurgeRow:
    """A purge that waits or was done. is_mine: asked for by the person at the desk, so somebody else confirms it."""

    id: str
    record: str
    record_id: str
    who: str
    scope: Scope
    reason: str
    asked_at: datetime
    asked_by: str
    is_mine: bool
    records: int
    done_at: datetime | None = None
    confirmed_by: str = ""


@dataclass(frozen=True)
class Purged:
    """What was taken. is_clean: the file of the records was written anew; else that is done at the next unlocking."""

    taken: Taken
    is_clean: bool


def look(desk: Desk, record: str, key: str, scope: Scope) -> Taken:
    """What a purge would take, in numbers; nothing is taken. GoneError where there is no such file."""
    desk.require(Action.PURGE)
    with desk.reading() as connection:
        _require_there(connection, record, key)
    with desk.whole() as connection:
        return what_goes(connection, file_parts.file_parts(connection, record, key, scope), scope)


def elsewhere(desk: Desk, record: str, key: str) -> tuple[str, ...]:
    """Where else the full names of the file stand, in words: a purge leaves those texts as they are."""
    desk.require(Action.PURGE)
    with desk.reading() as connection:
        _require_there(connection, record, key)
        found = mentions(connection, file_parts.file_parts(connection, record, key))
        shelf = Shelf(connection)
        return tuple(_mention(shelf, each) for each in found)


def _mention(shelf: Shelf, of: Mention) -> str:
    if not of.record:
        return tr("a half-typed form, or the text of a return")
    title, detail = words_of(shelf, shelf.load(of.record, of.id))
    return f"{title} ({detail})" if detail else title


def whose(desk: Desk, record: str, key: str) -> str:
    """What a file is called at the head of the page on which it is kept or purged."""
    desk.require(Action.PURGE)
    with desk.reading() as connection:
        _require_there(connection, record, key)
        name = link_label(connection, record, key) or tr(NAMELESS)
    return name if record == "resident" else tr("Referral: {name}", name=name)


def lives_here(desk: Desk, record: str, key: str) -> bool:
    """Whether somebody of the file lives here tonight: then it can be neither due nor purged."""
    desk.require(Action.PURGE)
    with desk.reading() as connection:
        found = file_parts.file_parts(connection, record, key, Scope.WHOLE)
        return file_parts.is_here(connection, found, desk.today)


def ask(desk: Desk, record: str, key: str, scope: Scope, reason: str) -> str:
    """Asks for a purge, which a second person has to confirm; the key it is confirmed by.

    Raises:
        PurgeError: no reason, or the file is held, or somebody lives here, or it was asked for already.
        GoneError, NotAllowedError
    """
    desk.require(Action.PURGE)
    reason = " ".join(reason.split())
    if not reason:
        raise PurgeError(tr("Say why the file is purged, without a name: the reason stays. Nothing was taken."))
    with desk.writing() as work:
        work.load(record, key)
        found = _allowed_parts(desk, work, record, key, scope)
        if any(each.record_id == key for each in requests.waiting(work.connection)):
            raise PurgeError(tr("This was asked for already and waits for a second person. Nothing was taken."))
        made = requests.ask(work.connection, record, key, scope, reason, desk.user.id, as_text(desk.now))
        requests.expect(work.connection, made, what_goes(work.connection, found, scope).records)
        work.note("ask_purge", record, key, scope=scope.value)
    return made


def withdraw(desk: Desk, purge_id: str) -> None:
    """Takes back what was asked for. Anybody who might confirm it may."""
    desk.require(Action.PURGE)
    line = _waiting(desk, purge_id)
    with desk.writing() as work:
        requests.withdraw(work.connection, purge_id, as_text(desk.now))
        work.note("withdraw_purge", line.record, line.record_id)


def waiting(desk: Desk) -> tuple[PurgeRow, ...]:
    """What waits for a second person, the oldest first."""
    desk.require(Action.PURGE)
    with desk.reading() as connection:
        return tuple(_row(connection, desk, each) for each in requests.waiting(connection))


def purged_files(desk: Desk) -> tuple[PurgeRow, ...]:
    """What was purged: when, why, who asked and who confirmed, and how much; of whom is no longer known."""
    desk.require(Action.PURGE)
    with desk.reading() as connection:
        return tuple(_row(connection, desk, each) for each in requests.done(connection))


def confirm(desk: Desk, purge_id: str, user_name: str, passphrase: str, floor: Derivation = FLOOR) -> Purged:
    """Purges the file, once a second person who may has typed a passphrase of their own.

    Raises:
        PurgeError: it is the one who asked, or somebody who may not; the file is held, or has changed since.
        WrongPassphraseError, GoneError, NotAllowedError, DiskFullError, DriveError: nothing was taken.
    """
    desk.require(Action.PURGE)
    line = _waiting(desk, purge_id)
    second = _second_person(desk, line, user_name, passphrase, floor)
    with desk.writing() as work:
        work.load(line.record, line.record_id)
        found = _allowed_parts(desk, work, line.record, line.record_id, line.scope)
        taken = what_goes(work.connection, found, line.scope)
        if taken.records != line.records:
            raise PurgeError(
                tr(
                    "Something was recorded in this file since it was asked for. Nothing was taken. "
                    "Withdraw it, look at the numbers again, and ask anew."
                )
            )
        take(work, found, line.scope)
        requests.finish(work.connection, line, second, as_text(desk.now))
        work.note("purge", line.record, line.record_id, purge=line.id, asked_by=line.asked_by, confirmed_by=second)
    return Purged(taken, clean_now(desk))


def _second_person(desk: Desk, line: RequestLine, user_name: str, passphrase: str, floor: Derivation) -> str:
    """The account of whoever confirms, whose passphrase has just been shown to open this store."""
    with desk.whole() as connection:
        everybody = accounts.accounts(connection)
        unseen = hidden_from(connection, line.record, line.record_id)
    second = next((each for each in everybody if each.is_active and same_name(each.name) == same_name(user_name)), None)
    if second is not None and second.id == line.asked_by:
        raise PurgeError(tr("You asked for it, so somebody else has to confirm it. Nothing was taken."))
    try:
        opened = vault.open_way(desk.folder, user_name, passphrase, floor)
    except WrongPassphraseError:
        count_refusal(desk.folder, desk.now)
        raise
    opened.key.wipe()
    if second is None or not may(Role(second.role), Action.PURGE) or second.id in unseen:
        raise PurgeError(tr("They may not purge this file. Ask another manager to confirm it. Nothing was taken."))
    return second.id


def _allowed_parts(desk: Desk, work: Work, record: str, key: str, scope: Scope) -> FileParts:
    """What the file consists of, where it may be purged now."""
    connection = work.connection
    found = file_parts.file_parts(connection, record, key, scope)
    if standing := holds.standing(connection, desk.today, found.subjects):
        raise PurgeError(
            tr(
                "This file is held for {for_whom}. Nothing was taken. A manager can end the hold.",
                for_whom=standing[0].for_whom,
            )
        )
    if file_parts.is_here(connection, found, desk.today):
        raise PurgeError(
            tr("Somebody of this file lives here now. Nothing was taken. Write down when they left first.")
        )
    if record == "referral" and file_parts.is_of_resident(connection, key):
        raise PurgeError(tr("Somebody came from this referral. Nothing was taken. Purge that person's file instead."))
    return found


def _require_there(connection: Connection, record: str, key: str) -> None:
    if not file_parts.is_there(connection, record, key):
        raise GoneError(tr("This file is no longer in the store. Go back and open the list again."))


def _waiting(desk: Desk, purge_id: str) -> RequestLine:
    with desk.reading() as connection:
        found = requests.waiting(connection, purge_id)
    if not found:
        raise PurgeError(tr("This does not wait any more. Nothing was taken. Open the list again."))
    return found[0]


def _row(connection: Connection, desk: Desk, line: RequestLine) -> PurgeRow:
    return PurgeRow(
        line.id,
        line.record,
        line.record_id,
        link_label(connection, line.record, line.record_id) or (tr(NAMELESS) if line.done_at is None else ""),
        line.scope,
        line.reason,
        local_instant(line.asked_at),
        line.asked_by_name,
        line.asked_by == desk.user.id,
        sum(line.records.values()),
        local_instant(line.done_at) if line.done_at else None,
        line.confirmed_by_name,
    )
