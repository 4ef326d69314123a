"""Who is counted at the edges: first stays, leaving on the first day, babies, repeated referrals."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from refugedesk.domain.spans import Period
from refugedesk.reporting import populations
from refugedesk.reporting.material import Material
from stores import SMALL_SERVICE, Row, an_empty_store, extracts

APRIL = Period(date(2020, 4, 1), date(2020, 4, 30))


def a_stay(stay_id: str, started_on: str, ended_on: str = "", resident_id: str = "R1") -> Row:
    return {"stay_id": stay_id, "started_on": started_on, "ended_on": ended_on, "resident_id": resident_id}


def a_child(child_id: str, stay_id: str, born: str = "2015-01-01", in_refuge: str = "yes", sex: str = "") -> Row:
    child = {"child_id": child_id, "stay_id": stay_id, "date_of_birth": born, "in_refuge": in_refuge}
    return child | {"sex": sex}


def material(**rows: list[Row]) -> Material:
    return Material(SMALL_SERVICE, APRIL, extracts(an_empty_store() | rows))


def ids(population: Callable[[Material], object], found_in: Material, column: str = "stay_id") -> list[str]:
    return sorted(found_in.of(population)[column])  # type: ignore[index]


@pytest.mark.parametrize(
    ("stays", "first"),
    [
        ([a_stay("S1", "2020-04-20"), a_stay("S2", "2020-04-02", "2020-04-05")], "S2"),
        ([a_stay("S1", "2020-04-02"), a_stay("S2", "2020-04-02", "2020-04-02")], "S2"),
        ([a_stay("S1", "2020-04-02", "2020-04-09"), a_stay("S2", "2020-04-02", "2020-04-02")], "S2"),
        ([a_stay("S2", "2020-04-02", "2020-04-02"), a_stay("S1", "2020-04-02", "2020-04-02")], "S1"),
        ([a_stay("S1", "2020-03-31", "2020-04-02"), a_stay("S2", "2020-04-02")], "S2"),
    ],
    ids=["earlier", "ended before open", "ended earlier", "lower id", "started in the period"],
)
def test_a_person_is_described_by_the_first_stay_of_the_period(stays: list[Row], first: str) -> None:
    assert ids(populations.people_started, material(stays=stays)) == [first]


def test_somebody_leaving_on_the_first_day_was_in_a_stay_then_and_somebody_leaving_before_was_not() -> None:
    found = material(
        stays=[
            a_stay("S1", "2020-03-01", "2020-04-01", "R1"),
            a_stay("S2", "2020-03-01", "2020-03-31", "R2"),
            a_stay("S3", "2020-04-01", "", "R3"),
        ]
    )
    assert ids(populations.stays_on_first_day, found) == ["S1"]
    assert ids(populations.stays_in_period, found) == ["S1", "S3"]


def test_somebody_leaving_on_the_last_day_is_not_in_a_stay_at_the_end() -> None:
    found = material(stays=[a_stay("S1", "2020-04-01", "2020-04-30"), a_stay("S2", "2020-04-30", "2020-05-01")])
    assert ids(populations.stays_after_last_day, found) == ["S2"]
    assert ids(populations.stays_ended, found) == ["S1"]


def test_a_stay_of_no_night_is_a_stay() -> None:
    found = material(stays=[a_stay("S1", "2020-04-05", "2020-04-05")])
    assert ids(populations.stays_started, found) == ids(populations.stays_ended, found) == ["S1"]
    assert ids(populations.people_supported, found, "resident_id") == ["R1"]


def test_a_stay_without_a_starting_day_has_not_begun() -> None:
    found = material(stays=[a_stay("S1", "", "2020-04-05")])
    assert ids(populations.stays_ended, found) == []


def test_a_person_without_a_resident_row_is_counted_all_the_same() -> None:
    found = material(stays=[a_stay("S1", "2020-04-05")], residents=[{"resident_id": "R9"}])
    assert ids(populations.people_started, found, "resident_id") == ["R1"]


def test_a_person_who_comes_back_within_the_period_still_continues() -> None:
    found = material(stays=[a_stay("S1", "2020-03-01", "2020-04-01"), a_stay("S2", "2020-04-10")])
    assert found.of(populations.people_supported)["is_continuing"].tolist() == [True]


@pytest.mark.parametrize(
    ("born", "is_continuing"),
    [("2020-03-15", True), ("2020-04-01", True), ("2020-04-02", False), ("", True)],
)
def test_a_baby_born_after_the_first_day_of_a_continuing_stay_is_new(born: str, is_continuing: bool) -> None:
    found = material(stays=[a_stay("S1", "2020-03-01")], children=[a_child("C1", "S1", born)])
    assert found.of(populations.children_supported)["is_continuing"].tolist() == [is_continuing]


@pytest.mark.parametrize(
    ("child", "is_counted"),
    [
        (a_child("C1", "S1"), True),
        (a_child("C1", "S1", born=""), True),
        (a_child("C1", "S1", born="2020-04-30"), True),
        (a_child("C1", "S1", born="2020-05-01"), False),
        (a_child("C1", "S1", in_refuge="no"), False),
        (a_child("C1", "S1", in_refuge="not_known"), False),
        (a_child("C1", "S1", in_refuge=""), False),
    ],
    ids=str,
)
def test_children_count_who_are_in_the_refuge_and_born_by_the_last_day(child: Row, is_counted: bool) -> None:
    found = material(stays=[a_stay("S1", "2020-04-05")], children=[child])
    assert len(found.of(populations.children_of_people_started)) == is_counted
    assert len(found.of(populations.children_supported)) == is_counted


def test_a_child_of_two_stays_counts_once_as_it_was_in_the_first() -> None:
    found = material(
        stays=[a_stay("S1", "2020-04-02", "2020-04-05"), a_stay("S2", "2020-04-10")],
        children=[a_child("C1", "S2", sex="not_known"), a_child("C1", "S1", sex="female")],
    )
    assert found.of(populations.children_of_people_started)["sex"].tolist() == ["female"]
    assert len(found.of(populations.children_supported)) == 1


def test_a_child_of_the_second_stay_alone_is_supported_but_describes_nobody() -> None:
    found = material(
        stays=[a_stay("S1", "2020-04-02", "2020-04-05"), a_stay("S2", "2020-04-10")],
        children=[a_child("C1", "S2")],
    )
    assert found.of(populations.children_of_people_started).empty
    assert len(found.of(populations.children_supported)) == 1


def test_a_need_named_twice_in_a_stay_counts_once() -> None:
    found = material(
        stays=[a_stay("S1", "2020-04-02", "2020-04-05"), a_stay("S2", "2020-04-10")],
        needs=[{"stay_id": stay, "need": "housing"} for stay in ("S1", "S1", "S2")],
    )
    assert len(found.of(populations.needs_of_people_started)) == 1
    assert len(found.of(populations.needs_of_stays_started)) == 2


def test_a_repeated_referral_is_left_out_even_where_the_first_came_before_the_period() -> None:
    found = material(
        referrals=[
            {"referral_id": "F1", "received_on": "2020-03-31", "outcome": "not_accepted"},
            {"referral_id": "F2", "received_on": "2020-04-01", "outcome": "not_accepted", "repeat_of": "F1"},
            {"referral_id": "F3", "received_on": "2020-04-30", "outcome": "not_accepted"},
            {"referral_id": "F4", "received_on": "2020-04-30", "outcome": "withdrawn"},
            {"referral_id": "F5", "received_on": "", "outcome": "not_accepted"},
        ]
    )
    assert ids(populations.referrals, found, "referral_id") == ["F3", "F4"]
    assert ids(populations.referrals_not_accepted, found, "referral_id") == ["F3"]
