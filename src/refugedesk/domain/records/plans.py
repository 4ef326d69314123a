"""Plans: how to be safe, and what is wanted, in the resident's own words, with who does what by when."""

from __future__ import annotations

from refugedesk.domain.fields import Field, Kind, Record, Section, when
from refugedesk.domain.lists.support import SUPPORT_NEED
from refugedesk.domain.lists.work import GOAL_OUTCOME, NEED_LEVEL, OUTCOME_AREA, SCORE_STAGE
from refugedesk.domain.records.parts import note, to_stay, worker
from refugedesk.domain.rules import in_order, not_in_future
from refugedesk.domain.stay_days import InStay

SAFETY_PLAN = Record(
    id="safety_plan",
    title="Safety plan",
    plural="safety_plans",
    searched=("in_danger", "out_and_about", "online", "children", "feelings"),
    line=("worker",),
    dated_by="made_on",
    rules=(
        not_in_future("made_on", "The day of the plan"),
        in_order("made_on", "review_on", "The plan is looked at again before it was made"),
        InStay("made_on", "This plan"),
    ),
    sections=(
        Section(
            "plan",
            "Safety plan",
            (
                to_stay(),
                Field("made_on", "Made on", Kind.DAY, is_required=True),
                note("in_danger", "If I am in danger"),
                note("out_and_about", "Out and about", "Ways, places and times to avoid; who walks along."),
                note("online", "Telephone and online", "Location, shared accounts, photographs, children's devices."),
                note("children", "The children", "What they may say, who may collect them, what school knows."),
                note("contact", "If they get in touch"),
                note("feelings", "What helps when it is hard"),
                Field("code_word", "Code word", Kind.TEXT, is_restricted=True, longest=60),
                Field("copy_given", "Where the copy is kept safely", Kind.TEXT, longest=200),
                Field("review_on", "Look at it again on", Kind.DAY, is_ahead=True, is_wanted=True),
                worker("worker", "Made with"),
            ),
        ),
    ),
)

GOAL = Record(
    id="goal",
    title="Need and goal",
    plural="goals",
    searched=("goal", "outcome_why"),
    line=("need", "goal", "outcome"),
    dated_by="agreed_on",
    rules=(
        not_in_future("agreed_on", "The day it was agreed"),
        not_in_future("ended_on", "The day it was closed"),
        in_order("agreed_on", "ended_on", "It was closed before it was agreed"),
        InStay("agreed_on", "This need"),
    ),
    sections=(
        Section(
            "goal",
            "Need and goal",
            (
                to_stay(),
                Field("need", "Need", Kind.CHOICE, SUPPORT_NEED, is_required=True),
                Field("level", "Level of need", Kind.CHOICE, NEED_LEVEL, is_wanted=True),
                Field("goal", "Goal, in their own words", Kind.LONG_TEXT, is_wanted=True, longest=4000),
                Field("agreed_on", "Agreed on", Kind.DAY, is_required=True),
                Field("review_on", "Look at it again on", Kind.DAY, is_ahead=True),
                Field("outcome", "What became of it", Kind.CHOICE, GOAL_OUTCOME, help="Empty while it is open."),
                Field(
                    "outcome_why",
                    "Why",
                    Kind.LONG_TEXT,
                    shown=when("outcome", "partly", "not_met"),
                    is_wanted=True,
                    longest=4000,
                ),
                Field(
                    "ended_on",
                    "Closed on",
                    Kind.DAY,
                    shown=when("outcome", "met", "partly", "not_met", "no_longer_needed"),
                ),
                Field("level_now", "Level of need now", Kind.CHOICE, NEED_LEVEL),
            ),
        ),
    ),
)

PLAN_ACTION = Record(
    id="plan_action",
    title="Action",
    plural="plan_actions",
    searched=("what",),
    line=("what", "who"),
    dated_by="due_on",
    rules=(not_in_future("done_on", "The day it was done"),),
    sections=(
        Section(
            "action",
            "Action",
            (
                Field("goal_id", "Goal", Kind.LINK, links_to="goal", is_required=True),
                Field("what", "What", Kind.TEXT, is_required=True, longest=400),
                worker("who", "Who"),
                Field("due_on", "By", Kind.DAY, is_ahead=True),
                Field("done_on", "Done on", Kind.DAY),
            ),
        ),
    ),
)

PLAN_REVIEW = Record(
    id="plan_review",
    title="Review",
    plural="plan_reviews",
    searched=("note",),
    line=("note", "worker"),
    dated_by="reviewed_on",
    rules=(
        not_in_future("reviewed_on", "The day of the review"),
        in_order("reviewed_on", "next_on", "The next review is before this one"),
        InStay("reviewed_on", "This review"),
    ),
    sections=(
        Section(
            "review",
            "Review",
            (
                to_stay(),
                Field("reviewed_on", "Looked at on", Kind.DAY, is_required=True),
                note("note", "What changed"),
                worker("worker", "Worker"),
                Field("next_on", "Next review on", Kind.DAY, is_ahead=True, is_wanted=True),
            ),
        ),
    ),
)

OUTCOME_SCORE = Record(
    id="outcome_score",
    title="Score",
    plural="outcome_scores",
    line=("area", "score", "stage"),
    dated_by="scored_on",
    rules=(
        not_in_future("scored_on", "The day"),
        InStay("scored_on", "This score", may_follow=when("stage", "exit")),
    ),
    sections=(
        Section(
            "score",
            "Score",
            (
                to_stay(),
                Field("scored_on", "On", Kind.DAY, is_required=True),
                Field("stage", "When in the stay", Kind.CHOICE, SCORE_STAGE, is_required=True),
                Field("area", "Area", Kind.CHOICE, OUTCOME_AREA, is_required=True),
                Field(
                    "score",
                    "Score",
                    Kind.WHOLE_NUMBER,
                    is_required=True,
                    largest=10,
                    help="1 as bad as it can be, 10 as good as it can be, said by the resident.",
                ),
            ),
        ),
    ),
)
