"""What belongs to a stay besides the stay: who came along, what may be shared, and what comes after."""

from __future__ import annotations

from refugedesk.domain.fields import Field, Kind, Record, Section, when
from refugedesk.domain.lists.circumstances import EARLIER_ACCOMMODATION
from refugedesk.domain.lists.people import YES_NO
from refugedesk.domain.lists.stays import AFTERCARE_SUPPORT, CHECK_IN_AT, CONSENT_GROUND, MEMBER_KIND
from refugedesk.domain.records.parts import note, several, to_stay, worker
from refugedesk.domain.rules import in_order, not_in_future
from refugedesk.domain.stay_days import AfterStay

PEOPLE = ("adult_dependant", "carer", "other_adult")

HOUSEHOLD_MEMBER = Record(
    id="household_member",
    title="Who came along",
    plural="household_members",
    searched=("name",),
    line=("name", "kind"),
    sections=(
        Section(
            "member",
            "Who came along",
            (
                to_stay(),
                Field("kind", "Who", Kind.CHOICE, MEMBER_KIND, is_required=True),
                Field("name", "Name", Kind.TEXT, longest=80),
                Field("date_of_birth", "Date of birth", Kind.DAY, shown=when("kind", *PEOPLE)),
                Field("lives_here", "Lives in the refuge", Kind.CHOICE, YES_NO),
                note(),
            ),
            help="Adults who depend on the resident, a carer, pets. Children have a place of their own.",
        ),
    ),
    rules=(not_in_future("date_of_birth", "The date of birth"),),
)

CONSENT = Record(
    id="consent",
    title="Sharing",
    plural="consents",
    searched=("with_whom", "for_what"),
    line=("with_whom", "ground"),
    dated_by="given_on",
    rules=(
        not_in_future("given_on", "The day"),
        not_in_future("withdrawn_on", "The day it was taken back"),
        in_order("given_on", "withdrawn_on", "It was taken back before it was given"),
    ),
    sections=(
        Section(
            "sharing",
            "Sharing",
            (
                to_stay(),
                Field("with_whom", "With whom", Kind.TEXT, is_required=True, longest=120, suggests=("with_whom",)),
                Field("for_what", "What, and what for", Kind.TEXT, longest=400),
                Field("ground", "On what ground", Kind.CHOICE, CONSENT_GROUND, is_wanted=True),
                Field("given_on", "Since", Kind.DAY, is_required=True),
                Field("withdrawn_on", "Taken back on", Kind.DAY),
                note(help="Where the person did not agree: why it was shared all the same, and who decided."),
                worker("worker", "Asked by"),
            ),
        ),
    ),
)

CHECK_IN = Record(
    id="aftercare_contact",
    title="Aftercare contact",
    plural="aftercare_contacts",
    searched=("note",),
    line=("due", "reached"),
    dated_by="on_day",
    rules=(not_in_future("on_day", "The day of the contact"), AfterStay("on_day", "An aftercare contact")),
    sections=(
        Section(
            "contact",
            "Aftercare contact",
            (
                to_stay(),
                Field("due", "Which contact", Kind.CHOICE, CHECK_IN_AT, is_required=True),
                Field("on_day", "On", Kind.DAY, is_required=True),
                Field("reached", "Reached", Kind.CHOICE, YES_NO, is_wanted=True),
                Field(
                    "lives_now",
                    "Where they live now",
                    Kind.CHOICE,
                    EARLIER_ACCOMMODATION,
                    shown=when("reached", "yes"),
                    is_wanted=True,
                ),
                Field("is_safe", "Safe", Kind.CHOICE, YES_NO, shown=when("reached", "yes"), is_wanted=True),
                several("support", "Support given", AFTERCARE_SUPPORT, shown=when("reached", "yes")),
                worker(),
                note(),
            ),
        ),
    ),
)
