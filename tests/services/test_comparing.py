"""Two periods in one file: protected together, written, and both written down."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desks import a_desk
from refugedesk.domain.spans import Period
from refugedesk.reporting.tables import SafeReturn
from refugedesk.services import returns
from refugedesk.services.comparing import SamePeriodError, prepare_comparison, write_comparison
from refugedesk.services.desk import Desk
from refugedesk.services.interchange import import_folder
from refugedesk.services.returns import PreparedTooEarlyError
from stores import CITY_REFUGE

SPRING, SUMMER = Period(date(2020, 4, 1), date(2020, 6, 30)), Period(date(2020, 7, 1), date(2020, 9, 30))
HALF = Period(date(2020, 4, 1), date(2020, 9, 30))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = a_desk(tmp_path / "store")
    assert import_folder(opened, CITY_REFUGE).faults == ()
    yield opened
    opened.close()


def numbers(release: SafeReturn) -> dict[object, int]:
    return {place: count for table in release.tables for place, count in table.shown.items()}


@pytest.mark.parametrize("ending", ["xlsx", "csv", "json"])
def test_a_comparison_is_written_and_both_returns_stand_in_the_ledger(desk: Desk, tmp_path: Path, ending: str) -> None:
    compared = prepare_comparison(desk, "commissioner", SUMMER, SPRING)
    written = write_comparison(desk, compared, tmp_path / f"two.{ending}", "The council", "A  quiet summer.")
    assert [(row.period, row.recipient, row.sha256) for row in returns.released(desk)] == [
        ("Jul to Sep 2020", "The council", written.sha256),
        ("Apr to Jun 2020", "The council", written.sha256),
    ]
    for period, part in ((SUMMER, compared.now), (SPRING, compared.before)):
        again = returns.prepare(desk, "commissioner", period)
        assert again.is_again and numbers(again.release) == numbers(part.release)


def test_it_says_no_more_than_the_two_returns_and_takes_changes_from_shown_numbers(desk: Desk, tmp_path: Path) -> None:
    compared = prepare_comparison(desk, "commissioner", SUMMER, SPRING)
    write_comparison(desk, compared, tmp_path / "two.json")
    document = json.loads((tmp_path / "two.json").read_text())
    assert document["definition"]["id"] == "commissioner-compared"
    flow = next(table for table in document["tables"] if table["id"] == "flow")
    shown = [numbers(part.release) for part in (compared.before, compared.now)]
    for row in flow["rows"]:
        cells = [row["cells"][column]["count"] for column in ("before", "now")]
        places = [next((n for place, n in each.items() if place[:2] == ("flow", row["code"])), None) for each in shown]  # type: ignore[index]
        assert cells == places
        assert row["difference"] == (None if None in cells else str(cells[1] - cells[0]))
    assert compared.summary.withheld > 0


def test_the_two_are_protected_beside_one_another(desk: Desk, tmp_path: Path) -> None:
    """The later return is just what it would be had the earlier one left the house first."""
    compared = prepare_comparison(desk, "commissioner", HALF, SPRING)
    alone = returns.prepare(desk, "commissioner", HALF)
    returns.write(desk, returns.prepare(desk, "commissioner", SPRING), tmp_path / "spring.json")
    after = returns.prepare(desk, "commissioner", HALF)
    assert numbers(compared.now.release) == numbers(after.release)
    assert numbers(alone.release) != numbers(after.release), "beside its quarter the half year gives up more"


def test_a_return_that_left_meanwhile_stops_it(desk: Desk, tmp_path: Path) -> None:
    compared = prepare_comparison(desk, "commissioner", SUMMER, SPRING)
    returns.write(desk, returns.prepare(desk, "commissioner", HALF), tmp_path / "half.json")
    with pytest.raises(PreparedTooEarlyError):
        write_comparison(desk, compared, tmp_path / "two.xlsx")
    assert not (tmp_path / "two.xlsx").exists()


def test_a_period_is_not_compared_with_itself(desk: Desk) -> None:
    with pytest.raises(SamePeriodError, match="Choose another"):
        prepare_comparison(desk, "commissioner", SPRING, SPRING)
