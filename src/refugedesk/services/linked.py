"""What belongs to a stay, a person, a child or a goal: listed in words, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from refugedesk.domain.fields import Kind, Record
from refugedesk.domain.record_words import line_of
from refugedesk.services.choices import link_words
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action
from refugedesk.storage.lookups import linked as lookups
from refugedesk.storage.own_rules import in_force

MOST = 200


@dataclass(frozen=True)
class LinkedRow:
    """One record in a list: its day, itself in one line, and how much is missing from it."""

    id: str
    on: date | None
    words: str
    missing: int


@dataclass(frozen=True)
class LinkedCount:
    """How many records of a form belong to somebody, and how much is missing from them together."""

    count: int
    missing: int


def linked(desk: Desk, record_id: str, owner: str, key: str, limit: int = MOST) -> tuple[LinkedRow, ...]:
    """The newest records of a form whose link ``owner`` names ``key``; all where ``owner`` is empty."""
    desk.require(Action.READ)
    with desk.reading() as connection:
        lines = lookups.linked_lines(connection, record_id, owner, key, limit)
        record = in_force(connection).forms[record_id]
        names = _names(connection, record, lines, owner)
    return tuple(LinkedRow(line.id, line.on, line_of(record, line.answers, names), line.missing) for line in lines)


def _names(connection: Connection, record: Record, lines: Sequence[lookups.LinkedLine], owner: str) -> dict[str, str]:
    """Key -> what the records are called that these lines name, but for whom the list belongs to."""
    links = [record.field(name) for name in record.line if record.field(name).kind is Kind.LINK and name != owner]
    wanted = {
        (field.links_to, str(line.answers[field.name])) for field in links for line in lines if line.answers[field.name]
    }
    return {key: link_words(connection, to, key) for to, key in wanted}


def linked_counts(desk: Desk, of: Sequence[tuple[str, str]], key: str) -> dict[str, LinkedCount]:
    """Record -> its count, for each (record, link) of ``of`` that may name ``key``."""
    desk.require(Action.READ)
    with desk.reading() as connection:
        found = lookups.linked_counts(connection, of, key)
    return {record_id: LinkedCount(*counts) for record_id, counts in found.items()}
