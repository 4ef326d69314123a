"""The commissioner's return of City Refuge: the published figures, and every number as reviewed."""

from __future__ import annotations

from functools import cache

import golden_returns
from refugedesk.domain.lists import ALL
from refugedesk.reporting.compute import compute
from refugedesk.reporting.returns import definition
from refugedesk.reporting.tables import CountReturn, CountTable, Layout, Place
from stores import YEAR, city_refuge, city_refuge_service, extracts


@cache
def city_refuge_return() -> CountReturn:
    return compute(definition("commissioner"), city_refuge_service(), YEAR, extracts(city_refuge()))


def table(table_id: str) -> CountTable:
    return next(table for table in city_refuge_return().tables if table.shape.id == table_id)


def rows(table_id: str) -> list[int]:
    return [table(table_id).counts[Place(table_id, row.code)] for row in table(table_id).shape.rows]


def text(place: Place, name: str = "") -> str:
    return golden_returns.texts_of(table(place.table))[place, name]


def test_every_number_is_as_reviewed() -> None:
    golden = golden_returns.FOLDER / "commissioner-city-refuge-2020-21.csv"
    assert golden_returns.as_csv(city_refuge_return()).splitlines() == golden.read_text().splitlines()


def test_age_is_as_published() -> None:
    assert rows("age") == [0, 13, 21, 8, 7, 3, 0, 0]
    bands = table("age").shape.rows[1:7]
    assert [text(Place("age", row.code), "percent") for row in bands] == ["25", "40", "15", "13", "6", "0"]


def test_ethnicity_is_as_published() -> None:
    assert [number for number in rows("ethnicity") if number] == [27, 3, 2, 1, 1, 7, 5, 1, 5]


def test_origin_is_as_published() -> None:
    assert rows("origin") == [19, 33, 0]


def test_children_with_each_person_are_as_published() -> None:
    assert rows("children_per_resident") == [32, 13, 7, 0, 0]


def test_row_percentages_of_age_by_children_are_as_published() -> None:
    cells = [Place("age_by_children", "25_34", column) for column in ("0", "1", "2")]
    assert [text(cell, "row_percent") for cell in cells] == ["67", "10", "24"]


def test_length_of_stay_is_as_published() -> None:
    counts = {place.row: number for place, number in table("length_of_stay").counts.items()}
    assert counts == {"closed": 43, "open": 9, "over_100_days": 6}
    assert text(Place("length_of_stay", "mean_days")) == "57.0"
    assert text(Place("length_of_stay", "longest_days")) == "244"


def test_rows_are_the_code_list_with_answers_first_then_not_recorded() -> None:
    listed = [code.code for code in ALL["risk_level"].codes]
    assert [row.code for row in table("referrals_by_risk").shape.rows] == [*listed, "not_recorded"]


def test_a_group_table_keeps_the_rows_without_an_answer_of_its_fine_table() -> None:
    for fine, coarse in (("ethnicity", "ethnicity_group"), ("move_on", "move_on_group")):
        without = [[row for row in table(name).shape.rows if not row.is_answer] for name in (fine, coarse)]
        assert without[0] == without[1]


def test_rows_without_an_answer_have_no_percentage() -> None:
    for counted in city_refuge_return().tables:
        answers = {row.code for row in counted.shape.rows if row.is_answer}
        percentages = [ratio for ratio in counted.shape.ratios if ratio.is_percent]
        assert {ratio.at.row for ratio in percentages} <= answers


def test_statistics_of_days_are_named_in_the_shape() -> None:
    shape = table("length_of_stay").shape
    assert shape.layout is Layout.MEASURES
    assert shape.number_statistics == ("longest_days",)
    assert len(shape.statistics) == 5


def test_every_table_says_in_a_sentence_what_it_counts() -> None:
    for counted in city_refuge_return().tables:
        assert counted.shape.explanation.endswith(".")
        assert counted.shape.title and counted.shape.of
