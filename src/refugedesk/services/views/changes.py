"""What was done to one record: when, by whom, which field, from what to what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from refugedesk.domain.fields import Field, Kind
from refugedesk.domain.records import ALL
from refugedesk.domain.words import noted, tr
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action
from refugedesk.services.views.read_once import Shelf, words_of
from refugedesk.services.wording import local_instant, say_day
from refugedesk.storage.answers import Plain
from refugedesk.storage.lookups import history as entries
from refugedesk.storage.work import REFERENCE, GoneError

DEEDS = {
    "create": noted("Recorded"),
    "import": noted("Imported"),
    "remove": noted("Taken out"),
    "put_back": noted("Put back"),
    "view": noted("Looked at"),
    "print": noted("Printed"),
    "hide": noted("Hidden from a colleague"),
    "show": noted("Shown to a colleague again"),
    "emergency": noted("Opened in an emergency"),
    "noted": noted("Emergency taken note of"),
    "merge": noted("Made one with another file"),
    "undo_merge": noted("Taken apart from another file"),
    "ask_purge": noted("Asked to be purged"),
    "withdraw_purge": noted("Not to be purged after all"),
    "purge": noted("Purged"),
    "purge_again": noted("Purged again from an older copy"),
    "hold": noted("Held"),
    "end_hold": noted("Held no longer"),
    "hand_over": noted("Handed over, in part or whole"),
    "two_people": noted("Said to be somebody else than a person of a like name"),
}
IMPORTED_ID = noted("Id of the import")
PURGED = noted("no longer kept")
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
        return [Change(at, line.who, tr(DEEDS[line.action]), "", "")]
    changes = []
    for name in line.fields:
        before, after = [RESTRICTED, RESTRICTED] if name in withheld else line.changes.get(name, [PURGED, PURGED])
        field = fields.get(name)
        label = field.label if field else tr(IMPORTED_ID) if name == REFERENCE else name
        changes.append(Change(at, line.who, label, _say(shelf, field, before), _say(shelf, field, after)))
    return changes


def _say(shelf: Shelf, field: Field | None, value: object) -> str:
    """A plain value of the record of changes in words."""
    if value is None or field is None or value in (PURGED, RESTRICTED):
        return "" if value is None else tr(str(value)) if value in (PURGED, RESTRICTED) else str(value)
    codes: Plain = value if isinstance(value, list) else [str(value)]
    if field.codes is not None and isinstance(codes, list):
        return ", ".join(field.codes.label(code) if code in field.codes else code for code in codes)
    if field.kind is Kind.DAY:
        return say_day(date.fromisoformat(str(value)))
    if field.kind is Kind.LINK:
        try:
            return words_of(shelf, shelf.load(field.links_to, str(value)))[0]
        except GoneError:
            return tr("a {title} that is no longer here", title=tr(ALL[field.links_to].title).lower())
    return str(value)
