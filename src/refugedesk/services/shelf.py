"""Drafts that outlive a crash: kept on every pause in typing, offered again after unlocking."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from refugedesk.domain.drafts import Draft
from refugedesk.domain.records import ALL
from refugedesk.domain.rules import Surroundings
from refugedesk.domain.words import tr
from refugedesk.services.desk import Desk
from refugedesk.services.forms import look_around
from refugedesk.services.roles import Action
from refugedesk.services.wording import local_instant
from refugedesk.storage import drafts
from refugedesk.storage.work import as_text


@dataclass(frozen=True)
class KeptRow:
    """A draft that was not saved; ``title`` says which form it is of."""

    id: str
    record_id: str
    key: str
    title: str
    kept_at: datetime


def keep(desk: Desk, draft: Draft) -> None:
    """Keeps what has been typed so far, encrypted in the store. Not a save: no check, no record of changes."""
    desk.require(Action.RECORD)
    kept = drafts.Kept(
        "",
        draft.record.id,
        draft.id,
        draft.version,
        dict(draft.answers),
        dict(draft.typed),
        frozenset(draft.confirmed),
        as_text(desk.now),
    )
    with desk.keeping() as connection:
        drafts.keep(connection, desk.user.id, draft.record, kept)


def kept(desk: Desk) -> tuple[KeptRow, ...]:
    """The drafts of the person at the desk, newest first."""
    desk.require(Action.READ)
    return tuple(
        KeptRow(each.id, each.record, each.record_id, tr(ALL[each.record].title), local_instant(each.kept_at))
        for each in _shelf(desk)
    )


def resume(desk: Desk, kept_id: str) -> Draft:
    """The draft as it was left, unread text included."""
    desk.require(Action.RECORD)
    found = next(each for each in _shelf(desk) if each.id == kept_id)
    draft = Draft(
        desk.forms[found.record], Surroundings(desk.today), dict(found.answers), found.record_id, found.version
    )
    draft.confirmed = set(found.confirmed)
    for name, text in found.typed.items():
        draft.type_text(name, text)
    look_around(desk, draft)
    return draft


def drop(desk: Desk, draft: Draft) -> None:
    """Lets a draft go: the person does not want it."""
    with desk.keeping() as connection:
        drafts.drop(connection, desk.user.id, draft.record.id, draft.id)


def _shelf(desk: Desk) -> list[drafts.Kept]:
    with desk.reading() as connection:
        return drafts.on_shelf(connection, desk.user.id, dict(ALL))
