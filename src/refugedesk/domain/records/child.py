"""A child in their own right, and what is true of the child in one stay of the parent."""

from __future__ import annotations

from refugedesk.domain.fields import Field, Kind, Record, Section, when, when_filled
from refugedesk.domain.lists.children import (
    CHILD_CLOSED_REASON,
    CHILD_EFFECT,
    CHILD_EXPERIENCE,
    CHILD_NEED,
    CHILD_RELATION,
    CHILD_SUPPORT,
    SAFEGUARDING_OUTCOME,
    SEND_STATE,
    SOCIAL_CARE_STATUS,
)
from refugedesk.domain.lists.harm import CHILD_CONTACT, PROTECTIVE_ORDER
from refugedesk.domain.lists.health import DISABILITY_KIND
from refugedesk.domain.lists.people import ETHNICITY, SEX, YES_NO
from refugedesk.domain.records.parts import choice, note, several
from refugedesk.domain.rules import child_before_stay_end, in_order, not_in_future, young_child, younger_than_parent

CHILD = Record(
    id="child",
    title="Child",
    plural="children",
    searched=("first_name", "last_name", "notes"),
    line=("first_name", "last_name"),
    rules=(
        not_in_future("date_of_birth", "The date of birth"),
        child_before_stay_end,
        young_child,
        younger_than_parent,
    ),
    sections=(
        Section(
            "child",
            "The child",
            (
                Field("resident_id", "Parent", Kind.LINK, links_to="resident", is_required=True),
                Field("first_name", "First name", Kind.TEXT, longest=80),
                Field("date_of_birth", "Date of birth", Kind.DAY, is_wanted=True),
                Field("sex", "Sex", Kind.CHOICE, SEX, is_wanted=True),
                Field("last_name", "Last name, where it differs", Kind.TEXT, longest=80),
                choice("relation", "Relation to the resident", CHILD_RELATION),
                choice("adult_dependant", "Adult who depends on the resident", YES_NO),
                choice("ethnicity", "Ethnic group", ETHNICITY),
                choice("disabled", "Disabled", YES_NO),
                several("disability_kinds", "Kinds of disability", DISABILITY_KIND, when("disabled", "yes")),
                choice("special_needs", "Special educational needs", SEND_STATE),
            ),
        ),
        Section(
            "health",
            "Health",
            (
                Field("gp", "GP", Kind.TEXT, longest=200),
                Field("health_visitor", "Health visitor or school nurse", Kind.TEXT, longest=200),
                Field("allergies", "Allergies and medication", Kind.TEXT, is_restricted=True, longest=400),
            ),
        ),
        Section(
            "contact",
            "The person feared",
            (
                Field("contact_kind", "Contact", Kind.CHOICE, CHILD_CONTACT, is_restricted=True),
                Field("contact_orders", "Orders", Kind.CHOICES, PROTECTIVE_ORDER, is_restricted=True),
                Field(
                    "contact_times",
                    "When, where, who is there",
                    Kind.TEXT,
                    is_restricted=True,
                    longest=400,
                ),
                Field("next_hearing_on", "Next hearing on", Kind.DAY, is_ahead=True, is_restricted=True),
                several("experience", "What the child has lived through", CHILD_EXPERIENCE),
                several("effects", "How it shows", CHILD_EFFECT),
            ),
        ),
        Section(
            "voice",
            "In the child's own right",
            (
                note("own_words", "In the child's own words"),
                note("strengths", "What the child is good at and likes"),
                note("notes", "Notes"),
            ),
        ),
    ),
)

CHILD_STAY = Record(
    id="child_stay",
    title="Child in a stay",
    plural="children",
    sections=(
        Section(
            "in_stay",
            "In this stay",
            (
                Field("child_id", "Child", Kind.LINK, links_to="child", is_required=True),
                Field("stay_id", "Stay", Kind.LINK, links_to="stay", is_required=True),
                Field(
                    "in_refuge",
                    "Lives in the refuge",
                    Kind.CHOICE,
                    YES_NO,
                    is_wanted=True,
                    help="No for a child who lives elsewhere.",
                ),
                Field(
                    "known_to_childrens_services",
                    "Known to children's services",
                    Kind.CHOICE,
                    YES_NO,
                    is_wanted=True,
                ),
                Field(
                    "social_care_status_at_start",
                    "Social care at the start",
                    Kind.CHOICE,
                    SOCIAL_CARE_STATUS,
                    is_wanted=True,
                ),
                Field(
                    "social_care_status_at_end",
                    "Social care at the end",
                    Kind.CHOICE,
                    SOCIAL_CARE_STATUS,
                    help="Filled in when the stay ends.",
                ),
                Field("status_since_on", "This status since", Kind.DAY),
                Field(
                    "status_ended_on",
                    "Status changed on",
                    Kind.DAY,
                    shown=when_filled("social_care_status_at_end"),
                ),
                Field(
                    "childrens_services_authority",
                    "Which council",
                    Kind.TEXT,
                    longest=80,
                    shown=when("known_to_childrens_services", "yes"),
                    suggests=("childrens_services_authority", "origin_authority"),
                ),
                Field(
                    "social_worker",
                    "Social worker",
                    Kind.TEXT,
                    longest=200,
                    shown=when("known_to_childrens_services", "yes"),
                ),
                Field("safeguarding_referral_on", "Safeguarding referral made on", Kind.DAY),
                Field(
                    "safeguarding_outcome",
                    "What came of it",
                    Kind.CHOICE,
                    SAFEGUARDING_OUTCOME,
                    shown=when_filled("safeguarding_referral_on"),
                    is_wanted=True,
                ),
            ),
        ),
        Section(
            "school",
            "School or nursery",
            (
                Field("school_left_on", "Left the earlier one on", Kind.DAY),
                Field("school_applied_on", "Applied on", Kind.DAY),
                Field("school_started_on", "Started on", Kind.DAY),
                Field("school", "Which", Kind.TEXT, is_restricted=True, is_for_case=True, longest=200),
                Field("school_safeguarding_lead", "Safeguarding lead there", Kind.TEXT, longest=200),
                Field(
                    "school_told_to_withhold",
                    "School told to keep our address to itself",
                    Kind.CHOICE,
                    YES_NO,
                    shown=when_filled("school_started_on"),
                    is_wanted=True,
                ),
            ),
        ),
        Section(
            "work",
            "Needs and support",
            (
                several("child_needs", "Needs", CHILD_NEED),
                several("child_support", "Support", CHILD_SUPPORT),
                Field("support_waiting_since_on", "Waiting for support since", Kind.DAY),
                Field("review_on", "Look at it again on", Kind.DAY, is_ahead=True),
                Field("closed_on", "Work ended on", Kind.DAY),
                choice("closed_reason", "Why it ended", CHILD_CLOSED_REASON, when_filled("closed_on")),
            ),
        ),
    ),
    rules=(
        in_order("school_applied_on", "school_started_on", "School began before it was applied for"),
        not_in_future("safeguarding_referral_on", "The day of the safeguarding referral"),
    ),
)
