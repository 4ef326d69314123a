"""What became of people: closed cases only, pairs of before and after, aftercare, and how long things took."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from refugedesk.domain.lists.people import YES_NO
from refugedesk.domain.lists.referrals import RISK_LEVEL
from refugedesk.domain.lists.stays import EXIT_REASON, NEEDS_MET
from refugedesk.domain.lists.work import OUTCOME_AREA, WAIT_FOR
from refugedesk.domain.spans import Period
from refugedesk.reporting import populations as who
from refugedesk.reporting import questions as ask
from refugedesk.reporting.axes import Band
from refugedesk.reporting.closed_cases import (
    AFTERCARE_DAYS,
    aftercare_due,
    days_to_arrival,
    days_to_decision,
    score_pairs,
    stays_with_both_risks,
    waits,
)
from refugedesk.reporting.cross import Cross
from refugedesk.reporting.measures import Measure, Measures
from refugedesk.reporting.one_way import OneWay
from refugedesk.reporting.relations import Knowledge, Relation, equal, times
from refugedesk.reporting.side_by_side import Column, SideBySide
from refugedesk.reporting.spec import ReturnSpec, ServiceFacts, TableSpec
from refugedesk.reporting.tables import Line, Place, Shape

CLOSED = "stays that ended in the period"
PAIRED = "stays that ended in the period, with a risk level at the start and on leaving"
DAY_BANDS = (
    Band("same_day", "Same day", 0),
    Band("1_2", "1 or 2 days", 1),
    Band("3_7", "3 to 7 days", 3),
    Band("8_28", "8 to 28 days", 8),
    Band("29_or_more", "29 days or more", 29),
)
RISKS = tuple(Line(code.code, code.label) for code in RISK_LEVEL.answers)
RISK_CHANGES = (Line("lower", "Lower on leaving"), Line("same", "The same"), Line("higher", "Higher on leaving"))
SCORE_CHANGES = (Line("better", "Better on leaving"), Line("same", "The same"), Line("worse", "Worse on leaving"))
AFTERCARE = tuple(Line(code, f"{days} days after leaving") for code, days in AFTERCARE_DAYS.items())


def _closed(id: str, title: str, explanation: str, by: ask.Question) -> TableSpec:
    return OneWay(id, title, "stays", CLOSED, explanation, who.stays_ended, by)


CASES: tuple[TableSpec, ...] = (
    _closed("needs_met", "Needs met", "How far needs were met, as judged on leaving.",
            ask.coded("needs_met", NEEDS_MET)),
    _closed("safe_at_exit", "Safe on leaving", "Whether the person was safe on leaving.",
            ask.coded("safe_at_exit", YES_NO)),
    _closed("returned", "Returned to the perpetrator", "Whether the person went back to the perpetrator.",
            ask.coded("returned_to_perpetrator", YES_NO)),
    _closed("planned", "Planned departures", "Whether leaving was planned.", ask.coded("planned_departure", YES_NO)),
    _closed("exit_reason", "Why stays ended", "The main reason a stay ended.", ask.coded("exit_reason", EXIT_REASON)),
)  # fmt: skip
PAIRS: tuple[TableSpec, ...] = (
    Measures(
        "matched",
        "How many closed cases can be compared",
        "stays",
        CLOSED,
        "Matched of closed: a case is matched whose risk level is known both at the start and on leaving.",
        (Measure("closed", "Closed", who.stays_ended), Measure("matched", "Matched", stays_with_both_risks)),
    ),
    Cross(
        "risk_by_risk",
        "Risk level at the start by risk level on leaving",
        "stays",
        PAIRED,
        "Matched cases only: the rows are the level at the start, the columns the level on leaving.",
        stays_with_both_risks,
        ask.within_lines("risk_at_start", RISKS),
        ask.within_lines("risk_at_exit", RISKS),
    ),
    OneWay(
        "risk_change",
        "Risk on leaving against risk at the start",
        "stays",
        PAIRED,
        "Matched cases only: whether the level on leaving is lower, the same or higher.",
        stays_with_both_risks,
        ask.within_lines("risk_changed", RISK_CHANGES),
    ),
    Cross(
        "score_change",
        "Outcome scores on leaving against the start, by area",
        "pairs",
        "areas of closed cases scored both at the start and on leaving",
        "A case counts once in each area it was scored in twice: the first score at the start, the last on leaving.",
        score_pairs,
        ask.coded("area", OUTCOME_AREA),
        ask.within_lines("changed", SCORE_CHANGES),
    ),
)
AFTER: tuple[TableSpec, ...] = (
    SideBySide(
        "aftercare",
        "Aftercare at 30, 90 and 180 days",
        "contacts",
        "contacts that fell due in the period, 30, 90 and 180 days after a stay ended",
        "Of the contacts due: those made, those in which the person was reached, and was safe, by the last day.",
        aftercare_due,
        ask.within_lines("due", AFTERCARE),
        (
            Column("due", "Due", lambda rows: rows["due"].notna(), is_everybody=True),
            Column("made", "Made", lambda rows: rows["was_made"], within="due"),
            Column("reached", "Reached", lambda rows: rows["was_reached"], within="made"),
            Column("safe", "Safe", lambda rows: rows["was_safe"], within="reached"),
        ),
        has_averages=False,
    ),
    SideBySide(
        "waits",
        "Waits, from asking to getting",
        "waits",
        "what was asked for in the period for people in a stay",
        "Of what was asked for: what came by the last day of the period, and what came within 28 days.",
        waits,
        ask.coded("what", WAIT_FOR),
        (
            Column("asked", "Asked for", lambda rows: rows["asked_on"].notna(), is_everybody=True),
            Column("got", "Came", lambda rows: rows["has_come"], within="asked"),
            Column("soon", "Came within 28 days", lambda rows: rows["came_soon"], within="got"),
        ),
        has_averages=False,
    ),
)
TIMES: tuple[TableSpec, ...] = (
    OneWay(
        "to_decision",
        "From referral to decision",
        "referrals",
        "referrals received in the period",
        "Days from receiving a referral to deciding it; a household's repeated referral is left out.",
        who.referrals,
        ask.banded_days("days to decision", days_to_decision, DAY_BANDS),
    ),
    OneWay(
        "to_arrival",
        "From referral to arrival",
        "stays",
        "stays started in the period",
        "Days from receiving the referral of a stay to arriving; not recorded is a stay without a referral.",
        who.stays_started,
        ask.banded_days("days to arrival", days_to_arrival, DAY_BANDS),
    ),
)


def risk_changes(shapes: Iterable[Shape], period: Period) -> Knowledge:
    """Who is lower, the same and higher are the cells below, on and above the diagonal of risk by risk."""
    found = {shape.id for shape in shapes}
    if not {"risk_by_risk", "risk_change"} <= found:
        return Knowledge(frozenset(), ())
    return Knowledge(
        frozenset(), tuple(_diagonal(code, sign) for code, sign in (("lower", -1), ("same", 0), ("higher", 1)))
    )


def _diagonal(code: str, sign: int) -> Relation:
    levels = [line.code for line in RISKS]
    cells = [
        Place("risk_by_risk", start, end)
        for row, start in enumerate(levels)
        for column, end in enumerate(levels)
        if (column > row) - (column < row) == sign
    ]
    return equal(
        f"risk_change: {code} are cells of risk by risk", times(1, *cells), times(1, Place("risk_change", code))
    )


def and_half_a_year_before(service: ServiceFacts, period: Period) -> Period:
    """The period and the days before it after which aftercare falls due in it."""
    return Period(period.first - timedelta(days=max(AFTERCARE_DAYS.values())), period.last)


OUTCOMES = ReturnSpec(
    id="outcomes",
    version="1",
    title="Outcomes",
    source="RefugeDesk, first edition 2026, after the outcomes councils ask refuges for",
    special=risk_changes,
    reach=and_half_a_year_before,
    tables=(*CASES, *PAIRS, *AFTER, *TIMES),
)
