"""The work itself: assessing, planning, meeting, waiting, housing, protecting."""

from __future__ import annotations

from refugedesk.domain.codelists import Code, CodeList
from refugedesk.domain.lists.answers import AFTER_COUNCILS, OWN_2026

ASSESSMENT_STAGE = CodeList(
    id="assessment_stage",
    title="When in the stay",
    source=OWN_2026,
    codes=(
        Code("referral", "Referral"),
        Code("arrival", "Arrival"),
        Code("review", "Review"),
        Code("change", "Something changed"),
        Code("exit", "Leaving"),
    ),
)

YES_NO_UNSURE = CodeList(
    id="yes_no_unsure",
    title="Yes, no or not sure",
    source=OWN_2026,
    codes=(Code("yes", "Yes"), Code("no", "No"), Code("dont_know", "Don't know", "unknown")),
)

ADULT_TOOL = CodeList(
    id="adult_tool",
    title="Checklist",
    source=f"{OWN_2026}: our own short labels; the published wording is its owners'",
    codes=(Code("checklist_24", "Checklist of 24"), Code("checklist_men", "Checklist for men")),
)

ASSESSED_LEVEL = CodeList(
    id="assessed_level",
    title="Level",
    source=OWN_2026,
    codes=(Code("standard", "Standard"), Code("medium", "Medium"), Code("high", "High")),
)

NEED_LEVEL = CodeList(
    id="need_level",
    title="Level of need",
    source=AFTER_COUNCILS,
    codes=(
        Code("0", "0: no need"),
        Code("1", "1: some"),
        Code("2", "2: much"),
        Code("3", "3: urgent"),
    ),
)

GOAL_OUTCOME = CodeList(
    id="goal_outcome",
    title="What became of it",
    source=AFTER_COUNCILS,
    codes=(
        Code("met", "Met"),
        Code("partly", "Partly met"),
        Code("not_met", "Not met"),
        Code("no_longer_needed", "No longer needed"),
    ),
)

OUTCOME_AREA = CodeList(
    id="outcome_area",
    title="Area",
    source=AFTER_COUNCILS,
    codes=(
        Code("safety", "Feeling safe"),
        Code("wellbeing", "Feeling well"),
        Code("health", "Health"),
        Code("home", "Home"),
        Code("money", "Money"),
        Code("children", "Children and parenting"),
        Code("people", "People I can rely on"),
        Code("rights", "Knowing my rights"),
        Code("work_learning", "Work and learning"),
        Code("confidence", "Confidence and choices"),
    ),
)

SCORE_STAGE = CodeList(
    id="score_stage",
    title="When in the stay",
    source=OWN_2026,
    codes=(Code("start", "Start"), Code("review", "Review"), Code("exit", "Leaving")),
)

CONTACT_KIND = CodeList(
    id="contact_kind",
    title="Kind of contact",
    source=AFTER_COUNCILS,
    codes=(
        Code("one_to_one", "One-to-one"),
        Code("group", "Group"),
        Code("call", "Call or message"),
        Code("accompanied", "Went along"),
        Code("letter", "Letter or email"),
        Code("welfare_check", "Welfare check"),
        Code("child_session", "Child session"),
        Code("professionals", "With other professionals"),
        Code("tried", "Tried, not reached"),
    ),
)

TOPIC = CodeList(
    id="topic",
    title="What it was about",
    source=AFTER_COUNCILS,
    codes=(
        Code("safety", "Safety"),
        Code("housing", "Housing"),
        Code("money", "Money and benefits"),
        Code("legal", "Court and legal"),
        Code("immigration", "Immigration"),
        Code("health", "Health"),
        Code("emotional", "Feelings"),
        Code("children", "Children and parenting"),
        Code("education_work", "Education and work"),
        Code("practical", "Practical help"),
        Code("house", "Living in the house"),
        Code("other", "Other"),
    ),
)

WAIT_FOR = CodeList(
    id="wait_for",
    title="Waiting for",
    source=AFTER_COUNCILS,
    codes=(
        Code("school_place", "School or nursery place"),
        Code("gp", "GP"),
        Code("benefit", "Benefit"),
        Code("housing_offer", "Housing offer"),
        Code("counselling", "Counselling"),
        Code("mental_health", "Mental health service"),
        Code("solicitor", "Solicitor"),
        Code("concession", "Concession or visa decision"),
        Code("police_check", "Police or background check"),
        Code("child_therapy", "Therapy for a child"),
        Code("interpreter", "Interpreter"),
        Code("other", "Other"),
    ),
)

HOUSING_STEP = CodeList(
    id="housing_step",
    title="Housing step",
    source=AFTER_COUNCILS,
    codes=(
        Code("application", "Application"),
        Code("bid", "Bid"),
        Code("viewing", "Viewing"),
        Code("offer", "Offer"),
        Code("furnishing_fund", "Furnishing fund"),
    ),
)

HOUSING_KIND = CodeList(
    id="housing_kind",
    title="Kind of home",
    source=OWN_2026,
    codes=(
        Code("council", "Council"),
        Code("housing_association", "Housing association"),
        Code("private", "Private rent"),
        Code("second_stage", "Second stage"),
        Code("supported", "Supported housing"),
        Code("sanctuary", "Own home made secure"),
        Code("other", "Other"),
    ),
)

HOUSING_DECISION = CodeList(
    id="housing_decision",
    title="Decision",
    source=OWN_2026,
    codes=(
        Code("waiting", "Waiting"),
        Code("accepted", "Accepted"),
        Code("declined", "The person said no"),
        Code("withdrawn", "Withdrawn by the landlord"),
        Code("unsuccessful", "Turned down"),
    ),
)

CONCERN_FOR = CodeList(
    id="concern_for",
    title="For whom",
    source=OWN_2026,
    codes=(Code("child", "A child"), Code("adult", "An adult")),
)

INCIDENT_KIND = CodeList(
    id="incident_kind",
    title="Kind of incident",
    source=AFTER_COUNCILS,
    codes=(
        Code("address_breach", "Somebody learnt where we are"),
        Code("perpetrator_seen", "A person feared was near"),
        Code("missing", "Missing"),
        Code("self_harm", "Self-harm"),
        Code("aggression", "Aggression"),
        Code("visitor", "Visitor who was not to come"),
        Code("illness_injury", "Illness or injury"),
        Code("substances", "Drugs or alcohol"),
        Code("damage_theft", "Damage or theft"),
        Code("fire_alarm", "Fire or alarm"),
        Code("police_called", "Police called"),
        Code("data", "Information lost or shown to the wrong person"),
        Code("other", "Other"),
    ),
)
