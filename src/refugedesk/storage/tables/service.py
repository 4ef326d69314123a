"""The service itself, its wards, and the people who may open the store."""

from __future__ import annotations

from sqlalchemy import Boolean, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from refugedesk.storage.tables.schema import CODE, KEY, Row


class ServiceRow(Row):
    """The one service a store belongs to; ``chain`` names this installation in the audit."""

    __tablename__ = "service"

    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    home_authority: Mapped[str] = mapped_column(String(80))
    chain: Mapped[str] = mapped_column(KEY)


class WardRow(Row):
    """A ward of the home authority: a code made from its name, which is its label."""

    __tablename__ = "ward"

    code: Mapped[str] = mapped_column(String(80), primary_key=True)
    name: Mapped[str] = mapped_column(String(80))


class AccountRow(Row):
    """Somebody who may open the store. One who has left stays, inactive, so that the audit still reads."""

    __tablename__ = "account"

    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    name: Mapped[str] = mapped_column(String(80), unique=True)
    role: Mapped[str] = mapped_column(CODE)
    is_active: Mapped[bool] = mapped_column(Boolean)


class SearchEntryRow(Row):
    """Which record a line of the search index belongs to: its rowid there is ``id`` here."""

    __tablename__ = "search_entry"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    record: Mapped[str] = mapped_column(CODE)
    record_id: Mapped[str] = mapped_column(KEY, unique=True)
