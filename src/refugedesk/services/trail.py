"""What everybody did, in sentences: who saw this file, and what did she see yesterday."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from types import MappingProxyType
from typing import Final

from sqlalchemy import Connection

from refugedesk.domain.words import tr
from refugedesk.services.choices import link_label
from refugedesk.services.deeds import Told, in_words
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action, Role
from refugedesk.services.wording import local_instant
from refugedesk.storage import accounts
from refugedesk.storage.lookups import trail as lookups
from refugedesk.storage.lookups.trail import TrailLine, Wanted
from refugedesk.storage.own_rules import in_force
from refugedesk.storage.work import as_text

PAGE: Final = 100
_OF_ACCOUNTS: Final = ("add_user", "remove_user", "change_passphrase", "new_recovery_key")
KINDS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "all": (),
        "seen": ("view", "print", "export", "emergency"),
        "changed": ("create", "change", "remove", "import"),
        "out": ("print", "export", "release", "backup", "hand_over"),
        "kept": ("ask_purge", "withdraw_purge", "purge", "purge_again", "hold", "end_hold"),
        "unlocks": (
            "unlock",
            "older_copy",
            "recover",
            "refused",
            "add_user",
            "remove_user",
            "change_passphrase",
            "new_recovery_key",
            "change_key",
            "open_by_shares",
            "new_shares",
            "end_shares",
            "try_shares",
        ),
        "sight": ("hide", "show", "emergency", "noted"),
    }
)
"""The filters of the viewer, and which deeds each shows."""


@dataclass(frozen=True)
class TrailRow:
    """One deed, or the same one several times in a row, in words. resident_id: whose file it opens."""

    at: datetime
    who: str
    words: str
    resident_id: str | None
    times: int = 1


@dataclass(frozen=True)
class TrailPage:
    """Some deeds, the newest first; older: what to ask for to go on, None at the end."""

    rows: tuple[TrailRow, ...]
    older: int | None


@dataclass(frozen=True)
class Somebody:
    """Somebody who can be asked about, those who have left included."""

    id: str
    name: str
    role: Role
    is_active: bool


def trail(
    desk: Desk,
    resident_id: str = "",
    account_id: str = "",
    day: date | None = None,
    kind: str = "all",
    older_than: int | None = None,
) -> TrailPage:
    """What was done: to a person's file, by somebody, on a day, of a kind; what is left out is not asked about.

    Raises:
        NotAllowedError: only managers read it.
    """
    desk.require(Action.SEE_TRAIL)
    since, until = _span(desk, day)
    with desk.reading() as connection:
        subjects = lookups.subjects_of(connection, resident_id) if resident_id else ()
        wanted = Wanted(subjects, account_id, since, until, KINDS[kind])
        found = lookups.lines(connection, wanted, older_than, PAGE + 1)
        shown = found[:PAGE]
        names = _names(connection, shown)
        workers = {each.id: each.name for each in accounts.accounts(connection)}
        told = Told(in_force(connection), workers, partial(link_label, connection))
        rows = [_row(line, names, told) for line in shown]
    return TrailPage(_folded(rows), shown[-1].number if len(found) > PAGE else None)


def everybody(desk: Desk) -> tuple[Somebody, ...]:
    """Whom the record of changes can be asked about."""
    desk.require(Action.SEE_TRAIL)
    with desk.reading() as connection:
        return tuple(
            Somebody(each.id, each.name, Role(each.role), each.is_active) for each in accounts.accounts(connection)
        )


def whose(desk: Desk, resident_id: str) -> str:
    """Whose file is asked about."""
    desk.require(Action.SEE_TRAIL)
    with desk.reading() as connection:
        return link_label(connection, "resident", resident_id)


def _span(desk: Desk, day: date | None) -> tuple[str, str]:
    """A day of the place the desk stands in, from its first instant to the next day's, as the store keeps instants."""
    if day is None:
        return "", ""
    first = datetime.combine(day, time.min, desk.now.tzinfo)
    return as_text(first.astimezone(UTC)), as_text((first + timedelta(days=1)).astimezone(UTC))


def _names(connection: Connection, lines: Sequence[TrailLine]) -> dict[str, tuple[str, bool]]:
    """Subject -> what it is called, and whether it is a referral: that is a referral of somebody."""
    found: dict[str, tuple[str, bool]] = {}
    for key in {line.subject_id for line in lines if line.subject_id}:
        if name := link_label(connection, "resident", key):
            found[key] = name, False
        elif name := link_label(connection, "referral", key):
            found[key] = tr("the referral of {name}", name=name), True
    return found


def _row(line: TrailLine, names: Mapping[str, tuple[str, bool]], told: Told) -> TrailRow:
    whose, is_referral = names.get(line.subject_id or "", ("", False))
    file = (
        whose
        if is_referral
        else tr("the file of {whose}", whose=whose)
        if whose
        else tr("a file that is no longer kept")
    )
    words = in_words(line, file if line.subject_id else "", told)
    is_file = bool(line.subject_id and whose and not is_referral)
    return TrailRow(local_instant(line.at), line.who, words, line.subject_id if is_file else None)


def _folded(rows: Sequence[TrailRow]) -> tuple[TrailRow, ...]:
    """The same deed by the same person again and again on a day is one line that says how often."""
    found: list[TrailRow] = []
    for row in rows:
        last = found[-1] if found else None
        if last and (last.who, last.words, last.at.date()) == (row.who, row.words, row.at.date()):
            found[-1] = replace(last, times=last.times + 1)
        else:
            found.append(row)
    return tuple(found)
