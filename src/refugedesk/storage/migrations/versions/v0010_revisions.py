"""Step 10: what a released return counted exactly, which release it revises, and the text in it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Adds the columns."""
    op.add_column("release", sa.Column("counts", sa.Text(), nullable=True))
    op.add_column("release", sa.Column("revises", sa.String(length=36), nullable=True))
    op.add_column("release", sa.Column("narrative", sa.Text(), nullable=True))
