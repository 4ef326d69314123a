"""Counting a period by a definition, from everybody's records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refugedesk.domain.spans import Period
from refugedesk.services.agreed import with_agreed
from refugedesk.services.desk import Desk
from refugedesk.services.own_definitions import definition_of
from refugedesk.services.roles import Action
from refugedesk.storage import accounts
from refugedesk.storage.extracts import extracts

if TYPE_CHECKING:
    from refugedesk.reporting.spec import ReturnSpec, ServiceFacts
    from refugedesk.reporting.tables import CountReturn

Wards = tuple[tuple[str, str], ...]


def counted(
    desk: Desk, definition_id: str, period: Period, wards: Wards | None = None
) -> tuple[CountReturn, ReturnSpec]:
    """The exact counts of a period, and the definition they follow.

    Args: wards: the wards to count by; None: the service's of today.
    """
    desk.require(Action.MAKE_RETURN)
    with desk.whole() as connection:
        spec = definition_of(connection, definition_id)
    return counted_by(desk, spec, period, wards), spec


def counted_by(desk: Desk, spec: ReturnSpec, period: Period, wards: Wards | None = None) -> CountReturn:
    """The exact counts of a period by a definition that need not be kept yet."""
    desk.require(Action.MAKE_RETURN)
    from refugedesk.reporting.compute import compute
    from refugedesk.reporting.extracts import Extracts

    service = facts(desk, wards)
    with desk.whole() as connection:  # totals count everybody, whoever makes them
        reach = spec.reach(service, period)
        frames = extracts(connection, reach)
    return compute(spec, service, period, Extracts(**frames).of_days(reach))


def facts(desk: Desk, wards: Wards | None = None) -> ServiceFacts:
    """What a return needs to know of the service."""
    desk.require(Action.MAKE_RETURN)
    from refugedesk.reporting.spec import ServiceFacts

    with desk.whole() as connection:
        service = accounts.service(connection)
        chosen = service.wards if wards is None else wards
        return with_agreed(connection, ServiceFacts(service.name, service.home_authority, chosen))
