"""Every cell of the definitions beside the commissioner's is what a slow and obvious count finds."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

import definitions_by_hand as by_hand
from refugedesk.domain.spans import ONE_DAY, Period, add_months
from refugedesk.reporting.compute import compute
from refugedesk.reporting.returns import definition
from refugedesk.reporting.tables import Place
from small_returns import truth_of
from stores import SMALL_SERVICE, Store, a_random_period, extracts
from working_stores import a_working_store

SEEDS = range(60)


def counted(id: str, store: Store, period: Period) -> dict[Place, int]:
    return truth_of(compute(definition(id), SMALL_SERVICE, period, extracts(store)))


def differences(found: dict[Place, int], wanted: dict[Place, int]) -> list[tuple[Place, int | None, int | None]]:
    places = {**found, **wanted}
    return [(each, found.get(each), wanted.get(each)) for each in places if found.get(each) != wanted.get(each)]


def drawn(seed: int) -> tuple[Store, Period]:
    chance = Random(seed)
    period = a_random_period(chance)
    return a_working_store(chance), period


@pytest.mark.parametrize("seed", SEEDS)
def test_safe_accommodation(seed: int) -> None:
    store, period = drawn(seed)
    wanted = by_hand.safe_accommodation(store, period.first, period.last)
    assert differences(counted("safe-accommodation", store, period), wanted) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_equalities(seed: int) -> None:
    store, period = drawn(seed)
    days = period.days * ONE_DAY
    before = period.first - days, period.first - ONE_DAY
    for months in range(1, 13):
        if add_months(period.first, months) == period.last + ONE_DAY:
            before = add_months(period.first, -months), period.first - ONE_DAY
    wanted = by_hand.equalities(store, period.first, period.last, before)
    assert differences(counted("equalities", store, period), wanted) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_activity(seed: int) -> None:
    store, period = drawn(seed)
    since = date(period.last.year - (period.last.month < 4), 4, 1)
    wanted = by_hand.activity(store, period.first, period.last, since)
    assert differences(counted("activity", store, period), wanted) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_outcomes(seed: int) -> None:
    store, period = drawn(seed)
    assert differences(counted("outcomes", store, period), by_hand.outcomes(store, period.first, period.last)) == []
