"""The service itself, its wards, and the people who may open the store."""

from __future__ import annotations

from sqlalchemy import Boolean, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from refugedesk.storage.tables.schema import CODE, INSTANT, KEY, Row


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
    """Somebody who may open the store. One who has left stays, inactive, so that the audit still reads.

    here_at: when they were last seen at it; here_before_at: when before they were last away, for what is new since.
    """

    __tablename__ = "account"

    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    name: Mapped[str] = mapped_column(String(80), unique=True)
    role: Mapped[str] = mapped_column(CODE)
    is_active: Mapped[bool] = mapped_column(Boolean)
    here_at: Mapped[str | None] = mapped_column(INSTANT)
    here_before_at: Mapped[str | None] = mapped_column(INSTANT)


class SettingRow(Row):
    """Something the service has chosen for itself, as JSON: its own questions, codes and rhythm."""

    __tablename__ = "setting"

    name: Mapped[str] = mapped_column(CODE, primary_key=True)
    content: Mapped[str] = mapped_column(Text)


class MergeRow(Row):
    """Two files of one person made into one: what was moved, so that it can be undone."""

    __tablename__ = "merge"

    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    kept_id: Mapped[str] = mapped_column(KEY, index=True)
    gone_id: Mapped[str] = mapped_column(KEY, index=True)
    content: Mapped[str] = mapped_column(Text)
    made_at: Mapped[str] = mapped_column(INSTANT)
    made_by: Mapped[str] = mapped_column(KEY)
    undone_at: Mapped[str | None] = mapped_column(INSTANT)


class SearchEntryRow(Row):
    """Which record a line of the search index belongs to: its rowid there is ``id`` here.

    is_restricted: the line holds words of restricted answers too; the record then has another line without them.
    """

    __tablename__ = "search_entry"
    __table_args__ = (UniqueConstraint("record_id", "is_restricted"),)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    record: Mapped[str] = mapped_column(CODE)
    record_id: Mapped[str] = mapped_column(KEY)
    is_restricted: Mapped[bool] = mapped_column(Boolean)
