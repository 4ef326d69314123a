"""Risk: assessed again and again, with the answers and the judgement side by side.

The labels are our own short ones. The published checklists are their owners' to word; a worker trained in one knows
which question each label stands for.
"""

from __future__ import annotations

from typing import Final

from refugedesk.domain.fields import Answer, Answers, Field, Kind, Record, Section, always, when, when_filled
from refugedesk.domain.lists.people import YES_NO
from refugedesk.domain.lists.work import ADULT_TOOL, ASSESSED_LEVEL, ASSESSMENT_STAGE, YES_NO_UNSURE
from refugedesk.domain.records.parts import choice, note, to_stay, worker
from refugedesk.domain.rules import in_order, not_in_future
from refugedesk.domain.stay_days import InStay

QUESTIONS: Final = (
    "Hurt this time",
    "Very frightened",
    "Afraid of more harm to self or children",
    "Kept from family and friends",
    "Low, or thinks of ending life",
    "Separated or tried to in the last year",
    "Conflict over contact with children",
    "Followed, watched or messaged without end",
    "Pregnant, or had a baby in the last 18 months",
    "Happens more often",
    "Gets worse",
    "Everything controlled, or extreme jealousy",
    "Weapon or object used",
    "Threats to kill somebody",
    "Strangled, choked, smothered or held under water",
    "Sexual harm",
    "Somebody else is feared, too",
    "Hurts others: children, family, former partners",
    "Hurts animals",
    "Money: depends on them, or debts",
    "Drink, drugs or mental ill health in the person feared",
    "The person feared has threatened or tried suicide",
    "Bail, an order or contact terms broken",
    "Known to the police",
)

MENS_QUESTIONS: Final = (
    "Hurt this time",
    "Very frightened",
    "Happens more often or gets worse",
    "Kept from the children, or threatened with it",
    "Followed, watched or messaged without end",
    "Weapon or object used",
    "Threats to kill somebody",
    "Strangled, choked or held down",
    "Sexual harm",
    "Threats to tell others: sexuality, status, a false report",
    "Low, or thinks of ending life",
    "Money, documents or medicine controlled",
)

CHILD_QUESTIONS: Final = (
    "Hurt by the person feared",
    "In the room when it happened",
    "Tried to protect somebody",
    "Threatened with being taken away",
    "Frightened of contact",
    "Unborn, or under one year",
    "Not seen by a doctor or school for a time",
    "Self-harm or talk of dying",
    "Carries what an adult should carry",
    "Violence runs on: towards others, animals, self",
    "Online contact that is not safe",
    "The parent cannot protect just now",
)


def _answers(prefix: str, labels: tuple[str, ...], tool: str = "") -> tuple[Field, ...]:
    shown = when("tool", tool) if tool else always
    return tuple(
        Field(f"{prefix}{number:02}", f"{number}. {label}", Kind.CHOICE, YES_NO_UNSURE, shown=shown)
        for number, label in enumerate(labels, start=1)
    )


def score_of(answers: Answers) -> Answer:
    """How many answers are yes; None while none is answered."""
    given = [answers.get(name) for name in ANSWER_NAMES]
    return sum(answer == "yes" for answer in given) if any(answer is not None for answer in given) else None


def child_score_of(answers: Answers) -> Answer:
    """How many of a child's answers are yes; None while none is answered."""
    given = [answers.get(name) for name in CHILD_NAMES]
    return sum(answer == "yes" for answer in given) if any(answer is not None for answer in given) else None


ADULT_ANSWERS: Final = _answers("q", QUESTIONS, "checklist_24")
MENS_ANSWERS: Final = _answers("m", MENS_QUESTIONS, "checklist_men")
CHILD_ANSWERS: Final = _answers("c", CHILD_QUESTIONS)
ANSWER_NAMES: Final = tuple(field.name for field in (*ADULT_ANSWERS, *MENS_ANSWERS))
CHILD_NAMES: Final = tuple(field.name for field in CHILD_ANSWERS)
IN_STAY: Final = InStay("assessed_on", "This assessment", when("stage", "referral"), when("stage", "exit"))
"""One may be made with the referral, before anybody has come, and one on leaving."""
MANY = "14 or more yes answers of 24 usually mean high; your own judgement counts, too."

RISK_ASSESSMENT = Record(
    id="risk_assessment",
    title="Risk assessment",
    plural="risk_assessments",
    searched=("judgement_why", "note"),
    line=("stage", "level", "score"),
    dated_by="assessed_on",
    rules=(
        not_in_future("assessed_on", "The day of the assessment"),
        not_in_future("marac_heard_on", "The day of the MARAC"),
        in_order("marac_referred_on", "marac_heard_on", "The MARAC heard it before it was referred"),
        in_order("assessed_on", "next_on", "The next assessment is before this one"),
        IN_STAY,
    ),
    sections=(
        Section(
            "head",
            "Assessment",
            (
                to_stay(),
                Field("assessed_on", "Assessed on", Kind.DAY, is_required=True),
                Field("stage", "When in the stay", Kind.CHOICE, ASSESSMENT_STAGE, is_wanted=True),
                Field("tool", "Checklist", Kind.CHOICE, ADULT_TOOL, is_required=True),
                Field("tool_version", "Version", Kind.TEXT, longest=40),
                worker("worker", "Assessed by", is_wanted=True),
            ),
        ),
        Section("answers", "Answers", ADULT_ANSWERS, help="Ask in your own words. Leave open what was not asked."),
        Section("answers_men", "Answers", MENS_ANSWERS, help="Ask in your own words. Leave open what was not asked."),
        Section(
            "judgement",
            "Judgement",
            (
                Field(
                    "score", "Yes answers", Kind.WHOLE_NUMBER, largest=24, worked_out=score_of, help="Counted for you."
                ),
                Field("level", "Risk level", Kind.CHOICE, ASSESSED_LEVEL, is_wanted=True, help=MANY),
                Field(
                    "judgement_level",
                    "Professional judgement, where it differs",
                    Kind.CHOICE,
                    ASSESSED_LEVEL,
                ),
                Field(
                    "judgement_why",
                    "Why it differs",
                    Kind.LONG_TEXT,
                    shown=when_filled("judgement_level"),
                    is_wanted=True,
                    longest=4000,
                ),
                Field("next_on", "Assess again on", Kind.DAY, is_ahead=True, is_wanted=True),
                note(),
            ),
        ),
        Section(
            "marac",
            "MARAC",
            (
                Field("marac_referred_on", "Referred on", Kind.DAY),
                Field("marac_heard_on", "Heard on", Kind.DAY),
                Field("marac_outcome", "What was agreed", Kind.LONG_TEXT, longest=4000),
                choice("marac_repeat", "Heard again within 12 months", YES_NO),
            ),
        ),
    ),
)

CHILD_RISK = Record(
    id="child_risk_assessment",
    title="Child's risk assessment",
    plural="child_risk_assessments",
    searched=("note",),
    line=("level", "score"),
    dated_by="assessed_on",
    rules=(
        not_in_future("assessed_on", "The day of the assessment"),
        in_order("assessed_on", "next_on", "The next assessment is before this one"),
        IN_STAY,
    ),
    sections=(
        Section(
            "head",
            "Assessment",
            (
                Field("child_id", "Child", Kind.LINK, links_to="child", is_required=True),
                Field("assessed_on", "Assessed on", Kind.DAY, is_required=True),
                Field("stage", "When in the stay", Kind.CHOICE, ASSESSMENT_STAGE, is_wanted=True),
                Field("tool_version", "Checklist and version", Kind.TEXT, longest=40),
                worker("worker", "Assessed by", is_wanted=True),
            ),
        ),
        Section("answers", "Answers", CHILD_ANSWERS, help="Ask in your own words. Leave open what was not asked."),
        Section(
            "judgement",
            "Judgement",
            (
                Field(
                    "score",
                    "Yes answers",
                    Kind.WHOLE_NUMBER,
                    largest=12,
                    worked_out=child_score_of,
                    help="Counted for you.",
                ),
                Field("level", "Risk level", Kind.CHOICE, ASSESSED_LEVEL, is_wanted=True),
                Field("next_on", "Assess again on", Kind.DAY, is_ahead=True, is_wanted=True),
                note(),
            ),
        ),
    ),
)
