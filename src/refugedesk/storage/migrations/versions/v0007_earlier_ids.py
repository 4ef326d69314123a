"""Step 7: ids of files that were made one with another, and residents found by their birthday."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Makes the table and the index."""
    op.create_table(
        "earlier_id",
        sa.Column("resident_id", sa.String(length=36), nullable=False),
        sa.Column("child_id", sa.String(length=36), nullable=True),
        sa.Column("earlier_id", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name=op.f("fk_earlier_id_child_id_child")),
        sa.ForeignKeyConstraint(["resident_id"], ["resident.id"], name=op.f("fk_earlier_id_resident_id_resident")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_earlier_id")),
        sa.UniqueConstraint("reference", name=op.f("uq_earlier_id_reference")),
    )
    for name in ("resident_id", "child_id", "earlier_id"):
        op.create_index(op.f(f"ix_earlier_id_{name}"), "earlier_id", [name])
    op.create_index(op.f("ix_resident_date_of_birth"), "resident", ["date_of_birth"])
