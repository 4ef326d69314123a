"""The invented refuge is one that could be, the same each time, and without a fault on any day."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from interchange_folders import TODAY
from refugedesk.demo.folder import SEED, write_folder
from refugedesk.demo.history import history
from refugedesk.domain.spans import add_months
from refugedesk.services.interchange.checking import check
from refugedesk.services.interchange.entries import Entries
from refugedesk.services.interchange.faults import Findings
from refugedesk.services.interchange.reading import open_tables


def _nights(placement: dict[str, str], first: date) -> int:
    start = max(date.fromisoformat(placement["from_on"]), first)
    end = date.fromisoformat(placement["to_on"]) if placement["to_on"] else TODAY
    return max((end - start).days, 0)


def test_it_is_two_years_of_thirteen_rooms_and_forty_one_dispersed_units() -> None:
    rows = history(SEED, TODAY)
    kinds = Counter(unit["accommodation_type"] for unit in rows["units"])
    assert kinds["refuge"] == 13
    assert kinds["dispersed_full"] + kinds["dispersed_semi"] == 41
    calls = [date.fromisoformat(row["received_on"]) for row in rows["referrals"]]
    assert 6 <= len(calls) / 105 <= 10.5
    assert max(calls) == TODAY or (TODAY - max(calls)).days < 7


def test_it_is_mostly_full_and_some_live_there_tonight() -> None:
    rows, first = history(SEED, TODAY), add_months(TODAY, -24)
    nights = sum(_nights(row, first) for row in rows["placements"])
    assert 0.80 <= nights / 54 / (TODAY - first).days <= 0.93
    here = [row for row in rows["stays"] if not row["ended_on"]]
    assert 38 <= len(here) <= 54
    assert len(here) == sum(not row["to_on"] for row in rows["placements"])


def test_people_come_again_call_again_and_change_rooms() -> None:
    rows = history(SEED, TODAY)
    assert max(Counter(row["resident_id"] for row in rows["stays"]).values()) > 1
    assert max(Counter(row["stay_id"] for row in rows["placements"]).values()) > 1
    assert max(Counter(row["child_id"] for row in rows["children"]).values()) > 1
    assert any(row["repeat_of"] for row in rows["referrals"])
    assert any(row["outcome"] == "pending" for row in rows["referrals"])


@pytest.mark.parametrize("today", [TODAY, date(2027, 2, 28), date(2028, 2, 29), date(2026, 1, 1), date(2026, 12, 31)])
def test_the_ordinary_import_has_nothing_to_say_about_it(tmp_path: Path, today: date) -> None:
    write_folder(tmp_path / "records", today)
    findings = Findings()
    with open_tables(tmp_path / "records", findings) as tables:
        new = check(tables, Entries(), today, findings)
    assert findings.faults == []
    assert len(findings.warnings) < 10
    assert new.count("stay") > 350


def test_the_same_day_and_seed_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_folder(tmp_path / name, TODAY)
    write_folder(tmp_path / "later", TODAY + timedelta(days=30))
    content = {
        name: {file.name: file.read_bytes() for file in (tmp_path / name).iterdir()} for name in ("one", "two", "later")
    }
    assert content["one"] == content["two"]
    assert len(content["one"]) > 25
    assert all(content["one"][name] != content["later"][name] for name in ("stays.csv", "contacts.csv"))
