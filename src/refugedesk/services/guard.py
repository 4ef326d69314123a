"""Keeps apart those who must not meet: warns when a name is connected with somebody in the house, and shows no file."""

from __future__ import annotations

from refugedesk.domain.sounds import are_alike
from refugedesk.domain.words import noted, tr
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action
from refugedesk.storage.lookups import households as lookups

FEARED_HERE = noted("Somebody in the house may fear the same person. Speak to a manager before a place is offered.")
IS_HERE = noted("A name like this one is in the house now. Speak to a manager before a place is offered.")
CALLER_FEARED = noted(
    "Somebody in the house may fear a person with a name like the caller's. Speak to a manager first."
)


def warnings(desk: Desk, feared: str | None, caller: str | None) -> tuple[str, ...]:
    """What to warn of, in words that name nobody; empty where there is nothing.

    Args: feared: whom the household fears; caller: the name the caller gave. Either may be blank.
    """
    desk.require(Action.READ)
    with desk.whole() as connection:  # it warns of those who are hidden, too, and names nobody
        known = lookups.names_in_house(connection, desk.today)
    found = []
    if feared:
        alike = {kind for kind, name in known if are_alike(feared, name)}
        if alike & {"feared", "feared too"}:
            found.append(tr(FEARED_HERE))
        if alike & {"resident", "other"}:
            found.append(tr(IS_HERE))
    if caller and any(kind.startswith("feared") and are_alike(caller, name) for kind, name in known):
        found.append(tr(CALLER_FEARED))
    return tuple(found)
