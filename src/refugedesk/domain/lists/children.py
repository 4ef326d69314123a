"""Children in their own right."""

from __future__ import annotations

from refugedesk.domain.codelists import Code, CodeList
from refugedesk.domain.lists.answers import AFTER_COUNCILS, NOT_ANSWERED, OWN_2026

SOCIAL_CARE_STATUS = CodeList(
    id="social_care_status",
    title="Status with children's social care",
    source="RefugeDesk, first edition 2026, after the categories councils ask refuges for",
    codes=(
        Code("none", "No plan or involvement"),
        Code("early_help", "Early help"),
        Code("child_in_need", "Child in need"),
        Code("child_protection", "Child protection plan"),
        Code("looked_after", "Looked after"),
        Code("assessment", "Being assessed"),
        Code("not_known", "Not known", "unknown"),
        Code("not_asked", "Not asked", "not_asked"),
    ),
)

CHILD_RELATION = CodeList(
    id="child_relation",
    title="Relation to the resident",
    source=OWN_2026,
    codes=(
        Code("child", "Son or daughter"),
        Code("stepchild", "Stepchild"),
        Code("grandchild", "Grandchild"),
        Code("sibling", "Brother or sister"),
        Code("kinship", "Looked after by the resident (kinship or special guardianship)"),
        Code("fostered", "Fostered"),
        Code("other", "Other"),
        *NOT_ANSWERED,
    ),
)

SEND_STATE = CodeList(
    id="send_state",
    title="Special educational needs",
    source="Department for Education, SEND code of practice: 0 to 25 years, 2015",
    codes=(
        Code("none", "None"),
        Code("support", "Support at school"),
        Code("plan", "Education, health and care plan"),
        Code("being_assessed", "Being assessed"),
        *NOT_ANSWERED,
    ),
)

CHILD_EXPERIENCE = CodeList(
    id="child_experience",
    title="What the child has lived through",
    source="Domestic Abuse Act 2021, section 3: children as victims in their own right; worded by RefugeDesk, 2026",
    codes=(
        Code("in_house", "Was in the house"),
        Code("heard", "Heard it"),
        Code("saw", "Saw it"),
        Code("intervened", "Tried to stop it"),
        Code("used", "Was used against the parent"),
        Code("directly_harmed", "Was directly harmed"),
        *NOT_ANSWERED,
    ),
)

CHILD_EFFECT = CodeList(
    id="child_effect",
    title="How it shows",
    source=AFTER_COUNCILS,
    codes=(
        Code("sleep", "Sleep"),
        Code("eating", "Eating"),
        Code("bedwetting", "Bed-wetting"),
        Code("anxiety", "Fear or worry"),
        Code("withdrawn", "Withdrawn"),
        Code("anger", "Anger"),
        Code("self_harm", "Self-harm"),
        Code("clinging", "Cannot be apart from the parent"),
        Code("speech", "Speech or development"),
        Code("school", "Learning or school"),
        Code("friendships", "Friendships"),
        Code("physical", "Aches and pains"),
        Code("harmful_behaviour", "Hurts others"),
        Code("none_seen", "None seen"),
        *NOT_ANSWERED,
    ),
)

CHILD_NEED = CodeList(
    id="child_need",
    title="What the child needs",
    source=AFTER_COUNCILS,
    codes=(
        Code("safety", "Safety"),
        Code("school_place", "School or nursery place"),
        Code("health", "Health"),
        Code("mental_health", "Feelings and mental health"),
        Code("play", "Play and friends"),
        Code("behaviour", "Behaviour"),
        Code("special_needs", "Special needs"),
        Code("contact", "Contact with the other parent"),
        Code("language", "Language"),
        Code("culture_faith", "Culture and faith"),
        Code("clothing_equipment", "Clothes and equipment"),
        Code("other", "Other"),
    ),
)

CHILD_SUPPORT = CodeList(
    id="child_support",
    title="Support for the child",
    source=AFTER_COUNCILS,
    codes=(
        Code("one_to_one", "One-to-one"),
        Code("group", "Group"),
        Code("play", "Play sessions"),
        Code("therapy", "Therapy or counselling"),
        Code("parenting", "Together with the parent"),
        Code("school_liaison", "Help with school"),
        Code("declined", "Offered, not wanted"),
        Code("none", "None yet"),
    ),
)

CHILD_CLOSED_REASON = CodeList(
    id="child_closed_reason",
    title="Why work with the child ended",
    source=OWN_2026,
    codes=(
        Code("left_refuge", "Left the refuge with the parent"),
        Code("needs_met", "Needs met"),
        Code("passed_on", "Passed on to another service"),
        Code("looked_after", "Became looked after"),
        Code("lives_elsewhere", "Went to live elsewhere"),
        Code("not_wanted", "Support no longer wanted"),
        Code("other", "Other"),
    ),
)

SAFEGUARDING_OUTCOME = CodeList(
    id="safeguarding_outcome",
    title="What came of it",
    source="Department for Education, children in need census categories, 2025; worded by RefugeDesk",
    codes=(
        Code("waiting", "No answer yet"),
        Code("no_action", "No further action"),
        Code("early_help", "Early help"),
        Code("assessment", "Assessment"),
        Code("strategy_discussion", "Strategy discussion"),
        Code("section_47", "Section 47 enquiry"),
        Code("child_in_need", "Child in need plan"),
        Code("child_protection", "Child protection plan"),
        Code("looked_after", "Became looked after"),
        Code("adult_enquiry", "Adult safeguarding enquiry (section 42)"),
        Code("other", "Other"),
    ),
)
