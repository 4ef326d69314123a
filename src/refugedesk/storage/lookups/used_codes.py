"""How many records have each answer of a list."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import Connection, func, select

from refugedesk.domain.fields import Kind
from refugedesk.domain.records import ALL
from refugedesk.storage.tables import CHOICES, RECORDS


def uses_of(connection: Connection, codelist: str) -> Counter[str]:
    """Code -> how many answers of it there are, in every form that uses the list."""
    found: Counter[str] = Counter()
    for record in ALL.values():
        for field in record.fields:
            if field.codes is None or field.codes.id != codelist:
                continue
            column = CHOICES[record.id, field.name].c.code if field.has_rows else RECORDS[record.id].c[field.name]
            query = select(column, func.count()).where(column.is_not(None)).group_by(column)
            for answer, number in connection.execute(query):
                for code in answer if field.kind is Kind.CHOICES and not field.has_rows else (answer,):
                    found[code] += number
    return found
