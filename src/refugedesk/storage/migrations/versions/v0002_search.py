"""Step 2: the search index."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Makes the tables."""
    op.create_table(
        "search_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record", sa.String(length=40), nullable=False),
        sa.Column("record_id", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_entry")),
        sa.UniqueConstraint("record_id", name=op.f("uq_search_entry_record_id")),
    )
    op.execute(
        "CREATE VIRTUAL TABLE search_words USING fts5(words, tokenize='unicode61 remove_diacritics 2', prefix='2 3')"
    )
    # Without it a deleted word stays in the index's pages.
    op.execute("INSERT INTO search_words (search_words, rank) VALUES ('secure-delete', 1)")
