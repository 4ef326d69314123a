"""Step 4: the whole record, from the property to aftercare."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Makes the tables, and adds the questions to those that are there."""
    op.create_table(
        "activity_group",
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("topic", sa.String(length=200), nullable=True),
        sa.Column("language", sa.String(length=60), nullable=True),
        sa.Column("time_of_day", sa.String(length=40), nullable=True),
        sa.Column("runs_from", sa.Date(), nullable=True),
        sa.Column("runs_to", sa.Date(), nullable=True),
        sa.Column("worker", sa.String(length=80), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity_group")),
        sa.UniqueConstraint("reference", name=op.f("uq_activity_group_reference")),
    )
    op.create_table(
        "agency",
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=True),
        sa.Column("what_for", sa.String(length=200), nullable=True),
        sa.Column("telephone", sa.String(length=60), nullable=True),
        sa.Column("email", sa.String(length=120), nullable=True),
        sa.Column("opening_hours", sa.String(length=120), nullable=True),
        sa.Column("languages", sa.String(length=200), nullable=True),
        sa.Column("checked_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agency")),
        sa.UniqueConstraint("reference", name=op.f("uq_agency_reference")),
    )
    op.create_table(
        "property",
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_property")),
        sa.UniqueConstraint("reference", name=op.f("uq_property_reference")),
    )
    op.create_table(
        "service_detail",
        sa.Column("provider", sa.String(length=120), nullable=True),
        sa.Column("commissioned_by", sa.String(length=120), nullable=True),
        sa.Column("contract_start", sa.Date(), nullable=True),
        sa.Column("contract_end", sa.Date(), nullable=True),
        sa.Column("information_governance_lead", sa.String(length=80), nullable=True),
        sa.Column("safeguarding_lead", sa.String(length=80), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_detail")),
        sa.UniqueConstraint("reference", name=op.f("uq_service_detail_reference")),
    )
    op.create_table(
        "staff",
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=True),
        sa.Column("languages", sa.String(length=200), nullable=True),
        sa.Column("specialisms", sa.String(length=200), nullable=True),
        sa.Column("active_from", sa.Date(), nullable=True),
        sa.Column("active_to", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff")),
        sa.UniqueConstraint("reference", name=op.f("uq_staff_reference")),
    )
    op.create_table(
        "agency_contact",
        sa.Column("agency_id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("role", sa.String(length=80), nullable=True),
        sa.Column("telephone", sa.String(length=60), nullable=True),
        sa.Column("email", sa.String(length=120), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_agency_contact_agency_id_agency")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agency_contact")),
        sa.UniqueConstraint("reference", name=op.f("uq_agency_contact_reference")),
    )
    with op.batch_alter_table("agency_contact", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agency_contact_agency_id"), ["agency_id"], unique=False)

    op.create_table(
        "benefit_claim",
        sa.Column("resident_id", sa.String(length=36), nullable=False),
        sa.Column("benefit", sa.String(length=40), nullable=False),
        sa.Column("claimed_on", sa.Date(), nullable=True),
        sa.Column("state", sa.String(length=40), nullable=True),
        sa.Column("awarded_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["resident_id"], ["resident.id"], name=op.f("fk_benefit_claim_resident_id_resident")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_benefit_claim")),
        sa.UniqueConstraint("reference", name=op.f("uq_benefit_claim_reference")),
    )
    with op.batch_alter_table("benefit_claim", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_benefit_claim_resident_id"), ["resident_id"], unique=False)

    op.create_table(
        "conflict",
        sa.Column("resident_id", sa.String(length=36), nullable=False),
        sa.Column("staff_id", sa.String(length=36), nullable=False),
        sa.Column("how", sa.String(length=200), nullable=True),
        sa.Column("since_on", sa.Date(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["resident_id"], ["resident.id"], name=op.f("fk_conflict_resident_id_resident")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_conflict_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conflict")),
        sa.UniqueConstraint("reference", name=op.f("uq_conflict_reference")),
    )
    with op.batch_alter_table("conflict", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_conflict_resident_id"), ["resident_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_conflict_staff_id"), ["staff_id"], unique=False)

    op.create_table(
        "court_date",
        sa.Column("resident_id", sa.String(length=36), nullable=False),
        sa.Column("heard_on", sa.Date(), nullable=False),
        sa.Column("heard_at", sa.String(length=5), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=True),
        sa.Column("court", sa.String(length=120), nullable=True),
        sa.Column("outcome", sa.String(length=400), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["resident_id"], ["resident.id"], name=op.f("fk_court_date_resident_id_resident")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_court_date")),
        sa.UniqueConstraint("reference", name=op.f("uq_court_date_reference")),
    )
    with op.batch_alter_table("court_date", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_court_date_resident_id"), ["resident_id"], unique=False)

    op.create_table(
        "group_session",
        sa.Column("group_id", sa.String(length=36), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("held_at", sa.String(length=5), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("topic", sa.String(length=200), nullable=True),
        sa.Column("worker", sa.String(length=80), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["activity_group.id"], name=op.f("fk_group_session_group_id_activity_group")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group_session")),
        sa.UniqueConstraint("reference", name=op.f("uq_group_session_reference")),
    )
    with op.batch_alter_table("group_session", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_group_session_group_id"), ["group_id"], unique=False)

    op.create_table(
        "homelessness_application",
        sa.Column("resident_id", sa.String(length=36), nullable=False),
        sa.Column("authority", sa.String(length=80), nullable=True),
        sa.Column("stage", sa.String(length=40), nullable=True),
        sa.Column("applied_on", sa.Date(), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("officer", sa.String(length=80), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_homelessness_application_resident_id_resident")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_homelessness_application")),
        sa.UniqueConstraint("reference", name=op.f("uq_homelessness_application_reference")),
    )
    with op.batch_alter_table("homelessness_application", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_homelessness_application_resident_id"), ["resident_id"], unique=False)

    op.create_table(
        "perpetrator",
        sa.Column("resident_id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=True),
        sa.Column("also_known_as", sa.String(length=120), nullable=True),
        sa.Column("relationship", sa.String(length=40), nullable=True),
        sa.Column("area", sa.String(length=200), nullable=True),
        sa.Column("in_contact", sa.String(length=40), nullable=True),
        sa.Column("orders", sa.Text(), nullable=True),
        sa.Column("order_until", sa.Date(), nullable=True),
        sa.Column("order_terms", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["resident_id"], ["resident.id"], name=op.f("fk_perpetrator_resident_id_resident")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_perpetrator")),
        sa.UniqueConstraint("reference", name=op.f("uq_perpetrator_reference")),
    )
    with op.batch_alter_table("perpetrator", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_perpetrator_resident_id"), ["resident_id"], unique=False)

    op.create_table(
        "referral_child",
        sa.Column("referral_id", sa.String(length=36), nullable=False),
        sa.Column("age", sa.Integer(), nullable=True),
        sa.Column("sex", sa.String(length=40), nullable=True),
        sa.Column("comes_along", sa.String(length=40), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["referral_id"], ["referral.id"], name=op.f("fk_referral_child_referral_id_referral")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral_child")),
        sa.UniqueConstraint("reference", name=op.f("uq_referral_child_reference")),
    )
    with op.batch_alter_table("referral_child", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_referral_child_referral_id"), ["referral_id"], unique=False)

    op.create_table(
        "aftercare_contact",
        sa.Column("stay_id", sa.String(length=36), nullable=False),
        sa.Column("due", sa.String(length=40), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("reached", sa.String(length=40), nullable=True),
        sa.Column("lives_now", sa.String(length=40), nullable=True),
        sa.Column("is_safe", sa.String(length=40), nullable=True),
        sa.Column("support", sa.Text(), nullable=True),
        sa.Column("worker", sa.String(length=80), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_aftercare_contact_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aftercare_contact")),
        sa.UniqueConstraint("reference", name=op.f("uq_aftercare_contact_reference")),
    )
    with op.batch_alter_table("aftercare_contact", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_aftercare_contact_stay_id"), ["stay_id"], unique=False)

    op.create_table(
        "attendance",
        sa.Column("session_id", sa.String(length=36), nullable=False),
        sa.Column("stay_id", sa.String(length=36), nullable=False),
        sa.Column("child_id", sa.String(length=36), nullable=True),
        sa.Column("attended", sa.String(length=40), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name=op.f("fk_attendance_child_id_child")),
        sa.ForeignKeyConstraint(
            ["session_id"], ["group_session.id"], name=op.f("fk_attendance_session_id_group_session")
        ),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_attendance_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance")),
        sa.UniqueConstraint("reference", name=op.f("uq_attendance_reference")),
    )
    with op.batch_alter_table("attendance", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_attendance_child_id"), ["child_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_attendance_session_id"), ["session_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_attendance_stay_id"), ["stay_id"], unique=False)

    op.create_table(
        "child_risk_assessment",
        sa.Column("child_id", sa.String(length=36), nullable=False),
        sa.Column("assessed_on", sa.Date(), nullable=False),
        sa.Column("stage", sa.String(length=40), nullable=True),
        sa.Column("tool_version", sa.String(length=40), nullable=True),
        sa.Column("worker", sa.String(length=80), nullable=True),
        sa.Column("c01", sa.String(length=40), nullable=True),
        sa.Column("c02", sa.String(length=40), nullable=True),
        sa.Column("c03", sa.String(length=40), nullable=True),
        sa.Column("c04", sa.String(length=40), nullable=True),
        sa.Column("c05", sa.String(length=40), nullable=True),
        sa.Column("c06", sa.String(length=40), nullable=True),
        sa.Column("c07", sa.String(length=40), nullable=True),
        sa.Column("c08", sa.String(length=40), nullable=True),
        sa.Column("c09", sa.String(length=40), nullable=True),
        sa.Column("c10", sa.String(length=40), nullable=True),
        sa.Column("c11", sa.String(length=40), nullable=True),
        sa.Column("c12", sa.String(length=40), nullable=True),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.Column("level", sa.String(length=40), nullable=True),
        sa.Column("next_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name=op.f("fk_child_risk_assessment_child_id_child")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_child_risk_assessment")),
        sa.UniqueConstraint("reference", name=op.f("uq_child_risk_assessment_reference")),
    )
    with op.batch_alter_table("child_risk_assessment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_child_risk_assessment_child_id"), ["child_id"], unique=False)

    op.create_table(
        "consent",
        sa.Column("stay_id", sa.String(length=36), nullable=False),
        sa.Column("with_whom", sa.String(length=120), nullable=False),
        sa.Column("for_what", sa.String(length=400), nullable=True),
        sa.Column("ground", sa.String(length=40), nullable=True),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("worker", sa.String(length=80), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_consent_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
        sa.UniqueConstraint("reference", name=op.f("uq_consent_reference")),
    )
    with op.batch_alter_table("consent", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_consent_stay_id"), ["stay_id"], unique=False)

    op.create_table(
        "contact",
        sa.Column("stay_id", sa.String(length=36), nullable=False),
        sa.Column("child_id", sa.String(length=36), nullable=True),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("at_time", sa.String(length=5), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("worker", sa.String(length=80), nullable=True),
        sa.Column("topics", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("interpreter_language", sa.String(length=60), nullable=True),
        sa.Column("interpreter_minutes", sa.Integer(), nullable=True),
        sa.Column("interpreter_cost", sa.Integer(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name=op.f("fk_contact_child_id_child")),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_contact_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
        sa.UniqueConstraint("reference", name=op.f("uq_contact_reference")),
    )
    with op.batch_alter_table("contact", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_contact_child_id"), ["child_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_contact_on_day"), ["on_day"], unique=False)
        batch_op.create_index(batch_op.f("ix_contact_stay_id"), ["stay_id"], unique=False)

    op.create_table(
        "disclosure",
        sa.Column("stay_id", sa.String(length=36), nullable=False),
        sa.Column("told_on", sa.Date(), nullable=False),
        sa.Column("kinds", sa.Text(), nullable=True),
        sa.Column("relationships", sa.Text(), nullable=True),
        sa.Column("how_long", sa.String(length=40), nullable=True),
        sa.Column("injured", sa.String(length=40), nullable=True),
        sa.Column("injuries", sa.String(length=400), nullable=True),
        sa.Column("weapons", sa.String(length=400), nullable=True),
        sa.Column("in_contact", sa.String(length=40), nullable=True),
        sa.Column("told_police", sa.String(length=40), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("worker", sa.String(length=80), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_disclosure_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disclosure")),
        sa.UniqueConstraint("reference", name=op.f("uq_disclosure_reference")),
    )
    with op.batch_alter_table("disclosure", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_disclosure_stay_id"), ["stay_id"], unique=False)

    op.create_table(
        "goal",
        sa.Column("stay_id", sa.String(length=36), nullable=False),
        sa.Column("need", sa.String(length=40), nullable=False),
        sa.Column("level", sa.String(length=40), nullable=True),
        sa.Column("goal", sa.Text(), nullable=True),
        sa.Column("agreed_on", sa.Date(), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("outcome", sa.String(length=40), nullable=True),
        sa.Column("outcome_why", sa.Text(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("level_now", sa.String(length=40), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_goal_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goal")),
        sa.UniqueConstraint("reference", name=op.f("uq_goal_reference")),
    )
    with op.batch_alter_table("goal", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_goal_stay_id"), ["stay_id"], unique=False)

    op.create_table(
        "hold",
        sa.Column("unit_id", sa.String(length=36), nullable=False),
        sa.Column("referral_id", sa.String(length=36), nullable=True),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=False),
        sa.Column("until_at", sa.String(length=5), nullable=True),
        sa.Column("released_on", sa.Date(), nullable=True),
        sa.Column("worker", sa.String(length=80), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["referral_id"], ["referral.id"], name=op.f("fk_hold_referral_id_referral")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_hold_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hold")),
        sa.UniqueConstraint("reference", name=op.f("uq_hold_reference")),
    )
    with op.batch_alter_table("hold", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_hold_referral_id"), ["referral_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_hold_unit_id"), ["unit_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_hold_until_on"), ["until_on"], unique=False)

    op.create_table(
        "household_member",
        sa.Column("stay_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=True),
        sa.Column("date_of_birth", sa.Date(), nullable=True),
        sa.Column("lives_here", sa.String(length=40), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_household_member_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_household_member")),
        sa.UniqueConstraint("reference", name=op.f("uq_household_member_reference")),
    )
    with op.batch_alter_table("household_member", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_household_member_stay_id"), ["stay_id"], unique=False)

    op.create_table(
        "housing",
        sa.Column("stay_id", sa.String(length=36), nullable=False),
        sa.Column("step", sa.String(length=40), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=True),
        sa.Column("authority", sa.String(length=80), nullable=True),
        sa.Column("detail", sa.String(length=200), nullable=True),
        sa.Column("decision", sa.String(length=40), nullable=True),
        sa.Column("decision_why", sa.String(length=400), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("amount", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_housing_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_housing")),
        sa.UniqueConstraint("reference", name=op.f("uq_housing_reference")),
    )
    with op.batch_alter_table("housing", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_housing_stay_id"), ["stay_id"], unique=False)

    op.create_table(
        "incident",
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("at_time", sa.String(length=5), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=True),
        sa.Column("unit_id", sa.String(length=36), nullable=True),
        sa.Column("stay_id", sa.String(length=36), nullable=True),
        sa.Column("what_happened", sa.Text(), nullable=True),
        sa.Column("what_was_done", sa.Text(), nullable=True),
        sa.Column("worker", sa.String(length=80), nullable=True),
        sa.Column("told_manager_on", sa.Date(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_incident_stay_id_stay")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_incident_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incident")),
        sa.UniqueConstraint("reference", name=op.f("uq_incident_reference")),
    )
    with op.batch_alter_table("incident", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_incident_stay_id"), ["stay_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_incident_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "note",
        sa.Column("stay_id", sa.String(length=36), nullable=False),
        sa.Column("child_id", sa.String(length=36), nullable=True),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("at_time", sa.String(length=5), nullable=True),
        sa.Column("fact", sa.Text(), nullable=True),
        sa.Column("opinion", sa.Text(), nullable=True),
        sa.Column("worker", sa.String(length=80), nullable=True),
        sa.Column("corrects", sa.String(length=36), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name=op.f("fk_note_child_id_child")),
        sa.ForeignKeyConstraint(["corrects"], ["note.id"], name=op.f("fk_note_corrects_note")),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_note_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_note")),
        sa.UniqueConstraint("reference", name=op.f("uq_note_reference")),
    )
    with op.batch_alter_table("note", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_note_child_id"), ["child_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_note_corrects"), ["corrects"], unique=False)
        batch_op.create_index(batch_op.f("ix_note_on_day"), ["on_day"], unique=False)
        batch_op.create_index(batch_op.f("ix_note_stay_id"), ["stay_id"], unique=False)

    op.create_table(
        "outcome_score",
        sa.Column("stay_id", sa.String(length=36), nullable=False),
        sa.Column("scored_on", sa.Date(), nullable=False),
        sa.Column("stage", sa.String(length=40), nullable=False),
        sa.Column("area", sa.String(length=40), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_outcome_score_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outcome_score")),
        sa.UniqueConstraint("reference", name=op.f("uq_outcome_score_reference")),
    )
    with op.batch_alter_table("outcome_score", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_outcome_score_stay_id"), ["stay_id"], unique=False)

    op.create_table(
        "plan_review",
        sa.Column("stay_id", sa.String(length=36), nullable=False),
        sa.Column("reviewed_on", sa.Date(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("worker", sa.String(length=80), nullable=True),
        sa.Column("next_on", sa.Date(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_plan_review_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_review")),
        sa.UniqueConstraint("reference", name=op.f("uq_plan_review_reference")),
    )
    with op.batch_alter_table("plan_review", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_plan_review_stay_id"), ["stay_id"], unique=False)

    op.create_table(
        "risk_assessment",
        sa.Column("stay_id", sa.String(length=36), nullable=False),
        sa.Column("assessed_on", sa.Date(), nullable=False),
        sa.Column("stage", sa.String(length=40), nullable=True),
        sa.Column("tool", sa.String(length=40), nullable=False),
        sa.Column("tool_version", sa.String(length=40), nullable=True),
        sa.Column("worker", sa.String(length=80), nullable=True),
        sa.Column("q01", sa.String(length=40), nullable=True),
        sa.Column("q02", sa.String(length=40), nullable=True),
        sa.Column("q03", sa.String(length=40), nullable=True),
        sa.Column("q04", sa.String(length=40), nullable=True),
        sa.Column("q05", sa.String(length=40), nullable=True),
        sa.Column("q06", sa.String(length=40), nullable=True),
        sa.Column("q07", sa.String(length=40), nullable=True),
        sa.Column("q08", sa.String(length=40), nullable=True),
        sa.Column("q09", sa.String(length=40), nullable=True),
        sa.Column("q10", sa.String(length=40), nullable=True),
        sa.Column("q11", sa.String(length=40), nullable=True),
        sa.Column("q12", sa.String(length=40), nullable=True),
        sa.Column("q13", sa.String(length=40), nullable=True),
        sa.Column("q14", sa.String(length=40), nullable=True),
        sa.Column("q15", sa.String(length=40), nullable=True),
        sa.Column("q16", sa.String(length=40), nullable=True),
        sa.Column("q17", sa.String(length=40), nullable=True),
        sa.Column("q18", sa.String(length=40), nullable=True),
        sa.Column("q19", sa.String(length=40), nullable=True),
        sa.Column("q20", sa.String(length=40), nullable=True),
        sa.Column("q21", sa.String(length=40), nullable=True),
        sa.Column("q22", sa.String(length=40), nullable=True),
        sa.Column("q23", sa.String(length=40), nullable=True),
        sa.Column("q24", sa.String(length=40), nullable=True),
        sa.Column("m01", sa.String(length=40), nullable=True),
        sa.Column("m02", sa.String(length=40), nullable=True),
        sa.Column("m03", sa.String(length=40), nullable=True),
        sa.Column("m04", sa.String(length=40), nullable=True),
        sa.Column("m05", sa.String(length=40), nullable=True),
        sa.Column("m06", sa.String(length=40), nullable=True),
        sa.Column("m07", sa.String(length=40), nullable=True),
        sa.Column("m08", sa.String(length=40), nullable=True),
        sa.Column("m09", sa.String(length=40), nullable=True),
        sa.Column("m10", sa.String(length=40), nullable=True),
        sa.Column("m11", sa.String(length=40), nullable=True),
        sa.Column("m12", sa.String(length=40), nullable=True),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.Column("level", sa.String(length=40), nullable=True),
        sa.Column("judgement_level", sa.String(length=40), nullable=True),
        sa.Column("judgement_why", sa.Text(), nullable=True),
        sa.Column("next_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("marac_referred_on", sa.Date(), nullable=True),
        sa.Column("marac_heard_on", sa.Date(), nullable=True),
        sa.Column("marac_outcome", sa.Text(), nullable=True),
        sa.Column("marac_repeat", sa.String(length=40), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_risk_assessment_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_risk_assessment")),
        sa.UniqueConstraint("reference", name=op.f("uq_risk_assessment_reference")),
    )
    with op.batch_alter_table("risk_assessment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_risk_assessment_stay_id"), ["stay_id"], unique=False)

    op.create_table(
        "safeguarding",
        sa.Column("stay_id", sa.String(length=36), nullable=False),
        sa.Column("child_id", sa.String(length=36), nullable=True),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("concern_for", sa.String(length=40), nullable=False),
        sa.Column("concern", sa.Text(), nullable=True),
        sa.Column("told_whom", sa.String(length=200), nullable=True),
        sa.Column("ground", sa.String(length=40), nullable=True),
        sa.Column("decided_by", sa.String(length=80), nullable=True),
        sa.Column("outcome", sa.String(length=40), nullable=True),
        sa.Column("outcome_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name=op.f("fk_safeguarding_child_id_child")),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_safeguarding_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_safeguarding")),
        sa.UniqueConstraint("reference", name=op.f("uq_safeguarding_reference")),
    )
    with op.batch_alter_table("safeguarding", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_safeguarding_child_id"), ["child_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_safeguarding_stay_id"), ["stay_id"], unique=False)

    op.create_table(
        "safety_plan",
        sa.Column("stay_id", sa.String(length=36), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("in_danger", sa.Text(), nullable=True),
        sa.Column("out_and_about", sa.Text(), nullable=True),
        sa.Column("online", sa.Text(), nullable=True),
        sa.Column("children", sa.Text(), nullable=True),
        sa.Column("contact", sa.Text(), nullable=True),
        sa.Column("feelings", sa.Text(), nullable=True),
        sa.Column("code_word", sa.String(length=60), nullable=True),
        sa.Column("copy_given", sa.String(length=200), nullable=True),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("worker", sa.String(length=80), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_safety_plan_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_safety_plan")),
        sa.UniqueConstraint("reference", name=op.f("uq_safety_plan_reference")),
    )
    with op.batch_alter_table("safety_plan", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_safety_plan_stay_id"), ["stay_id"], unique=False)

    op.create_table(
        "task",
        sa.Column("what", sa.String(length=200), nullable=False),
        sa.Column("stay_id", sa.String(length=36), nullable=True),
        sa.Column("worker", sa.String(length=80), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_task_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task")),
        sa.UniqueConstraint("reference", name=op.f("uq_task_reference")),
    )
    with op.batch_alter_table("task", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_task_due_on"), ["due_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_task_stay_id"), ["stay_id"], unique=False)

    op.create_table(
        "void",
        sa.Column("unit_id", sa.String(length=36), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_void_unit_id_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_void")),
        sa.UniqueConstraint("reference", name=op.f("uq_void_reference")),
    )
    with op.batch_alter_table("void", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_void_from_on"), ["from_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_void_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "wait",
        sa.Column("stay_id", sa.String(length=36), nullable=False),
        sa.Column("child_id", sa.String(length=36), nullable=True),
        sa.Column("what", sa.String(length=40), nullable=False),
        sa.Column("detail", sa.String(length=200), nullable=True),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("chased_on", sa.Date(), nullable=True),
        sa.Column("chase_on", sa.Date(), nullable=True),
        sa.Column("got_on", sa.Date(), nullable=True),
        sa.Column("given_up_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name=op.f("fk_wait_child_id_child")),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_wait_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wait")),
        sa.UniqueConstraint("reference", name=op.f("uq_wait_reference")),
    )
    with op.batch_alter_table("wait", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_wait_asked_on"), ["asked_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_wait_child_id"), ["child_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_wait_stay_id"), ["stay_id"], unique=False)

    op.create_table(
        "plan_action",
        sa.Column("goal_id", sa.String(length=36), nullable=False),
        sa.Column("what", sa.String(length=400), nullable=False),
        sa.Column("who", sa.String(length=80), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("reference", sa.String(length=64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name=op.f("fk_plan_action_goal_id_goal")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_action")),
        sa.UniqueConstraint("reference", name=op.f("uq_plan_action_reference")),
    )
    with op.batch_alter_table("plan_action", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_plan_action_goal_id"), ["goal_id"], unique=False)

    with op.batch_alter_table("child", schema=None) as batch_op:
        batch_op.add_column(sa.Column("last_name", sa.String(length=80), nullable=True))
        batch_op.add_column(sa.Column("relation", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("adult_dependant", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("ethnicity", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("disabled", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("disability_kinds", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("special_needs", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("gp", sa.String(length=200), nullable=True))
        batch_op.add_column(sa.Column("health_visitor", sa.String(length=200), nullable=True))
        batch_op.add_column(sa.Column("allergies", sa.String(length=400), nullable=True))
        batch_op.add_column(sa.Column("contact_kind", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("contact_orders", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("contact_times", sa.String(length=400), nullable=True))
        batch_op.add_column(sa.Column("next_hearing_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("experience", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("effects", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("own_words", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("strengths", sa.Text(), nullable=True))

    with op.batch_alter_table("child_stay", schema=None) as batch_op:
        batch_op.add_column(sa.Column("status_since_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("status_ended_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("childrens_services_authority", sa.String(length=80), nullable=True))
        batch_op.add_column(sa.Column("social_worker", sa.String(length=200), nullable=True))
        batch_op.add_column(sa.Column("safeguarding_referral_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("safeguarding_outcome", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("school_left_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("school_applied_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("school_started_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("school", sa.String(length=200), nullable=True))
        batch_op.add_column(sa.Column("school_safeguarding_lead", sa.String(length=200), nullable=True))
        batch_op.add_column(sa.Column("school_told_to_withhold", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("child_needs", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("child_support", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("support_waiting_since_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("review_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("closed_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("closed_reason", sa.String(length=40), nullable=True))

    with op.batch_alter_table("referral", schema=None) as batch_op:
        batch_op.add_column(sa.Column("received_at", sa.String(length=5), nullable=True))
        batch_op.add_column(sa.Column("referrer", sa.String(length=200), nullable=True))
        batch_op.add_column(sa.Column("route", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("out_of_hours", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("urgent", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("adults", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("postcode_district", sa.String(length=4), nullable=True))
        batch_op.add_column(sa.Column("pregnant", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("pets", sa.String(length=80), nullable=True))
        batch_op.add_column(sa.Column("access_needs", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("languages", sa.String(length=120), nullable=True))
        batch_op.add_column(sa.Column("no_recourse", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("needs_named", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("risk_tool", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("risk_score", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("marac", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("feared_person", sa.String(length=120), nullable=True))
        batch_op.add_column(sa.Column("feared_area", sa.String(length=200), nullable=True))
        batch_op.add_column(sa.Column("areas_unsafe", sa.String(length=200), nullable=True))
        batch_op.add_column(sa.Column("check_asked_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("check_answered_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("assessed_by", sa.String(length=80), nullable=True))
        batch_op.add_column(sa.Column("signposted_to", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("moved_in", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("not_moved_in_reason", sa.String(length=40), nullable=True))

    with op.batch_alter_table("resident", schema=None) as batch_op:
        batch_op.add_column(sa.Column("national_insurance_number", sa.String(length=13), nullable=True))
        batch_op.add_column(sa.Column("marital_status", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("contact_methods", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("contact_detail", sa.String(length=200), nullable=True))
        batch_op.add_column(sa.Column("contact_times", sa.String(length=120), nullable=True))
        batch_op.add_column(sa.Column("contact_code_word", sa.String(length=60), nullable=True))
        batch_op.add_column(sa.Column("message_may_be_left", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("emergency_contact", sa.String(length=200), nullable=True))
        batch_op.add_column(sa.Column("gp", sa.String(length=200), nullable=True))
        batch_op.add_column(sa.Column("allergies", sa.String(length=400), nullable=True))
        batch_op.add_column(sa.Column("medication", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("fire_help", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("health_notes", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("disability_kinds", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("baby_due_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("spoken_english", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("interpreter_preference", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("format_needs", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("diet", sa.String(length=200), nullable=True))
        batch_op.add_column(sa.Column("faith_practice", sa.String(length=200), nullable=True))
        batch_op.add_column(sa.Column("immigration_status", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("concession_applied_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("concession_granted_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("solicitor", sa.String(length=200), nullable=True))
        batch_op.add_column(sa.Column("economic_status", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("income", sa.Text(), nullable=True))

    with op.batch_alter_table("stay", schema=None) as batch_op:
        batch_op.add_column(sa.Column("arrival_steps", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("must_not_know", sa.String(length=400), nullable=True))
        batch_op.add_column(sa.Column("licence_signed_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("earlier_accommodation", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("reason_for_leaving", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("earlier_refuge_stays", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("police_reported", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("crime_reference", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("exit_reason", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("returned_to_perpetrator", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("safe_at_exit", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("risk_at_exit", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("needs_met", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("held_up", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("offer_declined_why", sa.String(length=400), nullable=True))
        batch_op.add_column(sa.Column("aftercare_agreed", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("aftercare_contact", sa.String(length=200), nullable=True))
        batch_op.add_column(sa.Column("aftercare_next_on", sa.Date(), nullable=True))

    with op.batch_alter_table("unit", schema=None) as batch_op:
        batch_op.add_column(sa.Column("property_id", sa.String(length=36), nullable=True))
        batch_op.add_column(sa.Column("bedrooms", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("funding", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("oldest_boy", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("carer_space", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("men", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("substance_use", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("no_recourse_accepted", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("by_and_for", sa.String(length=40), nullable=True))
        batch_op.create_index(batch_op.f("ix_unit_property_id"), ["property_id"], unique=False)
        batch_op.create_foreign_key(batch_op.f("fk_unit_property_id_property"), "property", ["property_id"], ["id"])

    # ### end Alembic commands ###
