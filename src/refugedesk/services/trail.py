"""What everybody did, in sentences: who saw this file, and what did she see yesterday."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from types import MappingProxyType
from typing import Final

from sqlalchemy import Connection

from refugedesk.domain.records import ALL
from refugedesk.services.choices import link_label
from refugedesk.services.desk import Desk
from refugedesk.services.papers import TITLES
from refugedesk.services.roles import Action, Role
from refugedesk.services.wording import NAMELESS, count_of, local_instant
from refugedesk.storage import accounts
from refugedesk.storage.lookups import trail as lookups
from refugedesk.storage.lookups.trail import TrailLine, Wanted
from refugedesk.storage.work import as_text

PAGE: Final = 100
MOST_FIELDS: Final = 4
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
    rows = [_row(line, names, workers) for line in shown]
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


def _names(connection: Connection, lines: Sequence[TrailLine]) -> dict[str, str]:
    """Subject -> what it is called; a referral is a referral of somebody."""
    found = {}
    for key in {line.subject_id for line in lines if line.subject_id}:
        if name := link_label(connection, "resident", key):
            found[key] = name
        elif name := link_label(connection, "referral", key):
            found[key] = f"the referral of {name}"
    return found


def _row(line: TrailLine, names: Mapping[str, str], workers: Mapping[str, str]) -> TrailRow:
    whose = names.get(line.subject_id or "", "")
    is_referral = whose.startswith("the referral")
    file = whose if is_referral else f"the file of {whose}" if whose else "a file that is no longer kept"
    words = _words(line, file if line.subject_id else "", workers)
    is_file = bool(line.subject_id and whose and not is_referral)
    return TrailRow(local_instant(line.at), line.who, words, line.subject_id if is_file else None)


def _words(line: TrailLine, file: str, workers: Mapping[str, str]) -> str:
    """The deed as the end of a sentence that begins with who did it."""
    if line.action in _OF_FILE:
        return _OF_FILE[line.action].format(
            file=file, paper=TITLES.get(line.facts.get("paper", ""), "a paper").lower(), **_told(line, workers)
        )
    if line.record in ALL:
        return _of_record(line, file)
    return _OF_STORE.get(line.action, line.action).format(
        paper=TITLES.get(line.facts.get("paper", ""), "a paper").lower(), **_told(line, workers)
    )


def _told(line: TrailLine, workers: Mapping[str, str]) -> dict[str, str]:
    facts = line.facts
    return {
        "reason": facts.get("reason", "no reason is kept"),
        "account": workers.get(facts.get("account", "") or line.record_id, NAMELESS),
        "include": f", with {facts['include'].replace(' ', ', ')}" if facts.get("include") else "",
        "recipient": facts.get("recipient") or "nobody named",
        "times": count_of(int(facts.get("count", "1")), "wrong try", "wrong tries"),
        "name": facts.get("name", "a choice"),
        "confirmed_by": workers.get(facts.get("confirmed_by", ""), NAMELESS),
    }


VERBS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "view": "looked at",
        "create": "recorded",
        "import": "imported",
        "remove": "took out",
        "put_back": "put back",
    }
)


def _of_record(line: TrailLine, file: str) -> str:
    title = ALL[line.record].title.lower()
    of = f" in {file}" if file and line.record not in ("resident", "referral") else ""
    thing = file if file and line.record in ("resident", "referral") else f"“{title}”{of}"
    verb = VERBS.get(line.action)
    if verb:
        return f"{verb} {thing}"
    if line.action == "print":
        return f"printed {TITLES.get(line.facts.get('paper', ''), 'a paper').lower()} from {file or 'a file'}"
    labels = [field.label for field in ALL[line.record].fields if field.name in line.fields]
    more = f" and {len(labels) - MOST_FIELDS} more" if len(labels) > MOST_FIELDS else ""
    return f"changed {thing}: {', '.join(labels[:MOST_FIELDS])}{more}"


_OF_FILE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "hide": "hid {file} from {account}: {reason}",
        "show": "showed {file} to somebody again",
        "emergency": "opened what is kept back in {file}: {reason}",
        "noted": "took note that {file} was opened in an emergency",
        "merge": "made another file one with {file}",
        "undo_merge": "took another file apart from {file} again",
        "ask_purge": "asked for {file} to be purged",
        "withdraw_purge": "took back that {file} be purged",
        "purge": "purged {file}; {confirmed_by} confirmed it",
        "purge_again": "found an older copy of {file}, and it was purged again",
        "hold": "held {file}: {reason}",
        "end_hold": "ended a hold on {file}",
        "hand_over": "wrote down that something of {file} was given to {recipient}",
        "two_people": "said that {file} is another person's than one of a like name",
    }
)
_OF_STORE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "unlock": "unlocked the store",
        "older_copy": "found an older copy of the records in place of the newest",
        "recover": "unlocked the store with the recovery key",
        "refused": "unlocked the store after {times} by somebody",
        "add_user": "gave {account} a way in",
        "remove_user": "took away the way in of {account}",
        "change_passphrase": "changed their passphrase",
        "new_recovery_key": "made a new recovery key",
        "backup": "made a backup",
        "change_key": "put the store under a new key",
        "check": "checked the store",
        "export": "exported the records{include}: {reason}",
        "import": "imported records",
        "release": "wrote a return for {recipient}",
        "print": "printed {paper}",
        "settings": "changed how the service works",
        "confirm": "confirmed the vacancies",
    }
)


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
