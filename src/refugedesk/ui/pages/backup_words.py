"""How backups stand, in words: when the last one was proved, and a kind word where one is due."""

from __future__ import annotations

from datetime import datetime

from refugedesk.domain.backup_rhythm import Urgency
from refugedesk.domain.words import tr
from refugedesk.services.backing_up import Standing
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action
from refugedesk.services.wording import say_day


def at_words(at: datetime, now: datetime) -> str:
    """An instant of the past as people say it: today at 14:05, yesterday at 9:30, 4 Nov 2026 at 14:05."""
    here = at.astimezone(now.tzinfo)
    days = (now.date() - here.date()).days
    day = {0: tr("today"), 1: tr("yesterday")}.get(days, say_day(here.date()))
    return tr("{day} at {time}", day=day, time=f"{here:%H:%M}")


def last_words(standing: Standing, now: datetime) -> str:
    """When the last backup was proved, and when a restore was tried."""
    if standing.proved_at is None:
        return tr("No proved backup yet.")
    proved = tr("Last proved backup: {at}.", at=at_words(standing.proved_at, now))
    return f"{proved} {tried_words(standing, now)}"


def tried_words(standing: Standing, now: datetime) -> str:
    """When bringing a backup back was tried last."""
    if standing.tried_at is None:
        return tr("Bringing one back was never tried.")
    return tr("Bringing one back was tried {at}.", at=at_words(standing.tried_at, now))


LOOKS = {Urgency.DUE: "notice", Urgency.LATE: "cautionNotice", Urgency.VERY_LATE: "dangerNotice"}


def nag_words(standing: Standing, desk: Desk) -> str:
    """What there is to say where a backup is due; empty where none is."""
    if standing.urgency is Urgency.FRESH:
        return ""
    return f"{_how_long(standing, desk)} {_what_to_do(standing, desk)}"


def _how_long(standing: Standing, desk: Desk) -> str:
    if standing.proved_at is None:
        return tr("There is no backup yet: if this computer is lost, so are the records.")
    if standing.urgency is Urgency.DUE:
        return tr("A backup is due.")
    days = (desk.today - standing.proved_at.astimezone(desk.now.tzinfo).date()).days
    return tr("No backup for {days} days. If this computer is lost, so is what was recorded since.", days=days)


def _what_to_do(standing: Standing, desk: Desk) -> str:
    if not desk.may(Action.KEEP_STORE):
        return tr("Ask a colleague to make one.")
    if standing.has_place:
        return tr("Plug in the stick: it is made by itself when you pause.")
    if desk.may(Action.KEEP_BACKUPS):
        return tr("Choose a stick or a folder for them.")
    return tr("A manager chooses where backups go, under Settings, Back up.")
