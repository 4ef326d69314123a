"""Every meeting, call and group, with whom, how long, and in which language."""

from __future__ import annotations

from refugedesk.domain.fields import Field, Kind, Record, Section, when_filled
from refugedesk.domain.lists.team import ATTENDED, EVENING
from refugedesk.domain.lists.work import CONTACT_KIND, TOPIC
from refugedesk.domain.records.parts import choice, note, several, to_child, to_stay, worker
from refugedesk.domain.rules import in_order, not_in_future
from refugedesk.domain.stay_days import InStay

CONTACT = Record(
    id="contact",
    title="Contact",
    plural="contacts",
    searched=("note",),
    line=("kind", "topics", "minutes"),
    dated_by="on_day",
    rules=(not_in_future("on_day", "The day"), InStay("on_day", "This contact")),
    sections=(
        Section(
            "contact",
            "Contact",
            (
                to_stay(),
                Field("on_day", "On", Kind.DAY, is_required=True),
                Field("at_time", "At", Kind.TIME),
                Field("kind", "Kind", Kind.CHOICE, CONTACT_KIND, is_required=True),
                Field("minutes", "Minutes", Kind.WHOLE_NUMBER, unit="minutes", largest=1440),
                to_child("For which child"),
                worker(is_wanted=True),
                several("topics", "What it was about", TOPIC),
                note(),
                Field(
                    "interpreter_language",
                    "Interpreter: language",
                    Kind.TEXT,
                    longest=60,
                    suggests=("interpreter_language", "first_language"),
                ),
                Field(
                    "interpreter_minutes",
                    "Interpreter: minutes",
                    Kind.WHOLE_NUMBER,
                    unit="minutes",
                    largest=1440,
                    shown=when_filled("interpreter_language"),
                ),
                Field(
                    "interpreter_cost",
                    "Interpreter: cost",
                    Kind.WHOLE_NUMBER,
                    unit="pence",
                    largest=1_000_000,
                    shown=when_filled("interpreter_language"),
                    help="In pence, so that nothing is rounded: £45.50 is 4550.",
                ),
            ),
        ),
    ),
)

GROUP = Record(
    id="activity_group",
    title="Group",
    plural="activity_groups",
    searched=("name", "topic"),
    line=("name", "topic"),
    rules=(in_order("runs_from", "runs_to", "The group ends before it begins"),),
    sections=(
        Section(
            "group",
            "Group",
            (
                Field("name", "Name", Kind.TEXT, is_required=True, longest=80),
                Field("topic", "What it is about", Kind.TEXT, longest=200),
                Field("language", "Language", Kind.TEXT, longest=60, suggests=("language", "first_language")),
                choice("time_of_day", "Time of day", EVENING),
                Field("runs_from", "Runs from", Kind.DAY),
                Field("runs_to", "Runs to", Kind.DAY, is_ahead=True),
                worker("worker", "Led by"),
                note(),
            ),
        ),
    ),
)

GROUP_SESSION = Record(
    id="group_session",
    title="Session",
    plural="group_sessions",
    searched=("topic", "note"),
    line=("topic",),
    dated_by="held_on",
    sections=(
        Section(
            "session",
            "Session",
            (
                Field("group_id", "Group", Kind.LINK, links_to="activity_group", is_required=True),
                Field("held_on", "On", Kind.DAY, is_required=True),
                Field("held_at", "At", Kind.TIME),
                Field("minutes", "Minutes", Kind.WHOLE_NUMBER, unit="minutes", largest=1440),
                Field("topic", "Topic", Kind.TEXT, longest=200),
                worker("worker", "Led by"),
                note(),
            ),
        ),
    ),
)

ATTENDANCE = Record(
    id="attendance",
    title="Attendance",
    plural="attendances",
    line=("session_id", "stay_id", "attended"),
    rules=(InStay("session_on", "The session", beside="attended"),),
    sections=(
        Section(
            "attendance",
            "Attendance",
            (
                Field("session_id", "Session", Kind.LINK, links_to="group_session", is_required=True),
                to_stay(),
                to_child("Or which child of theirs"),
                Field("attended", "Came", Kind.CHOICE, ATTENDED, is_required=True),
                note(),
            ),
        ),
    ),
)
