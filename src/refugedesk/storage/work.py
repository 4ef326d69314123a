"""The unit of work: one transaction that saves records with their audit and their words in the search index.

It commits when its block ends well and rolls back when anything is raised. Values in and out are plain answers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, delete, insert, select, update

from refugedesk.domain.drafts import in_list_order
from refugedesk.domain.errors import CorrectableError
from refugedesk.domain.fields import Answer, Answers, Field, Kind, Record
from refugedesk.domain.levels import Level
from refugedesk.domain.records import ALL
from refugedesk.domain.words import tr
from refugedesk.storage import search
from refugedesk.storage.answers import state, to_plain
from refugedesk.storage.audit import Deed, Trail
from refugedesk.storage.engine import for_writing
from refugedesk.storage.own_rules import InForce, in_force
from refugedesk.storage.sight import Sight
from refugedesk.storage.subjects import Subjects
from refugedesk.storage.tables import CHOICES, RECORDS, SERVICE
from refugedesk.storage.tables.schema import new_key

REFERENCE = "reference"
"""What the record of changes calls the imported id."""


class ChangedMeanwhileError(CorrectableError):
    """Somebody saved the same record in between: saving now would lose what they wrote."""


class GoneError(CorrectableError):
    """The record is no longer in the store."""


@dataclass(frozen=True)
class Stored:
    """One record as the store holds it."""

    record: Record
    id: str
    reference: str | None
    version: int
    answers: Answers


@dataclass(frozen=True)
class Entry:
    """A record to be added: its answers, the id it was imported under, and its key (made on the spot if empty)."""

    answers: Answers
    reference: str | None = None
    id: str = ""


def as_text(instant: datetime) -> str:
    """An instant as the store keeps it: ISO 8601 in UTC with microseconds."""
    return instant.astimezone(UTC).isoformat(timespec="microseconds")


@dataclass
class Work:
    """What can be done within one transaction.

    The connection knows the whole truth: what is hidden from the person at work is kept from them here, where a
    record is named by its key. Lists are read through a connection that sees what they may see.
    """

    connection: Connection
    trail: Trail
    sight: Sight
    subjects: Subjects

    def load(self, record_id: str, key: str) -> Stored:
        """The record of that key; GoneError where it is not in the store, or hidden."""
        self._require_seen(ALL[record_id], key)
        return load(self.connection, record_id, key)

    def withheld(self, record_id: str, key: str) -> frozenset[str]:
        """The fields whose answers are not for the person at work."""
        return self.sight.withheld(self.connection, ALL[record_id], key)

    def add(self, record_id: str, answers: Answers, reference: str | None = None) -> str:
        """Adds one record; its key."""
        return self.add_many(record_id, [Entry(answers, reference)])[0]

    def add_many(self, record_id: str, entries: Sequence[Entry], action: str = "create") -> list[str]:
        """Adds many records of one form; their keys, in order. Every one is audited and can be searched."""
        record = ALL[record_id]
        taken = self.sight.hidden_references(self.connection, record)
        entries = [replace(entry, reference=None) if entry.reference in taken else entry for entry in entries]
        keyed = [(entry.id or new_key(), entry) for entry in entries]
        if not keyed:
            return []
        for entry in entries:
            self._require_links(record, entry.answers)
        rows = [_row(record, entry.answers) | {"id": key, "reference": entry.reference} for key, entry in keyed]
        self.connection.execute(insert(RECORDS[record_id]), [row | {"version": 1} for row in rows])
        for field in record.fields:
            if field.has_rows:
                self._add_codes(record, field.name, [(key, entry.answers.get(field.name)) for key, entry in keyed])
        worded = [search.Worded(key, entry.answers, entry.reference) for key, entry in keyed]
        search.put_many(self.connection, record, worded)
        self.trail.add(self._created(record, key, entry, action) for key, entry in keyed)
        return [key for key, _ in keyed]

    def save(self, record_id: str, key: str, answers: Answers, version: int) -> int:
        """Saves a record that is there; its new version. ChangedMeanwhileError where ``version`` is not the newest."""
        before = self.load(record_id, key)
        self._require_links(before.record, answers)
        if before.version != version:
            raise ChangedMeanwhileError(
                tr(
                    "Somebody saved this {title} while it was open here. Nothing of yours is lost: it is "
                    "kept as a draft. Open it again to see what they wrote.",
                    title=before.record.title.lower(),
                )
            )
        changes = changes_between(before.record, before.answers, answers)
        if not changes:
            return version
        table = RECORDS[record_id]
        row = _row(before.record, answers) | {"version": version + 1}
        self.connection.execute(update(table).where(table.c.id == key).values(row))
        self._replace_codes(before.record, key, answers, changes)
        search.drop(self.connection, key)
        search.put_many(self.connection, before.record, [search.Worded(key, answers, before.reference)])
        after = state(before.record, answers)
        self.trail.add([Deed("change", record_id, key, changes, after, self.subjects.of(record_id, key, answers))])
        return version + 1

    def remove(self, record_id: str, key: str) -> None:
        """Takes a record out; what it held stays in the audit. Links to it must be gone before."""
        before = self.load(record_id, key)
        subject = self.subjects.of(record_id, key, before.answers)
        for (owner, _), table in CHOICES.items():
            if owner == record_id:
                self.connection.execute(delete(table).where(table.c[f"{owner}_id"] == key))
        self.connection.execute(delete(RECORDS[record_id]).where(RECORDS[record_id].c.id == key))
        search.drop(self.connection, key)
        taken = changes_between(before.record, before.answers, {})
        self.trail.add([Deed("remove", record_id, key, taken, subject=subject)])

    def put_back(self, stored: Stored) -> None:
        """Puts a record that was taken out back as it was, under its key and its imported id."""
        record = stored.record
        row = _row(record, stored.answers) | {"id": stored.id, "reference": stored.reference}
        self.connection.execute(insert(RECORDS[record.id]), [row | {"version": stored.version}])
        for field in record.fields:
            if field.has_rows:
                self._add_codes(record, field.name, [(stored.id, stored.answers.get(field.name))])
        worded = search.Worded(stored.id, stored.answers, stored.reference)
        search.put_many(self.connection, record, [worded])
        self.trail.add([self._created(record, stored.id, Entry(stored.answers), "put_back")])

    def rename(self, record_id: str, key: str, reference: str | None) -> None:
        """Gives a record another imported id, or none."""
        stored, table = self.load(record_id, key), RECORDS[record_id]
        self.connection.execute(
            update(table).where(table.c.id == key).values(reference=reference, version=stored.version + 1)
        )
        search.drop(self.connection, key)
        search.put_many(self.connection, stored.record, [search.Worded(key, stored.answers, reference)])
        changes: dict[str, list[object]] = {REFERENCE: [stored.reference, reference]}
        after, subject = state(stored.record, stored.answers), self.subjects.of(record_id, key, stored.answers)
        self.trail.add([Deed("change", record_id, key, changes, after, subject)])

    def note(self, action: str, record_id: str = "", key: str = "", **facts: str) -> None:
        """Writes down something done that changed no record: a view, an export, a release."""
        told: dict[str, list[object]] | None = {name: [None, fact] for name, fact in facts.items()} or None
        self.trail.add([Deed(action, record_id, key, told, subject=self.subjects.of(record_id, key))])

    def _require_seen(self, record: Record, key: str) -> None:
        if self.sight.hides(self.connection, key):
            raise _gone(record)

    def _require_links(self, record: Record, answers: Answers) -> None:
        """A record that is hidden cannot be named either: to them it is not there."""
        for field in record.fields:
            link = answers.get(field.name)
            if field.kind is Kind.LINK and isinstance(link, str):
                self._require_seen(ALL[field.links_to], link)

    def _created(self, record: Record, key: str, entry: Entry, action: str) -> Deed:
        made = changes_between(record, {}, entry.answers)
        subject = self.subjects.of(record.id, key, entry.answers)
        return Deed(action, record.id, key, made, state(record, entry.answers), subject)

    def note_change(self, action: str, name: str, changes: Mapping[str, list[object]]) -> None:
        """Writes down a change of something that is no record, such as a rule of the service: from what to what."""
        self.trail.add([Deed(action, "setting", name, changes)])

    def _add_codes(self, record: Record, field: str, chosen: Sequence[tuple[str, Answer]]) -> None:
        rows = [
            {f"{record.id}_id": key, "code": code}
            for key, codes in chosen
            if isinstance(codes, tuple)
            for code in codes
        ]
        if rows:
            self.connection.execute(insert(CHOICES[record.id, field]), rows)

    def _replace_codes(self, record: Record, key: str, answers: Answers, changes: Mapping[str, object]) -> None:
        for field in record.fields:
            if field.has_rows and field.name in changes:
                table = CHOICES[record.id, field.name]
                self.connection.execute(delete(table).where(table.c[f"{record.id}_id"] == key))
                self._add_codes(record, field.name, [(key, answers.get(field.name))])


def load(connection: Connection, record_id: str, key: str, rules: InForce | None = None) -> Stored:
    """The record of that key; GoneError where it is not in the store. rules: the service's, where they were read."""
    record, table = (rules or in_force(connection)).forms[record_id], RECORDS[record_id]
    row = connection.execute(select(table).where(table.c.id == key)).mappings().first()
    if row is None:
        raise _gone(record)
    answers = {
        field.name: _codes(connection, record, field, key) if field.has_rows else row[field.name]
        for field in record.fields
    }
    return Stored(record, key, row["reference"], row["version"], answers)


def _gone(record: Record) -> GoneError:
    return GoneError(
        tr("This {title} is no longer in the store. Go back and open the list again.", title=record.title.lower())
    )


def _codes(connection: Connection, record: Record, field: Field, key: str) -> tuple[str, ...]:
    table = CHOICES[record.id, field.name]
    found = connection.execute(select(table.c.code).where(table.c[f"{record.id}_id"] == key)).scalars()
    return in_list_order(field, found)


def changes_between(record: Record, before: Answers, after: Answers) -> dict[str, list[object]]:
    """Field -> [from, to] as plain values, for the fields that differ; blank and no codes are the same."""
    pairs = {field.name: (_or_none(before.get(field.name)), _or_none(after.get(field.name))) for field in record.fields}
    return {name: [to_plain(old), to_plain(new)] for name, (old, new) in pairs.items() if old != new}


def _or_none(answer: Answer) -> Answer:
    return None if answer in ("", ()) else answer


def _row(record: Record, answers: Answers) -> dict[str, Answer]:
    return {field.name: answers.get(field.name) for field in record.fields if not field.has_rows}


@contextmanager
def unit_of_work(engine: Engine, who: Sight | str, now: datetime) -> Iterator[Work]:
    """One transaction, committed when the block ends well and rolled back when anything is raised.

    Args: who: what the person at work may see; an account's id alone restricts no answers.
    """
    sight = who if isinstance(who, Sight) else Sight(who, "", Level.EVERYTHING)
    with for_writing(engine).begin() as connection, sight.over(connection):
        chain = connection.execute(select(SERVICE.c.chain)).scalar_one()
        trail = Trail(connection, chain, sight.account_id, as_text(now))
        yield Work(connection, trail, sight, Subjects(connection))
