"""What is held, what was purged, and what was handed over to somebody outside."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Date, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from refugedesk.storage.tables.schema import CODE, INSTANT, KEY, Row


class RetentionHoldRow(Row):
    """A file that must stay whatever its age: for whom, why, until when, and who has lifted it."""

    __tablename__ = "retention_hold"

    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    record: Mapped[str] = mapped_column(CODE)
    record_id: Mapped[str] = mapped_column(KEY, index=True)
    kind: Mapped[str] = mapped_column(CODE)
    for_whom: Mapped[str] = mapped_column(String(200))
    reason: Mapped[str] = mapped_column(Text)
    until_on: Mapped[date | None] = mapped_column(Date)
    made_at: Mapped[str] = mapped_column(INSTANT)
    made_by: Mapped[str] = mapped_column(KEY)
    lifted_at: Mapped[str | None] = mapped_column(INSTANT)
    lifted_by: Mapped[str | None] = mapped_column(KEY)


class PurgeRow(Row):
    """A purge that one person asked for; done once another has confirmed it. taken: how much it took, as JSON."""

    __tablename__ = "purge"

    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    record: Mapped[str] = mapped_column(CODE)
    record_id: Mapped[str] = mapped_column(KEY, index=True)
    scope: Mapped[str] = mapped_column(CODE)
    reason: Mapped[str] = mapped_column(Text)
    asked_at: Mapped[str] = mapped_column(INSTANT)
    asked_by: Mapped[str] = mapped_column(KEY)
    withdrawn_at: Mapped[str | None] = mapped_column(INSTANT)
    done_at: Mapped[str | None] = mapped_column(INSTANT)
    confirmed_by: Mapped[str | None] = mapped_column(KEY)
    taken: Mapped[str | None] = mapped_column(Text)


class PurgedRow(Row):
    """A file that was purged, known by the digest of its random key alone: an older copy of it is purged again."""

    __tablename__ = "purged"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    scope: Mapped[str] = mapped_column(CODE)
    purged_at: Mapped[str] = mapped_column(INSTANT)


class HandedOverRow(Row):
    """What was given to somebody outside from a person's file: what, to whom, under what authority, when, by whom."""

    __tablename__ = "handed_over"

    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    record: Mapped[str] = mapped_column(CODE)
    record_id: Mapped[str] = mapped_column(KEY, index=True)
    given_on: Mapped[date] = mapped_column(Date)
    to_whom: Mapped[str] = mapped_column(String(200))
    authority: Mapped[str] = mapped_column(CODE)
    authority_detail: Mapped[str] = mapped_column(Text)
    what: Mapped[str] = mapped_column(Text)
    how: Mapped[str] = mapped_column(CODE)
    numbers: Mapped[str | None] = mapped_column(Text)
    made_at: Mapped[str] = mapped_column(INSTANT)
    made_by: Mapped[str] = mapped_column(KEY)
