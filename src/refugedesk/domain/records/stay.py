"""A stay: one resident's support in the service, from arrival to leaving it. Changing rooms is no exit."""

from __future__ import annotations

from refugedesk.domain.fields import Field, Kind, Record, Section, when, when_filled
from refugedesk.domain.lists.circumstances import EARLIER_ACCOMMODATION, REASON_FOR_LEAVING
from refugedesk.domain.lists.move_on import MOVE_ON_DESTINATION
from refugedesk.domain.lists.people import YES_NO
from refugedesk.domain.lists.referrals import RISK_LEVEL
from refugedesk.domain.lists.stays import ARRIVAL_STEP, EXIT_REASON, HELD_UP, NEEDS_MET
from refugedesk.domain.lists.support import ABUSE_TYPE, SUPPORT_NEED
from refugedesk.domain.records.parts import choice, note, several
from refugedesk.domain.rules import in_order, not_in_future, stay_alone, stay_not_endless

STAY = Record(
    id="stay",
    title="Stay",
    plural="stays",
    searched=("key_worker", "notes"),
    line=("started_on", "ended_on"),
    dated_by="started_on",
    rules=(
        not_in_future("started_on", "The day of arrival"),
        not_in_future("ended_on", "The day of leaving"),
        in_order("started_on", "ended_on", "The leaving day is before the arrival"),
        not_in_future("licence_signed_on", "The day the licence was signed"),
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
            "checklist",
            "Arrival checklist",
            (
                several("arrival_steps", "Done on arrival", ARRIVAL_STEP),
                Field("must_not_know", "Who must not know", Kind.TEXT, is_restricted=True, longest=400),
                Field("licence_signed_on", "Licence agreement signed on", Kind.DAY),
            ),
        ),
        Section(
            "before",
            "Before",
            (
                choice("earlier_accommodation", "Home before", EARLIER_ACCOMMODATION),
                choice("reason_for_leaving", "Why it was left", REASON_FOR_LEAVING),
                Field("earlier_refuge_stays", "Earlier stays in a refuge", Kind.WHOLE_NUMBER, unit="stays"),
                choice("police_reported", "Reported to the police", YES_NO),
                Field(
                    "crime_reference",
                    "Crime reference",
                    Kind.TEXT,
                    shown=when("police_reported", "yes"),
                    is_restricted=True,
                    is_for_case=True,
                    longest=40,
                ),
            ),
        ),
        Section(
            "needs",
            "Support needs",
            (Field("needs", "Support needs", Kind.CHOICES, SUPPORT_NEED, has_rows=True),),
            help="Everything that applies. None ticked means none.",
        ),
        Section(
            "abuse",
            "Abuse",
            (Field("abuse", "Kinds of abuse", Kind.CHOICES, ABUSE_TYPE, has_rows=True),),
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
                choice("exit_reason", "Why the stay ended", EXIT_REASON, when_filled("ended_on")),
                choice("returned_to_perpetrator", "Returned to the perpetrator", YES_NO, when_filled("ended_on")),
                choice("safe_at_exit", "Safe on leaving", YES_NO, when_filled("ended_on")),
                choice("risk_at_exit", "Risk level on leaving", RISK_LEVEL, when_filled("ended_on")),
                choice("needs_met", "Needs met", NEEDS_MET, when_filled("ended_on")),
                several("held_up", "What held it up", HELD_UP, when_filled("ended_on")),
                Field(
                    "offer_declined_why",
                    "Why an offer was turned down",
                    Kind.TEXT,
                    longest=400,
                    shown=when_filled("ended_on"),
                ),
            ),
        ),
        Section(
            "aftercare",
            "Aftercare",
            (
                choice("aftercare_agreed", "Aftercare agreed", YES_NO),
                Field(
                    "aftercare_contact",
                    "Safe contact afterwards",
                    Kind.TEXT,
                    shown=when("aftercare_agreed", "yes"),
                    is_restricted=True,
                    longest=200,
                ),
                Field(
                    "aftercare_next_on",
                    "Next contact on",
                    Kind.DAY,
                    is_ahead=True,
                    shown=when("aftercare_agreed", "yes"),
                ),
            ),
        ),
        Section("notes", "Notes", (note("notes", "Notes"),)),
    ),
)
