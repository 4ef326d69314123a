"""The JSON of a return, key by key as other systems rely on it."""

from __future__ import annotations

import json
from typing import Any

from printed_returns import a_printed_return, an_exact_return, shapes_like_a_return
from refugedesk.reporting.tables import Place, PrintedReturn, PrintedTable
from refugedesk.reporting.writers.figures import printout
from refugedesk.reporting.writers.json_file import json_bytes


def document(printed: PrintedReturn) -> dict[str, Any]:
    return json.loads(json_bytes(printout(printed)))  # type: ignore[no-any-return]


def entry(printed: PrintedReturn, id: str) -> tuple[dict[str, Any], PrintedTable]:
    [found] = [each for each in document(printed)["tables"] if each["id"] == id]
    [table] = [each for each in printed.tables if each.shape.id == id]
    return found, table


def test_the_heading_says_which_return_it_is_and_how_it_is_protected() -> None:
    found = document(a_printed_return())
    assert {key: found[key] for key in list(found)[:-1]} == {
        "format": "refugedesk-return/1",
        "definition": {"id": "commissioner", "version": "1"},
        "service": "Haven House",
        "home_authority": "Coventry",
        "period": {"from": "2020-04-01", "to": "2021-03-31"},
        "protection": {"policy": "threshold-5", "threshold": 5},
    }


def test_an_exact_return_prints_the_policy_none_and_withholds_nothing() -> None:
    text = json_bytes(printout(an_exact_return())).decode()
    assert json.loads(text)["protection"] == {"policy": "none"}
    assert "null" not in text
    assert "withheld" not in text


def test_a_row_carries_its_count_and_percent_and_a_row_without_an_answer_no_percent() -> None:
    found, _ = entry(an_exact_return(), "sex")
    first, *_, last = found["rows"]
    assert list(found) == ["id", "title", "counts", "of", "base", "rows"]
    assert list(first) == ["code", "label", "count", "percent"]
    assert isinstance(first["percent"], str)
    assert list(last) == ["code", "label", "count"]


def test_a_withheld_count_is_null_with_the_mark_beside_it() -> None:
    found, table = entry(a_printed_return(), "age")
    for row in found["rows"]:
        is_withheld = Place("age", row["code"]) not in table.shown
        assert (row["count"] is None) == is_withheld
        assert row.get("withheld", False) is is_withheld
    assert any("withheld" in row for row in found["rows"])


def test_a_cross_table_has_cells_with_both_percentages_totals_and_a_base() -> None:
    found, table = entry(an_exact_return(), "age_by_children")
    assert list(found) == ["id", "title", "counts", "of", "base", "columns", "rows", "totals"]
    row = found["rows"][0]
    assert list(row) == ["code", "label", "cells", "total"]
    assert list(row["cells"]["code_1"]) == ["count", "row_percent", "column_percent"]
    assert found["totals"]["code_1"] == table.shown[Place("age_by_children", "", "code_1")]
    assert row["total"] == table.shown[Place("age_by_children", "code_0")]
    assert list(found["rows"][-1]["cells"]["code_1"]) == ["count"]


def test_monthly_averages_stand_beside_the_totals_or_in_the_cells() -> None:
    printed = an_exact_return()
    by_month, _ = entry(printed, "referrals_by_month")
    by_source, _ = entry(printed, "referrals_by_source")
    assert list(by_month)[-2:] == ["totals", "monthly_averages"]
    assert set(by_month["monthly_averages"]) == {"code_0", "code_1"}
    assert list(by_source["rows"][0]["cells"]["code_0"]) == ["count", "monthly_average"]
    assert "base" not in by_month


def test_occupancy_has_its_percent_on_the_row() -> None:
    found, _ = entry(an_exact_return(), "occupancy")
    assert list(found["rows"][0]) == ["code", "label", "cells", "percent"]


def test_measures_are_numbers_for_counts_and_the_longest_stay_and_strings_for_other_days() -> None:
    found, _ = entry(an_exact_return(), "length_of_stay")
    assert {code: type(value) for code, value in found["measures"].items()} == {
        "closed": int,
        "open": int,
        "mean_days": str,
        "median_days": str,
        "longest_days": int,
        "over_100_days": int,
    }
    protected, _ = entry(a_printed_return(), "length_of_stay")
    assert protected["measures"]["longest_days"] is None


def test_the_same_return_gives_the_same_bytes_ending_in_a_newline() -> None:
    first, again = (json_bytes(printout(a_printed_return(shapes_like_a_return(["Ynys Môn"])))) for _ in range(2))
    assert first == again
    assert first.endswith(b"}\n")
    assert b"\r" not in first
    assert "Ynys Môn".encode() in first
