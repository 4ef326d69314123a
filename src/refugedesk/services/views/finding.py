"""Search over everything, and what was done to one record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection

from refugedesk.domain.fields import Field, Kind
from refugedesk.domain.records import ALL
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action
from refugedesk.services.wording import full_name, local_instant, say_day
from refugedesk.storage import search as index
from refugedesk.storage.answers import Plain
from refugedesk.storage.lookups import history as entries
from refugedesk.storage.work import GoneError, Stored, load

DEEDS = {"create": "Recorded", "import": "Imported", "remove": "Taken out", "view": "Looked at"}
PURGED = "no longer kept"


@dataclass(frozen=True)
class Hit:
    """Something found: which record, the person whose file it is in, and its words."""

    record_id: str
    id: str
    resident_id: str | None
    title: str
    detail: str


@dataclass(frozen=True)
class Change:
    """A change of one field, or something done to the whole record (then before and after are empty)."""

    at: datetime
    who: str
    field_label: str
    before: str
    after: str


def search(desk: Desk, text: str, limit: int = 30) -> tuple[Hit, ...]:
    """What holds a word beginning with each word typed, newest first."""
    desk.require(Action.READ)
    with desk.reading() as connection:
        found = index.find(connection, text, limit)
        return tuple(hit for record, key in found if (hit := _hit(connection, record, key)))


def _hit(connection: Connection, record: str, key: str) -> Hit | None:
    try:
        stored = load(connection, record, key)
    except GoneError:
        return None
    return Hit(record, key, _file_of(stored), *_words(connection, stored))


def _file_of(stored: Stored) -> str | None:
    if stored.record.id == "resident":
        return stored.id
    resident = stored.answers.get("resident_id")
    return resident if isinstance(resident, str) else None


def _words(connection: Connection, stored: Stored) -> tuple[str, str]:
    """What a hit is called, and what tells it from others."""
    said = {name: answer for name, answer in stored.answers.items() if isinstance(answer, str)}
    days = {name: answer for name, answer in stored.answers.items() if isinstance(answer, date)}
    title = stored.record.title
    if stored.record.id == "resident":
        return full_name(said.get("first_name"), said.get("last_name")), _born(days.get("date_of_birth"))
    if stored.record.id == "child":
        return full_name(said.get("first_name"), None), f"Child, {_born(days.get('date_of_birth'))}".rstrip(", ")
    if stored.record.id == "referral":
        came = f"came in on {say_day(days.get('received_on'))}"
        return said.get("known_as") or stored.reference or title, f"Referral, {came}"
    if stored.record.id == "unit":
        return said.get("name", title), title
    parent = _file_of(stored)
    whose = _words(connection, load(connection, "resident", parent))[0] if parent else title
    return whose, f"{title} from {say_day(days.get('started_on'))}"


def _born(day: date | None) -> str:
    return f"born {say_day(day)}" if day else ""


def history(desk: Desk, record_id: str, key: str) -> tuple[Change, ...]:
    """What was done to a record: when, by whom, which field, from what to what. Newest first."""
    desk.require(Action.READ)
    with desk.reading() as connection:
        lines = entries.entries_about(connection, [key])
        return tuple(change for line in lines if line.record == record_id for change in _changes(connection, line))


def _changes(connection: Connection, line: entries.EntryLine) -> list[Change]:
    at, fields = local_instant(line.at), {field.name: field for field in ALL[line.record].fields}
    if line.action in DEEDS:
        return [Change(at, line.who, DEEDS[line.action], "", "")]
    changes = []
    for name in line.fields:
        before, after = line.changes.get(name, [PURGED, PURGED])
        field = fields.get(name)
        label = field.label if field else name
        changes.append(Change(at, line.who, label, _say(connection, field, before), _say(connection, field, after)))
    return changes


def _say(connection: Connection, field: Field | None, value: object) -> str:
    """A plain value of the record of changes in words."""
    if value is None or field is None or value == PURGED:
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
