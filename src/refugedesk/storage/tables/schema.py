"""What every table shares: names for constraints, and the columns of a record.

Only the search index is SQLite's own; the rest of the schema is plain SQL, so that a team's shared server can hold it
one day. Keys are time-ordered UUIDs made on the spot: two laptops never make the same one.
"""

from __future__ import annotations

from sqlalchemy import Dialect, ForeignKey, Integer, MetaData, String, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from uuid_utils import uuid7

KEY = String(36)
CODE = String(40)
INSTANT = String(32)
"""An instant is kept as ISO 8601 text in UTC with microseconds: it sorts, and reads the same everywhere."""

TIME = String(5)
OTHER = String(80)
"""What is meant by "other", in words."""


class CodesType(TypeDecorator[tuple[str, ...]]):
    """Several codes in one column, with blanks between and at both ends, so that one can be looked for: `` a b ``."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str | None:
        """None for none, so that a blank is a blank whichever question it is."""
        return f" {' '.join(value)} " if value else None

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...]:
        """The codes in the order in which they were put in."""
        return tuple(value.split()) if value else ()


CODES = CodesType()

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Row(DeclarativeBase):
    """The parent of every table."""

    metadata = MetaData(naming_convention=NAMES)


class RecordRow:
    """The columns every record has besides its fields.

    reference: the id it was imported under, kept and exported; version: counts saves, so that none is lost.
    """

    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    reference: Mapped[str | None] = mapped_column(String(64), unique=True)
    version: Mapped[int] = mapped_column(Integer)


def new_key() -> str:
    """A fresh time-ordered key."""
    return str(uuid7())


def link(table: str) -> Mapped[str]:
    """A column that names a row of another table; indexed, since lists follow it."""
    return mapped_column(KEY, ForeignKey(f"{table}.id"), nullable=False, index=True)


def optional_link(table: str) -> Mapped[str | None]:
    """A column that may name a row of another table."""
    return mapped_column(KEY, ForeignKey(f"{table}.id"), nullable=True, index=True)
