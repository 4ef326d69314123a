"""Every kind of fault, with the line and the column it is on, and nothing else said."""

from __future__ import annotations

from pathlib import Path

import pytest

from interchange_folders import CITY_REFUGE, Sheets, added, changed, findings_of, small, write_csv, write_xlsx

LONG = "x" * 32_001

FAULTS: list[tuple[Sheets, str, int, str, str]] = [
    (changed("stays", 2, started_on="01/02/2020"), "stays.csv", 2, "started_on", "not a day"),
    (changed("stays", 2, started_on="2020-02-30"), "stays.csv", 2, "started_on", "no such day"),
    (changed("stays", 2, started_on="1020-02-01"), "stays.csv", 2, "started_on", "too far away"),
    (changed("stays", 4, ended_on="2026-07-02"), "stays.csv", 4, "ended_on", "in the future"),
    (changed("referrals", 3, received_on="2026-07-02"), "referrals.csv", 3, "received_on", "in the future"),
    (changed("residents", 2, date_of_birth="2026-07-02"), "residents.csv", 2, "date_of_birth", "in the future"),
    (changed("stays", 4, ended_on="2020-04-30"), "stays.csv", 4, "ended_on", "before"),
    (changed("stays", 3, started_on="2020-02-29"), "stays.csv", 3, "started_on", "already has a stay"),
    (changed("stays", 2, ended_on=""), "stays.csv", 3, "started_on", "already has a stay"),
    (changed("units", 2, accommodation_type="Refuge"), "units.csv", 2, "accommodation_type", "not in the list"),
    (changed("units", 3, bedspaces="100"), "units.csv", 3, "bedspaces", "number"),
    (changed("units", 3, bedspaces="-1"), "units.csv", 3, "bedspaces", "number"),
    (changed("units", 3, bedspaces="2.5"), "units.csv", 3, "bedspaces", "number"),
    (changed("residents", 3, first_name="n" * 81), "residents.csv", 3, "first_name", "81 characters"),
    (changed("residents", 3, first_name="A\x00da"), "residents.csv", 3, "first_name", "cannot be printed"),
    (changed("stays", 4, notes=LONG), "stays.csv", 4, "notes", "32001 characters"),
    (added("residents", resident_id="R1"), "residents.csv", 4, "resident_id", "on line 2"),
    (changed("units", 3, unit_id="U1"), "units.csv", 3, "unit_id", "on line 2"),
    (
        added("stays", stay_id="S4", resident_id="R9", started_on="2020-01-01"),
        "stays.csv",
        5,
        "resident_id",
        "no resident",
    ),
    (changed("stays", 2, referral_id="F9"), "stays.csv", 2, "referral_id", "no referral"),
    (changed("placements", 3, unit_id="U9"), "placements.csv", 3, "unit_id", "no unit"),
    (changed("placements", 3, stay_id="S9"), "placements.csv", 3, "stay_id", "no stay"),
    (changed("needs", 3, stay_id="S9"), "needs.csv", 3, "stay_id", "no stay"),
    (changed("needs", 3, need=""), "needs.csv", 3, "need", "empty"),
    (changed("abuse", 2, abuse_type="beating"), "abuse.csv", 2, "abuse_type", "not in the list"),
    (changed("referrals", 3, repeat_of="F9"), "referrals.csv", 3, "repeat_of", "no referral"),
    (changed("referrals", 3, repeat_of="F2"), "referrals.csv", 3, "repeat_of", "repeats itself"),
    (changed("referrals", 2, repeat_of="F2"), "referrals.csv", 2, "repeat_of", "repeats itself"),
    (changed("children", 3, stay_id="S3"), "children.csv", 3, "stay_id", "already the child of resident R1"),
    (changed("children", 3, stay_id="S9"), "children.csv", 3, "stay_id", "no stay"),
    (changed("children", 3, stay_id=""), "children.csv", 3, "stay_id", "empty"),
    (changed("children", 3, stay_id="S1"), "children.csv", 3, "child_id", "already in this stay on line 2"),
    (changed("children", 3, date_of_birth="2015-01-02"), "children.csv", 3, "date_of_birth", "on line 2"),
    (changed("children", 3, child_id="C2", date_of_birth="2020-06-02"), "children.csv", 3, "date_of_birth", "after"),
    (added("children", child_id="C9", stay_id=""), "children.csv", 4, "stay_id", "empty"),
    (added("children", child_id="C9", stay_id="S9"), "children.csv", 4, "stay_id", "no stay"),
    (changed("children", 2, resident_id="R2"), "children.csv", 2, "resident_id", "stay is of resident R1"),
    (changed("placements", 2, from_on="2020-01-31"), "placements.csv", 2, "from_on", "before"),
    (changed("placements", 2, to_on="2020-03-02"), "placements.csv", 2, "to_on", "after"),
    (changed("placements", 2, to_on="2020-01-02"), "placements.csv", 2, "to_on", "before"),
    (changed("stays", 2, resident_id=""), "stays.csv", 2, "resident_id", "empty"),
    (changed("stays", 2, stay_id=""), "stays.csv", 2, "stay_id", "empty"),
    (changed("units", 2, open_to="2018-01-01"), "units.csv", 2, "open_to", "before"),
    (changed("stays", 2, colour="red"), "stays.csv", 1, "colour", "not part of the file"),
]


@pytest.mark.parametrize(("sheets", "file", "line", "column", "words"), FAULTS)
def test_a_fault_names_file_line_and_column(
    tmp_path: Path, sheets: Sheets, file: str, line: int, column: str, words: str
) -> None:
    faults, _, _ = findings_of(write_csv(tmp_path, sheets))
    assert [(fault.file, fault.line, fault.column) for fault in faults] == [(file, line, column)]
    assert words in faults[0].problem
    assert faults[0].remedy.endswith((".", "?")) or faults[0].problem.endswith(".")


@pytest.mark.parametrize(("sheets", "file", "line", "column", "words"), FAULTS)
def test_a_workbook_has_the_same_faults_as_its_sheets_in_csv(
    tmp_path: Path, sheets: Sheets, file: str, line: int, column: str, words: str
) -> None:
    if any("\x00" in text for rows in sheets.values() for row in rows for text in row.values()):
        return  # a workbook cannot hold one
    faults, _, _ = findings_of(write_xlsx(tmp_path / "all.xlsx", sheets))
    assert [(fault.file, fault.line, fault.column) for fault in faults] == [(file.removesuffix(".csv"), line, column)]


def test_a_fault_is_one_line_whatever_the_value_holds(tmp_path: Path) -> None:
    faults, _, _ = findings_of(write_csv(tmp_path, changed("residents", 2, sex="a\nb\x1b[31m" + "c" * 300)))
    assert str(faults[0]).isprintable()
    assert str(faults[0]).startswith("residents.csv, line 2, column sex, “a\\nb\\x1b[31m")
    assert "c" * 60 not in str(faults[0])


def test_the_small_folder_has_neither_faults_nor_warnings(tmp_path: Path) -> None:
    faults, warnings, new = findings_of(write_csv(tmp_path, small()))
    assert (faults, warnings) == ([], [])
    assert [new.count(each) for each in ("stay", "child", "child_stay", "placement")] == [3, 1, 2, 2]


def test_city_refuge_has_no_fault() -> None:
    faults, _, new = findings_of(CITY_REFUGE)
    assert faults == []
    assert (new.count("stay"), new.count("referral"), new.count("child")) == (52, 271, 27)


WARNINGS: list[tuple[Sheets, str, int, str]] = [
    (changed("placements", 3, unit_id="U2"), "placements.csv", 3, "unit_id"),
    (
        added("placements", stay_id="S3", unit_id="U1", from_on="2020-05-02", to_on="2020-05-09"),
        "placements.csv",
        4,
        "unit_id",
    ),
    (
        added("placements", stay_id="S2", unit_id="U2", from_on="2020-05-02", to_on="2020-05-09"),
        "placements.csv",
        4,
        "from_on",
    ),
    (changed("units", 2, open_from="2020-04-01"), "placements.csv", 2, "unit_id"),
    (changed("referrals", 3, refusal_reason="full"), "referrals.csv", 3, "refusal_reason"),
    (changed("referrals", 2, received_on="2020-03-01"), "referrals.csv", 3, "repeat_of"),
    (changed("stays", 4, origin_ward="Wyken"), "stays.csv", 4, "origin_ward"),
    (changed("residents", 2, date_of_birth="2012-01-01"), "residents.csv", 2, "date_of_birth"),
    (changed("needs", 3, need="housing"), "needs.csv", 3, "need"),
]


@pytest.mark.parametrize(("sheets", "file", "line", "column"), WARNINGS)
def test_what_is_unlikely_is_a_warning_and_stops_nothing(
    tmp_path: Path, sheets: Sheets, file: str, line: int, column: str
) -> None:
    faults, warnings, _ = findings_of(write_csv(tmp_path, sheets))
    assert faults == []
    assert (file, line, column) in [(each.file, each.line, each.column) for each in warnings]


def test_a_missing_file_and_a_missing_column_are_no_fault(tmp_path: Path) -> None:
    sheets = {"residents": [{"resident_id": "R1"}], "stays": [{"stay_id": "S1", "resident_id": "R1"}]}
    sheets["stays"][0]["started_on"] = "2020-01-01"
    faults, _, new = findings_of(write_csv(tmp_path, sheets))
    assert faults == []
    assert new.count("stay") == 1


def test_a_column_that_every_row_needs_is_named_once(tmp_path: Path) -> None:
    sheets = small()
    for row in sheets["stays"]:
        del row["started_on"]
    faults, _, _ = findings_of(write_csv(tmp_path, sheets))
    assert [(each.file, each.line, each.column) for each in faults] == [("stays.csv", 1, "started_on")]


def test_a_unit_without_a_name_is_called_by_its_id(tmp_path: Path) -> None:
    _, _, new = findings_of(write_csv(tmp_path, changed("units", 3, name="")))
    unit = new.get("unit", "U2")
    assert unit is not None
    assert unit.answers["name"] == "U2"


def test_unknown_files_are_named_and_what_a_file_browser_left_is_not(tmp_path: Path) -> None:
    write_csv(tmp_path, small())
    for name in ("stay.csv", "photo.jpg", ".DS_Store", "Thumbs.db", "~$book.xlsx"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "old").mkdir()
    faults, _, _ = findings_of(tmp_path)
    assert sorted(each.file for each in faults) == ["old", "photo.jpg", "stay.csv"]
    assert "Did you mean stays.csv?" in [each.remedy for each in faults]


def test_half_a_file_says_nothing_about_links(tmp_path: Path) -> None:
    write_csv(tmp_path, small())
    (tmp_path / "residents.csv").write_bytes(b'resident_id,first_name\nR1,"Ada\nR2,Bea\n')
    faults, _, _ = findings_of(tmp_path)
    assert [(each.file, each.line) for each in faults] == [("residents.csv", 2)]


def test_a_thousand_faults_are_enough(tmp_path: Path) -> None:
    rows = [{"resident_id": f"R{number}", "sex": "?"} for number in range(3000)]
    faults, _, _ = findings_of(write_csv(tmp_path, {"residents": rows}))
    assert len(faults) == 1000


def test_a_child_without_a_stay_needs_its_parent(tmp_path: Path) -> None:
    faults, _, new = findings_of(write_csv(tmp_path, added("children", child_id="C9", resident_id="R2")))
    assert faults == []
    assert (new.count("child"), new.count("child_stay")) == (2, 2)


def test_a_child_that_comes_again_may_say_less_or_more(tmp_path: Path) -> None:
    sheets = changed("children", 2, date_of_birth="")
    faults, _, new = findings_of(write_csv(tmp_path, sheets))
    child = new.get("child", "C1")
    assert faults == []
    assert child is not None
    assert str(child.answers["date_of_birth"]) == "2015-01-01"


def test_words_under_other_that_read_like_a_code_are_a_warning_that_names_it(tmp_path: Path) -> None:
    said = {"source": "other", "source_other": "Her social worker"}
    faults, warnings, new = findings_of(write_csv(tmp_path, changed("referrals", 2, **said)))
    assert faults == []
    [warning] = warnings
    assert (warning.file, warning.line, warning.column) == ("referrals.csv", 2, "source_other")
    assert "which the list has as council_social_care." in warning.problem
    assert [entry.answers.get("source_other") for entry in new.of("referral")] == ["Her social worker", None]


def test_a_kind_that_was_told_and_is_not_in_the_file_of_abuse_is_said(tmp_path: Path) -> None:
    sheets = small()
    told = {"disclosure_id": "D1", "stay_id": "S1", "told_on": "2020-02-05", "kinds": "physical;sexual"}
    sheets["disclosures"] = [told]
    faults, warnings, _ = findings_of(write_csv(tmp_path, sheets))
    assert faults == []
    [warning] = warnings
    assert (warning.file, warning.line, warning.value) == ("disclosures.csv", 2, "sexual")
    assert warning.remedy.startswith("Add the row S1, sexual to abuse")
