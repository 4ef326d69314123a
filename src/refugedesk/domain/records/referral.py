"""A referral: a household asking for a place. Quick to record, and no name is needed."""

from __future__ import annotations

from refugedesk.domain.children_told import tidy_children
from refugedesk.domain.fields import Answers, Field, Kind, Record, Section, when, when_filled
from refugedesk.domain.lists.health import ACCESS_NEED
from refugedesk.domain.lists.people import SEX, YES_NO
from refugedesk.domain.lists.referrals import (
    MARAC_STATE,
    MOVED_IN,
    NOT_MOVED_IN_REASON,
    REFERRAL_OUTCOME,
    REFERRAL_ROUTE,
    REFERRAL_SOURCE,
    REFUSAL_REASON,
    RISK_LEVEL,
    RISK_TOOL,
    SIGNPOSTED_TO,
)
from refugedesk.domain.lists.support import SUPPORT_NEED
from refugedesk.domain.records.parts import choice, note, several, worker
from refugedesk.domain.rules import in_order, not_in_future


def _may_have_children(answers: Answers) -> bool:
    """Asked unless it was said that no children would come."""
    return answers.get("children") != 0


REFERRAL = Record(
    id="referral",
    title="Referral",
    plural="referrals",
    searched=("known_as", "referrer", "origin_authority", "origin_ward", "notes"),
    line=("known_as", "source", "outcome"),
    dated_by="received_on",
    rules=(
        not_in_future("received_on", "The day it came in"),
        not_in_future("assessed_on", "The day of assessment"),
        not_in_future("decided_on", "The day of the decision"),
        in_order("received_on", "assessed_on", "A referral cannot be assessed before it came in"),
        in_order("received_on", "decided_on", "A referral cannot be decided before it came in"),
        not_in_future("check_answered_on", "The day the background check was answered"),
        in_order("check_asked_on", "check_answered_on", "The check was answered before it was asked for"),
    ),
    sections=(
        Section(
            "call",
            "The call",
            (
                Field("received_on", "Came in on", Kind.DAY, is_required=True),
                Field("received_at", "At", Kind.TIME, is_wanted=True),
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
                    "children_told",
                    "Ages and sexes",
                    Kind.TEXT,
                    longest=200,
                    rows_of="referral_child",
                    tidied=tidy_children,
                    shown=_may_have_children,
                    help="As the call goes: 8 f, 5 m, 2 f. Add “stays” to a child who would not come along.",
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
                Field(
                    "assessed_on",
                    "Assessed on",
                    Kind.DAY,
                    help="Empty when there was no assessment.",
                    is_wanted=True,
                    wanted_when=when("outcome", "accepted"),
                ),
                worker("assessed_by", "Assessed by", is_wanted=True, shown=when_filled("assessed_on")),
                Field(
                    "decided_on",
                    "Decided on",
                    Kind.DAY,
                    shown=when("outcome", "accepted", "not_accepted", "withdrawn"),
                ),
                choice(
                    "moved_in",
                    "Did they move in?",
                    MOVED_IN,
                    shown=when("outcome", "accepted"),
                    help="“Save and move in” answers yes by itself once they are here.",
                ),
                Field(
                    "not_moved_in_reason",
                    "Why nobody moved in",
                    Kind.CHOICE,
                    NOT_MOVED_IN_REASON,
                    shown=when("moved_in", "no"),
                    is_wanted=True,
                ),
            ),
        ),
        Section(
            "about_household",
            "More about the household",
            (
                Field("adults", "Adults", Kind.WHOLE_NUMBER, unit="adults", largest=9, help="Who would move in."),
                Field("postcode_district", "Postcode district", Kind.TEXT, longest=4, help="Its first half, like CV1."),
                choice("pregnant", "Pregnant", YES_NO),
                Field("pets", "Pets", Kind.TEXT, longest=80),
                several("access_needs", "Access needs", ACCESS_NEED),
                Field("languages", "Languages", Kind.TEXT, longest=120, suggests=("first_language", "languages")),
                choice("no_recourse", "No recourse to public funds", YES_NO),
                several("needs_named", "Needs named", SUPPORT_NEED),
            ),
        ),
        Section(
            "safety",
            "Risk and safety",
            (
                choice("risk_tool", "How it was assessed", RISK_TOOL),
                Field("risk_score", "Score", Kind.WHOLE_NUMBER, shown=when_filled("risk_tool")),
                choice("marac", "MARAC", MARAC_STATE),
                Field(
                    "feared_person",
                    "Who is feared",
                    Kind.TEXT,
                    is_restricted=True,
                    longest=120,
                    help="So that nobody connected with them is in the same house.",
                ),
                Field("feared_area", "Where they live, work and go", Kind.TEXT, is_restricted=True, longest=200),
                Field("areas_unsafe", "Areas that are not safe", Kind.TEXT, is_restricted=True, longest=200),
                Field("check_asked_on", "Background check asked for on", Kind.DAY),
                Field(
                    "check_answered_on", "Background check answered on", Kind.DAY, shown=when_filled("check_asked_on")
                ),
            ),
        ),
        Section(
            "about_call",
            "More about the call",
            (
                Field("referrer", "Referrer's name and number", Kind.TEXT, longest=200),
                choice("route", "How it came in", REFERRAL_ROUTE),
                choice("out_of_hours", "Out of hours", YES_NO),
                choice("urgent", "Urgent", YES_NO),
            ),
        ),
        Section(
            "more",
            "More",
            (
                several("signposted_to", "Signposted to", SIGNPOSTED_TO),
                Field(
                    "repeat_of",
                    "Same household as an earlier referral",
                    Kind.LINK,
                    links_to="referral",
                    help="A household that calls again is counted once.",
                ),
                note("notes", "Notes"),
            ),
        ),
    ),
)

REFERRAL_CHILD = Record(
    id="referral_child",
    title="Child of a referral",
    plural="referral_children",
    line=("age", "sex"),
    sections=(
        Section(
            "child",
            "Child",
            (
                Field("referral_id", "Referral", Kind.LINK, links_to="referral", is_required=True),
                Field(
                    "age",
                    "Age",
                    Kind.WHOLE_NUMBER,
                    unit="years",
                    largest=25,
                    is_wanted=True,
                    help="0 for a baby. No name is needed.",
                ),
                Field("sex", "Sex", Kind.CHOICE, SEX, is_wanted=True),
                Field("comes_along", "Would come along", Kind.CHOICE, YES_NO),
            ),
        ),
    ),
)
