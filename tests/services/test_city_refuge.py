"""City Refuge from the import to the file: the published figures, and a protected return nobody can unpick."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from refugedesk.domain.spans import Period
from refugedesk.services import backups, checks, returns, stores, views
from refugedesk.services.desk import Desk
from refugedesk.services.interchange import import_folder
from vaults import CHEAP

CASE = Path(__file__).parents[1] / "cases" / "city-refuge"
YEAR = Period(date(2020, 4, 1), date(2021, 3, 31))
PASSPHRASE = "lantern otter quilt maple"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("city") / "store"
    opened, _ = stores.create_store(folder, "City Refuge", "Coventry", "Robin", PASSPHRASE, derivation=CHEAP)
    assert import_folder(opened, CASE).faults == ()
    yield opened
    opened.close()


def tables(path: Path) -> dict[str, Any]:
    return {table["id"]: table for table in json.loads(path.read_bytes())["tables"]}


def counts(table: dict[str, Any]) -> list[int]:
    return [row["count"] for row in table["rows"] if "percent" in row]


def test_the_exact_return_has_the_published_figures(desk: Desk, tmp_path: Path) -> None:
    returns.write_exact(desk, "commissioner", YEAR, tmp_path / "exact.json", "the contract asks", "Coventry")
    found = tables(tmp_path / "exact.json")
    assert [row["count"] for row in found["age"]["rows"]][1:7] == [13, 21, 8, 7, 3, 0]
    assert [row["percent"] for row in found["age"]["rows"][1:7]] == ["25", "40", "15", "13", "6", "0"]
    assert sorted(filter(None, counts(found["ethnicity"]))) == sorted([27, 3, 5, 1, 7, 1, 1, 2, 5])
    assert counts(found["origin"]) == [19, 33]
    assert counts(found["children_per_resident"])[:3] == [32, 13, 7]
    row = next(row for row in found["age_by_children"]["rows"] if row["code"] == "25_34")
    assert [row["cells"][code]["row_percent"] for code in ("0", "1", "2")] == ["67", "10", "24"]
    lengths = found["length_of_stay"]["measures"]
    assert (lengths["closed"], lengths["open"], lengths["mean_days"]) == (43, 9, "57.0")
    assert (lengths["over_100_days"], lengths["longest_days"]) == (6, 244)
    assert found["referrals_by_month"]["totals"]["referrals"] == 91
    assert found["referrals_by_month"]["monthly_averages"]["referrals"] == "7.6"


def test_the_protected_return_shows_no_small_number_and_is_worth_reading(desk: Desk, tmp_path: Path) -> None:
    prepared = returns.prepare(desk, "commissioner", YEAR)
    for ending in (".json", ".xlsx", ".csv"):
        returns.write(desk, prepared, tmp_path / f"return{ending}", "Coventry")
    shown = [
        number for table in prepared.release.tables for number in table.shown.values() if table.shape.counts != "nights"
    ]
    assert shown and not any(0 < number < 5 for number in shown)
    assert 0 < prepared.summary.withheld <= 106
    assert prepared.summary.withheld == prepared.summary.small + prepared.summary.protecting
    again = returns.prepare(desk, "commissioner", YEAR)
    assert again.is_again and again.summary == prepared.summary
    returns.write(desk, again, tmp_path / "again.json")
    assert (tmp_path / "again.json").read_bytes() == (tmp_path / "return.json").read_bytes()
    assert [row.policy for row in returns.released(desk)].count("threshold-5") == 4


def test_a_backup_is_proved_and_restores_to_the_same_store(desk: Desk, tmp_path: Path) -> None:
    report = backups.backup(desk, tmp_path / "copy")
    assert report.tables > 10
    backups.restore(tmp_path / "copy", tmp_path / "again", "Robin", PASSPHRASE, CHEAP)
    other = stores.open_store(tmp_path / "again", "robin", PASSPHRASE, floor=CHEAP)
    try:
        assert views.residents(other, "all") == views.residents(desk, "all")
    finally:
        other.close()
    damaged = bytearray((tmp_path / "copy").read_bytes())
    damaged[len(damaged) // 2] ^= 1
    (tmp_path / "damaged").write_bytes(damaged)
    with pytest.raises(backups.BackupError, match="damaged"):
        backups.restore(tmp_path / "damaged", tmp_path / "third", "Robin", PASSPHRASE, CHEAP)
    assert not (tmp_path / "third").exists()


def test_the_check_finds_nothing_and_counts_every_record(desk: Desk) -> None:
    report = checks.check(desk)
    assert report.faults == ()
    assert report.counted == 13 + 271 + 52 + 52 + 52 + 27 + 27


def test_the_check_finds_a_record_changed_behind_its_back(desk: Desk) -> None:
    from sqlalchemy import text

    key = views.search(desk, "farah jarvis")[0].id
    with desk.engine.begin() as connection:
        connection.execute(text("UPDATE resident SET last_name = 'Other' WHERE id = :key"), {"key": key})
    try:
        assert checks.check(desk).faults == (f"A resident ({key}) is not as it was last saved.",)
    finally:
        with desk.engine.begin() as connection:
            connection.execute(text("UPDATE resident SET last_name = 'Jarvis' WHERE id = :key"), {"key": key})
