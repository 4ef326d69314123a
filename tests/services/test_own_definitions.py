"""A service builds a return and agrees targets without programming; both come out protected, as files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desks import a_desk
from refugedesk.domain.spans import Period
from refugedesk.reporting.own_returns import OwnReturnError
from refugedesk.services import returns
from refugedesk.services.agreed import AgreedError, agree
from refugedesk.services.desk import Desk
from refugedesk.services.interchange import import_folder
from refugedesk.services.own_definitions import definition_of, keep_own_return, own_definitions
from stores import CITY_REFUGE, YEAR

HOMES: dict[str, Any] = {
    "id": "homes",
    "title": "Where people went",
    "who": "stays",
    "dated_by": "ended",
    "rows": "move_on_group",
    "columns": "planned",
}
OURS: dict[str, Any] = {
    "id": "council",
    "title": "What the council asks for",
    "tables": [{"from": "commissioner", "table": "flow", "title": "In and out"}, HOMES],
}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = a_desk(tmp_path / "store")
    assert import_folder(opened, CITY_REFUGE).faults == ()
    yield opened
    opened.close()


def test_a_return_of_ones_own_is_kept_and_written_protected(desk: Desk, tmp_path: Path) -> None:
    assert keep_own_return(desk, OURS).version == "1"
    assert [each.id for each in own_definitions(desk)] == ["council"]
    returns.write(desk, returns.prepare(desk, "council", YEAR), tmp_path / "council.json")
    document = json.loads((tmp_path / "council.json").read_text())
    flow, homes = document["tables"]
    assert (flow["title"], flow["measures"]["ended"]) == ("In and out", 43)
    cells = [cell["count"] for row in homes["rows"] for cell in row["cells"].values()]
    assert None in cells and not {1, 2, 3, 4} & {*cells}


def test_a_change_makes_a_new_version_and_the_old_one_stays(desk: Desk) -> None:
    keep_own_return(desk, OURS)
    assert keep_own_return(desk, OURS).version == "1"
    assert keep_own_return(desk, {**OURS, "tables": [HOMES]}).version == "2"
    with desk.reading() as connection:
        assert len(definition_of(connection, "council").tables) == 1
        assert len(definition_of(connection, "council", "1").tables) == 2


def test_what_cannot_be_read_is_not_kept(desk: Desk) -> None:
    with pytest.raises(OwnReturnError, match="rows cannot be age"):
        keep_own_return(desk, {**OURS, "tables": [{**HOMES, "rows": "age"}]})
    assert own_definitions(desk) == ()


def test_targets_are_the_services_own(desk: Desk) -> None:
    agree(desk, {"stays_started": {"target": 60, "baseline": 48}}, year_starts=(7, 1))
    summer = Period(date(2020, 7, 1), date(2020, 9, 30))
    indicators, *_ = returns.prepare(desk, "activity", summer).release.tables
    labels = {row.code: row.label for row in indicators.shape.rows}
    assert labels["stays_started"] == "Stays started (target 60 a year, baseline 48)"
    assert [column.label for column in indicators.shape.columns] == ["In the period", "Since 1 July 2020"]
    started = next(ratio for ratio in indicators.shape.ratios if ratio.name == "percent_of_target")
    assert started.divisor == 15


def test_what_was_not_agreed_is_refused_in_a_sentence(desk: Desk) -> None:
    with pytest.raises(AgreedError, match="no indicator happiness"):
        agree(desk, {"happiness": {"target": 5}})
    with pytest.raises(AgreedError, match="whole numbers"):
        agree(desk, {"referrals": {"target": -1}})
    with pytest.raises(AgreedError, match="on which day"):
        agree(desk, {}, year_starts=(2, 30))
