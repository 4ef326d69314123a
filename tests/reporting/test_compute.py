"""Exact counts: against a slow count by hand, and what holds whatever was recorded."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

import golden_returns
from counted_by_hand import HandCount
from refugedesk.domain.spans import Period
from refugedesk.reporting.compute import compute
from refugedesk.reporting.extracts import Extracts
from refugedesk.reporting.returns import definition
from refugedesk.reporting.spec import ServiceFacts, shapes
from refugedesk.reporting.tables import Place
from stores import (
    EARLIER,
    SMALL_SERVICE,
    YEAR,
    Store,
    a_random_period,
    a_random_store,
    an_empty_store,
    city_refuge,
    city_refuge_service,
    extracts,
)

COMMISSIONER = definition("commissioner")


def assert_agrees_with_the_count_by_hand(store: Store, period: Period, service: ServiceFacts) -> None:
    by_hand = HandCount(store, service.home_authority, service.wards, period.first, period.last)
    tables = compute(COMMISSIONER, service, period, extracts(store)).tables
    counts = {place: number for table in tables for place, number in table.counts.items()}
    texts = {at: text for table in tables for at, text in golden_returns.texts_of(table).items()}
    assert counts == by_hand.counts
    assert texts == by_hand.texts
    assert tables[-1].contributors == by_hand.contributors


@pytest.mark.parametrize("period", [YEAR, EARLIER, Period(YEAR.first, YEAR.first)], ids=str)
def test_city_refuge_agrees_with_the_count_by_hand(period: Period) -> None:
    assert_agrees_with_the_count_by_hand(city_refuge(), period, city_refuge_service())


@pytest.mark.parametrize("seed", range(40))
def test_random_stores_agree_with_the_count_by_hand(seed: int) -> None:
    chance = Random(seed)
    assert_agrees_with_the_count_by_hand(a_random_store(chance), a_random_period(chance), SMALL_SERVICE)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(1000, 1500))
def test_many_random_stores_agree_with_the_count_by_hand(seed: int) -> None:
    test_random_stores_agree_with_the_count_by_hand(seed)


@pytest.mark.parametrize("period", [YEAR, Period(date(2020, 2, 29), date(2020, 2, 29))], ids=str)
def test_every_number_of_an_empty_store_is_there_and_zero(period: Period) -> None:
    result = compute(COMMISSIONER, SMALL_SERVICE, period, Extracts())
    assert tuple(table.shape for table in result.tables) == shapes(COMMISSIONER, SMALL_SERVICE, period)
    for table in result.tables:
        assert set(table.counts) == set(table.shape.places())
        assert not any(table.counts.values())


def test_the_shape_does_not_depend_on_what_is_recorded() -> None:
    full = compute(COMMISSIONER, city_refuge_service(), YEAR, extracts(city_refuge()))
    for table, shape in zip(full.tables, shapes(COMMISSIONER, city_refuge_service(), YEAR), strict=True):
        assert table.shape == shape
        assert set(table.counts) == set(shape.places())
        assert {place.row for place in table.statistics} == set(shape.statistics)


def test_every_ratio_is_worked_out_from_places_that_are_counted() -> None:
    result = compute(COMMISSIONER, city_refuge_service(), YEAR, extracts(city_refuge()))
    for table in result.tables:
        assert {place for ratio in table.shape.ratios for place in ratio.places} <= set(table.counts)


def test_the_order_of_the_rows_changes_nothing() -> None:
    store = city_refuge()
    before = compute(COMMISSIONER, city_refuge_service(), YEAR, extracts(store))
    for rows in store.values():
        rows.reverse()
    assert compute(COMMISSIONER, city_refuge_service(), YEAR, extracts(store)) == before


def test_a_code_that_no_list_holds_is_a_bug_and_not_left_out() -> None:
    store = an_empty_store()
    store["referrals"] = [{"referral_id": "F1", "received_on": "2020-05-01", "risk_level": "purple"}]
    with pytest.raises(ValueError, match="purple"):
        compute(COMMISSIONER, SMALL_SERVICE, YEAR, extracts(store))


def test_the_heading_says_which_return_of_whom() -> None:
    heading = compute(COMMISSIONER, SMALL_SERVICE, YEAR, Extracts()).heading
    assert (heading.definition, heading.version, heading.period) == ("commissioner", "1", YEAR)
    assert (heading.service, heading.home_authority) == ("Small Refuge", "Coventry")


def test_referrals_that_did_not_go_ahead_were_all_received_before_april_2020() -> None:
    refused = Place("refusals"), Place("refusal_reasons")
    for period, expected in ((EARLIER, 107), (YEAR, 0)):
        tables = compute(COMMISSIONER, city_refuge_service(), period, extracts(city_refuge())).tables
        counts = {place: number for table in tables for place, number in table.counts.items()}
        assert [counts[place] for place in refused] == [expected, expected]


@pytest.mark.parametrize(("period", "referrals", "a_month"), [(EARLIER, 180, "20.0"), (YEAR, 91, "7.6")])
def test_city_refuge_had_the_referrals_a_month_it_published(period: Period, referrals: int, a_month: str) -> None:
    tables = compute(COMMISSIONER, city_refuge_service(), period, extracts(city_refuge())).tables
    table = next(table for table in tables if table.shape.id == "referrals_by_month")
    place = Place("referrals_by_month", "", "referrals")
    assert table.counts[place] == referrals
    assert golden_returns.texts_of(table)[place, "monthly_average"] == a_month
