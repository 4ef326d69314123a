"""Every record of a form at once, with links as the ids that others know records by: for imports and exports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, FromClause, select

from refugedesk.domain.drafts import in_list_order
from refugedesk.domain.fields import Answer, Kind, Record
from refugedesk.storage.extracts import known_id
from refugedesk.storage.tables import CHOICES, RECORDS


@dataclass(frozen=True)
class Known:
    """One stored record: its key, the id it is known by, and the answers it has; blanks are left out."""

    key: str
    id: str
    answers: dict[str, Answer]


def known_records(connection: Connection, record: Record) -> Iterator[Known]:
    """Every record of the form, ordered by the id it is known by, then by key."""
    table = RECORDS[record.id]
    source: FromClause = table
    columns = [table.c.id.label("key"), known_id(table).label("known_id")]
    for field in record.fields:
        if field.kind is Kind.LINK:
            linked = RECORDS[field.links_to].alias(f"linked_{field.name}")
            source = source.outerjoin(linked, linked.c.id == table.c[field.name])
            columns.append(known_id(linked).label(field.name))
        elif not field.has_rows:
            columns.append(table.c[field.name].label(field.name))
    several = {field.name: _codes(connection, record, field.name) for field in record.fields if field.has_rows}
    for row in connection.execute(select(*columns).select_from(source).order_by(columns[1], columns[0])):
        key, known, *values = row
        answers = {name: value for name, value in zip(row._fields[2:], values, strict=True) if value not in (None, ())}
        answers |= {name: codes[key] for name, codes in several.items() if key in codes}
        yield Known(key, known, answers)


def _codes(connection: Connection, record: Record, name: str) -> dict[str, tuple[str, ...]]:
    """The codes of one field by the key of their record, in the order of the list."""
    table = CHOICES[record.id, name]
    found: dict[str, list[str]] = {}
    for key, code in connection.execute(select(table.c[f"{record.id}_id"], table.c.code)):
        found.setdefault(key, []).append(code)
    field = record.field(name)
    return {key: in_list_order(field, codes) for key, codes in found.items()}
