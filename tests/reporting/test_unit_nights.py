"""Nights: what is available, what is lived in, and what is counted once."""

from __future__ import annotations

from datetime import date

from refugedesk.domain.lists.houses import ACCOMMODATION_TYPE
from refugedesk.domain.spans import Period
from refugedesk.reporting.material import Material
from refugedesk.reporting.occupancy import Occupancy
from refugedesk.reporting.tables import CountTable, Place
from stores import SMALL_SERVICE, Row, an_empty_store, extracts

APRIL = Period(date(2020, 4, 1), date(2020, 4, 30))
TABLE = Occupancy("occupancy", "Occupancy", "nights", "units", "Nights.", ACCOMMODATION_TYPE)


def a_unit(unit_id: str = "U1", kind: str = "refuge", open_from: str = "", open_to: str = "") -> Row:
    return {"unit_id": unit_id, "accommodation_type": kind, "open_from": open_from, "open_to": open_to}


def a_placement(from_on: str, to_on: str = "", stay_id: str = "S1", unit_id: str = "U1") -> Row:
    return {"stay_id": stay_id, "unit_id": unit_id, "from_on": from_on, "to_on": to_on}


def counted(units: list[Row], placements: list[Row], stays: list[Row] | None = None) -> CountTable:
    rows = {"units": units, "placements": placements, "stays": stays or []}
    return TABLE.count(Material(SMALL_SERVICE, APRIL, extracts(an_empty_store() | rows)))


def nights(table: CountTable, kind: str = "refuge") -> tuple[int, int, int]:
    available, occupied, void = (
        table.counts[Place("occupancy", kind, column)] for column in ("available", "occupied", "void")
    )
    return available, occupied, void


def test_a_placement_holds_the_nights_to_the_day_before_leaving() -> None:
    assert nights(counted([a_unit()], [a_placement("2020-04-01", "2020-04-04")])) == (30, 3, 27)


def test_a_placement_of_no_night_holds_none() -> None:
    table = counted([a_unit()], [a_placement("2020-04-04", "2020-04-04")])
    assert nights(table) == (30, 0, 30)
    assert table.contributors["refuge"] == 0


def test_only_the_nights_of_the_period_count() -> None:
    assert nights(counted([a_unit()], [a_placement("2020-03-01", "2020-06-01")])) == (30, 30, 0)
    assert nights(counted([a_unit()], [a_placement("2020-03-01", "2020-04-01")])) == (30, 0, 30)
    assert nights(counted([a_unit()], [a_placement("2020-04-30")])) == (30, 1, 29)
    assert nights(counted([a_unit()], [a_placement("2020-05-01")])) == (30, 0, 30)


def test_a_unit_is_open_on_its_first_and_last_day() -> None:
    assert nights(counted([a_unit(open_from="2020-04-10", open_to="2020-04-12")], [])) == (3, 0, 3)
    assert nights(counted([a_unit(open_from="2020-05-01")], [])) == (0, 0, 0)
    assert nights(counted([a_unit(open_to="2020-03-31")], [])) == (0, 0, 0)
    assert nights(counted([a_unit(open_to="2020-04-01")], [])) == (1, 0, 1)


def test_nights_on_which_the_unit_was_not_open_are_not_counted() -> None:
    unit = a_unit(open_from="2020-04-10", open_to="2020-04-12")
    table = counted([unit], [a_placement("2020-04-01", "2020-04-11"), a_placement("2020-04-20", stay_id="S2")])
    assert nights(table) == (3, 1, 2)


def test_two_households_in_one_unit_are_one_night() -> None:
    placements = [
        a_placement("2020-04-01", "2020-04-11"),
        a_placement("2020-04-03", "2020-04-05", "S2"),
        a_placement("2020-04-04", "2020-04-16", "S3"),
        a_placement("2020-04-16", "2020-04-18", "S4"),
        a_placement("2020-04-20", "2020-04-21", "S5"),
    ]
    units = [a_unit(), a_unit("U2", "sanctuary")]
    table = counted(units, [*placements, a_placement("2020-04-02", "2020-04-03", "S6", "U2")])
    assert nights(table) == (30, 18, 12)
    assert nights(table, "sanctuary") == (30, 1, 29)


def test_stays_that_used_a_type_are_counted_once_each() -> None:
    stays = [{"stay_id": stay_id, "started_on": "2020-04-01"} for stay_id in ("S1", "S2")]
    placements = [
        a_placement("2020-04-01", "2020-04-03"),
        a_placement("2020-04-03", "2020-04-04", unit_id="U2"),
        a_placement("2020-04-01", "2020-04-03", "S2", "U2"),
    ]
    table = counted([a_unit(), a_unit("U2")], placements, stays)
    assert table.contributors == dict.fromkeys(table.contributors, 0) | {"refuge": 2}


def test_a_placement_without_its_last_day_ends_with_the_stay() -> None:
    stays = [{"stay_id": "S1", "started_on": "2020-04-01", "ended_on": "2020-04-06"}]
    assert nights(counted([a_unit()], [a_placement("2020-04-01")], stays)) == (30, 5, 25)
    assert nights(counted([a_unit()], [a_placement("2020-04-01")])) == (30, 30, 0)


def test_a_unit_without_a_type_has_a_row_of_its_own_and_no_percentage() -> None:
    table = counted([a_unit(kind="")], [a_placement("2020-04-01", "2020-04-04")])
    assert nights(table, "not_recorded") == (30, 3, 27)
    assert Place("occupancy", "not_recorded") not in {ratio.at for ratio in table.shape.ratios}
