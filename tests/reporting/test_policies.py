"""Policies are data; one that is not known never means no protection."""

from __future__ import annotations

import pytest

from refugedesk.reporting.policies import CELL, CODE, GROUP, TOTAL, UnknownPolicyError, cost, policy
from refugedesk.reporting.tables import Place, Policy
from small_returns import cross, one_way


def test_the_policies_are_known_by_their_ids() -> None:
    assert policy("threshold-5") == Policy("threshold-5", 5)
    assert policy("threshold-5-strict").strict


@pytest.mark.parametrize("id", ["", "none", "threshold-10", "Threshold-5"])
def test_an_unknown_policy_is_refused(id: str) -> None:
    with pytest.raises(UnknownPolicyError, match="Nothing was written"):
        policy(id)


def test_what_costs_a_reader_least_is_cheapest() -> None:
    rows, table = one_way("groups", ("x",)), cross("cross", ("r",), ("c",))
    group = Place("groups", "x")
    costs = [
        cost(Place("cross", "r", "c"), table, frozenset()),
        cost(group, rows, frozenset()),
        cost(group, rows, frozenset({group})),
        cost(Place("groups"), rows, frozenset()),
    ]
    assert costs == sorted(costs) == [CELL, CODE, GROUP, TOTAL]
