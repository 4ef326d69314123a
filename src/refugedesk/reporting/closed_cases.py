"""What became of closed cases: stays that ended, pairs of before and after, aftercare, and waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refugedesk.domain.lists.referrals import RISK_LEVEL
from refugedesk.reporting.material import Material
from refugedesk.reporting.populations import referrals, stays, stays_ended, stays_in_period, stays_started

if TYPE_CHECKING:
    import pandas as pd

RISKS = tuple(code.code for code in RISK_LEVEL.answers)
AFTERCARE_DAYS = {"1_month": 30, "3_months": 90, "6_months": 180}
"""Which contact -> how many days after the end of the stay it is due."""
SOON_DAYS = 28


def stays_with_both_risks(material: Material) -> pd.DataFrame:
    """Closed cases whose risk is known at the start and at the exit, and how it ``risk_changed``."""
    ended = material.of(stays_ended)
    both = ended[ended["risk_at_start"].isin(RISKS) & ended["risk_at_exit"].isin(RISKS)]
    level = {risk: number for number, risk in enumerate(RISKS)}
    start, end = (both[column].astype("str").map(level) for column in ("risk_at_start", "risk_at_exit"))
    return both.assign(risk_changed=_change(end - start, up="higher", down="lower"))


def score_pairs(material: Material) -> pd.DataFrame:
    """A row for each closed case and area with a score at the start and one at the exit, and how it changed.

    Of several at the start the first counts, of several at the exit the last.
    """
    scores = material.extracts.outcome_scores.dropna(subset=["score", "area"])
    scores = scores[scores["stay"].isin(material.of(stays_ended)["stay"])].sort_values("scored_on", kind="stable")
    first = scores[scores["stage"] == "start"].drop_duplicates(["stay", "area"])
    last = scores[scores["stage"] == "exit"].drop_duplicates(["stay", "area"], keep="last")
    pairs = first.merge(last, on=["stay", "area"], suffixes=("", "_at_exit"))
    change = (pairs["score_at_exit"] - pairs["score"]).astype("float64")
    return pairs.assign(changed=_change(change, up="better", down="worse"))


def _change(difference: pd.Series, up: str, down: str) -> pd.Series:
    found: pd.Series = (difference > 0).map({True: up, False: "same"}).astype("str")
    return found.mask(difference < 0, down)


def aftercare_due(material: Material) -> pd.DataFrame:
    """A row for each contact that fell due in the period: 30, 90 and 180 days after a stay ended.

    Whether it ``was_made``, the person ``was_reached`` and ``was_safe``, by the period's last day.
    """
    import pandas as pd

    ended = material.of(stays).dropna(subset="ended_on")
    parts = []
    for due, days in AFTERCARE_DAYS.items():
        falls = ended["ended_on"] + pd.Timedelta(days=days)
        parts.append(pd.DataFrame({"stay": ended.loc[material.within(falls), "stay"]}).assign(due=due))
    rows = pd.concat(parts)
    for column, made in _contacts(material).items():
        keys = pd.MultiIndex.from_frame(made[["stay", "due"]].astype({"due": "str"}))
        rows[column] = pd.MultiIndex.from_frame(rows[["stay", "due"]]).isin(keys)
    return rows


def _contacts(material: Material) -> dict[str, pd.DataFrame]:
    every = material.extracts.aftercare_contacts
    made = every[every["on_day"] <= material.last]
    reached = made[made["reached"] == "yes"]
    return {"was_made": made, "was_reached": reached, "was_safe": reached[reached["is_safe"] == "yes"]}


def waits(material: Material) -> pd.DataFrame:
    """What was asked for in the period for stays with a day in it; whether it came by its end, and how soon."""
    every = material.extracts.waits
    asked = every[material.within(every["asked_on"]) & every["stay"].isin(material.of(stays_in_period)["stay"])]
    came = asked["got_on"] <= material.last
    days = (asked["got_on"] - asked["asked_on"]).dt.days
    return asked.assign(has_come=came, came_soon=came & (days <= SOON_DAYS))


def days_to_decision(material: Material) -> pd.Series:
    """Referral of the period -> days from receiving it to deciding it."""
    received = material.of(referrals)
    return _days(received["received_on"], received["decided_on"])


def days_to_arrival(material: Material) -> pd.Series:
    """Stay started in the period -> days from receiving its referral to arriving."""
    started = material.of(stays_started)
    received = material.extracts.referrals.drop_duplicates("referral_id").set_index("referral_id")["received_on"]
    return _days(received.reindex(started["referral_id"]).set_axis(started.index), started["started_on"])


def _days(start: pd.Series, end: pd.Series) -> pd.Series:
    days = (end - start).dt.days
    return days.where(days >= 0)
