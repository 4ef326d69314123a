"""Who may not see what, and what was opened all the same."""

from __future__ import annotations

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from refugedesk.storage.tables.schema import CODE, INSTANT, KEY, Row


class HidingRow(Row):
    """A person's file, or a referral, that somebody who can open the store does not see, until it is lifted."""

    __tablename__ = "hiding"

    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    record: Mapped[str] = mapped_column(CODE)
    record_id: Mapped[str] = mapped_column(KEY, index=True)
    account_id: Mapped[str] = mapped_column(KEY, index=True)
    reason: Mapped[str] = mapped_column(Text)
    made_at: Mapped[str] = mapped_column(INSTANT)
    made_by: Mapped[str] = mapped_column(KEY)
    lifted_at: Mapped[str | None] = mapped_column(INSTANT)
    lifted_by: Mapped[str | None] = mapped_column(KEY)


class EmergencyOpeningRow(Row):
    """Restricted answers that somebody opened who may not see them otherwise: why, and who has taken note of it."""

    __tablename__ = "emergency_opening"

    id: Mapped[str] = mapped_column(KEY, primary_key=True)
    resident_id: Mapped[str] = mapped_column(KEY, index=True)
    account_id: Mapped[str] = mapped_column(KEY)
    reason: Mapped[str] = mapped_column(Text)
    opened_at: Mapped[str] = mapped_column(INSTANT)
    seen_at: Mapped[str | None] = mapped_column(INSTANT)
    seen_by: Mapped[str | None] = mapped_column(KEY)
