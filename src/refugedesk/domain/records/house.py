"""The house: properties, why a unit stands empty, for whom one is held, and what happened in it."""

from __future__ import annotations

from refugedesk.domain.fields import Field, Kind, Record, Section
from refugedesk.domain.lists.houses import VOID_REASON
from refugedesk.domain.lists.work import INCIDENT_KIND
from refugedesk.domain.records.parts import note, worker
from refugedesk.domain.rules import in_order, not_in_future
from refugedesk.domain.stay_days import InStay
from refugedesk.domain.unit_days import held_nights, held_once, nobody_there, void_nights

PROPERTY = Record(
    id="property",
    title="Property",
    plural="properties",
    searched=("name",),
    line=("name",),
    sections=(
        Section(
            "house",
            "The house",
            (
                Field(
                    "name",
                    "Name",
                    Kind.TEXT,
                    is_required=True,
                    longest=60,
                    help="What the team calls it, such as North House. Never the street.",
                ),
                Field(
                    "address",
                    "Address",
                    Kind.LONG_TEXT,
                    is_restricted=True,
                    is_secret=True,
                    longest=400,
                    help="Kept in the encrypted store alone. Never printed, exported, searched or shown in a title.",
                ),
                note(),
            ),
        ),
    ),
)

VOID = Record(
    id="void",
    title="Void",
    plural="voids",
    line=("reason",),
    dated_by="from_on",
    rules=(
        in_order("from_on", "to_on", "The unit is back in use before it went out of use"),
        nobody_there("from_on", void_nights),
    ),
    sections=(
        Section(
            "void",
            "Empty",
            (
                Field("unit_id", "Unit", Kind.LINK, links_to="unit", is_required=True),
                Field("reason", "Why", Kind.CHOICE, VOID_REASON, is_required=True),
                Field("from_on", "From", Kind.DAY, is_required=True, help="The first night."),
                Field("to_on", "Ready again on", Kind.DAY, is_ahead=True, help="Empty while it is not ready."),
                note(),
            ),
        ),
    ),
)

HOLD = Record(
    id="hold",
    title="Hold",
    plural="holds",
    line=("unit_id", "referral_id"),
    dated_by="held_on",
    rules=(
        in_order("held_on", "until_on", "The hold ends before it begins"),
        nobody_there("held_on", held_nights),
        held_once("held_on", held_nights),
    ),
    sections=(
        Section(
            "hold",
            "Held",
            (
                Field("unit_id", "Unit", Kind.LINK, links_to="unit", is_required=True),
                Field("referral_id", "For which referral", Kind.LINK, links_to="referral"),
                Field("held_on", "Held from", Kind.DAY, is_required=True),
                Field("until_on", "Until", Kind.DAY, is_ahead=True, is_required=True, help="The last night."),
                Field("until_at", "At", Kind.TIME, help="Empty for the end of the day."),
                Field("released_on", "Let go on", Kind.DAY, help="Empty while it is held."),
                worker("worker", "Held by"),
                note(),
            ),
        ),
    ),
)

INCIDENT = Record(
    id="incident",
    title="Incident",
    plural="incidents",
    searched=("what_happened", "what_was_done"),
    line=("kind", "what_happened"),
    dated_by="on_day",
    rules=(not_in_future("on_day", "The day"), InStay("on_day", "This incident")),
    sections=(
        Section(
            "incident",
            "What happened",
            (
                Field("on_day", "Day", Kind.DAY, is_required=True),
                Field("at_time", "Time", Kind.TIME),
                Field("kind", "Kind", Kind.CHOICE, INCIDENT_KIND, is_wanted=True),
                Field("unit_id", "Unit", Kind.LINK, links_to="unit"),
                Field("stay_id", "Whose stay", Kind.LINK, links_to="stay", help="Empty when it was about the house."),
                note("what_happened", "What happened", "What was seen and heard, apart from what you think of it."),
                note("what_was_done", "What was done"),
                worker("worker", "Written by", is_wanted=True),
                Field("told_manager_on", "Manager told on", Kind.DAY),
            ),
        ),
    ),
)
