"""The words of a store that could tell in a free text who somebody is: names of people, units and wards."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from refugedesk.domain.sounds import words_of_name
from refugedesk.storage.lookups.names import FEARED, NAMED
from refugedesk.storage.tables import RECORDS, WARD

SHORTEST = 2


@dataclass(frozen=True)
class TellingWords:
    """names: single words of people's names; places: names of units and wards."""

    names: frozenset[str]
    places: frozenset[str]


def telling_words(connection: Connection) -> TellingWords:
    """Every such word that the one at the desk may see."""
    names: set[str] = set()
    for record, fields in (*NAMED.items(), *FEARED.items()):
        table = RECORDS[record]
        for row in connection.execute(select(*(table.c[field] for field in fields))):
            names.update(word for value in row if value for word in words_of_name(value))
    units = connection.execute(select(RECORDS["unit"].c.name)).scalars()
    wards = connection.execute(select(WARD.c.name)).scalars()
    places = {name.strip() for name in (*units, *wards) if name and name.strip()}
    return TellingWords(frozenset(name for name in names if len(name) >= SHORTEST), frozenset(places))
