"""The text that a service adds to a return: what in it could tell who somebody is."""

from __future__ import annotations

from collections.abc import Callable

from refugedesk.domain.telltale import Found, telltales
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action
from refugedesk.storage.lookups.telling_words import telling_words

Warn = Callable[[str], tuple[Found, ...]]


def warner(desk: Desk) -> Warn:
    """What warns of a text, with the names the store has now. Made once for a text, asked at every pause in it."""
    desk.require(Action.MAKE_RETURN)
    with desk.reading() as connection:
        words = telling_words(connection)
    return lambda text: telltales(text, words.names, words.places)
