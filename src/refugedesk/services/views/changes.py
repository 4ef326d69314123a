"""What was done to one record: when, by whom, which field, from what to what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from refugedesk.domain.fields import Field, Kind
from refugedesk.domain.records import ALL
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action
from refugedesk.services.views.read_once import Shelf, words_of
from refugedesk.services.wording import local_instant, say_day
from refugedesk.storage.answers import Plain
from refugedesk.storage.lookups import history as entries
from refugedesk.storage.work import REFERENCE, GoneError

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
    "ask_purge": "Asked to be purged",
    "withdraw_purge": "Not to be purged after all",
    "purge": "Purged",
    "purge_again": "Purged again from an older copy",
    "hold": "Held",
    "end_hold": "Held no longer",
    "hand_over": "Handed over, in part or whole",
    "two_people": "Said to be somebody else than a person of a like name",
}
IMPORTED_ID = "Id of the import"
PURGED = "no longer kept"
RESTRICTED = "restricted"


@dataclass(frozen=True)
class Change:
    """A change of one field, or something done to the whole record (then before and after are empty)."""

    at: datetime
    who: str
    field_label: str
    before: str
    after: str


def history(desk: Desk, record_id: str, key: str) -> tuple[Change, ...]:
    """What was done to a record: when, by whom, which field, from what to what. Newest first."""
    desk.require(Action.READ)
    with desk.reading() as connection:
        lines = entries.entries_about(connection, [key])
        kept, shelf = desk.sight.withheld(connection, ALL[record_id], key), Shelf(connection)
        return tuple(change for line in lines if line.record == record_id for change in _changes(shelf, line, kept))


def _changes(shelf: Shelf, line: entries.EntryLine, withheld: frozenset[str]) -> list[Change]:
    at, fields = local_instant(line.at), {field.name: field for field in shelf.rules.forms[line.record].fields}
    if line.action in DEEDS:
        return [Change(at, line.who, DEEDS[line.action], "", "")]
    changes = []
    for name in line.fields:
        before, after = [RESTRICTED, RESTRICTED] if name in withheld else line.changes.get(name, [PURGED, PURGED])
        field = fields.get(name)
        label = field.label if field else IMPORTED_ID if name == REFERENCE else name
        changes.append(Change(at, line.who, label, _say(shelf, field, before), _say(shelf, field, after)))
    return changes


def _say(shelf: Shelf, field: Field | None, value: object) -> str:
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
            return words_of(shelf, shelf.load(field.links_to, str(value)))[0]
        except GoneError:
            return f"a {ALL[field.links_to].title.lower()} that is no longer here"
    return str(value)
