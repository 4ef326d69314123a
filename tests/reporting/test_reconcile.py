"""The page that must balance, for every return."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from refugedesk.reporting.balance import Balance, Topic
from refugedesk.reporting.compute import count
from refugedesk.reporting.material import Material
from refugedesk.reporting.reconcile import reconcile
from refugedesk.reporting.returns import definition, definitions
from refugedesk.reporting.spec import ReturnSpec
from refugedesk.reporting.tables import CountReturn, Place
from stores import SMALL_SERVICE, YEAR, a_random_period, city_refuge, city_refuge_service, extracts
from working_stores import a_working_store

every_definition = pytest.mark.parametrize("spec", definitions(), ids=lambda spec: spec.id)
COMMISSIONER = definition("commissioner")


def city(spec: ReturnSpec) -> tuple[CountReturn, Material]:
    material = Material(city_refuge_service(), YEAR, extracts(city_refuge()))
    return count(spec, material), material


@every_definition
@pytest.mark.parametrize("seed", range(12))
def test_every_line_balances_in_random_stores(spec: ReturnSpec, seed: int) -> None:
    chance = Random(seed)
    store, period = a_working_store(chance), a_random_period(chance)
    material = Material(SMALL_SERVICE, period, extracts(store))
    lines = reconcile(spec, count(spec, material), material)
    assert [line for line in lines if not line.balances] == []


def test_who_was_there_and_came_has_left_or_is_there() -> None:
    flow, *_ = reconcile(COMMISSIONER, *city(COMMISSIONER))
    assert flow == Balance(
        "Whoever was there at the start or came since has left or is there at the end.",
        (("In a stay at the start", 0), ("Stays started", 52)),
        (("Stays ended", 43), ("In a stay at the end", 9)),
    )


def test_every_topic_has_its_lines_on_the_city_refuge() -> None:
    """Counted by hand from the folder: 52 stays of 52 people, 83 referrals, none repeated."""
    lines = reconcile(COMMISSIONER, *city(COMMISSIONER))
    assert {line.topic for line in lines} == set(Topic)
    found = {line.left: line.right for line in lines if line.topic in (Topic.PEOPLE, Topic.REFERRALS)}
    assert found[(("Stays started", 52),)] == (
        ("People who started a stay", 52),
        ("Further stays of the same people", 0),
    )
    rows = city_refuge()["referrals"]
    counted = [row for row in rows if YEAR.first.isoformat() <= row["received_on"] <= YEAR.last.isoformat()]
    refused = sum(row["outcome"] == "not_accepted" for row in counted)
    assert found[(("With that outcome", refused),)] == (("Referrals that did not go ahead", refused),)
    assert found[(("Referrals in the records", len(counted)),)][0] == ("Referrals counted", len(counted))


@pytest.mark.parametrize(
    ("place", "number", "topic"),
    [
        (Place("age", "18_24"), 14, Topic.ROWS),
        (Place("age_by_children", "18_24", "0"), 12, Topic.ROWS),
        (Place("referrals_by_month", "2020-04", "referrals"), 99, Topic.ROWS),
        (Place("occupancy", "refuge", "void"), 9999, Topic.NIGHTS),
    ],
)
def test_a_row_that_is_wrong_is_seen_beside_its_total(place: Place, number: int, topic: Topic) -> None:
    counts, material = city(COMMISSIONER)
    tables = [
        replace(table, counts={**table.counts, place: number}) if table.shape.id == place.table else table
        for table in counts.tables
    ]
    wrong = reconcile(COMMISSIONER, replace(counts, tables=tuple(tables)), material)
    assert topic in {line.topic for line in wrong if not line.balances}


def test_the_totals_of_tables_about_the_same_people_stand_beside_each_other() -> None:
    lines = reconcile(COMMISSIONER, *city(COMMISSIONER))
    assert (("Age", 52),) in {line.left for line in lines}
    sexes = next(line for line in lines if line.right == (("Sex", 52),))
    assert (sexes.left, sexes.sentence) == (
        (("Age", 52),),
        "Both count people: stays started in the period, each once.",
    )


def test_a_number_that_is_wrong_is_seen() -> None:
    counts, material = city(COMMISSIONER)
    tables = [
        replace(table, counts={**table.counts, Place("sex", "female"): 40, Place("sex"): 40})
        if table.shape.id == "sex"
        else table
        for table in counts.tables
    ]
    wrong = reconcile(COMMISSIONER, replace(counts, tables=tuple(tables)), material)
    assert [line.right for line in wrong if not line.balances] == [(("Sex", 40),)]
