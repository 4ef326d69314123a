"""A stay: one resident's support in the service, from arrival to leaving it. Changing rooms is no exit."""

from __future__ import annotations

from refugedesk.domain.fields import Field, Kind, Record, Section, when_filled
from refugedesk.domain.lists.move_on import MOVE_ON_DESTINATION
from refugedesk.domain.lists.people import YES_NO
from refugedesk.domain.lists.referrals import RISK_LEVEL
from refugedesk.domain.lists.support import ABUSE_TYPE, SUPPORT_NEED
from refugedesk.domain.rules import in_order, not_in_future, stay_alone, stay_not_endless

STAY = Record(
    id="stay",
    title="Stay",
    plural="stays",
    searched=("key_worker", "notes"),
    rules=(
        not_in_future("started_on", "The day of arrival"),
        not_in_future("ended_on", "The day of leaving"),
        in_order("started_on", "ended_on", "The leaving day is before the arrival"),
        stay_alone,
        stay_not_endless,
    ),
    sections=(
        Section(
            "arrival",
            "Arrival",
            (
                Field("resident_id", "Resident", Kind.LINK, links_to="resident", is_required=True),
                Field("referral_id", "Referral", Kind.LINK, links_to="referral"),
                Field("started_on", "Arrived on", Kind.DAY, is_required=True),
                Field(
                    "key_worker",
                    "Key worker",
                    Kind.TEXT,
                    is_wanted=True,
                    longest=80,
                    suggests=("key_worker",),
                ),
                Field(
                    "origin_authority",
                    "Council area they came from",
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
                Field("risk_at_start", "Risk level on arrival", Kind.CHOICE, RISK_LEVEL, is_wanted=True),
            ),
        ),
        Section(
            "needs",
            "Support needs",
            (Field("needs", "Support needs", Kind.CHOICES, SUPPORT_NEED),),
            help="Everything that applies. None ticked means none.",
        ),
        Section(
            "abuse",
            "Abuse",
            (Field("abuse", "Kinds of abuse", Kind.CHOICES, ABUSE_TYPE),),
            help="As far as it has been told. More can be added as trust grows.",
        ),
        Section(
            "move_on",
            "Move-on",
            (
                Field("ended_on", "Left on", Kind.DAY, help="Leave empty while the person is staying."),
                Field(
                    "move_on_destination",
                    "Where to",
                    Kind.CHOICE,
                    MOVE_ON_DESTINATION,
                    shown=when_filled("ended_on"),
                    is_wanted=True,
                ),
                Field(
                    "move_on_authority",
                    "Council area moved to",
                    Kind.TEXT,
                    longest=80,
                    shown=when_filled("ended_on"),
                    is_wanted=True,
                    suggests=("move_on_authority", "origin_authority"),
                ),
                Field(
                    "planned_departure",
                    "Planned",
                    Kind.CHOICE,
                    YES_NO,
                    shown=when_filled("ended_on"),
                    is_wanted=True,
                ),
            ),
        ),
        Section("notes", "Notes", (Field("notes", "Notes", Kind.LONG_TEXT, longest=32_000),)),
    ),
)
