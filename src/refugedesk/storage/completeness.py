"""How much of a record is missing, asked in SQL: the same rule as the form's, over a whole table at once."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Table, and_, case, func, literal, or_

from refugedesk.domain.fields import Condition, Field, Record, When, always
from refugedesk.storage.tables import RECORDS


def missing_fields(record: Record) -> dict[str, ColumnElement[bool]]:
    """Field -> whether it is wanted, asked and blank, for each field of the record that may be missing."""
    table = RECORDS[record.id]
    return {field.name: _is_missing(field, table) for field in record.fields if _can_be_missing(field)}


def missing_count(record: Record) -> ColumnElement[int]:
    """How many wanted fields are blank in a row."""
    total: ColumnElement[int] = literal(0)
    for condition in missing_fields(record).values():
        total = total + case((condition, 1), else_=0)
    return func.coalesce(total, 0)


def is_incomplete(record: Record) -> ColumnElement[bool]:
    """Whether any wanted field is blank."""
    return or_(*missing_fields(record).values())


def _can_be_missing(field: Field) -> bool:
    return field.is_wanted and not field.is_hidden and not field.has_rows


def _is_missing(field: Field, table: Table) -> ColumnElement[bool]:
    asked = (*_shown(field.shown, table), *_shown(field.wanted_when, table))
    return and_(table.c.id.is_not(None), table.c[field.name].is_(None), *asked)


def _shown(condition: Condition, table: Table) -> list[ColumnElement[bool]]:
    if condition is always:
        return []
    if not isinstance(condition, When):
        raise TypeError("a wanted field's condition is made by when() or when_filled()")
    column = table.c[condition.field]
    if condition.is_filled:
        return [column.is_not(None)]
    return [or_(column.in_([value for value in condition.values if value is not None]), *_or_blank(condition, table))]


def _or_blank(condition: When, table: Table) -> list[ColumnElement[bool]]:
    return [table.c[condition.field].is_(None)] if None in condition.values else []
