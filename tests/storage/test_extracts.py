"""Extracts: a period's frames are counted to the same numbers as the whole store's and as the folder's rows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy import update

from desks import a_desk
from refugedesk.domain.spans import Period
from refugedesk.reporting.compute import compute
from refugedesk.reporting.extracts import Extracts
from refugedesk.reporting.returns import definitions
from refugedesk.reporting.spec import ReturnSpec
from refugedesk.reporting.tables import CountReturn
from refugedesk.services.desk import Desk
from refugedesk.services.interchange import import_folder
from refugedesk.storage import extracts as stored
from refugedesk.storage.tables import RECORDS
from stores import CITY_REFUGE, YEAR, city_refuge, city_refuge_service, extracts

PERIODS = (
    YEAR,
    Period(date(2020, 7, 1), date(2020, 9, 30)),
    Period(date(2020, 12, 24), date(2020, 12, 24)),
    Period(date(2019, 1, 1), date(2019, 12, 31)),
)
every_definition = pytest.mark.parametrize("spec", definitions(), ids=lambda spec: spec.id)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    opened = a_desk(tmp_path_factory.mktemp("city") / "store")
    assert import_folder(opened, CITY_REFUGE).faults == ()
    yield opened
    opened.close()


def counted(desk: Desk, spec: ReturnSpec, period: Period, read: Period | None) -> CountReturn:
    with desk.whole() as connection:
        frames = stored.extracts(connection, read)
    return compute(spec, city_refuge_service(), period, Extracts(**frames).of_days(read))


@every_definition
@pytest.mark.parametrize("period", PERIODS, ids=str)
def test_the_period_is_enough_to_count_it(desk: Desk, spec: ReturnSpec, period: Period) -> None:
    from_folder = compute(spec, city_refuge_service(), period, extracts(city_refuge()))
    from_period = counted(desk, spec, period, spec.reach(city_refuge_service(), period))
    assert [table.counts for table in from_period.tables] == [table.counts for table in from_folder.tables]
    assert from_period == counted(desk, spec, period, None)


def test_only_what_the_period_needs_is_read(desk: Desk) -> None:
    day = PERIODS[2]
    with desk.whole() as connection:
        some, every = stored.extracts(connection, day), stored.extracts(connection)
    for name in ("stays", "residents", "placements", "referrals", "needs", "children"):
        assert 0 <= len(some[name]) < len(every[name]), name
    assert "first_name" not in every["residents"] and "first_name" not in every["children"]


def test_a_placement_that_outlasts_its_stay_is_counted_for_that_stay(desk: Desk) -> None:
    """Wrong records are counted as they stand, whatever is read of them."""
    placement, (commissioner, *_) = RECORDS["placement"], definitions()
    july = Period(date(2021, 7, 1), date(2021, 7, 31))
    with desk.engine.connect() as connection:
        connection.execute(update(placement).values(to_on=date(2021, 8, 1)))
        frames = [(stored.extracts(connection, each), each) for each in (july, None)]
        connection.rollback()
    found = [
        compute(commissioner, city_refuge_service(), july, Extracts(**each).of_days(days)) for each, days in frames
    ]
    assert found[0] == found[1]
    occupied = next(table for table in found[0].tables if table.shape.id == "occupancy")
    assert max(occupied.contributors.values()) > 5


def test_a_return_that_looks_back_is_not_counted_from_the_period_alone(desk: Desk) -> None:
    equalities = next(spec for spec in definitions() if spec.id == "equalities")
    with pytest.raises(ValueError, match="not read"):
        counted(desk, equalities, YEAR, YEAR)
