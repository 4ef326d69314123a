"""From records to exact counts: the first of a return's three arrows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refugedesk.domain.spans import Period
from refugedesk.reporting.material import Material
from refugedesk.reporting.spec import ReturnSpec, ServiceFacts
from refugedesk.reporting.tables import CountReturn

if TYPE_CHECKING:
    from refugedesk.reporting.extracts import Extracts


def compute(spec: ReturnSpec, service: ServiceFacts, period: Period, extracts: Extracts) -> CountReturn:
    """Every table of the return with its exact counts, before protection.

    Args: period: both ends count; extracts: the whole store, or as much of it as touches the days the return looks at.
    Raises: ReturnError where the return is not for the period; ValueError for a code that no list holds.
    """
    days, needed = extracts.days, spec.reach(service, period)
    if days and (needed.first not in days or needed.last not in days):
        raise ValueError(
            f"The return {spec.id} looks at days from {needed.first} to {needed.last}, which were not read."
        )
    return count(spec, Material(service, period, extracts))


def count(spec: ReturnSpec, material: Material) -> CountReturn:
    """The same from material, which finds each population once."""
    heading = spec.heading(material.service, material.period)
    return CountReturn(heading, tuple(table.count(material) for table in spec.tables))
