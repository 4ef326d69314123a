"""Which units are in use by somebody the person at the desk may not know of: in use, and no more than that."""

from __future__ import annotations

from datetime import date

from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action
from refugedesk.storage.lookups import houses


def held_unseen(desk: Desk, night: date) -> frozenset[str]:
    """The units that are held on the night of that day by households hidden from the person, and by nobody else."""
    desk.require(Action.READ)
    with desk.reading() as connection:
        seen = {household.unit_id for household in houses.households(connection, night)}
    with desk.whole() as connection:
        return frozenset(household.unit_id for household in houses.households(connection, night)) - seen
