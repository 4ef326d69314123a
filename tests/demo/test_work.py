"""The work in the invented refuge: it looks lived in, and changes nothing of what its history says."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from interchange_folders import TODAY
from refugedesk.demo.chance import Chance
from refugedesk.demo.folder import SEED
from refugedesk.demo.history import history
from refugedesk.demo.households import Row
from refugedesk.demo.plans import rounds
from refugedesk.demo.work import with_the_work

COUNTED = ("units", "referrals", "residents", "stays", "placements", "children", "needs", "abuse")
OF_THOSE_HERE = ("safety_plans", "risk_assessments", "goals", "contacts", "notes", "waits", "outcome_scores")
OF_THE_HOUSE = ("staff", "agencies", "activity_groups", "group_sessions", "incidents", "tasks", "voids", "safeguarding")


@pytest.fixture(scope="module")
def worked() -> dict[str, list[Row]]:
    return with_the_work(history(SEED, TODAY), TODAY, SEED, "Robin Demo")


def test_nothing_that_the_history_says_is_changed(worked: dict[str, list[Row]]) -> None:
    before = history(SEED, TODAY)
    for sheet in COUNTED:
        assert len(worked[sheet]) == len(before[sheet]), sheet
        for old, new in zip(before[sheet], worked[sheet], strict=True):
            kept = {name: value for name, value in old.items() if value and name != "key_worker"}
            assert kept.items() <= new.items(), (sheet, old, new)


def test_nearly_everybody_here_has_a_plan_and_has_been_spoken_with(worked: dict[str, list[Row]]) -> None:
    week_ago = (TODAY - timedelta(days=14)).isoformat()
    here = {stay["stay_id"] for stay in worked["stays"] if not stay["ended_on"] and stay["started_on"] < week_ago}
    for sheet in OF_THOSE_HERE:
        have = {row["stay_id"] for row in worked[sheet]}
        assert len(here - have) <= len(here) / 10, sheet
    for sheet in OF_THE_HOUSE:
        assert worked[sheet], sheet


def test_the_work_happened_in_the_order_in_which_it_is_written(worked: dict[str, list[Row]]) -> None:
    for sheet, day in (
        ("safety_plans", "made_on"),
        ("risk_assessments", "assessed_on"),
        ("plan_reviews", "reviewed_on"),
    ):
        last: dict[str, str] = {}
        for row in worked[sheet]:
            assert last.get(row["stay_id"], "") < row[day] <= TODAY.isoformat(), (sheet, row)
            last[row["stay_id"]] = row[day]


@pytest.mark.parametrize("begins", [TODAY, TODAY - timedelta(days=27), TODAY - timedelta(days=300)])
def test_rounds_come_every_four_weeks_and_never_stop_for_long(begins: date) -> None:
    days = list(rounds(Chance(1), begins, TODAY))
    assert days[0] == begins
    assert days[-1] <= TODAY < days[-1] + timedelta(days=28 + 12)
    assert all(25 <= (later - day).days <= 28 for day, later in pairwise(days))


def test_a_few_calls_are_incomplete_and_most_are_whole(worked: dict[str, list[Row]]) -> None:
    without_a_time = sum(not call["received_at"] for call in worked["referrals"])
    assert 0.01 < without_a_time / len(worked["referrals"]) < 0.1
    decided = [call for call in worked["referrals"] if call.get("assessed_on")]
    assert sum(bool(call.get("assessed_by")) for call in decided) > 0.9 * len(decided)
