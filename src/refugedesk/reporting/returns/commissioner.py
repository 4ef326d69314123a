"""The return a commissioner asks for: who came, who could not, how people were helped and where they went.

Each table says who is counted (a name in ``populations``) and what is asked of them (a name in ``questions``).
"""

from __future__ import annotations

from refugedesk.domain.lists.children import SOCIAL_CARE_STATUS
from refugedesk.domain.lists.houses import ACCOMMODATION_TYPE
from refugedesk.domain.lists.move_on import MOVE_ON_DESTINATION
from refugedesk.domain.lists.people import ETHNICITY, GENDER, RELIGION, SEX, SEXUAL_ORIENTATION, YES_NO
from refugedesk.domain.lists.referrals import REFERRAL_SOURCE, REFUSAL_REASON, RISK_LEVEL
from refugedesk.domain.lists.support import ABUSE_TYPE, SUPPORT_NEED
from refugedesk.reporting import populations as who
from refugedesk.reporting import questions as ask
from refugedesk.reporting.axes import AGE_BANDS, CHILD_AGE_BANDS, up_to
from refugedesk.reporting.cross import Cross
from refugedesk.reporting.measures import Measure, Measures
from refugedesk.reporting.occupancy import Occupancy
from refugedesk.reporting.one_way import OneWay, Several
from refugedesk.reporting.side_by_side import Column, SideBySide
from refugedesk.reporting.spec import ReturnSpec, TableSpec
from refugedesk.reporting.stay_lengths import StayLengths

AGE = ask.age_at_start(AGE_BANDS)
CHILDREN_WITH_THEM = ask.children_with_them(up_to(4))
FIRST_STAY = "Somebody with two stays started in the period is described by the first of them."

FLOW = (
    Measure("in_stay_at_start", "In a stay at the start", who.stays_on_first_day),
    Measure("started", "Started", who.stays_started),
    Measure("ended", "Ended", who.stays_ended),
    Measure("in_stay_at_end", "In a stay at the end", who.stays_after_last_day),
)
RECEIVED_AND_ASSESSED = (
    Column("referrals", "Referrals", lambda received: received["received_on"].notna(), is_everybody=True),
    Column("assessed", "Assessed", lambda received: received["assessed_on"].notna()),
)


def _people(id: str, title: str, explanation: str, by: ask.Question) -> TableSpec:
    """A table of people who started a stay in the period."""
    text = f"{explanation} {FIRST_STAY}"
    return OneWay(id, title, "people", "stays started in the period", text, who.people_started, by)


def _children(id: str, title: str, explanation: str, by: ask.Question) -> TableSpec:
    """A table of the children who came with people who started a stay in the period."""
    of = "children in the refuge with people who started in the period"
    text = f"{explanation} Each child counts once; children born after the period do not count."
    return OneWay(id, title, "children", of, text, who.children_of_people_started, by)


def _ended(id: str, title: str, explanation: str, by: ask.Question) -> TableSpec:
    """A table of stays that ended in the period."""
    return OneWay(id, title, "stays", "stays ended in the period", explanation, who.stays_ended, by)


TABLES_OF_STAYS: tuple[TableSpec, ...] = (
    Measures(
        "flow",
        "Stays at the start, started, ended and at the end",
        "stays",
        "stays in the period",
        "Somebody leaving on the first day was still in a stay at the start; start and started less ended is end.",
        FLOW,
    ),
    OneWay(
        "people_supported",
        "People supported",
        "people",
        "people in a stay on any day of the period",
        "Continuing is in a stay on the first day that began before it; everyone else is new, returners too.",
        who.people_supported,
        ask.continuing_or_new(),
    ),
    OneWay(
        "children_supported",
        "Children supported",
        "children",
        "children in the refuge in a stay on any day of the period",
        "Continuing is in a stay on the first day that began before it; babies born since are new.",
        who.children_supported,
        ask.continuing_or_new(),
    ),
)
TABLES_OF_REFERRALS: tuple[TableSpec, ...] = (
    SideBySide(
        "referrals_by_month",
        "Referrals by month",
        "referrals",
        "referrals received in the period",
        "A referral counts in the month it was received, as assessed too if it ever was; repeats are left out.",
        who.referrals,
        ask.month_of("received_on"),
        RECEIVED_AND_ASSESSED,
    ),
    SideBySide(
        "referrals_by_source",
        "Referrals by source",
        "referrals",
        "referrals received in the period",
        "Who made the referral; a household's repeated referral is left out.",
        who.referrals,
        ask.coded("source", REFERRAL_SOURCE),
        RECEIVED_AND_ASSESSED,
        average_of_rows=True,
    ),
    OneWay(
        "referrals_by_risk",
        "Referrals by risk level",
        "referrals",
        "referrals received in the period",
        "The risk level at referral; a household's repeated referral is left out.",
        who.referrals,
        ask.coded("risk_level", RISK_LEVEL),
    ),
    OneWay(
        "refusals",
        "Referrals that did not lead to a place",
        "referrals",
        "referrals received in the period that did not go ahead",
        "The main reason, in groups: what the service could not do is apart from what the person chose.",
        who.referrals_not_accepted,
        ask.grouped("refusal_reason", REFUSAL_REASON),
    ),
    OneWay(
        "refusal_reasons",
        "Referrals that did not lead to a place, by single reason",
        "referrals",
        "referrals received in the period that did not go ahead",
        "The main reason a referral did not go ahead; a household's repeated referral is left out.",
        who.referrals_not_accepted,
        ask.coded("refusal_reason", REFUSAL_REASON),
    ),
)
TABLES_OF_PEOPLE: tuple[TableSpec, ...] = (
    OneWay(
        "starts_by_month",
        "Stays started by month",
        "stays",
        "stays started in the period",
        "A stay counts in the calendar month in which it started.",
        who.stays_started,
        ask.month_of("started_on"),
    ),
    _people("age", "Age", "Age in years on the day the stay started.", AGE),
    _people("sex", "Sex", "Sex as recorded.", ask.coded("sex", SEX)),
    _people("gender", "Gender", "Gender as the person described it.", ask.coded("gender", GENDER)),
    _people("ethnicity", "Ethnicity", "Ethnicity as the person described it.", ask.coded("ethnicity", ETHNICITY)),
    _people("ethnicity_group", "Ethnicity, in groups", "Ethnicity in groups.", ask.grouped("ethnicity", ETHNICITY)),
    _people("religion", "Religion or belief", "Religion or belief.", ask.coded("religion", RELIGION)),
    _people(
        "sexual_orientation",
        "Sexual orientation",
        "Sexual orientation as the person described it.",
        ask.coded("sexual_orientation", SEXUAL_ORIENTATION),
    ),
    _people("disabled", "Disability", "Whether the person is disabled.", ask.coded("disabled", YES_NO)),
    _people(
        "pregnant",
        "Pregnancy",
        "Whether the person is pregnant or recently was, whatever their sex.",
        ask.coded("pregnant", YES_NO),
    ),
    _people(
        "no_recourse",
        "No recourse to public funds",
        "Whether the person has no recourse to public funds.",
        ask.coded("no_recourse", YES_NO),
    ),
    _people(
        "interpreter_needed",
        "Interpreter needed",
        "Whether the person needs an interpreter.",
        ask.coded("interpreter_needed", YES_NO),
    ),
    _people(
        "origin",
        "Where people came from",
        "Whether the person came from inside or outside the home authority.",
        ask.authority_of("origin_authority"),
    ),
    _people(
        "origin_ward",
        "Ward people came from",
        "The ward of the home authority the person came from; one that is not on the service's list counts as"
        " not recorded.",
        ask.origin_ward(),
    ),
    _people(
        "children_per_resident",
        "Children with each person",
        "Children in the refuge with the person in the stay, born by the end of the period.",
        CHILDREN_WITH_THEM,
    ),
)
TABLES_OF_CHILDREN: tuple[TableSpec, ...] = (
    _children(
        "children_age",
        "Children: age",
        "Age in years on the day the stay started, 0 for those born during it.",
        ask.age_at_start(CHILD_AGE_BANDS),
    ),
    _children("children_sex", "Children: sex", "Sex as recorded.", ask.coded("sex", SEX)),
    _children(
        "children_status_at_start",
        "Children: social care at the start",
        "Children's social care involvement when the stay started.",
        ask.coded("social_care_status_at_start", SOCIAL_CARE_STATUS),
    ),
    _children(
        "children_known",
        "Children: known to children's services",
        "Whether the child is known to children's services.",
        ask.coded("known_to_childrens_services", YES_NO),
    ),
)
TABLES_OF_NEEDS: tuple[TableSpec, ...] = (
    Cross(
        "age_by_children",
        "Age by children with each person",
        "people",
        "stays started in the period",
        f"Age on the day the stay started, by children in the refuge with the person. {FIRST_STAY}",
        who.people_started,
        AGE,
        CHILDREN_WITH_THEM,
    ),
    Cross(
        "age_by_mental_health",
        "Age by mental health need",
        "people",
        "stays started in the period",
        f"Age on the day the stay started, by whether a mental health need was recorded. {FIRST_STAY}",
        who.people_started,
        AGE,
        ask.has_need("mental_health"),
    ),
    Several(
        "needs",
        "Support needs",
        "people",
        "stays started in the period",
        f"Each need counts once a person; a person may have several. {FIRST_STAY}",
        who.people_started,
        who.needs_of_people_started,
        "need",
        SUPPORT_NEED,
    ),
    Measures(
        "needs_mentions",
        "Support needs, all mentions",
        "mentions",
        "stays started in the period",
        "Needs over all stays started, each need once a stay.",
        (Measure("mentions", "Mentions", who.needs_of_stays_started),),
    ),
    _people(
        "needs_per_resident",
        "Support needs of each person",
        "How many different needs were recorded in the stay.",
        ask.number_of_needs(up_to(5)),
    ),
    Several(
        "abuse",
        "Kinds of abuse",
        "people",
        "stays started in the period",
        f"Each kind counts once a person; a person may have suffered several. {FIRST_STAY}",
        who.people_started,
        who.abuse_of_people_started,
        "abuse_type",
        ABUSE_TYPE,
    ),
)
TABLES_OF_MOVE_ON: tuple[TableSpec, ...] = (
    StayLengths(
        "length_of_stay",
        "Length of stay",
        "stays",
        "stays started in the period",
        "Lengths in days are of stays that both started and ended in the period; quartiles as QUARTILE.INC.",
    ),
    _ended(
        "move_on",
        "Where people moved on to",
        "The destination recorded for each stay that ended.",
        ask.coded("move_on_destination", MOVE_ON_DESTINATION),
    ),
    _ended(
        "move_on_group",
        "Where people moved on to, in groups",
        "The destination recorded for each stay that ended, in groups.",
        ask.grouped("move_on_destination", MOVE_ON_DESTINATION),
    ),
    _ended(
        "move_on_authority",
        "Authority people moved on to",
        "Whether the destination is inside or outside the home authority.",
        ask.authority_of("move_on_authority"),
    ),
    _ended(
        "planned",
        "Planned departures",
        "Whether leaving was planned.",
        ask.coded("planned_departure", YES_NO),
    ),
    Occupancy(
        "occupancy",
        "Occupancy",
        "nights",
        "unit-nights of units open in the period",
        "Two households in one unit on one night are one occupied night; nights a unit was closed do not count.",
        ACCOMMODATION_TYPE,
    ),
)

COMMISSIONER = ReturnSpec(
    id="commissioner",
    version="1",
    title="Commissioner's monitoring return",
    source="Interchange contract, section 3, the definition commissioner",
    tables=(
        *TABLES_OF_STAYS,
        *TABLES_OF_REFERRALS,
        *TABLES_OF_PEOPLE,
        *TABLES_OF_CHILDREN,
        *TABLES_OF_NEEDS,
        *TABLES_OF_MOVE_ON,
    ),
)
