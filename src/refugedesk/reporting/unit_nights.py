"""The unit-nights of the records, counted as the whole program counts them (``domain.unit_nights``)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Final

from refugedesk.domain.unit_nights import Lived, OpenUnit, UnitNights, nights_by_kind
from refugedesk.reporting.axes import NOT_RECORDED
from refugedesk.reporting.material import Material

if TYPE_CHECKING:
    import pandas as pd

EPOCH: Final = date(1970, 1, 1)


def nights_by_type(material: Material) -> dict[str, UnitNights]:
    """The nights of each type of unit that was open in the period; units without a type count as not recorded."""
    found = nights_by_kind(_units(material), _lived(material), material.period)
    return {kind or NOT_RECORDED.code: nights for kind, nights in found.items()}


def open_units(material: Material) -> pd.DataFrame:
    """Units open in the period, from night ``opens`` until before ``closes``: that many ``nights``.

    A unit is open on ``open_from`` and on ``open_to``; without the one it has always been, without the other
    it still is.
    """
    units, end = material.extracts.units, material.period.days
    opens = _night(material, units["open_from"]).fillna(0).clip(lower=0)
    closes = (_night(material, units["open_to"]) + 1).fillna(end).clip(upper=end)
    found = units[["unit_id", "accommodation_type"]].assign(unit=units.index, opens=opens, closes=closes)
    return found.assign(nights=closes - opens)[closes > opens]


def placements_lived_in(material: Material) -> pd.DataFrame:
    """Placements with a night in an open unit, cut to those nights: from ``begins`` until before ``leaves``.

    A placement without its last day lasts until the stay ended, or still goes on.
    """
    placements = material.extracts.placements[["unit_id", "stay", "from_on", "to_on"]]
    stays = material.extracts.stays[["stay", "ended_on"]]
    found = placements.merge(material.of(open_units), on="unit_id").merge(stays, on="stay", how="left")
    leaves = _night(material, found["to_on"].fillna(found["ended_on"])).fillna(material.period.days)
    begins = _night(material, found["from_on"])
    found["begins"] = begins.mask(begins < found["opens"], found["opens"])
    found["leaves"] = leaves.mask(leaves > found["closes"], found["closes"])
    return found[found["begins"] < found["leaves"]]


def _units(material: Material) -> Iterator[OpenUnit]:
    units = material.extracts.units
    kinds, first, last = _codes(units["accommodation_type"]), _nights(units["open_from"]), _nights(units["open_to"])
    return map(OpenUnit._make, zip(units["unit_id"], kinds, first, last, strict=True))


def _lived(material: Material) -> Iterator[Lived]:
    """Placements with a night in the period; one without its last day lasts until the stay ended, or still goes on."""
    placements = material.extracts.placements[["unit_id", "stay", "from_on", "to_on"]]
    stays = material.extracts.stays[["stay", "ended_on"]]
    found = placements[placements["from_on"] <= material.last].merge(stays, on="stay", how="left")
    until = found["to_on"].fillna(found["ended_on"])
    is_wanted = ~(until <= material.first) & found["unit_id"].notna()
    found, until = found[is_wanted], until[is_wanted]
    columns = (found["unit_id"].tolist(), found["stay"].tolist(), _nights(found["from_on"]), _nights(until))
    return map(Lived._make, zip(*columns, strict=True))


def _codes(codes: pd.Series) -> list[str | None]:
    import pandas as pd

    return [None if pd.isna(code) else str(code) for code in codes]


def _nights(days: pd.Series) -> list[int | None]:
    """The number of the night that begins on each day; None where no day is recorded."""
    import pandas as pd

    numbers = (days - pd.Timestamp(EPOCH)).dt.days + EPOCH.toordinal()
    return [None if number != number else int(number) for number in numbers.tolist()]  # noqa: PLR0124 - NaN alone does


def _night(material: Material, days: pd.Series) -> pd.Series:
    """The number of each day's night, negative before the period; missing where the day is."""
    return (days - material.first).dt.days
