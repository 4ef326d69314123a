"""Search over everything, and what was done to one record."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import Connection

from refugedesk.domain.fields import Field, Kind
from refugedesk.domain.record_words import line_of
from refugedesk.domain.records import ALL
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action
from refugedesk.services.wording import full_name, local_instant, say_day
from refugedesk.storage import search as index
from refugedesk.storage.answers import Plain
from refugedesk.storage.lookups import history as entries
from refugedesk.storage.lookups import names
from refugedesk.storage.own_rules import in_force
from refugedesk.storage.work import REFERENCE, GoneError, Stored, load

DEEDS = {
    "create": "Recorded",
    "import": "Imported",
    "remove": "Taken out",
    "put_back": "Put back",
    "view": "Looked at",
    "print": "Printed",
    "hide": "Hidden from a colleague",
    "show": "Shown to a colleague again",
    "emergency": "Opened in an emergency",
    "noted": "Emergency taken note of",
    "merge": "Made one with another file",
    "undo_merge": "Taken apart from another file",
    "two_people": "Said to be somebody else than a person of a like name",
}
IMPORTED_ID = "Id of the import"
PURGED = "no longer kept"
RESTRICTED = "restricted"


@dataclass(frozen=True)
class Hit:
    """Something found: which record, the person and the stay whose file it is in, and its words.

    is_like: no word typed begins a word of it; its name sounds alike or is nearly spelt so.
    """

    record_id: str
    id: str
    resident_id: str | None
    title: str
    detail: str
    stay_id: str | None = None
    is_like: bool = False


@dataclass(frozen=True)
class Change:
    """A change of one field, or something done to the whole record (then before and after are empty)."""

    at: datetime
    who: str
    field_label: str
    before: str
    after: str


def search(desk: Desk, text: str, limit: int = 30) -> tuple[Hit, ...]:
    """What holds a word beginning with each word typed, newest first; then the people whose names are like it."""
    desk.require(Action.READ)
    with desk.reading() as connection:
        found = index.find(connection, text, limit)
        hits = [hit for record, key in found if (hit := _hit(connection, record, key))]
        if len(hits) < limit:
            known = {(hit.record_id, hit.id) for hit in hits}
            like = [each for each in names.people_like(connection, text) if each not in known][: limit - len(hits)]
            hits += [replace(hit, is_like=True) for record, key in like if (hit := _hit(connection, record, key))]
        return tuple(hits)


def _hit(connection: Connection, record: str, key: str) -> Hit | None:
    try:
        stored = load(connection, record, key)
    except GoneError:
        return None
    stay = stored.id if record == "stay" else _link(stored, "stay_id")
    return Hit(record, key, _file_of(connection, stored), *_words(connection, stored), stay)


def _link(stored: Stored, name: str) -> str | None:
    answer = stored.answers.get(name)
    return answer if isinstance(answer, str) else None


def _file_of(connection: Connection, stored: Stored) -> str | None:
    """The person whose file the record is in, by way of the stay, the child or the goal where it names one."""
    if stored.record.id == "resident":
        return stored.id
    if resident := _link(stored, "resident_id"):
        return resident
    for name, record in (("stay_id", "stay"), ("child_id", "child"), ("goal_id", "goal")):
        if owner := _link(stored, name):
            return _file_of(connection, load(connection, record, owner))
    return None


def _words(connection: Connection, stored: Stored) -> tuple[str, str]:
    """What a hit is called, and what tells it from others."""
    said = {name: answer for name, answer in stored.answers.items() if isinstance(answer, str)}
    days = {name: answer for name, answer in stored.answers.items() if isinstance(answer, date)}
    title = stored.record.title
    if stored.record.id == "resident":
        return full_name(said.get("first_name"), said.get("last_name")), _born(days.get("date_of_birth"))
    if stored.record.id == "child":
        return full_name(
            said.get("first_name"), said.get("last_name")
        ), f"Child, {_born(days.get('date_of_birth'))}".rstrip(", ")
    if stored.record.id == "referral":
        came = f"came in on {say_day(days.get('received_on'))}"
        return said.get("known_as") or stored.reference or title, f"Referral, {came}"
    if stored.record.id == "unit":
        return said.get("name", title), title
    parent, line = _file_of(connection, stored), line_of(stored.record, stored.answers)
    dated = f"{title} of {say_day(days[stored.record.dated_by])}" if stored.record.dated_by in days else title
    if parent is None:
        return line, dated
    whose = _words(connection, load(connection, "resident", parent))[0]
    return whose, dated if line in (title, "") or stored.record.id == "stay" else f"{dated}: {line}"


def _born(day: date | None) -> str:
    return f"born {say_day(day)}" if day else ""


def history(desk: Desk, record_id: str, key: str) -> tuple[Change, ...]:
    """What was done to a record: when, by whom, which field, from what to what. Newest first."""
    desk.require(Action.READ)
    with desk.reading() as connection:
        lines = entries.entries_about(connection, [key])
        kept = desk.sight.withheld(connection, ALL[record_id], key)
        return tuple(
            change for line in lines if line.record == record_id for change in _changes(connection, line, kept)
        )


def _changes(connection: Connection, line: entries.EntryLine, withheld: frozenset[str]) -> list[Change]:
    at, fields = local_instant(line.at), {field.name: field for field in in_force(connection).forms[line.record].fields}
    if line.action in DEEDS:
        return [Change(at, line.who, DEEDS[line.action], "", "")]
    changes = []
    for name in line.fields:
        before, after = [RESTRICTED, RESTRICTED] if name in withheld else line.changes.get(name, [PURGED, PURGED])
        field = fields.get(name)
        label = field.label if field else IMPORTED_ID if name == REFERENCE else name
        changes.append(Change(at, line.who, label, _say(connection, field, before), _say(connection, field, after)))
    return changes


def _say(connection: Connection, field: Field | None, value: object) -> str:
    """A plain value of the record of changes in words."""
    if value is None or field is None or value in (PURGED, RESTRICTED):
        return "" if value is None else str(value)
    codes: Plain = value if isinstance(value, list) else [str(value)]
    if field.codes is not None and isinstance(codes, list):
        return ", ".join(field.codes.label(code) if code in field.codes else code for code in codes)
    if field.kind is Kind.DAY:
        return say_day(date.fromisoformat(str(value)))
    if field.kind is Kind.LINK:
        try:
            return _words(connection, load(connection, field.links_to, str(value)))[0]
        except GoneError:
            return f"a {ALL[field.links_to].title.lower()} that is no longer here"
    return str(value)
