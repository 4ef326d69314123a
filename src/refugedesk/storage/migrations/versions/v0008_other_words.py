"""Step 8: what is meant by "other", in words, beside every choice that has it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

COLUMNS = (
    ("unit", "by_and_for_other"),
    ("staff", "role_other"),
    ("agency", "kind_other"),
    ("referral", "source_other"),
    ("referral", "refusal_reason_other"),
    ("referral", "access_needs_other"),
    ("referral", "needs_named_other"),
    ("referral", "risk_tool_other"),
    ("referral", "route_other"),
    ("referral", "signposted_to_other"),
    ("resident", "gender_other"),
    ("resident", "ethnicity_other"),
    ("resident", "religion_other"),
    ("resident", "sexual_orientation_other"),
    ("resident", "disability_kinds_other"),
    ("resident", "economic_status_other"),
    ("resident", "income_other"),
    ("stay", "earlier_accommodation_other"),
    ("stay", "reason_for_leaving_other"),
    ("stay", "needs_other"),
    ("stay", "abuse_other"),
    ("stay", "move_on_destination_other"),
    ("stay", "exit_reason_other"),
    ("stay", "held_up_other"),
    ("child", "relation_other"),
    ("child", "ethnicity_other"),
    ("child", "disability_kinds_other"),
    ("child_stay", "safeguarding_outcome_other"),
    ("child_stay", "child_needs_other"),
    ("child_stay", "closed_reason_other"),
    ("perpetrator", "relationship_other"),
    ("benefit_claim", "benefit_other"),
    ("court_date", "kind_other"),
    ("disclosure", "kinds_other"),
    ("disclosure", "relationships_other"),
    ("goal", "need_other"),
    ("contact", "topics_other"),
    ("wait", "what_other"),
    ("housing", "kind_other"),
    ("safeguarding", "outcome_other"),
    ("incident", "kind_other"),
    ("aftercare_contact", "lives_now_other"),
)


def upgrade() -> None:
    """Adds the columns."""
    for table, name in COLUMNS:
        op.add_column(table, sa.Column(name, sa.String(length=80), nullable=True))
