"""What a service can ask for in a table of its own, by name: whom, dated by what, and which questions of them."""

from __future__ import annotations

from collections.abc import Mapping

from refugedesk.domain.lists.children import SOCIAL_CARE_STATUS
from refugedesk.domain.lists.houses import ACCOMMODATION_TYPE
from refugedesk.domain.lists.move_on import MOVE_ON_DESTINATION
from refugedesk.domain.lists.people import ETHNICITY, GENDER, RELIGION, SEX, SEXUAL_ORIENTATION, YES_NO
from refugedesk.domain.lists.referrals import REFERRAL_OUTCOME, REFERRAL_SOURCE, REFUSAL_REASON, RISK_LEVEL
from refugedesk.domain.lists.stays import EXIT_REASON, NEEDS_MET
from refugedesk.reporting import populations as who
from refugedesk.reporting import questions as ask
from refugedesk.reporting.axes import AGE_BANDS, CHILD_AGE_BANDS, up_to
from refugedesk.reporting.populations import Population
from refugedesk.reporting.questions import Question
from refugedesk.reporting.supported import adults_supported, people_left

Questions = Mapping[str, Question]

PERSON: Questions = {
    "age": ask.age_at_start(AGE_BANDS),
    "sex": ask.coded("sex", SEX),
    "gender": ask.coded("gender", GENDER),
    "ethnicity": ask.coded("ethnicity", ETHNICITY),
    "ethnicity_group": ask.grouped("ethnicity", ETHNICITY),
    "religion": ask.coded("religion", RELIGION),
    "sexual_orientation": ask.coded("sexual_orientation", SEXUAL_ORIENTATION),
    "disabled": ask.coded("disabled", YES_NO),
    "pregnant": ask.coded("pregnant", YES_NO),
    "no_recourse": ask.coded("no_recourse", YES_NO),
    "interpreter_needed": ask.coded("interpreter_needed", YES_NO),
    "origin": ask.authority_of("origin_authority"),
    "risk_at_start": ask.coded("risk_at_start", RISK_LEVEL),
    "mental_health_need": ask.has_need("mental_health"),
}
STARTED: Questions = {
    **PERSON,
    "origin_ward": ask.origin_ward(),
    "children_with_them": ask.children_with_them(up_to(4)),
    "number_of_needs": ask.number_of_needs(up_to(5)),
}
STAYING: Questions = {**PERSON, "accommodation_type": ask.type_lived_in(ACCOMMODATION_TYPE)}
STAY: Questions = {
    "month_started": ask.month_of("started_on"),
    "origin": ask.authority_of("origin_authority"),
    "risk_at_start": ask.coded("risk_at_start", RISK_LEVEL),
}
LEAVING: Questions = {
    "move_on_destination": ask.coded("move_on_destination", MOVE_ON_DESTINATION),
    "move_on_group": ask.grouped("move_on_destination", MOVE_ON_DESTINATION),
    "move_on_authority": ask.authority_of("move_on_authority"),
    "planned": ask.coded("planned_departure", YES_NO),
    "exit_reason": ask.coded("exit_reason", EXIT_REASON),
    "needs_met": ask.coded("needs_met", NEEDS_MET),
    "returned": ask.coded("returned_to_perpetrator", YES_NO),
    "safe_at_exit": ask.coded("safe_at_exit", YES_NO),
    "risk_at_start": ask.coded("risk_at_start", RISK_LEVEL),
    "risk_at_exit": ask.coded("risk_at_exit", RISK_LEVEL),
}
CHILD: Questions = {
    "sex": ask.coded("sex", SEX),
    "age": ask.age_at_start(CHILD_AGE_BANDS),
    "social_care_at_start": ask.coded("social_care_status_at_start", SOCIAL_CARE_STATUS),
    "known_to_childrens_services": ask.coded("known_to_childrens_services", YES_NO),
}
REFERRAL: Questions = {
    "month": ask.month_of("received_on"),
    "source": ask.coded("source", REFERRAL_SOURCE),
    "source_group": ask.grouped("source", REFERRAL_SOURCE),
    "risk_level": ask.coded("risk_level", RISK_LEVEL),
    "outcome": ask.coded("outcome", REFERRAL_OUTCOME),
}
NOT_ACCEPTED: Questions = {
    **{name: question for name, question in REFERRAL.items() if name != "outcome"},
    "reason": ask.coded("refusal_reason", REFUSAL_REASON),
    "reason_group": ask.grouped("refusal_reason", REFUSAL_REASON),
}

Dated = Mapping[tuple[str, str], tuple[Population, str, Questions]]

SUBJECTS: Dated = {
    ("people", "started"): (who.people_started, "people who started a stay in the period", STARTED),
    ("people", "in_stay"): (adults_supported, "people in a stay on any day of the period", STAYING),
    ("people", "left"): (people_left, "people whose stay ended in the period and who are in none after it", LEAVING),
    ("stays", "started"): (who.stays_started, "stays started in the period", STAY),
    ("stays", "ended"): (who.stays_ended, "stays ended in the period", LEAVING),
    ("children", "in_stay"): (who.children_supported, "children in a stay on any day of the period", CHILD),
    ("children", "started"): (
        who.children_of_people_started,
        "children in the refuge with people who started in the period",
        CHILD,
    ),
    ("referrals", "received"): (who.referrals, "referrals received in the period", REFERRAL),
    ("referrals", "did_not_go_ahead"): (
        who.referrals_not_accepted,
        "referrals received in the period that did not go ahead",
        NOT_ACCEPTED,
    ),
}
"""Whom, and dated by what -> the population, in words, and what can be asked of it."""

WORDS: Mapping[str, str] = {
    "age": "Age",
    "sex": "Sex",
    "gender": "Gender",
    "ethnicity": "Ethnicity",
    "ethnicity_group": "Ethnicity, in groups",
    "religion": "Religion",
    "sexual_orientation": "Sexual orientation",
    "disabled": "Disabled",
    "pregnant": "Pregnant",
    "no_recourse": "No recourse to public funds",
    "interpreter_needed": "Interpreter needed",
    "origin": "From the home authority or outside",
    "origin_ward": "Ward they came from",
    "risk_at_start": "Risk at the start",
    "risk_at_exit": "Risk on leaving",
    "mental_health_need": "Mental health need",
    "children_with_them": "Children with them",
    "number_of_needs": "Number of needs",
    "accommodation_type": "Type of accommodation",
    "month_started": "Month of the start",
    "move_on_destination": "Where they went",
    "move_on_group": "Where they went, in groups",
    "move_on_authority": "To the home authority or outside",
    "planned": "Planned departure",
    "exit_reason": "Why the stay ended",
    "needs_met": "Needs met",
    "returned": "Returned to the perpetrator",
    "safe_at_exit": "Safe on leaving",
    "social_care_at_start": "Social care status at the start",
    "known_to_childrens_services": "Known to children’s services",
    "month": "Month",
    "source": "Referred by",
    "source_group": "Referred by, in groups",
    "risk_level": "Risk level",
    "outcome": "Outcome",
    "reason": "Why it did not go ahead",
    "reason_group": "Why it did not go ahead, in groups",
}
"""What each question is called on the screen."""
