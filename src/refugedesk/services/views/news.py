"""What is new since somebody was last here: what others have recorded in the meantime."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from refugedesk.domain.calendar_words import say_day_and_month
from refugedesk.domain.records import ALL
from refugedesk.domain.team import Team
from refugedesk.domain.words import noted, tr
from refugedesk.services.desk import Desk
from refugedesk.services.presence import last_here
from refugedesk.services.roles import Action, Role
from refugedesk.services.wording import NAMELESS, full_name, local_instant
from refugedesk.storage.lookups import news as lookups
from refugedesk.storage.lookups.news import About, Deed
from refugedesk.storage.lookups.team import known_team
from refugedesk.storage.work import as_text

BACK: Final = {"day": timedelta(days=1), "week": timedelta(days=7)}
SINCE_WORDS: Final = {"last": noted("Since you were last here"), "day": noted("24 hours"), "week": noted("7 days")}
THE_HOUSE: Final = noted("The house")
FOR_MANAGERS: Final = frozenset({"incident", "safeguarding"})
"""Of these a manager hears whosever resident it is; of the rest only a key worker does."""


@dataclass(frozen=True)
class NewsRow:
    """One thing that is new: what, about whom, when and by whom, and where it is found."""

    what: str
    about: str
    at: datetime
    by: str
    record_id: str
    id: str
    resident_id: str | None
    stay_id: str | None
    is_mine: bool

    def when(self, now: datetime) -> str:
        """The hour today, yesterday and the hour, or the day and the hour."""
        at = self.at.astimezone(now.tzinfo)
        days = (now.date() - at.date()).days
        day = {0: tr("today"), 1: tr("yesterday")}.get(days) or say_day_and_month(at)
        return tr("{day} {time}", day=day, time=f"{at:%H:%M}")


@dataclass(frozen=True)
class News:
    """What is new since an instant, newest first; since is None where the person was never here before."""

    since: datetime | None
    rows: tuple[NewsRow, ...]


def news(desk: Desk, chosen: str = "last") -> News:
    """What others have recorded: new referrals, arrivals, leavers, and what they wrote about one's residents.

    Args:
        chosen: last for since one was last here (or a week, the first time), day or week.
    """
    desk.require(Action.READ)
    known = last_here(desk)
    back = desk.now - BACK["day" if chosen == "day" else "week"]
    since = known if chosen == "last" and known is not None else back
    with desk.reading() as connection:
        done = lookups.deeds(connection, as_text(since), desk.user.id)
        team = known_team(connection)
        about = {record: lookups.about(connection, record, keys) for record, keys in _keys(done).items()}
    rows = tuple(_told_once(_rows(desk, done, about, team)))
    return News(known if chosen == "last" else since, rows)


def _keys(done: list[Deed]) -> dict[str, list[str]]:
    keys: dict[str, list[str]] = {}
    for deed in done:
        keys.setdefault(deed.record, []).append(deed.record_id)
    return keys


def _rows(desk: Desk, done: list[Deed], about: dict[str, dict[str, About]], team: Team) -> Iterator[NewsRow]:
    is_manager = desk.user.role is Role.MANAGER
    for deed in done:
        whose = about[deed.record].get(deed.record_id)
        if whose is None:
            continue
        is_mine = team.are_one(whose.key_worker, desk.user.name)
        of_all = whose.stay_id is None or (is_manager and deed.record in FOR_MANAGERS)
        what = _what(deed, whose, is_mine, of_all)
        if what:
            yield _row(deed, whose, what, is_mine)


def _what(deed: Deed, whose: About, is_mine: bool, of_all: bool) -> str:
    """What is told of a deed; empty for what is of no interest to the person at the desk."""
    if deed.record == "stay":
        if deed.action == "create":
            return tr("Arrived, yours") if is_mine else tr("Arrived")
        if "ended_on" in deed.fields and whose.ended_on is not None:
            return tr("Left")
        return tr("Yours from now on") if "key_worker" in deed.fields and is_mine else ""
    if deed.action != "create":
        return ""
    if deed.record == "referral":
        return tr("New referral")
    return tr(ALL[deed.record].title) if is_mine or of_all else ""


def _row(deed: Deed, whose: About, what: str, is_mine: bool) -> NewsRow:
    name = full_name(whose.first_name, whose.last_name) if whose.resident_id else whose.known_as
    name = name or tr(NAMELESS if deed.record == "referral" else THE_HOUSE)
    at = local_instant(deed.at)
    return NewsRow(what, name, at, deed.who, deed.record, deed.record_id, whose.resident_id, whose.stay_id, is_mine)


def _told_once(rows: Iterator[NewsRow]) -> Iterator[NewsRow]:
    """The newest of what is told twice of one record."""
    told = set()
    for row in rows:
        if (row.id, row.what) not in told:
            told.add((row.id, row.what))
            yield row
