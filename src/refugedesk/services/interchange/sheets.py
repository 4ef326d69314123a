"""Which sheet holds which records, and which column which field: derived from the forms, so that a new field
of a record is imported and exported without a line here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Final

from refugedesk.domain.fields import Field, Record
from refugedesk.domain.records import ALL
from refugedesk.domain.records.child import CHILD, CHILD_STAY
from refugedesk.domain.records.earlier_id import EARLIER_ID
from refugedesk.domain.records.own_code import OWN_CODE
from refugedesk.domain.records.placement import PLACEMENT

CODE_COLUMNS: Final[Mapping[str, str]] = MappingProxyType({"needs": "need", "abuse": "abuse_type"})
"""What the column of a sheet of codes is called, by its field; otherwise as the code list is."""


@dataclass(frozen=True)
class Column:
    """One column: a field of a record, or with no field the id that others name the record by."""

    name: str
    record: Record
    field: Field | None = None

    @property
    def is_id(self) -> bool:
        """Whether the column gives the record its id."""
        return self.field is None

    @property
    def is_restricted(self) -> bool:
        """Whether an export holds it only when it is asked for by name."""
        return self.field is not None and self.field.is_restricted


@dataclass(frozen=True)
class Sheet:
    """One file of the folder, or one sheet of a workbook.

    record: what each row is; a row of ``children`` is a child and, with a stay, what is true of the child in it.
    is_codes: each row adds one code to a record that is in another file.
    """

    name: str
    record: Record
    columns: tuple[Column, ...]
    is_codes: bool = False

    @cached_property
    def by_name(self) -> Mapping[str, Column]:
        """The columns by what their heading says."""
        return {column.name: column for column in self.columns}

    @property
    def file(self) -> str:
        """What its file is called."""
        return f"{self.name}.csv"

    @cached_property
    def id_column(self) -> str:
        """The column that holds the ids of its records; empty where they have none."""
        return next((column.name for column in self.columns if column.is_id and not self.is_codes), "")


def id_name(record: Record) -> str:
    """What a record's id is called wherever it stands: ``stay_id``."""
    return f"{record.id}_id"


def _columns_of(record: Record, *without: str) -> Iterator[Column]:
    for field in record.fields:
        if not field.has_rows and not field.is_secret and field.name not in without:
            yield Column(field.name, record, field)


def _with_id(record: Record) -> Sheet:
    return Sheet(record.plural, record, (Column(id_name(record), record), *_columns_of(record)))


def _children() -> Sheet:
    """A child's own columns and those of the child in a stay, side by side; the first to have a name keeps it."""
    own = (Column(id_name(CHILD), CHILD), *_columns_of(CHILD))
    taken = {column.name for column in own}
    in_stay = tuple(
        Column(column.name if column.name not in taken else f"{CHILD_STAY.id}_{column.name}", CHILD_STAY, column.field)
        for column in _columns_of(CHILD_STAY, id_name(CHILD))
    )
    return Sheet(CHILD.plural, CHILD, (*own, *in_stay))


def _codes() -> Iterator[Sheet]:
    """A sheet for every field whose codes have rows of their own: the record's id and one code a row."""
    for record in ALL.values():
        for field in record.fields:
            if field.has_rows and field.codes is not None:
                code = Column(CODE_COLUMNS.get(field.name, field.codes.id), record, field)
                yield Sheet(field.name, record, (Column(id_name(record), record), code), is_codes=True)


def _own() -> Iterator[Sheet]:
    """A sheet for every form, in their order; a child's part in a stay stands in the sheet of children."""
    for record in ALL.values():
        if record in (PLACEMENT, EARLIER_ID, OWN_CODE):
            yield Sheet(record.plural, record, tuple(_columns_of(record)))
        elif record is CHILD:
            yield _children()
        elif record is not CHILD_STAY:
            yield _with_id(record)


SHEETS: Final[Mapping[str, Sheet]] = MappingProxyType({sheet.name: sheet for sheet in (*_own(), *_codes())})
"""Every sheet by its name, in an order in which each names only ids of those before it."""
WITH_ID: Final = frozenset(sheet.record.id for sheet in SHEETS.values() if sheet.id_column)
"""The records that have an id in the files."""
