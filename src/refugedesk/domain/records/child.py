"""A child in their own right, and what is true of the child in one stay of the parent."""

from __future__ import annotations

from refugedesk.domain.fields import Field, Kind, Record, Section
from refugedesk.domain.lists.children import SOCIAL_CARE_STATUS
from refugedesk.domain.lists.people import SEX, YES_NO
from refugedesk.domain.rules import child_before_stay_end, not_in_future, young_child, younger_than_parent

CHILD = Record(
    id="child",
    title="Child",
    plural="children",
    searched=("first_name", "notes"),
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
                Field("notes", "Notes", Kind.LONG_TEXT, longest=32_000),
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
            ),
        ),
    ),
)
