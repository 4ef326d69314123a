"""What a person says is wrong in their file: what stands, what they say, and what came of it."""

from __future__ import annotations

from refugedesk.domain.fields import Field, Kind, Record, Section, when_filled
from refugedesk.domain.lists.rights import CORRECTION_ASKED_BY, CORRECTION_OUTCOME
from refugedesk.domain.records.parts import choice, note, to_resident, worker
from refugedesk.domain.rules import in_order, not_in_future

CORRECTION = Record(
    id="correction",
    title="Put right on request",
    plural="corrections",
    line=("about", "outcome"),
    dated_by="asked_on",
    rules=(
        not_in_future("asked_on", "The day it was asked"),
        not_in_future("answered_on", "The day of the answer"),
        in_order("asked_on", "answered_on", "It was answered before it was asked"),
    ),
    sections=(
        Section(
            "correction",
            "What should be put right",
            (
                to_resident(),
                Field("asked_on", "Asked on", Kind.DAY, is_required=True),
                choice("asked_by", "Who asked", CORRECTION_ASKED_BY),
                Field(
                    "about",
                    "Where it stands",
                    Kind.TEXT,
                    is_required=True,
                    longest=120,
                    help="Such as: note of 4 Nov, date of birth.",
                ),
                note("what_stands", "What stands there", "As it stood on that day."),
                note("what_they_say", "What the person says", "In their words, whether we agree or not."),
                Field("answer_by", "Answer by", Kind.DAY, is_wanted=True, help="A month after it was asked, at most."),
                choice("outcome", "What came of it", CORRECTION_OUTCOME, help="Empty while it is open."),
                note("outcome_why", "Why", shown=when_filled("outcome")),
                Field("answered_on", "Answered on", Kind.DAY, shown=when_filled("outcome")),
                worker("worker", "Answered by", shown=when_filled("outcome")),
            ),
            help="Nothing is rubbed out: correct it where it stands, and what stood there before is kept.",
        ),
    ),
)
