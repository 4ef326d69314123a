"""How much was done, beside what was agreed: indicators with target and baseline, and who is new."""

from __future__ import annotations

from refugedesk.domain.spans import Period
from refugedesk.reporting import populations as who
from refugedesk.reporting.indicators import Indicator, Indicators, year_to_date
from refugedesk.reporting.returns.commissioner import COMMISSIONER
from refugedesk.reporting.spec import ReturnSpec, ServiceFacts

INDICATORS = (
    Indicator("referrals", "Referrals received", who.referrals),
    Indicator("not_accepted", "Referrals that did not lead to a place", who.referrals_not_accepted),
    Indicator("stays_started", "Stays started", who.stays_started),
    Indicator("stays_ended", "Stays ended", who.stays_ended),
    Indicator("people_started", "People who started a stay", who.people_started),
    Indicator("people_supported", "People supported", who.people_supported, is_flow=False),
    Indicator("children_supported", "Children supported", who.children_supported, is_flow=False),
)


def and_the_year_so_far(service: ServiceFacts, period: Period) -> Period:
    """The period and its year from the start."""
    return Period(min(period.first, year_to_date(service, period).first), period.last)


ACTIVITY = ReturnSpec(
    id="activity",
    version="1",
    title="Activity against target",
    source="RefugeDesk, first edition 2026, after the indicator tables councils ask refuges for",
    reach=and_the_year_so_far,
    tables=(
        Indicators(
            "indicators",
            "Indicators, against baseline and target",
            "people, children, stays and referrals",
            "each as its row says, in the period and in the year to date",
            "A percentage of a yearly target is of the part of it that falls to the days counted; an average a year is"
            " the number over the length of those days, in months where they are whole months.",
            INDICATORS,
        ),
        *COMMISSIONER.chosen("people_supported", "children_supported", "flow", "referrals_by_month", "starts_by_month"),
    ),
)
