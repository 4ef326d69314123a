"""The cohorts that returns about equality count, by the questions that are asked of everybody."""

from __future__ import annotations

from refugedesk.domain.lists.health import DISABILITY_KIND
from refugedesk.domain.lists.people import ETHNICITY, GENDER, SEX, SEXUAL_ORIENTATION, YES_NO
from refugedesk.reporting import questions as ask
from refugedesk.reporting.axes import AGE_BANDS
from refugedesk.reporting.cohorts import Cohort

YES = frozenset({"yes"})
AGE = ask.age_at_start(AGE_BANDS)
GROUP = ask.grouped("ethnicity", ETHNICITY)


def _one(code: str, label: str, by: ask.Question, *codes: str, within: str = "") -> Cohort:
    return Cohort(code, label, by, frozenset(codes), within)


SEXES = (
    _one("women", "Women", ask.coded("sex", SEX), "female"),
    _one("men", "Men", ask.coded("sex", SEX), "male"),
)
AGES = (
    _one("young", "Younger than 25", AGE, "under_18", "18_24"),
    _one("older", "55 and older", AGE, "55_64", "65_over"),
)
DISABLED = (_one("disabled", "Disabled", ask.coded("disabled", YES_NO), "yes"),)
KINDS = tuple(
    _one(f"disabled_{kind.code}", f"Disabled: {kind.label}", ask.disability_kind(kind.code), "yes", within="disabled")
    for kind in DISABILITY_KIND.answers
)
TRANS = GENDER.codes_in("trans")
TRANS_ADULTS = _one("trans", "Trans, non-binary or another gender", ask.coded("gender", GENDER), *TRANS)
IDENTITIES = (
    _one("lgb", "Gay, lesbian, bisexual or another orientation",
         ask.coded("sexual_orientation", SEXUAL_ORIENTATION), *SEXUAL_ORIENTATION.codes_in("lgb")),
    TRANS_ADULTS,
)  # fmt: skip
ETHNIC_GROUPS = tuple(_one(f"ethnicity_{code}", label, GROUP, code) for code, label in ETHNICITY.groups.items())
CIRCUMSTANCES = (
    _one("no_recourse", "No recourse to public funds", ask.coded("no_recourse", YES_NO), "yes"),
    _one("interpreter", "Interpreter needed", ask.coded("interpreter_needed", YES_NO), "yes"),
    _one("pregnant", "Pregnant or gave birth in the last 26 weeks", ask.coded("pregnant", YES_NO), "yes"),
)
NEEDS = (
    _one("mental_health", "Mental health need", ask.has_need("mental_health"), "yes"),
    _one("substances", "Drug or alcohol need", ask.has_need("drugs", "alcohol"), "yes"),
)

EQUALITY_COHORTS = (*SEXES, *AGES, *DISABLED, *KINDS, *IDENTITIES, *ETHNIC_GROUPS, *CIRCUMSTANCES, *NEEDS)
CHARACTERISTICS = (*AGES, *DISABLED, *IDENTITIES, *ETHNIC_GROUPS, *CIRCUMSTANCES, *NEEDS)
