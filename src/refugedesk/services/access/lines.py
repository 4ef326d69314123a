"""The lines of a person's file, each with what is proposed for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from refugedesk.domain.fields import Answer, Field, Kind
from refugedesk.domain.record_words import words_of
from refugedesk.domain.redaction import Outsiders, Proposal, address_words, propose
from refugedesk.domain.sounds import words_of_name
from refugedesk.domain.typed import show_answer
from refugedesk.domain.words import tr
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action
from refugedesk.services.wording import full_name, say_day
from refugedesk.storage.lookups.names import NAMED
from refugedesk.storage.lookups.telling_words import telling_words
from refugedesk.storage.purging.parts import file_parts
from refugedesk.storage.tables import RECORDS
from refugedesk.storage.work import Stored, Work, load

OWN: tuple[str, ...] = NAMED["resident"]
LEFT_OUT = frozenset({"earlier_id", "conflict"})
"""What is about how records are kept or which colleague must not see them, and says nothing of the person."""


@dataclass(frozen=True)
class PackLine:
    """One answer of the file. key: record, field; part: the heading it stands under; masked: without others' names."""

    key: str
    part: str
    label: str
    words: str
    masked: str
    proposal: Proposal


@dataclass(frozen=True)
class Pack:
    """Everything that is recorded of a person, line by line. child_id: of a child alone, in the parent's file."""

    resident_id: str
    who: str
    lines: tuple[PackLine, ...]
    child_id: str = ""

    @property
    def about(self) -> str:
        """Whose it is: the child's, or the resident's."""
        return self.child_id or self.resident_id


def look_through(desk: Desk, resident_id: str, child_id: str = "") -> Pack:
    """Every line of a person's file, with what is proposed for each; it is written down that it was looked at.

    Args: child_id: only what is recorded of this child of theirs, for the child.

    The address of the house is in none of them, whatever somebody typed.

    Raises:
        GoneError, NotAllowedError
    """
    desk.require(Action.HAND_OVER)
    with desk.writing() as work:
        of = ("child", child_id) if child_id else ("resident", resident_id)
        person = work.load(*of)
        work.note("view", *of)
        places = _places(work) - {desk.service.home_authority}
    with desk.reading() as connection:
        outsiders = Outsiders(_others(connection) - _own_words(person), places)
        lines = tuple(_lines(connection, resident_id, child_id, outsiders))
    first, last = (person.answers.get(name) for name in ("first_name", "last_name"))
    who = full_name(first if isinstance(first, str) else None, last if isinstance(last, str) else None)
    return Pack(resident_id, who, lines, child_id)


def _own_words(person: Stored) -> frozenset[str]:
    """The single words of the person's own names, in every case they are met in."""
    return frozenset(word.casefold() for name in OWN for word in words_of_name(str(person.answers.get(name) or "")))


def _others(connection: Connection) -> frozenset[str]:
    """The single words of everybody's names, and of those who work here."""
    known = telling_words(connection).names
    accounts = connection.exec_driver_sql("SELECT name FROM account").scalars()
    return frozenset(word.casefold() for name in (*known, *accounts) for word in words_of_name(name) if len(word) > 1)


def _places(work: Work) -> frozenset[str]:
    """The places of the house, from every property there is: asked of the whole truth, shown to nobody."""
    table = RECORDS["property"]
    rows = work.connection.execute(select(table)).mappings()
    return frozenset(place for row in rows for place in address_words(str(row["address"] or "")))


def _lines(connection: Connection, resident_id: str, child_id: str, outsiders: Outsiders) -> Iterator[PackLine]:
    parts = file_parts(connection, "resident", resident_id)
    for record, keys in sorted(parts.records.items(), key=lambda pair: pair[0] != "resident"):
        if record not in LEFT_OUT:
            stored = (load(connection, record, key) for key in keys)
            for each in sorted(stored, key=_sorts_by):
                if not child_id or child_id in (each.id, each.answers.get("child_id")):
                    yield from _of_record(each, outsiders, bool(child_id))


def _of_record(stored: Stored, outsiders: Outsiders, is_own: bool) -> Iterator[PackLine]:
    about_child = bool(stored.answers.get("child_id"))
    for field in stored.record.fields:
        words = _words(field, stored.answers.get(field.name))
        if words:
            shown, masked = outsiders.without_places(words), outsiders.masked(words)
            is_text = field.kind in (Kind.TEXT, Kind.LONG_TEXT) and field.name not in OWN
            proposal = propose(stored.record, field, about_child, is_text and masked != words, is_own)
            key = f"{stored.record.id} {stored.id} {field.name}"
            yield PackLine(key, _heading(stored), field.label, shown, masked if is_text else shown, proposal)


def _words(field: Field, answer: Answer) -> str:
    """The answer in full; nothing of a link, nor of what must never leave the store."""
    if field.kind is Kind.LINK or field.is_secret or answer in (None, "", ()):
        return ""
    return show_answer(answer) if field.codes is None and not isinstance(answer, int) else words_of(field, answer)


def _heading(stored: Stored) -> str:
    """The kind of record and its day, and nothing of what is in it."""
    day = say_day(_on(stored))
    return tr("{title} of {day}", title=stored.record.title, day=day) if day else stored.record.title


def _on(stored: Stored) -> date | None:
    answer = stored.answers.get(stored.record.dated_by) if stored.record.dated_by else None
    return answer if isinstance(answer, date) else None


def _sorts_by(stored: Stored) -> tuple[date, str]:
    return _on(stored) or date.min, stored.id
