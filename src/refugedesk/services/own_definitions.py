"""Returns that the service has built itself, kept as data with every version that there was."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection

from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action
from refugedesk.storage import settings

if TYPE_CHECKING:
    from refugedesk.reporting.spec import ReturnSpec

OWN: Final = "own_returns"
AWAY: Final = "own_returns_away"
"""The names of those that are no longer offered."""


def keep_own_return(desk: Desk, content: Mapping[str, Any]) -> ReturnSpec:
    """Keeps a return of the service's own; one of the same id becomes its next version, and the old one stays.

    Raises: OwnReturnError saying what would be right; nothing is kept.
    """
    from refugedesk.reporting.own_returns import own_return

    desk.require(Action.KEEP_RULES)
    own_return(content)
    with desk.writing() as work:
        kept = _kept(work.connection)
        versions = kept.setdefault(str(content["id"]), [])
        if not versions or versions[-1] != content:
            versions.append(dict(content))
            settings.choose(work.connection, OWN, dict(kept))
            work.note("settings", name=OWN, definition=str(content["id"]), version=str(len(versions)))
        away = settings.chosen(work.connection, AWAY)
        if away.pop(str(content["id"]), None):
            settings.choose(work.connection, AWAY, away)
    return own_return(content, len(versions))


def own_contents(desk: Desk) -> tuple[Mapping[str, Any], ...]:
    """What every return of the service's own is made of, as it is now, for changing it."""
    desk.require(Action.KEEP_RULES)
    with desk.reading() as connection:
        return tuple(versions[-1] for versions in _offered(connection).values())


def put_away(desk: Desk, id: str) -> None:
    """Takes a return of the service's own out of what is offered; what was released by it stays readable."""
    desk.require(Action.KEEP_RULES)
    with desk.writing() as work:
        away = {**settings.chosen(work.connection, AWAY), id: True}
        settings.choose(work.connection, AWAY, away)
        work.note("settings", name=AWAY, definition=id)


def own_definitions(desk: Desk) -> tuple[ReturnSpec, ...]:
    """The newest version of every return of the service's own."""
    from refugedesk.reporting.own_returns import own_return

    desk.require(Action.MAKE_RETURN)
    with desk.reading() as connection:
        return tuple(own_return(versions[-1], len(versions)) for versions in _offered(connection).values())


def definition_of(connection: Connection, id: str, version: str = "") -> ReturnSpec:
    """The return of that name, the product's or the service's own; its newest version, or the one asked for.

    Raises: ReturnError where there is none.
    """
    from refugedesk.reporting.own_returns import own_return
    from refugedesk.reporting.returns import definition

    versions = _kept(connection).get(id)
    if not versions:
        return definition(id)
    number = int(version) if version.isdecimal() and 0 < int(version) <= len(versions) else len(versions)
    return own_return(versions[number - 1], number)


def _offered(connection: Connection) -> dict[str, list[dict[str, Any]]]:
    away = settings.chosen(connection, AWAY)
    return {id: versions for id, versions in _kept(connection).items() if not away.get(id)}


def _kept(connection: Connection) -> dict[str, list[dict[str, Any]]]:
    """Each return's versions, the oldest first."""
    found = settings.chosen(connection, OWN)
    return {id: versions for id, versions in found.items() if isinstance(versions, list) and versions}
