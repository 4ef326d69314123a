"""Every number of every definition as reviewed: on City Refuge's year, and on the invented refuge's year or quarter."""

from __future__ import annotations

import pytest

import golden_returns
from invented_refuge import INVENTED_QUARTER, INVENTED_YEAR, invented_refuge, invented_service
from refugedesk.reporting.compute import compute
from refugedesk.reporting.returns import definition, definitions
from refugedesk.reporting.tables import CountReturn
from stores import YEAR, city_refuge, city_refuge_service, extracts

NAMES = [spec.id for spec in definitions()]


def city(id: str) -> CountReturn:
    return compute(definition(id), city_refuge_service(), YEAR, extracts(city_refuge()))


def invented(id: str) -> CountReturn:
    period = INVENTED_QUARTER if id in ("activity", "equalities") else INVENTED_YEAR
    return compute(definition(id), invented_service(), period, extracts(invented_refuge()))


@pytest.mark.parametrize("id", NAMES)
def test_city_refuge_is_as_reviewed(id: str) -> None:
    golden = golden_returns.FOLDER / f"{id}-city-refuge-2020-21.csv"
    assert golden_returns.as_csv(city(id)).splitlines() == golden.read_text().splitlines()


@pytest.mark.parametrize("id", NAMES)
def test_the_invented_refuge_is_as_reviewed(id: str) -> None:
    golden = golden_returns.FOLDER / f"{id}-invented-refuge.csv"
    assert golden_returns.as_csv(invented(id)).splitlines() == golden.read_text().splitlines()
