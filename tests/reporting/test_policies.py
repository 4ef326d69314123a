"""Policies are data; one that is not known never means no protection."""

from __future__ import annotations

import pytest

from refugedesk.reporting.policies import CELL, CODE, GROUP, POLICIES, TOTAL, UnknownPolicyError, cost, policy
from refugedesk.reporting.tables import Place, Policy
from small_returns import cross, one_way


def test_the_policies_are_known_by_their_ids() -> None:
    assert policy("threshold-5") == Policy("threshold-5", 5)
    assert policy("threshold-5-strict").strict


@pytest.mark.parametrize("id", ["", "none", "threshold-4", "Threshold-5"])
def test_an_unknown_policy_is_refused(id: str) -> None:
    with pytest.raises(UnknownPolicyError, match="Nothing was written"):
        policy(id)


@pytest.mark.parametrize("each", POLICIES.values(), ids=lambda each: each.id)
def test_a_printed_number_means_just_the_counts_that_are_printed_so(each: Policy) -> None:
    shown = [count for count in range(200) if not 0 < count < each.threshold]
    for number in {each.printed(count) for count in shown if count < 150}:
        meant = [count for count in shown if each.printed(count) == number]
        assert each.meant_by(number) == (meant[0], meant[-1])
        nights = [count for count in range(200) if each.printed(count) == number]
        assert each.meant_by(number, is_counted=False) == (nights[0], nights[-1])


def test_halves_are_rounded_up_and_small_counts_disappear() -> None:
    assert [policy("round-10").printed(count) for count in (0, 4, 5, 14, 15)] == [0, 0, 10, 10, 20]
    assert [policy("withhold-7-round-5").printed(count) for count in (0, 8, 12, 13)] == [0, 10, 10, 15]
    assert list(policy("round-10").alike) == [0, 1, 2, 3, 4]
    assert list(policy("withhold-7-round-5").alike) == [*range(1, 8)]


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
