"""The harm done: who is feared, what has been told and when, and the courts."""

from __future__ import annotations

from refugedesk.domain.fields import Field, Kind, Record, Section
from refugedesk.domain.lists.harm import COURT_KIND, HOW_LONG, PROTECTIVE_ORDER, RELATIONSHIP
from refugedesk.domain.lists.people import YES_NO
from refugedesk.domain.lists.support import ABUSE_TYPE
from refugedesk.domain.records.parts import choice, note, several, to_resident, to_stay, worker
from refugedesk.domain.rules import not_in_future
from refugedesk.domain.stay_days import InStay

PERPETRATOR = Record(
    id="perpetrator",
    title="Person feared",
    plural="perpetrators",
    line=("name", "relationship"),
    sections=(
        Section(
            "person",
            "The person feared",
            (
                to_resident(),
                Field(
                    "name",
                    "Name",
                    Kind.TEXT,
                    is_restricted=True,
                    longest=120,
                    help="So that somebody connected with the same person is never put in the same house.",
                ),
                Field("also_known_as", "Also called", Kind.TEXT, is_restricted=True, longest=120),
                choice("relationship", "Relationship", RELATIONSHIP),
                Field("area", "Where they live, work and go", Kind.TEXT, is_restricted=True, longest=200),
                choice("in_contact", "Still in contact", YES_NO),
                Field("orders", "Orders and bail", Kind.CHOICES, PROTECTIVE_ORDER, is_restricted=True),
                Field("order_until", "In force until", Kind.DAY, is_ahead=True, is_restricted=True),
                Field("order_terms", "What the order or bail says", Kind.LONG_TEXT, is_restricted=True, longest=4000),
                note(),
            ),
        ),
    ),
)

DISCLOSURE = Record(
    id="disclosure",
    title="What was told",
    plural="disclosures",
    searched=("note",),
    line=("kinds",),
    dated_by="told_on",
    rules=(not_in_future("told_on", "The day it was told"), InStay("told_on", "What was told")),
    sections=(
        Section(
            "told",
            "What was told",
            (
                to_stay(),
                Field("told_on", "Told on", Kind.DAY, is_required=True),
                several("kinds", "Kinds of abuse", ABUSE_TYPE),
                several("relationships", "By whom", RELATIONSHIP, help="Everybody who took part."),
                choice("how_long", "How long it has gone on", HOW_LONG),
                choice("injured", "Injuries", YES_NO),
                Field("injuries", "What injuries", Kind.TEXT, longest=400),
                Field("weapons", "Weapons", Kind.TEXT, is_restricted=True, longest=400),
                choice("in_contact", "Still in contact", YES_NO),
                choice("told_police", "Police told", YES_NO),
                note("note", "In their own words"),
                worker("worker", "Told to"),
            ),
            help="As it is told. Nothing has to be told twice; more can be added as trust grows.",
        ),
    ),
)

COURT_DATE = Record(
    id="court_date",
    title="Court date",
    plural="court_dates",
    searched=("court",),
    line=("kind", "court"),
    dated_by="heard_on",
    sections=(
        Section(
            "hearing",
            "Hearing",
            (
                to_resident(),
                Field("heard_on", "On", Kind.DAY, is_ahead=True, is_required=True),
                Field("heard_at", "At", Kind.TIME),
                choice("kind", "Kind", COURT_KIND),
                Field("court", "Court", Kind.TEXT, is_restricted=True, longest=120),
                Field("outcome", "What was decided", Kind.TEXT, longest=400),
                note(),
            ),
        ),
    ),
)
