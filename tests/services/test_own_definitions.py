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
from refugedesk.reporting.own_returns import OwnReturnError, own_return
from refugedesk.reporting.writers.themes import by_theme
from refugedesk.services import returns
from refugedesk.services.agreed import AgreedError, agree, agreed_now
from refugedesk.services.counting import counted_by
from refugedesk.services.desk import Desk
from refugedesk.services.interchange import import_folder
from refugedesk.services.own_definitions import definition_of, keep_own_return, own_contents, own_definitions, put_away
from refugedesk.services.own_tables import answers, own_id, preview, subjects
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


def test_what_is_put_away_is_no_longer_offered_but_stays_readable(desk: Desk) -> None:
    keep_own_return(desk, OURS)
    assert [each.id for each in returns.offered(desk)][-1] == "council"
    put_away(desk, "council")
    assert own_definitions(desk) == () and own_contents(desk) == () and returns.offered(desk) == returns.definitions()
    with desk.reading() as connection:
        assert definition_of(connection, "council").title == OURS["title"]
    keep_own_return(desk, OURS)
    assert [each["id"] for each in own_contents(desk)] == ["council"]


def test_a_look_is_protected_and_keeps_nothing(desk: Desk) -> None:
    found = preview(desk, OURS, YEAR)
    shown = [count for table in found.release.tables for count in table.shown.values()]
    assert shown and not {1, 2, 3, 4} & {*shown} and found.summary.withheld == len(found.reasons) > 0
    assert own_definitions(desk) == () and returns.released(desk) == ()


def test_tables_stand_in_the_services_order_on_one_sheet(desk: Desk, tmp_path: Path) -> None:
    keep_own_return(desk, {**OURS, "tables": [HOMES, {"from": "commissioner", "table": "flow"}]})
    tables = returns.prepare(desk, "council", YEAR).release.tables
    assert {theme: [table.shape.id for table in found] for theme, found in by_theme(tables).items()} == {
        "Tables": ["homes", "flow"]
    }


def test_everything_that_can_be_chosen_can_be_counted(desk: Desk) -> None:
    """Each question of each population, alone and beside another, comes out as a table."""
    for each in subjects():
        for code, _ in each.questions:
            entry = {"id": "t", "title": "T", "who": each.who, "dated_by": each.dated_by, "rows": code}
            spec = own_return(
                {"id": "t", "title": "T", "tables": [entry, {**entry, "id": "m", "measure": "monthly_average"}]}
            )
            plain, averaged = counted_by(desk, spec, YEAR).tables
            groups = answers(each.who, each.dated_by, code)
            assert len(plain.shape.rows) == len(averaged.shape.rows) >= len(groups)


def test_names_are_made_from_titles_and_are_nobody_elses() -> None:
    assert own_id("What the council asks for", ()) == "own_what_the_council_asks_for"
    assert own_id("Été", {"own_ete"}) == "own_ete_2"
    assert own_id("", ()) == "own"


def test_what_is_agreed_is_read_back(desk: Desk) -> None:
    assert {row.target for row in agreed_now(desk).indicators} == {None}
    agree(desk, {"referrals": {"target": 90}}, (7, 1))
    now = agreed_now(desk)
    assert now.year_starts == (7, 1)
    assert next(row for row in now.indicators if row.code == "referrals").target == 90


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
