"""Who the service reaches: a card for each cohort, beside the period before."""

from __future__ import annotations

from refugedesk.domain.spans import Period
from refugedesk.reporting import populations as who
from refugedesk.reporting.cohorts import Cohorts
from refugedesk.reporting.returns.people import EQUALITY_COHORTS
from refugedesk.reporting.spec import ReturnSpec, ServiceFacts


def and_the_period_before(service: ServiceFacts, period: Period) -> Period:
    """The period and the one before it."""
    return Period(period.before().first, period.last)


EQUALITIES = ReturnSpec(
    id="equalities",
    version="1",
    title="Equalities",
    source="Equality Act 2010, section 149 (public sector equality duty), for services that councils commission",
    reach=and_the_period_before,
    tables=(
        Cohorts(
            "cohorts",
            "Who started a stay, by cohort",
            "people",
            "people who started a stay in the period, and in the period before",
            "Each person once, by the first stay started; a percentage is of those who answered, and a change is of"
            " the exact percentages, in points.",
            who.people_started,
            EQUALITY_COHORTS,
            beside_before=True,
        ),
    ),
)
