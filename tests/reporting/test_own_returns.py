"""Returns that a service builds itself: read strictly, counted and protected like the product's own."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any

import pytest

from refugedesk.reporting.compute import compute
from refugedesk.reporting.disclosure import protect
from refugedesk.reporting.own_returns import OwnReturnError, own_return
from refugedesk.reporting.own_words import SUBJECTS
from refugedesk.reporting.policies import DEFAULT
from refugedesk.reporting.situations import settled, simplified
from refugedesk.reporting.spec import ReturnSpec
from refugedesk.reporting.tables import Place
from small_returns import truth_of
from stores import SMALL_SERVICE, YEAR, a_random_period, city_refuge, city_refuge_service, extracts
from working_stores import a_working_store

Part = Mapping[str, Any]

SECURE = ["council_tenancy", "housing_association", "own_home_safe"]
TABLE: Part = {"id": "homes", "title": "Homes", "who": "stays", "dated_by": "ended", "rows": "move_on_destination"}
RISKS: Part = {"id": "risks", "title": "Risk", "who": "referrals", "dated_by": "received", "rows": "risk_level"}
TWO: Part = {"id": "two", "title": "Ages", "who": "people", "dated_by": "started", "rows": "age", "columns": "sex"}
RISK_GROUPS = [
    {"code": "urgent", "label": "Urgent", "codes": ["high"]},
    {"code": "other", "label": "Other", "codes": ["standard", "medium"]},
]
OTHER_GROUPS = [
    {"code": "raised", "label": "Raised", "codes": ["high", "medium"]},
    {"code": "usual", "label": "Usual", "codes": ["standard"]},
]


def built(*tables: Part) -> ReturnSpec:
    return own_return({"id": "ours", "title": "Our return", "tables": list(tables)})


def city(spec: ReturnSpec) -> dict[Place, int]:
    return truth_of(compute(spec, city_refuge_service(), YEAR, extracts(city_refuge())))


def test_a_table_is_chosen_renamed_and_its_rows_put_in_another_order() -> None:
    taken = {
        "from": "commissioner",
        "table": "planned",
        "title": "Leaving",
        "order": ["no"],
        "labels": {"no": "Sudden"},
    }
    spec = built(taken, {"from": "commissioner", "table": "age"})
    planned, age = (table.shape(SMALL_SERVICE, YEAR) for table in spec.tables)
    assert (planned.title, planned.rows[0].code, planned.rows[0].label) == ("Leaving", "no", "Sudden")
    assert len(planned.rows) == 6 and age.title == "Age"
    assert (
        city(spec)[Place("planned", "yes")]
        == city(built({"from": "commissioner", "table": "planned"}))[Place("planned", "yes")]
    )


def test_answers_are_put_in_a_commissioners_own_categories() -> None:
    counts = city(built({**RISKS, "groups": RISK_GROUPS}, {**RISKS, "id": "single"}))
    assert counts[Place("risks", "urgent")] == counts[Place("single", "high")]
    assert counts[Place("risks", "other")] == counts[Place("single", "standard")] + counts[Place("single", "medium")]
    assert counts[Place("risks", "not_known")] == counts[Place("single", "not_known")]


def test_every_question_can_be_asked_of_those_it_is_offered_for() -> None:
    tables = [
        {
            "id": f"t{who}{dated_by}_{name}".replace("_", "-"),
            "title": name,
            "who": who,
            "dated_by": dated_by,
            "rows": name,
        }
        for (who, dated_by), (_, _, questions) in SUBJECTS.items()
        for name in questions
    ]
    for at in range(0, len(tables), 50):
        assert city(built(*tables[at : at + 50]))


@pytest.mark.parametrize("seed", range(25))
def test_the_relations_of_what_is_built_hold_in_random_stores(seed: int) -> None:
    chance = Random(seed)
    store, period = a_working_store(chance), a_random_period(chance)
    tables: list[Part] = []
    for number in range(8):
        (who, dated_by), (_, _, questions) = chance.choice(list(SUBJECTS.items()))
        rows, columns = chance.sample(list(questions), 2)
        table = {"id": f"t{number}", "title": "T", "who": who, "dated_by": dated_by, "rows": rows, "columns": columns}
        tables.append(table if chance.random() < 0.7 else {k: v for k, v in table.items() if k != "columns"})
    tables += [{**RISKS, "groups": RISK_GROUPS}, {**RISKS, "id": "others", "groups": OTHER_GROUPS}]
    spec = built(*tables, {"from": "commissioner", "table": "referrals_by_risk"})
    counts = compute(spec, SMALL_SERVICE, period, extracts(store))
    knowledge = spec.knowledge([table.shape for table in counts.tables], period)
    known = settled(knowledge.relations, truth_of(counts))
    left = simplified(knowledge.relations, known)
    assert [each.name for each in left if not each.terms and not each.holds({})] == []


def test_a_table_of_two_questions_is_tied_to_the_same_table_turned_and_rolled_up() -> None:
    turned = {**TWO, "id": "turned", "rows": "sex", "columns": "age"}
    by_group = {**TWO, "id": "grouped", "rows": "ethnicity_group", "columns": "age"}
    fine = {**TWO, "id": "fine", "rows": "age", "columns": "ethnicity"}
    spec = built(TWO, turned, by_group, fine)
    shapes = [table.shape(SMALL_SERVICE, YEAR) for table in spec.tables]
    relations = {frozenset(place for _, place in each.terms) for each in spec.knowledge(shapes, YEAR).relations}
    assert frozenset({Place("two", "18_24", "female"), Place("turned", "female", "18_24")}) in relations
    mixed = ("white_black_caribbean", "white_black_african", "white_asian", "other")
    parts = {Place("fine", "18_24", f"mixed_{code}") for code in mixed}
    assert frozenset({Place("grouped", "mixed", "18_24"), *parts}) in relations


def test_two_ways_of_rolling_up_are_held_together_though_the_single_answers_are_printed_nowhere() -> None:
    """Urgent is high; raised is high and medium: so urgent is at most raised, and a reader knows it."""
    spec = built({**RISKS, "groups": RISK_GROUPS}, {**RISKS, "id": "others", "groups": OTHER_GROUPS})
    shapes = [table.shape(SMALL_SERVICE, YEAR) for table in spec.tables]
    relations = spec.knowledge(shapes, YEAR).relations
    high = Place("", "referrals: risk_level: high")
    assert any({high, Place("risks", "urgent")} == {place for _, place in each.terms} for each in relations)
    assert any({high, Place("others", "raised")} < {place for _, place in each.terms} for each in relations)


def test_what_is_built_is_protected_and_attacked_like_everything_else() -> None:
    spec = built(
        {**TABLE}, {**TWO}, {"from": "commissioner", "table": "age"}, {"from": "outcomes", "table": "needs_met"}
    )
    counts = compute(spec, city_refuge_service(), YEAR, extracts(city_refuge()))
    protection = protect(counts, spec.knowledge([table.shape for table in counts.tables], YEAR), DEFAULT)
    truth = truth_of(counts)
    assert all(not 0 < truth[place] < 5 for table in protection.release.tables for place in table.shown)
    assert protection.withheld > protection.small


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ({**TABLE, "rows": "age"}, "rows cannot be age for stays dated by ended. Choose one of: move_on_destination"),
        ({**TABLE, "dated_by": "birth"}, "Choose one of: people dated by started"),
        ({**TABLE, "measure": "median"}, "median cannot be measured. Choose one of: number, monthly_average"),
        ({**TABLE, "colour": "red"}, "colour is not understood"),
        ({**TABLE, "id": "age"}, "the product has a table of that name"),
        ({**TABLE, "id": "No Name"}, "cannot be a name"),
        ({**TABLE, "title": ""}, "give it words"),
        ({**TWO, "columns": "age"}, "rows and columns ask the same"),
        ({**RISKS, "groups": RISK_GROUPS[:1]}, "no category has standard, medium"),
        ({**RISKS, "groups": [*RISK_GROUPS, {"code": "x", "label": "X", "codes": ["high"]}]}, "in two categories"),
        ({**RISKS, "groups": [{"code": "x", "label": "X", "codes": ["blue"]}]}, "blue is not one of the answers"),
        ({**RISKS, "rows": "month", "groups": []}, "Leave the categories out"),
        ({"from": "commissioner", "table": "ages"}, "has no table ages"),
        ({"from": "nobody", "table": "age"}, "no return called nobody"),
    ],
)
def test_what_cannot_be_counted_is_refused_with_what_would_be_right(part: Part, said: str) -> None:
    from refugedesk.domain.errors import CorrectableError

    with pytest.raises(CorrectableError) as refused:
        built(part)
    assert said in str(refused.value)


def test_a_return_needs_a_name_of_its_own_and_each_table_once() -> None:
    with pytest.raises(OwnReturnError, match="already"):
        own_return({"id": "commissioner", "title": "Ours", "tables": [TABLE]})
    with pytest.raises(OwnReturnError, match="twice"):
        built(TABLE, TABLE)
    with pytest.raises(OwnReturnError, match="needs its tables"):
        built()
