"""The yearly return of the duty to support people in safe accommodation, for the local authority."""

from __future__ import annotations

from dataclasses import dataclass, replace

from refugedesk.domain.codelists import Code, CodeList
from refugedesk.domain.lists.houses import ACCOMMODATION_TYPE
from refugedesk.domain.lists.move_on import MOVE_ON_DESTINATION
from refugedesk.domain.lists.referrals import REFUSAL_REASON
from refugedesk.domain.lists.stays import EXIT_REASON
from refugedesk.domain.lists.work import CONTACT_KIND, TOPIC
from refugedesk.domain.spans import Period
from refugedesk.reporting import populations as who
from refugedesk.reporting import questions as ask
from refugedesk.reporting.cohorts import Cohorts
from refugedesk.reporting.one_way import OneWay, Several
from refugedesk.reporting.relations import times
from refugedesk.reporting.returns.people import CHARACTERISTICS, TRANS_ADULTS
from refugedesk.reporting.spec import ReturnSpec, TableSpec
from refugedesk.reporting.supported import (
    NOTHING_RECORDED,
    adults_supported,
    individuals_supported,
    people_left,
    support_kinds,
    support_topics,
)
from refugedesk.reporting.tables import Line, Place, Shape
from refugedesk.reporting.ties import Breakdown, Ties, Whole

IN_A_STAY = "people in a stay on any day of the period"
NOT_ACCEPTED = "referrals received in the period that did not go ahead"
LEFT = "people whose stay ended in the period and who are in none after it"
INDIVIDUALS = (
    Line("women", "Women"),
    Line("men", "Men"),
    Line("trans_adults", "Trans and non-binary adults"),
    Line("other_adults", "Adults, another sex"),
    Line("children", "Children"),
    Line("adults_not_known", "Adults, sex not known", is_answer=False),
)


@dataclass(frozen=True)
class Individuals(OneWay):
    """Adults by kind and children, so that the row of the children is the number of children supported."""

    def ties(self, shape: Shape, period: Period) -> Ties:
        """What a one-way table says; the children are all who were supported, and trans adults are that cohort."""
        found = super().ties(shape, period)
        children = Whole("children_supported", times(1, Place(self.id, "children")))
        trans = Breakdown("adults_supported", TRANS_ADULTS.name, {"yes": Place(self.id, "trans_adults")})
        return replace(found, wholes=(*found.wholes, children), breakdowns=(*found.breakdowns, trans))


def _or_nothing(codelist: CodeList) -> CodeList:
    """The list with a last code for people of whom nothing of the kind is recorded: that is not 0."""
    nothing = Code(NOTHING_RECORDED, "Not collected: nothing recorded for the person", "unknown")
    return replace(codelist, codes=(*codelist.codes, nothing))


SUPPORTED: tuple[TableSpec, ...] = (
    Individuals(
        "individuals",
        "Individuals supported in safe accommodation",
        "people",
        "adults and children in a stay on any day of the period",
        "Each adult and each child counts once; trans and non-binary adults are counted there and not by sex.",
        individuals_supported,
        ask.within_lines("kind", INDIVIDUALS),
    ),
    OneWay(
        "people_supported",
        "Households supported, by the adult who leads them",
        "people",
        IN_A_STAY,
        "Continuing is in a stay on the first day that began before it; everyone else is new, returners too.",
        who.people_supported,
        ask.continuing_or_new(),
    ),
    OneWay(
        "adults_by_type",
        "Adults by type of accommodation",
        "people",
        IN_A_STAY,
        "The type of the unit a person lived in first in the period; not recorded is a stay without a unit.",
        adults_supported,
        ask.type_lived_in(ACCOMMODATION_TYPE),
    ),
    OneWay(
        "adults_in_sanctuary",
        "Adults in a sanctuary scheme, apart from all other types",
        "people",
        IN_A_STAY,
        "In a sanctuary scheme people stay at home, so they are told apart from those in accommodation.",
        adults_supported,
        ask.sanctuary_or_not(),
    ),
    OneWay(
        "children_by_type",
        "Children by type of accommodation",
        "children",
        "children in the refuge in a stay on any day of the period",
        "The type of the unit that the child's household lived in first in the period.",
        who.children_supported,
        ask.type_lived_in(ACCOMMODATION_TYPE),
    ),
    OneWay(
        "children_in_sanctuary",
        "Children in a sanctuary scheme, apart from all other types",
        "children",
        "children in the refuge in a stay on any day of the period",
        "In a sanctuary scheme children stay at home, so they are told apart from those in accommodation.",
        who.children_supported,
        ask.sanctuary_or_not(),
    ),
)
COULD_NOT: tuple[TableSpec, ...] = (
    OneWay(
        "unmet_groups",
        "Households that could not be supported, in groups of reasons",
        "referrals",
        NOT_ACCEPTED,
        "What the service could not do is apart from what the person chose; a household that calls again counts once.",
        who.referrals_not_accepted,
        ask.grouped("refusal_reason", REFUSAL_REASON),
    ),
    OneWay(
        "unmet",
        "Households that could not be supported, by reason",
        "referrals",
        NOT_ACCEPTED,
        "The main reason; a household that calls again counts once.",
        who.referrals_not_accepted,
        ask.coded("refusal_reason", REFUSAL_REASON),
    ),
)
STOPPED: tuple[TableSpec, ...] = (
    OneWay(
        "left_groups",
        "Households that stopped being supported, by where they went, in groups",
        "people",
        LEFT,
        "Each household once, by the last stay that ended; somebody who came back and is still there has not left.",
        people_left,
        ask.grouped("move_on_destination", MOVE_ON_DESTINATION),
    ),
    OneWay(
        "left",
        "Households that stopped being supported, by where they went",
        "people",
        LEFT,
        "Each household once, by the destination of the last stay that ended.",
        people_left,
        ask.coded("move_on_destination", MOVE_ON_DESTINATION),
    ),
    OneWay(
        "left_reason",
        "Households that stopped being supported, by why",
        "people",
        LEFT,
        "Each household once, by why the last stay ended.",
        people_left,
        ask.coded("exit_reason", EXIT_REASON),
    ),
)
SUPPORT: tuple[TableSpec, ...] = (
    Several(
        "support_topics",
        "Support given, by what it was about",
        "people",
        IN_A_STAY,
        "A person counts once for each topic of a contact in the period; nothing recorded is not the same as none.",
        adults_supported,
        support_topics,
        "topic",
        _or_nothing(TOPIC),
    ),
    Several(
        "support_kinds",
        "Support given, by how",
        "people",
        IN_A_STAY,
        "A person counts once for each kind of contact in the period; nothing recorded is not the same as none.",
        adults_supported,
        support_kinds,
        "kind",
        _or_nothing(CONTACT_KIND),
    ),
    Cohorts(
        "characteristics",
        "Specialist characteristics of adults supported",
        "people",
        IN_A_STAY,
        "A person may have several; a percentage is of those who answered, and those never asked stand apart from 0.",
        adults_supported,
        CHARACTERISTICS,
    ),
)

SAFE_ACCOMMODATION = ReturnSpec(
    id="safe-accommodation",
    version="1",
    title="Safe accommodation duty, yearly return",
    source="Domestic Abuse Act 2021, Part 4 (section 57 and 59), and its statutory guidance on relevant accommodation",
    tables=(*SUPPORTED, *COULD_NOT, *STOPPED, *SUPPORT),
)
