"""Claims and applications: what was asked of the state, and how far it is."""

from __future__ import annotations

from refugedesk.domain.fields import Field, Kind, Record, Section
from refugedesk.domain.lists.circumstances import CLAIM_STATE, HOMELESSNESS_STAGE, INCOME
from refugedesk.domain.records.parts import choice, note, to_resident
from refugedesk.domain.rules import in_order, not_in_future

BENEFIT_CLAIM = Record(
    id="benefit_claim",
    title="Benefit claim",
    plural="benefit_claims",
    line=("benefit", "state"),
    dated_by="claimed_on",
    rules=(
        not_in_future("claimed_on", "The day of the claim"),
        in_order("claimed_on", "awarded_on", "It was awarded before it was claimed"),
    ),
    sections=(
        Section(
            "claim",
            "Claim",
            (
                to_resident(),
                Field("benefit", "Benefit", Kind.CHOICE, INCOME, is_required=True),
                Field("claimed_on", "Claimed on", Kind.DAY),
                choice("state", "How far it is", CLAIM_STATE),
                Field("awarded_on", "In payment since", Kind.DAY),
                note(),
            ),
        ),
    ),
)

HOMELESSNESS = Record(
    id="homelessness_application",
    title="Homelessness application",
    plural="homelessness_applications",
    line=("authority", "stage"),
    dated_by="applied_on",
    rules=(
        not_in_future("applied_on", "The day of the application"),
        in_order("applied_on", "decided_on", "It was decided before it was made"),
    ),
    sections=(
        Section(
            "application",
            "Application",
            (
                to_resident(),
                Field(
                    "authority",
                    "Council",
                    Kind.TEXT,
                    longest=80,
                    suggests=("authority", "origin_authority", "move_on_authority"),
                ),
                Field("stage", "How far it is", Kind.CHOICE, HOMELESSNESS_STAGE, is_wanted=True),
                Field("applied_on", "Applied on", Kind.DAY),
                Field("decided_on", "This stage since", Kind.DAY),
                Field("officer", "Housing officer", Kind.TEXT, longest=80),
                note(),
            ),
        ),
    ),
)
