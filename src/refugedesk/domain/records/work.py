"""What is waited for, applied for, worried about, to be done, and noted."""

from __future__ import annotations

from refugedesk.domain.fields import Field, Kind, Record, Section, when
from refugedesk.domain.lists.children import SAFEGUARDING_OUTCOME
from refugedesk.domain.lists.stays import CONSENT_GROUND
from refugedesk.domain.lists.work import (
    CONCERN_FOR,
    HOUSING_DECISION,
    HOUSING_KIND,
    HOUSING_STEP,
    WAIT_FOR,
)
from refugedesk.domain.records.parts import choice, note, to_child, to_stay, worker
from refugedesk.domain.rules import in_order, not_in_future
from refugedesk.domain.stay_days import from_the_start

WAIT = Record(
    id="wait",
    title="Wait",
    plural="waits",
    searched=("detail", "note"),
    line=("what", "detail"),
    dated_by="asked_on",
    rules=(
        not_in_future("asked_on", "The day it was asked for"),
        not_in_future("chased_on", "The day it was chased"),
        not_in_future("got_on", "The day it came"),
        in_order("asked_on", "got_on", "It came before it was asked for"),
        in_order("asked_on", "chased_on", "It was chased before it was asked for"),
    ),
    sections=(
        Section(
            "wait",
            "Waiting",
            (
                to_stay(),
                to_child("For which child"),
                Field("what", "Waiting for", Kind.CHOICE, WAIT_FOR, is_required=True),
                Field("detail", "Which, from whom", Kind.TEXT, longest=200),
                Field("asked_on", "Asked on", Kind.DAY, is_required=True),
                Field("chased_on", "Last chased on", Kind.DAY),
                Field("chase_on", "Chase again on", Kind.DAY, is_ahead=True),
                Field("got_on", "Got it on", Kind.DAY),
                Field("given_up_on", "No longer waited for since", Kind.DAY),
                note(),
            ),
        ),
    ),
)

HOUSING = Record(
    id="housing",
    title="Housing step",
    plural="housing",
    searched=("detail", "decision_why", "note"),
    line=("step", "kind", "decision"),
    dated_by="on_day",
    rules=(in_order("on_day", "decided_on", "It was decided before it was made"),),
    sections=(
        Section(
            "housing",
            "Housing",
            (
                to_stay(),
                Field("step", "Step", Kind.CHOICE, HOUSING_STEP, is_required=True),
                Field("on_day", "On", Kind.DAY, is_required=True),
                choice("kind", "Kind of home", HOUSING_KIND),
                Field("authority", "Council area", Kind.TEXT, longest=80, suggests=("authority", "move_on_authority")),
                Field("detail", "Which", Kind.TEXT, longest=200, help="Bedrooms, area, reference. No street."),
                choice("decision", "Decision", HOUSING_DECISION),
                Field(
                    "decision_why",
                    "Why",
                    Kind.TEXT,
                    longest=400,
                    shown=when("decision", "declined", "withdrawn", "unsuccessful"),
                    is_wanted=True,
                ),
                Field("decided_on", "Decided on", Kind.DAY),
                Field(
                    "amount",
                    "Amount",
                    Kind.WHOLE_NUMBER,
                    unit="pence",
                    largest=10_000_000,
                    shown=when("step", "furnishing_fund"),
                    help="In pence: £250 is 25000.",
                ),
                note(),
            ),
        ),
    ),
)

SAFEGUARDING = Record(
    id="safeguarding",
    title="Safeguarding and sharing",
    plural="safeguarding",
    searched=("concern", "told_whom", "note"),
    line=("concern_for", "told_whom", "outcome"),
    dated_by="on_day",
    rules=(not_in_future("on_day", "The day"), from_the_start("on_day", "This concern")),
    sections=(
        Section(
            "concern",
            "Concern",
            (
                to_stay(),
                Field("on_day", "On", Kind.DAY, is_required=True),
                Field("concern_for", "For whom", Kind.CHOICE, CONCERN_FOR, is_required=True),
                to_child("About which child"),
                note("concern", "What the concern is"),
                Field("told_whom", "Told whom", Kind.TEXT, longest=200),
                choice("ground", "On what ground", CONSENT_GROUND),
                worker("decided_by", "Decided by", is_wanted=True),
                Field("outcome", "What came of it", Kind.CHOICE, SAFEGUARDING_OUTCOME, is_wanted=True),
                Field("outcome_on", "Heard on", Kind.DAY),
                note(),
            ),
        ),
    ),
)

TASK = Record(
    id="task",
    title="Task",
    plural="tasks",
    searched=("what",),
    line=("what", "worker"),
    dated_by="due_on",
    rules=(not_in_future("done_on", "The day it was done"), from_the_start("due_on", "This task")),
    sections=(
        Section(
            "task",
            "Task",
            (
                Field("what", "What", Kind.TEXT, is_required=True, longest=200),
                to_stay(is_required=False),
                worker("worker", "Who"),
                Field("due_on", "Due on", Kind.DAY, is_ahead=True, is_required=True),
                Field("done_on", "Done on", Kind.DAY),
                note(),
            ),
        ),
    ),
)

NOTE = Record(
    id="note",
    title="Note",
    plural="notes",
    searched=("fact", "opinion"),
    line=("fact",),
    dated_by="on_day",
    rules=(not_in_future("on_day", "The day"), from_the_start("on_day", "This note")),
    sections=(
        Section(
            "note",
            "Note",
            (
                to_stay(),
                to_child("About which child"),
                Field("on_day", "On", Kind.DAY, is_required=True),
                Field("at_time", "At", Kind.TIME),
                note("fact", "What happened, what was said"),
                note("opinion", "What I think of it", "Kept apart, so that nobody reads it as a fact."),
                worker("worker", "By", is_wanted=True),
                Field(
                    "corrects",
                    "Corrects an earlier note",
                    Kind.LINK,
                    links_to="note",
                    help="The earlier one stays, marked as corrected.",
                ),
            ),
        ),
    ),
)
