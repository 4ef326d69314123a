"""A referral: a household asking for a place. Quick to record, and no name is needed."""

from __future__ import annotations

from refugedesk.domain.fields import Field, Kind, Record, Section, when, when_filled
from refugedesk.domain.lists.referrals import REFERRAL_OUTCOME, REFERRAL_SOURCE, REFUSAL_REASON, RISK_LEVEL
from refugedesk.domain.rules import in_order, not_in_future

REFERRAL = Record(
    id="referral",
    title="Referral",
    plural="referrals",
    searched=("known_as", "origin_authority", "origin_ward", "notes"),
    rules=(
        not_in_future("received_on", "The day it came in"),
        not_in_future("assessed_on", "The day of assessment"),
        not_in_future("decided_on", "The day of the decision"),
        in_order("received_on", "assessed_on", "A referral cannot be assessed before it came in"),
        in_order("received_on", "decided_on", "A referral cannot be decided before it came in"),
    ),
    sections=(
        Section(
            "call",
            "The call",
            (
                Field("received_on", "Came in on", Kind.DAY, is_required=True),
                Field("source", "Who referred", Kind.CHOICE, REFERRAL_SOURCE, is_wanted=True),
                Field(
                    "known_as",
                    "Name given, if any",
                    Kind.TEXT,
                    is_restricted=True,
                    longest=120,
                    help="Not needed. Leave empty when the caller would rather not say.",
                ),
            ),
        ),
        Section(
            "household",
            "The household",
            (
                Field(
                    "children",
                    "Children",
                    Kind.WHOLE_NUMBER,
                    unit="children",
                    largest=20,
                    help="How many would come. 0 when there are none; empty when it is not known.",
                ),
                Field(
                    "origin_authority",
                    "Council area they come from",
                    Kind.TEXT,
                    is_wanted=True,
                    longest=80,
                    suggests=("origin_authority",),
                ),
                Field(
                    "origin_ward",
                    "Ward or district",
                    Kind.TEXT,
                    longest=80,
                    shown=when_filled("origin_authority"),
                    suggests=("origin_ward",),
                ),
                Field("risk_level", "Risk level", Kind.CHOICE, RISK_LEVEL, is_wanted=True),
            ),
        ),
        Section(
            "outcome",
            "What came of it",
            (
                Field("outcome", "Outcome", Kind.CHOICE, REFERRAL_OUTCOME, is_wanted=True),
                Field(
                    "refusal_reason",
                    "What held it up",
                    Kind.CHOICE,
                    REFUSAL_REASON,
                    shown=when("outcome", "not_accepted"),
                    is_wanted=True,
                ),
                Field("assessed_on", "Assessed on", Kind.DAY, help="Empty when there was no assessment."),
                Field(
                    "decided_on",
                    "Decided on",
                    Kind.DAY,
                    shown=when("outcome", "accepted", "not_accepted", "withdrawn"),
                ),
            ),
        ),
        Section(
            "more",
            "More",
            (
                Field(
                    "repeat_of",
                    "Same household as an earlier referral",
                    Kind.LINK,
                    links_to="referral",
                    help="A household that calls again is counted once.",
                ),
                Field("notes", "Notes", Kind.LONG_TEXT, longest=32_000),
            ),
        ),
    ),
)
