"""Every definition is listed, protected by the same path, and written in all three kinds of file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desks import a_desk
from refugedesk.domain.spans import Period
from refugedesk.reporting.tables import Place
from refugedesk.services import returns
from refugedesk.services.desk import Desk
from refugedesk.services.interchange import import_folder
from stores import CITY_REFUGE, YEAR

NAMES = [each.id for each in returns.definitions()]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    opened = a_desk(tmp_path_factory.mktemp("city") / "store")
    assert import_folder(opened, CITY_REFUGE).faults == ()
    yield opened
    opened.close()


def test_the_definitions_are_listed() -> None:
    assert NAMES == ["commissioner", "safe-accommodation", "equalities", "activity", "outcomes"]


@pytest.mark.parametrize("id", [name for name in NAMES if name != "commissioner"])
def test_it_is_protected_and_written_in_every_kind_of_file(desk: Desk, id: str, tmp_path: Path) -> None:
    prepared = returns.prepare(desk, id, YEAR)
    for kind in ("json", "xlsx", "csv"):
        returns.write(desk, prepared, tmp_path / f"{id}.{kind}")
    document = json.loads((tmp_path / f"{id}.json").read_text())
    assert document["definition"] == {"id": id, "version": "1"}
    assert 0 < prepared.summary.withheld < prepared.summary.numbers / 4


def test_where_nobody_started_before_there_is_no_change_to_tell(desk: Desk) -> None:
    prepared = returns.prepare(desk, "equalities", YEAR)
    (table,) = prepared.release.tables
    assert {text for (_, name), text in table.derived.items() if name == "change"} == {"-"}


def test_a_return_that_looks_back_is_counted_from_the_days_before_too(tmp_path: Path) -> None:
    summer, desk = Period(date(2020, 7, 1), date(2020, 9, 30)), a_desk(tmp_path / "store")
    import_folder(desk, CITY_REFUGE)
    activity, *_ = returns.prepare(desk, "activity", summer).release.tables
    starts = [activity.shown[Place("indicators", "stays_started", code)] for code in ("period", "since_2020-04-01")]
    (cohorts,) = returns.prepare(desk, "equalities", summer).release.tables
    desk.close()
    assert cohorts.shown[Place("cohorts", "everybody", "count_before")] == starts[1] - starts[0] > 0
