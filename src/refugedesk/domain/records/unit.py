"""A unit: a room, a flat or a house in which one household lives."""

from __future__ import annotations

from refugedesk.domain.fields import Field, Kind, Record, Section
from refugedesk.domain.lists.houses import ACCOMMODATION_TYPE, BY_AND_FOR, FUNDING, UNIT_LAYOUT
from refugedesk.domain.lists.people import YES_NO
from refugedesk.domain.records.parts import choice, note
from refugedesk.domain.rules import in_order

UNIT = Record(
    id="unit",
    title="Unit",
    plural="units",
    searched=("name",),
    line=("name", "accommodation_type"),
    rules=(in_order("open_from", "open_to", "A unit cannot close before it opens"),),
    sections=(
        Section(
            "place",
            "The unit",
            (
                Field(
                    "name",
                    "Name",
                    Kind.TEXT,
                    is_required=True,
                    longest=60,
                    help="What the team calls it, such as Room 4. Never the address.",
                ),
                Field(
                    "accommodation_type",
                    "Type of accommodation",
                    Kind.CHOICE,
                    ACCOMMODATION_TYPE,
                    is_required=True,
                ),
                Field("layout", "Layout", Kind.CHOICE, UNIT_LAYOUT, is_wanted=True),
                Field("property_id", "Property", Kind.LINK, links_to="property"),
                Field("bedrooms", "Bedrooms", Kind.WHOLE_NUMBER, unit="rooms"),
                Field("bedspaces", "Bed spaces", Kind.WHOLE_NUMBER, is_wanted=True, unit="people"),
                choice("funding", "Who pays for it", FUNDING),
            ),
        ),
        Section(
            "suits",
            "Whom it suits",
            (
                Field("max_children", "Most children", Kind.WHOLE_NUMBER, unit="children"),
                Field("accessible", "Step-free or adapted", Kind.CHOICE, YES_NO),
                Field("oldest_boy", "Oldest boy", Kind.WHOLE_NUMBER, unit="years", help="Empty for any age."),
                Field("pets", "Pets can come", Kind.CHOICE, YES_NO),
                choice("carer_space", "Space for a carer", YES_NO),
                choice("men", "Men can come", YES_NO),
                choice("substance_use", "Stable drug or alcohol use accepted", YES_NO),
                choice("no_recourse_accepted", "No recourse accepted", YES_NO),
                choice("by_and_for", "By and for", BY_AND_FOR),
            ),
        ),
        Section(
            "open",
            "When it is open",
            (
                Field("open_from", "Open from", Kind.DAY, is_wanted=True),
                Field("open_to", "Open to", Kind.DAY, help="Leave empty while it is in use."),
                note("notes", "Notes"),
            ),
        ),
    ),
)
