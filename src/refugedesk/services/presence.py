"""Writes down when somebody comes to the desk and leaves it, at unlocking and at locking."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from refugedesk.services.roles import Action
from refugedesk.storage import accounts

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from refugedesk.services.desk import Desk


def note_coming(connection: Connection, account_id: str, now: datetime) -> None:
    """The person of that account has come to the desk."""
    accounts.keep_presence(connection, account_id, accounts.presence(connection, account_id).came(now))


def note_leaving(connection: Connection, account_id: str, now: datetime) -> None:
    """The person of that account leaves the desk."""
    accounts.keep_presence(connection, account_id, accounts.presence(connection, account_id).left(now))


def last_here(desk: Desk) -> datetime | None:
    """Until when the person at the desk was here before they were last away; None the first time."""
    desk.require(Action.READ)
    with desk.reading() as connection:
        return accounts.presence(connection, desk.user.id).here_before_at
