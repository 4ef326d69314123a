"""Step 6: who may see what: files hidden from somebody, files opened in an emergency, whom an entry is about."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

BY_RESIDENT = ("child", "perpetrator", "benefit_claim", "homelessness_application", "court_date", "conflict", "stay")
BY_STAY = (
    *("placement", "child_stay", "household_member", "disclosure", "consent", "risk_assessment", "safety_plan"),
    *("goal", "plan_review", "outcome_score", "contact", "attendance", "wait", "housing", "safeguarding"),
    *("incident", "task", "note", "aftercare_contact"),
)


def upgrade() -> None:
    """Makes the tables, and says of every entry so far whom it is about."""
    op.create_table(
        "hiding",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("record", sa.String(length=40), nullable=False),
        sa.Column("record_id", sa.String(length=36), nullable=False),
        sa.Column("account_id", sa.String(length=36), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("made_at", sa.String(length=32), nullable=False),
        sa.Column("made_by", sa.String(length=36), nullable=False),
        sa.Column("lifted_at", sa.String(length=32), nullable=True),
        sa.Column("lifted_by", sa.String(length=36), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hiding")),
    )
    op.create_index(op.f("ix_hiding_record_id"), "hiding", ["record_id"])
    op.create_index(op.f("ix_hiding_account_id"), "hiding", ["account_id"])
    op.create_table(
        "emergency_opening",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("resident_id", sa.String(length=36), nullable=False),
        sa.Column("account_id", sa.String(length=36), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("opened_at", sa.String(length=32), nullable=False),
        sa.Column("seen_at", sa.String(length=32), nullable=True),
        sa.Column("seen_by", sa.String(length=36), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_emergency_opening")),
    )
    op.create_index(op.f("ix_emergency_opening_resident_id"), "emergency_opening", ["resident_id"])
    _search()
    op.add_column("audit_entry", sa.Column("subject_id", sa.String(length=36), nullable=True))
    op.create_index(op.f("ix_audit_entry_subject_id"), "audit_entry", ["subject_id"])
    _subjects()


def _search() -> None:
    """Words of restricted answers get a line of their own, so that whoever may not see them does not find by them."""
    op.create_table(
        "search_entry_new",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record", sa.String(length=40), nullable=False),
        sa.Column("record_id", sa.String(length=36), nullable=False),
        sa.Column("is_restricted", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_entry")),
        sa.UniqueConstraint("record_id", "is_restricted", name=op.f("uq_search_entry_record_id")),
    )
    op.execute("INSERT INTO search_entry_new SELECT id, record, record_id, 0 FROM search_entry")
    op.drop_table("search_entry")
    op.rename_table("search_entry_new", "search_entry")
    for record, restricted, words in (
        ("resident", "known_as", "coalesce(first_name, '') || ' ' || coalesce(last_name, '')"),
        ("referral", "known_as", "''"),
        ("court_date", "court", "''"),
    ):
        op.execute(
            f"UPDATE search_entry SET is_restricted = 1 WHERE record = '{record}' "  # nosec B608 - our own names; keys are bound
            f"AND record_id IN (SELECT id FROM {record} WHERE {restricted} IS NOT NULL)"
        )
        op.execute(
            "INSERT INTO search_entry (id, record, record_id, is_restricted) "  # nosec B608 - our own names; keys are bound
            "SELECT (SELECT max(id) FROM search_entry) + row_number() OVER (ORDER BY id), record, record_id, 0 "
            f"FROM search_entry WHERE record = '{record}' AND is_restricted = 1"
        )
        op.execute(
            f"INSERT INTO search_words (rowid, words) SELECT e.id, {words} || ' ' || coalesce(r.reference, '') "  # nosec B608 - our own names; keys are bound
            f"FROM search_entry AS e JOIN {record} AS r ON r.id = e.record_id "
            f"WHERE e.record = '{record}' AND e.is_restricted = 0 AND r.{restricted} IS NOT NULL"
        )


def _subjects() -> None:
    """Of records that are still there from the records, of those taken out from what was written down of them."""
    op.execute("UPDATE audit_entry SET subject_id = record_id WHERE record IN ('resident', 'referral')")
    for record in BY_RESIDENT:
        _of(record, f"SELECT resident_id FROM {record} AS o WHERE o.id = audit_entry.record_id")  # nosec B608 - our own names; keys are bound
    for record in BY_STAY:
        joined = f"SELECT s.resident_id FROM {record} AS o JOIN stay AS s ON s.id = o.stay_id"  # nosec B608 - our own names; keys are bound
        _of(record, f"{joined} WHERE o.id = audit_entry.record_id")
    for record in ("referral_child", "hold"):
        _of(record, f"SELECT referral_id FROM {record} AS o WHERE o.id = audit_entry.record_id")  # nosec B608 - our own names; keys are bound
    _of(
        "child_risk_assessment",
        "SELECT c.resident_id FROM child_risk_assessment AS o JOIN child AS c ON c.id = o.child_id "
        "WHERE o.id = audit_entry.record_id",
    )
    _of(
        "plan_action",
        "SELECT s.resident_id FROM plan_action AS o JOIN goal AS g ON g.id = o.goal_id JOIN stay AS s "
        "ON s.id = g.stay_id WHERE o.id = audit_entry.record_id",
    )
    told = (
        "SELECT json_extract(nullif(v.changes, ''), '$.{0}[0]') FROM audit_value AS v WHERE v.entry_id = audit_entry.id"
    )
    op.execute(
        f"UPDATE audit_entry SET subject_id = ({told.format('resident_id')}) "  # nosec B608 - our own names; keys are bound
        "WHERE action = 'remove' AND subject_id IS NULL"
    )
    op.execute(
        f"UPDATE audit_entry SET subject_id = (SELECT resident_id FROM stay WHERE id = ({told.format('stay_id')})) "  # nosec B608 - our own names; keys are bound
        "WHERE action = 'remove' AND subject_id IS NULL"
    )


def _of(record: str, subject: str) -> None:
    op.execute(f"UPDATE audit_entry SET subject_id = ({subject}) WHERE record = '{record}' AND subject_id IS NULL")  # nosec B608 - our own names; keys are bound
