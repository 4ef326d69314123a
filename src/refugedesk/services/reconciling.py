"""The page that must balance before a return is made. Exact, for the desk alone."""

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
    from refugedesk.reporting.balance import Balance
    from refugedesk.reporting.material import Material
    from refugedesk.reporting.spec import ReturnSpec


def reconciliation(desk: Desk, definition_id: str, period: Period) -> tuple[Balance, ...]:
    """Every line of the page, with the sentence that explains it."""
    from refugedesk.reporting.compute import count
    from refugedesk.reporting.reconcile import reconcile

    desk.require(Action.MAKE_RETURN)
    spec, material = _material(desk, definition_id, period)
    return reconcile(spec, count(spec, material), material)


def _material(desk: Desk, definition_id: str, period: Period) -> tuple[ReturnSpec, Material]:
    from refugedesk.reporting.extracts import Extracts
    from refugedesk.reporting.material import Material
    from refugedesk.reporting.spec import ServiceFacts

    with desk.whole() as connection:
        known = accounts.service(connection)
        service = with_agreed(connection, ServiceFacts(known.name, known.home_authority, known.wards))
        spec = definition_of(connection, definition_id)
        days = spec.reach(service, period)
        frames = extracts(connection, days)
    return spec, Material(service, period, Extracts(**frames).of_days(days))
