"""Where else a person's name stands: in other people's files, in what nobody's file is, in half-typed forms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, or_, select

from refugedesk.domain.fields import Kind
from refugedesk.domain.records import ALL
from refugedesk.storage.purging.parts import FileParts
from refugedesk.storage.tables import DRAFT, RECORDS, RELEASE

FEWEST_LETTERS = 3


@dataclass(frozen=True)
class Mention:
    """A record outside the file in whose texts the name stands; record is empty for what is no record."""

    record: str
    id: str


def full_names(connection: Connection, parts: FileParts) -> list[str]:
    """First and last name together of everybody of the file, as they would stand in a text."""
    found = []
    for record in ("resident", "child"):
        table = RECORDS[record].c
        rows = connection.execute(
            select(table.first_name, table.last_name).where(table.id.in_(parts.records.get(record, ())))
        )
        found += [f"{first.strip()} {last.strip()}" for first, last in rows if _tells(first) and _tells(last)]
    return sorted(set(found))


def mentions(connection: Connection, parts: FileParts) -> list[Mention]:
    """The records elsewhere that hold one of the full names, in the order of the forms; then drafts and releases."""
    names = full_names(connection, parts)
    return list(_mentions(connection, parts, names)) if names else []


def _mentions(connection: Connection, parts: FileParts, names: list[str]) -> Iterator[Mention]:
    for record in ALL.values():
        table = RECORDS[record.id]
        texts = [table.c[each.name] for each in record.fields if each.kind in (Kind.TEXT, Kind.LONG_TEXT)]
        if texts:
            holds = or_(*(_holds(each, name) for each in texts for name in names))
            mine = set(parts.records.get(record.id, ())) | parts.spared
            for key in connection.execute(select(table.c.id).where(holds).order_by(table.c.id)).scalars():
                if key not in mine:
                    yield Mention(record.id, key)
    for other, column in ((DRAFT, DRAFT.c.content), (RELEASE, RELEASE.c.narrative)):
        holds = or_(*(_holds(column, name) for name in names))
        for key, content in connection.execute(select(other.c.id, column).where(holds)):
            if other is RELEASE or not any(each in content for each in parts.everything):
                yield Mention("", key)


def _holds(column: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    """Whatever the case; of letters with accents as they are written."""
    return (func.instr(func.lower(column), name.lower()) > 0) | (func.instr(column, name) > 0)


def _tells(name: str | None) -> bool:
    return bool(name and len(name.strip()) >= FEWEST_LETTERS)
