"""Imports into the real store: whole or not at all, and agreeing with what is there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from interchange_folders import CITY_REFUGE, added, changed, small, write_csv, write_xlsx
from refugedesk.services.desk import Desk
from refugedesk.services.interchange import ImportReport, import_folder
from refugedesk.services.interchange.reading import NothingToImportError
from refugedesk.services.roles import NotAllowedError, Role
from refugedesk.storage import accounts
from refugedesk.storage.audit import broken_links
from refugedesk.storage.tables import AUDIT_ENTRY
from stored_rows import Rows, whole_store


def _contents(desk: Desk) -> dict[str, Rows]:
    with desk.reading() as connection:
        return dict(whole_store(connection))


def _places(report: ImportReport) -> list[tuple[str, int, str]]:
    return [(fault.file, fault.line, fault.column) for fault in report.faults]


def test_city_refuge_is_imported_without_a_fault(desk: Desk) -> None:
    report = import_folder(desk, CITY_REFUGE)
    assert report.is_saved
    assert report.faults == ()
    assert {name: count for name, count in report.counts.items() if count} == {
        "units": 13,
        "referrals": 271,
        "residents": 52,
        "stays": 52,
        "placements": 52,
        "children": 27,
        "needs": 109,
        "abuse": 146,
    }
    assert all(report.counts[name] == len(rows) for name, rows in _contents(desk).items())


def test_ids_of_the_folder_are_kept(desk: Desk) -> None:
    import_folder(desk, CITY_REFUGE)
    contents = _contents(desk)
    assert [row["stay_id"] for row in contents["stays"]][:2] == ["S001", "S002"]
    assert {row["resident_id"] for row in contents["stays"]} == {row["resident_id"] for row in contents["residents"]}


def test_one_fault_and_nothing_is_imported(desk: Desk, tmp_path: Path) -> None:
    before = _contents(desk)
    report = import_folder(desk, write_csv(tmp_path / "in", changed("abuse", 2, abuse_type="?")))
    assert not report.is_saved
    assert _places(report) == [("abuse.csv", 2, "abuse_type")]
    assert _contents(desk) == before


def test_checking_changes_nothing(desk: Desk) -> None:
    report = import_folder(desk, CITY_REFUGE, check_only=True)
    assert (report.faults, report.is_saved, report.counts["stays"]) == ((), False, 52)
    assert _contents(desk)["stays"] == []


def test_an_error_on_the_way_leaves_nothing_behind(desk: Desk) -> None:
    def stop(done: int, total: int) -> None:
        if done > total // 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_folder(desk, CITY_REFUGE, progress=stop)
    assert all(rows == [] for rows in _contents(desk).values())
    assert import_folder(desk, CITY_REFUGE).is_saved


def test_every_record_is_in_the_record_of_changes(desk: Desk) -> None:
    report = import_folder(desk, CITY_REFUGE)
    with desk.reading() as connection:
        actions = list(connection.execute(select(AUDIT_ENTRY.c.action)).scalars())
        assert list(broken_links(connection)) == []
    records = sum(report.counts[name] for name in ("units", "referrals", "residents", "stays", "placements"))
    assert actions.count("import") == records + 2 * report.counts["children"] + 1


def test_wards_seen_with_the_home_authority_become_the_services(desk: Desk, tmp_path: Path) -> None:
    sheets = changed("stays", 3, origin_authority=" coventry ", origin_ward="St Michael's")
    import_folder(desk, write_csv(tmp_path / "in", sheets))
    with desk.reading() as connection:
        assert accounts.service(connection).wards == (("st_michaels", "St Michael's"), ("wyken", "Wyken"))


def test_an_id_that_the_store_has_is_a_fault(desk: Desk, tmp_path: Path) -> None:
    folder = write_csv(tmp_path / "in", small())
    import_folder(desk, folder)
    report = import_folder(desk, folder)
    assert not report.is_saved
    assert {("units.csv", 2, "unit_id"), ("stays.csv", 4, "stay_id"), ("children.csv", 2, "child_id")} <= set(
        _places(report)
    )


def test_a_later_folder_may_name_what_the_store_has(desk: Desk, tmp_path: Path) -> None:
    import_folder(desk, write_csv(tmp_path / "in", small()))
    later = {
        "referrals": [{"referral_id": "F3", "received_on": "2020-08-01", "repeat_of": "F1"}],
        "stays": [{"stay_id": "S4", "resident_id": "R1", "referral_id": "F3", "started_on": "2020-08-02"}],
        "placements": [{"stay_id": "S4", "unit_id": "U1", "from_on": "2020-08-02"}],
        "children": [{"child_id": "C1", "stay_id": "S4", "sex": "female", "in_refuge": "yes"}],
    }
    report = import_folder(desk, write_csv(tmp_path / "later", later))
    assert report.faults == ()
    children = _contents(desk)["children"]
    assert {row["child_id"] for row in children} == {"C1"}
    assert {row["stay_id"] for row in children} == {"S1", "S2", "S4"}


@pytest.mark.parametrize(
    ("sheet", "row", "line_and_column"),
    [
        ("stays", {"stay_id": "S4", "resident_id": "R1", "started_on": "2020-02-20"}, ("stays.csv", 2, "started_on")),
        (
            "stays",
            {"stay_id": "S4", "resident_id": "R1", "started_on": "2020-01-01", "ended_on": "2020-02-02"},
            ("stays.csv", 2, "started_on"),
        ),
        ("children", {"child_id": "C1", "stay_id": "S3"}, ("children.csv", 2, "stay_id")),
        ("children", {"child_id": "C1", "stay_id": "S1"}, ("children.csv", 2, "child_id")),
        (
            "children",
            {"child_id": "C9", "stay_id": "S1", "date_of_birth": "2020-03-02"},
            ("children.csv", 2, "date_of_birth"),
        ),
        ("needs", {"stay_id": "S1", "need": "safety"}, ("needs.csv", 2, "stay_id")),
    ],
)
def test_a_later_folder_is_checked_against_the_store(
    desk: Desk, tmp_path: Path, sheet: str, row: dict[str, str], line_and_column: tuple[str, int, str]
) -> None:
    import_folder(desk, write_csv(tmp_path / "in", small()))
    report = import_folder(desk, write_csv(tmp_path / "later", {sheet: [row]}))
    assert _places(report) == [line_and_column]


def test_a_referral_may_repeat_one_further_down(desk: Desk, tmp_path: Path) -> None:
    rows = [
        {"referral_id": f"F{n}", "received_on": "2020-01-01", "repeat_of": f"F{n + 1}" if n < 5000 else ""}
        for n in range(1, 5001)
    ]
    assert import_folder(desk, write_csv(tmp_path / "in", {"referrals": rows})).is_saved


def test_a_workbook_is_imported_like_a_folder(desk: Desk, other_desk: Desk, tmp_path: Path) -> None:
    import_folder(desk, write_csv(tmp_path / "in", small()))
    assert import_folder(other_desk, write_xlsx(tmp_path / "all.xlsx", small())).is_saved
    assert _without_keys(_contents(other_desk)) == _without_keys(_contents(desk))


def _without_keys(contents: dict[str, Rows]) -> dict[str, Rows]:
    """Placements have no id of their own, so their keys differ from store to store."""
    dropped = "placement_id"
    return {name: [{k: v for k, v in row.items() if k != dropped} for row in rows] for name, rows in contents.items()}


def test_a_key_worker_may_not_import(desk: Desk) -> None:
    desk.user = replace(desk.user, role=Role.KEYWORKER)
    with pytest.raises(NotAllowedError):
        import_folder(desk, CITY_REFUGE)


def test_what_is_not_there_is_a_sentence(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for name in ("nowhere", "empty"):
        with pytest.raises(NothingToImportError):
            import_folder(desk, tmp_path / name)


def test_progress_ends_with_everything(desk: Desk, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    sheets = added("children", child_id="C9", resident_id="R2")
    import_folder(desk, write_csv(tmp_path / "in", sheets), progress=lambda done, total: told.append((done, total)))
    assert told[-1][0] == told[-1][1] == 15


def test_what_is_told_later_is_counted_with_a_stay_that_is_there(desk: Desk, tmp_path: Path) -> None:
    import_folder(desk, write_csv(tmp_path / "first", small()))
    told = {"disclosure_id": "D1", "stay_id": "S1", "told_on": "2020-02-05", "kinds": "physical;sexual"}
    report = import_folder(desk, write_csv(tmp_path / "later", {"disclosures": [told]}))
    assert report.faults == ()
    assert report.warnings == ()
    counted = [row["abuse_type"] for row in _contents(desk)["abuse"] if row["stay_id"] == "S1"]
    assert counted == ["physical", "sexual"]
