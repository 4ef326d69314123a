"""A placement: the nights for which one stay holds one unit."""

from __future__ import annotations

from refugedesk.domain.fields import Field, Kind, Record, Section
from refugedesk.domain.rules import (
    in_order,
    not_in_future,
    placement_alone,
    placement_within_stay,
    unit_free,
    unit_large_enough,
    unit_open,
)

PLACEMENT = Record(
    id="placement",
    title="Placement",
    plural="placements",
    line=("unit_id",),
    dated_by="from_on",
    rules=(
        not_in_future("from_on", "The first night"),
        not_in_future("to_on", "The day of leaving the unit"),
        in_order("from_on", "to_on", "The unit is left before it is taken"),
        placement_within_stay,
        placement_alone,
        unit_free,
        unit_large_enough,
        unit_open,
    ),
    sections=(
        Section(
            "nights",
            "Unit and nights",
            (
                Field("stay_id", "Stay", Kind.LINK, links_to="stay", is_required=True),
                Field("unit_id", "Unit", Kind.LINK, links_to="unit", is_required=True),
                Field("from_on", "From", Kind.DAY, is_required=True, help="The first night."),
                Field("to_on", "To", Kind.DAY, help="The day of leaving the unit; empty while it is held."),
            ),
        ),
    ),
)
