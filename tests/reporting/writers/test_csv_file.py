"""The CSV of a return: tidy, and nothing in it that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import re
import unicodedata

from payloads import PAYLOADS
from printed_returns import a_printed_return, an_exact_return, shapes_like_a_return
from refugedesk.reporting.tables import Place, PrintedReturn
from refugedesk.reporting.writers.csv_file import COLUMNS, csv_bytes
from refugedesk.reporting.writers.figures import figures, printout


def lines(printed: PrintedReturn) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(csv_bytes(printout(printed)).decode("utf-8-sig"))))


def test_every_number_has_one_line_that_says_all_that_it_is() -> None:
    printed = a_printed_return()
    found = lines(printed)
    assert len(found) == sum(len(figures(table.shape)) for table in printed.tables)
    assert {line["to"] for line in found} == {"2021-03-31"}
    assert {line["policy"] for line in found} == {"threshold-5"}
    assert len({tuple(line[column] for column in COLUMNS[:-1]) for line in found}) == len(found)


def test_a_withheld_number_is_marked_and_a_shown_one_is_itself() -> None:
    printed = a_printed_return()
    [age] = [table for table in printed.tables if table.shape.id == "age"]
    counts = [line for line in lines(printed) if line["table"] == "age" and line["measure"] == "count"]
    assert "[c]" in {line["value"] for line in counts}
    for line in counts:
        count = age.shown.get(Place("age", line["row"]))
        assert line["value"] == ("[c]" if count is None else str(count))


def test_margins_are_called_base_and_total_so_that_counts_add_up() -> None:
    found = [line for line in lines(an_exact_return()) if line["table"] == "age_by_children"]
    cells = sum(int(line["value"]) for line in found if line["measure"] == "count")
    [base] = [int(line["value"]) for line in found if line["measure"] == "base"]
    assert cells == base
    assert sum(int(line["value"]) for line in found if line["measure"] == "total") == 2 * base


def test_an_exact_return_says_so_and_marks_nothing() -> None:
    found = lines(an_exact_return())
    assert {(line["policy"], line["threshold"]) for line in found} == {("none", "")}
    assert "[c]" not in {line["value"] for line in found}


def test_no_field_starts_a_formula_whatever_people_typed_and_whatever_separator_a_sheet_expects() -> None:
    for payload in PAYLOADS:
        shapes = shapes_like_a_return((payload, "Foleshill"))[7:8]
        text = csv_bytes(printout(a_printed_return(shapes, service=payload, home_authority=payload))).decode(
            "utf-8-sig"
        )
        assert not re.search("[\x00-\x09\x0b-\x1f]", text)
        for field in re.split(r'[;,\n|"]', text):
            start = unicodedata.normalize("NFKC", field.strip())[:1]
            assert start not in ("=", "+", "-", "@") or re.fullmatch(r"-?[0-9.]*", field), payload


def test_ordinary_words_are_left_as_they_are() -> None:
    shapes = shapes_like_a_return(("St Michael's - north", "A+B", "a@b", "Ynys Môn"))[7:8]
    labels = {line["row_label"] for line in lines(a_printed_return(shapes))}
    assert {"St Michael's - north", "A+B", "a@b", "Ynys Môn"} <= labels


def test_the_same_return_gives_the_same_bytes() -> None:
    assert csv_bytes(printout(a_printed_return())) == csv_bytes(printout(a_printed_return()))
