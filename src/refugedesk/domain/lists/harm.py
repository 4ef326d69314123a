"""Who does the harm, and what the law has said to him, her or them."""

from __future__ import annotations

from refugedesk.domain.codelists import Code, CodeList
from refugedesk.domain.lists.answers import AFTER_COUNCILS, NOT_ANSWERED

RELATIONSHIP = CodeList(
    id="relationship",
    title="Relationship",
    source="Domestic Abuse Act 2021, section 2, personally connected; worded by RefugeDesk, 2026",
    groups={"partner": "Partner or former partner", "family": "Family", "other": "Other"},
    codes=(
        Code("husband_wife", "Husband, wife or civil partner", "partner"),
        Code("partner", "Partner", "partner"),
        Code("former_husband_wife", "Former husband, wife or civil partner", "partner"),
        Code("former_partner", "Former partner", "partner"),
        Code("father", "Father or stepfather", "family"),
        Code("mother", "Mother or stepmother", "family"),
        Code("brother", "Brother", "family"),
        Code("sister", "Sister", "family"),
        Code("son", "Son", "family"),
        Code("daughter", "Daughter", "family"),
        Code("in_laws", "Partner's family", "family"),
        Code("wider_family", "Wider family", "family"),
        Code("community", "Somebody in the community", "other"),
        Code("carer", "Carer", "other"),
        Code("gang", "Gang or exploiter", "other"),
        Code("other", "Somebody else", "other"),
        *NOT_ANSWERED,
    ),
)

PROTECTIVE_ORDER = CodeList(
    id="protective_order",
    title="Orders and bail",
    source="HMCTS, protective and family orders in force, 2026",
    codes=(
        Code("non_molestation", "Non-molestation order"),
        Code("occupation", "Occupation order"),
        Code("dapo", "Domestic abuse protection order or notice"),
        Code("dvpo", "Domestic violence protection order"),
        Code("restraining", "Restraining order"),
        Code("stalking_protection", "Stalking protection order"),
        Code("forced_marriage_protection", "Forced marriage protection order"),
        Code("fgm_protection", "FGM protection order"),
        Code("prohibited_steps", "Prohibited steps order"),
        Code("child_arrangements", "Child arrangements order"),
        Code("bail", "Bail conditions"),
        Code("custody", "In custody"),
        Code("none", "None"),
        *NOT_ANSWERED,
    ),
)

HOW_LONG = CodeList(
    id="how_long",
    title="How long it has gone on",
    source=AFTER_COUNCILS,
    codes=(
        Code("under_6_months", "Less than 6 months"),
        Code("6_to_12_months", "6 to 12 months"),
        Code("1_to_2_years", "1 to 2 years"),
        Code("2_to_5_years", "2 to 5 years"),
        Code("5_to_10_years", "5 to 10 years"),
        Code("over_10_years", "More than 10 years"),
        *NOT_ANSWERED,
    ),
)

CHILD_CONTACT = CodeList(
    id="child_contact",
    title="Contact with the person feared",
    source=AFTER_COUNCILS,
    codes=(
        Code("none", "No contact"),
        Code("direct", "Meets in person"),
        Code("supervised", "Meets under supervision"),
        Code("supported", "Meets at a contact centre"),
        Code("indirect", "Calls, letters or messages"),
        Code("being_decided", "Before the court"),
        *NOT_ANSWERED,
    ),
)

COURT_KIND = CodeList(
    id="court_kind",
    title="Court",
    source="HMCTS jurisdictions, 2026",
    codes=(
        Code("criminal", "Criminal"),
        Code("family_children", "Family: children"),
        Code("family_protection", "Family: protection"),
        Code("family_divorce", "Family: divorce and money"),
        Code("immigration", "Immigration tribunal"),
        Code("housing", "Housing or county court"),
        Code("benefits", "Benefits tribunal"),
        Code("other", "Other"),
    ),
)
