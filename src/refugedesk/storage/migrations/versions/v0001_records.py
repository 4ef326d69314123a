"""Step 1: records, the people who keep them, and the record of changes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Makes the tables."""
    op.create_table(
        "account",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("name", name=op.f("uq_account_name")),
    )
    op.create_table(
        "audit_entry",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("chain", sa.String(length=36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("user_id", sa.String(length=36), nullable=False),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("record", sa.String(length=40), nullable=False),
        sa.Column("record_id", sa.String(length=36), nullable=False),
        sa.Column("fields", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("state_digest", sa.String(length=64), nullable=False),
        sa.Column("previous_hash", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_entry")),
        sa.UniqueConstraint("chain", "position", name=op.f("uq_audit_entry_chain")),
    )
    op.create_index(op.f("ix_audit_entry_record_id"), "audit_entry", ["record_id"], unique=False)
    op.create_index(op.f("ix_audit_entry_user_id"), "audit_entry", ["user_id"], unique=False)
    op.create_table(
        "draft",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("user_id", sa.String(length=36), nullable=False),
        sa.Column("record", sa.String(length=40), nullable=False),
        sa.Column("record_id", sa.String(length=36), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("kept_at", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
    )
    op.create_index(op.f("ix_draft_user_id"), "draft", ["user_id"], unique=False)
    op.create_table(
        "referral",
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("source", sa.String(length=40), nullable=True),
        sa.Column("known_as", sa.String(length=120), nullable=True),
        sa.Column("children", sa.Integer(), nullable=True),
        sa.Column("origin_authority", sa.String(length=80), nullable=True),
        sa.Column("origin_ward", sa.String(length=80), nullable=True),
        sa.Column("risk_level", sa.String(length=40), nullable=True),
        sa.Column("outcome", sa.String(length=40), nullable=True),
        sa.Column("refusal_reason", sa.String(length=40), nullable=True),
        sa.Column("assessed_on", sa.Date(), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("repeat_of", sa.String(length=36), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["repeat_of"], ["referral.id"], name=op.f("fk_referral_repeat_of_referral")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral")),
        sa.UniqueConstraint("reference", name=op.f("uq_referral_reference")),
    )
    op.create_index(op.f("ix_referral_outcome"), "referral", ["outcome"], unique=False)
    op.create_index(op.f("ix_referral_received_on"), "referral", ["received_on"], unique=False)
    op.create_index(op.f("ix_referral_repeat_of"), "referral", ["repeat_of"], unique=False)
    op.create_table(
        "resident",
        sa.Column("first_name", sa.String(length=80), nullable=True),
        sa.Column("last_name", sa.String(length=80), nullable=True),
        sa.Column("known_as", sa.String(length=120), nullable=True),
        sa.Column("date_of_birth", sa.Date(), nullable=True),
        sa.Column("sex", sa.String(length=40), nullable=True),
        sa.Column("gender", sa.String(length=40), nullable=True),
        sa.Column("ethnicity", sa.String(length=40), nullable=True),
        sa.Column("religion", sa.String(length=40), nullable=True),
        sa.Column("sexual_orientation", sa.String(length=40), nullable=True),
        sa.Column("disabled", sa.String(length=40), nullable=True),
        sa.Column("pregnant", sa.String(length=40), nullable=True),
        sa.Column("first_language", sa.String(length=60), nullable=True),
        sa.Column("interpreter_needed", sa.String(length=40), nullable=True),
        sa.Column("no_recourse", sa.String(length=40), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resident")),
        sa.UniqueConstraint("reference", name=op.f("uq_resident_reference")),
    )
    op.create_table(
        "service",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("home_authority", sa.String(length=80), nullable=False),
        sa.Column("chain", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service")),
    )
    op.create_table(
        "unit",
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("accommodation_type", sa.String(length=40), nullable=False),
        sa.Column("layout", sa.String(length=40), nullable=True),
        sa.Column("bedspaces", sa.Integer(), nullable=True),
        sa.Column("max_children", sa.Integer(), nullable=True),
        sa.Column("accessible", sa.String(length=40), nullable=True),
        sa.Column("pets", sa.String(length=40), nullable=True),
        sa.Column("open_from", sa.Date(), nullable=True),
        sa.Column("open_to", sa.Date(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit")),
        sa.UniqueConstraint("reference", name=op.f("uq_unit_reference")),
    )
    op.create_table(
        "ward",
        sa.Column("code", sa.String(length=80), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_ward")),
    )
    op.create_table(
        "audit_value",
        sa.Column("entry_id", sa.String(length=36), nullable=False),
        sa.Column("salt", sa.String(length=32), nullable=False),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["audit_entry.id"], name=op.f("fk_audit_value_entry_id_audit_entry")),
        sa.PrimaryKeyConstraint("entry_id", name=op.f("pk_audit_value")),
    )
    op.create_table(
        "child",
        sa.Column("resident_id", sa.String(length=36), nullable=False),
        sa.Column("first_name", sa.String(length=80), nullable=True),
        sa.Column("date_of_birth", sa.Date(), nullable=True),
        sa.Column("sex", sa.String(length=40), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["resident_id"], ["resident.id"], name=op.f("fk_child_resident_id_resident")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_child")),
        sa.UniqueConstraint("reference", name=op.f("uq_child_reference")),
    )
    op.create_index(op.f("ix_child_resident_id"), "child", ["resident_id"], unique=False)
    op.create_table(
        "stay",
        sa.Column("resident_id", sa.String(length=36), nullable=False),
        sa.Column("referral_id", sa.String(length=36), nullable=True),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("key_worker", sa.String(length=80), nullable=True),
        sa.Column("origin_authority", sa.String(length=80), nullable=True),
        sa.Column("origin_ward", sa.String(length=80), nullable=True),
        sa.Column("risk_at_start", sa.String(length=40), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("move_on_destination", sa.String(length=40), nullable=True),
        sa.Column("move_on_authority", sa.String(length=80), nullable=True),
        sa.Column("planned_departure", sa.String(length=40), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["referral_id"], ["referral.id"], name=op.f("fk_stay_referral_id_referral")),
        sa.ForeignKeyConstraint(["resident_id"], ["resident.id"], name=op.f("fk_stay_resident_id_resident")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stay")),
        sa.UniqueConstraint("reference", name=op.f("uq_stay_reference")),
    )
    op.create_index(op.f("ix_stay_ended_on"), "stay", ["ended_on"], unique=False)
    op.create_index(op.f("ix_stay_key_worker"), "stay", ["key_worker"], unique=False)
    op.create_index(op.f("ix_stay_referral_id"), "stay", ["referral_id"], unique=False)
    op.create_index(op.f("ix_stay_resident_id"), "stay", ["resident_id"], unique=False)
    op.create_index(op.f("ix_stay_started_on"), "stay", ["started_on"], unique=False)
    op.create_table(
        "child_stay",
        sa.Column("child_id", sa.String(length=36), nullable=False),
        sa.Column("stay_id", sa.String(length=36), nullable=False),
        sa.Column("in_refuge", sa.String(length=40), nullable=True),
        sa.Column("known_to_childrens_services", sa.String(length=40), nullable=True),
        sa.Column("social_care_status_at_start", sa.String(length=40), nullable=True),
        sa.Column("social_care_status_at_end", sa.String(length=40), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name=op.f("fk_child_stay_child_id_child")),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_child_stay_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_child_stay")),
        sa.UniqueConstraint("child_id", "stay_id", name=op.f("uq_child_stay_child_id")),
        sa.UniqueConstraint("reference", name=op.f("uq_child_stay_reference")),
    )
    op.create_index(op.f("ix_child_stay_child_id"), "child_stay", ["child_id"], unique=False)
    op.create_index(op.f("ix_child_stay_stay_id"), "child_stay", ["stay_id"], unique=False)
    op.create_table(
        "placement",
        sa.Column("stay_id", sa.String(length=36), nullable=False),
        sa.Column("unit_id", sa.String(length=36), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_placement_stay_id_stay")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_placement_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_placement")),
        sa.UniqueConstraint("reference", name=op.f("uq_placement_reference")),
    )
    op.create_index(op.f("ix_placement_from_on"), "placement", ["from_on"], unique=False)
    op.create_index(op.f("ix_placement_stay_id"), "placement", ["stay_id"], unique=False)
    op.create_index(op.f("ix_placement_to_on"), "placement", ["to_on"], unique=False)
    op.create_index(op.f("ix_placement_unit_id"), "placement", ["unit_id"], unique=False)
    op.create_table(
        "stay_abuse",
        sa.Column("stay_id", sa.String(length=36), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_stay_abuse_stay_id_stay")),
        sa.PrimaryKeyConstraint("stay_id", "code", name=op.f("pk_stay_abuse")),
    )
    op.create_table(
        "stay_needs",
        sa.Column("stay_id", sa.String(length=36), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_stay_needs_stay_id_stay")),
        sa.PrimaryKeyConstraint("stay_id", "code", name=op.f("pk_stay_needs")),
    )
