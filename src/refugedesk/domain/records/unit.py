"""A unit: a room, a flat or a house in which one household lives."""

from __future__ import annotations

from refugedesk.domain.fields import Field, Kind, Record, Section
from refugedesk.domain.lists.houses import ACCOMMODATION_TYPE, UNIT_LAYOUT
from refugedesk.domain.lists.people import YES_NO
from refugedesk.domain.rules import in_order

UNIT = Record(
    id="unit",
    title="Unit",
    plural="units",
    searched=("name",),
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
                Field("bedspaces", "Bed spaces", Kind.WHOLE_NUMBER, is_wanted=True, unit="people"),
            ),
        ),
        Section(
            "suits",
            "Whom it suits",
            (
                Field("max_children", "Most children", Kind.WHOLE_NUMBER, unit="children"),
                Field("accessible", "Step-free or adapted", Kind.CHOICE, YES_NO),
                Field("pets", "Pets can come", Kind.CHOICE, YES_NO),
            ),
        ),
        Section(
            "open",
            "When it is open",
            (
                Field("open_from", "Open from", Kind.DAY, is_wanted=True),
                Field("open_to", "Open to", Kind.DAY, help="Leave empty while it is in use."),
                Field("notes", "Notes", Kind.LONG_TEXT, longest=32_000),
            ),
        ),
    ),
)
