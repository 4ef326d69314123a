"""Step 12: holds, purges, what was purged, and what was handed over."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Makes the tables."""
    key, instant, code = sa.String(length=36), sa.String(length=32), sa.String(length=40)
    op.create_table(
        "retention_hold",
        sa.Column("id", key, nullable=False),
        sa.Column("record", code, nullable=False),
        sa.Column("record_id", key, nullable=False),
        sa.Column("kind", code, nullable=False),
        sa.Column("for_whom", sa.String(length=200), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("made_at", instant, nullable=False),
        sa.Column("made_by", key, nullable=False),
        sa.Column("lifted_at", instant, nullable=True),
        sa.Column("lifted_by", key, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_retention_hold")),
    )
    op.create_table(
        "purge",
        sa.Column("id", key, nullable=False),
        sa.Column("record", code, nullable=False),
        sa.Column("record_id", key, nullable=False),
        sa.Column("scope", code, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("asked_at", instant, nullable=False),
        sa.Column("asked_by", key, nullable=False),
        sa.Column("withdrawn_at", instant, nullable=True),
        sa.Column("done_at", instant, nullable=True),
        sa.Column("confirmed_by", key, nullable=True),
        sa.Column("taken", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_purge")),
    )
    op.create_table(
        "purged",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("scope", code, nullable=False),
        sa.Column("purged_at", instant, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_purged")),
    )
    op.create_table(
        "handed_over",
        sa.Column("id", key, nullable=False),
        sa.Column("record", code, nullable=False),
        sa.Column("record_id", key, nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("to_whom", sa.String(length=200), nullable=False),
        sa.Column("authority", code, nullable=False),
        sa.Column("authority_detail", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("how", code, nullable=False),
        sa.Column("numbers", sa.Text(), nullable=True),
        sa.Column("made_at", instant, nullable=False),
        sa.Column("made_by", key, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handed_over")),
    )
    for table in ("retention_hold", "purge", "handed_over"):
        op.create_index(op.f(f"ix_{table}_record_id"), table, ["record_id"])
