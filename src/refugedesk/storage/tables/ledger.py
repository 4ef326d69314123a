"""Who did what and when: the audit's chain and its values, the drafts, and what was released to whom."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Date, ForeignKey, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from refugedesk.storage.tables.schema import CODE, INSTANT, KEY, Row


class AuditEntryRow(Row):
    """One link of the append-only chain. It holds digests, never a value: those a purge may empty.

    chain: which installation wrote it, so that laptops can exchange changes later; fields: the names that changed;
    digest: of the values from and to, salted; state_digest: of the whole record afterwards, salted; subject_id: the
    person, or the referral, whom it is about, so that it can be asked who saw a file, and hidden with the file.
    """

    __tablename__ = "audit_entry"
    __table_args__ = (UniqueConstraint("chain", "position"),)

    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    chain: Mapped[str] = mapped_column(KEY)
    position: Mapped[int] = mapped_column(Integer)
    at: Mapped[str] = mapped_column(INSTANT, index=True)
    user_id: Mapped[str] = mapped_column(KEY, index=True)
    action: Mapped[str] = mapped_column(CODE)
    record: Mapped[str] = mapped_column(CODE)
    record_id: Mapped[str] = mapped_column(KEY, index=True)
    fields: Mapped[str] = mapped_column(Text)
    digest: Mapped[str] = mapped_column(String(64))
    state_digest: Mapped[str] = mapped_column(String(64))
    previous_hash: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))
    subject_id: Mapped[str | None] = mapped_column(KEY, index=True)


class AuditValueRow(Row):
    """What a change was from and to, with the salt of its digests. Emptied by a purge; the chain stays whole."""

    __tablename__ = "audit_value"

    entry_id: Mapped[str] = mapped_column(KEY, ForeignKey("audit_entry.id"), primary_key=True)
    salt: Mapped[str] = mapped_column(String(32))
    changes: Mapped[str] = mapped_column(Text)


class DraftRow(Row):
    """What somebody was typing and has not saved."""

    __tablename__ = "draft"

    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    user_id: Mapped[str] = mapped_column(KEY, index=True)
    record: Mapped[str] = mapped_column(CODE)
    record_id: Mapped[str] = mapped_column(KEY)
    content: Mapped[str] = mapped_column(Text)
    kept_at: Mapped[str] = mapped_column(INSTANT)


class ReleaseRow(Row):
    """A return that left the house: what it showed, to whom, and the file's hash.

    counts: its exact counts on that day, as JSON; revises: the release that it corrects; narrative: the text in it.
    """

    __tablename__ = "release"

    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    definition: Mapped[str] = mapped_column(CODE)
    version: Mapped[str] = mapped_column(CODE)
    period_first: Mapped[date] = mapped_column(Date)
    period_last: Mapped[date] = mapped_column(Date)
    policy: Mapped[str] = mapped_column(CODE)
    recipient: Mapped[str] = mapped_column(String(200))
    reason: Mapped[str] = mapped_column(Text)
    file_kind: Mapped[str] = mapped_column(CODE)
    sha256: Mapped[str] = mapped_column(String(64))
    content: Mapped[str] = mapped_column(Text)
    made_at: Mapped[str] = mapped_column(INSTANT)
    made_by: Mapped[str] = mapped_column(KEY)
    counts: Mapped[str | None] = mapped_column(Text)
    revises: Mapped[str | None] = mapped_column(KEY)
    narrative: Mapped[str | None] = mapped_column(Text)
