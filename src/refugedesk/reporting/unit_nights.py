"""The nights units were open and lived in, in the period. Nights are numbers: 0 is the period's first.

Two households in one unit on one night are one unit-night. A night on which the unit was not open is not
counted, so a unit is never lived in for more nights than it is there for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from refugedesk.reporting.material import Material

if TYPE_CHECKING:
    import pandas as pd


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


def nights_lived_in(material: Material) -> pd.DataFrame:
    """The same placements, each with its ``nights`` that no earlier one of its unit holds already."""
    found = material.of(placements_lived_in).sort_values(["unit", "begins"])
    latest = found.groupby("unit")["leaves"].cummax()
    taken = latest.groupby(found["unit"]).shift().fillna(0)
    begins = found["begins"].mask(found["begins"] < taken, taken)
    return found.assign(nights=(found["leaves"] - begins).clip(lower=0))


def _night(material: Material, days: pd.Series) -> pd.Series:
    """The number of each day's night, negative before the period; missing where the day is."""
    return (days - material.first).dt.days
