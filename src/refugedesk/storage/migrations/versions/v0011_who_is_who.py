"""Step 11: which account a member of staff signs in with, and the record of changes found by its time."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Adds the column and the index."""
    op.add_column("staff", sa.Column("signs_in_as", sa.String(length=80), nullable=True))
    op.create_index(op.f("ix_audit_entry_at"), "audit_entry", ["at"])
