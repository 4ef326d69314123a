"""People by names that are like one: for the search, and to keep those apart who must not meet."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, Select, func, literal, select, union_all

from refugedesk.domain.sounds import are_alike, is_alike, sound_of, words_of_name
from refugedesk.storage.tables import AUDIT_ENTRY, RECORDS

NAMED: Final = {
    "resident": ("first_name", "last_name", "known_as"),
    "child": ("first_name", "last_name"),
    "referral": ("known_as",),
    "staff": ("name",),
}
"""The forms that are found by the name of a person, and the fields that hold it."""
FEARED: Final = {"perpetrator": ("name", "also_known_as"), "referral": ("feared_person",)}
"""Those that name somebody feared: never found by a search."""
SHORTEST: Final = 3
Found = tuple[str, str]
"""Record id and key."""


def people_like(connection: Connection, name: str) -> list[Found]:
    """Those whose names are like this one, the newest first."""
    typed = words_of_name(name)
    if not typed or len(name.strip()) < SHORTEST:
        return []
    index = _index(connection)
    likely = {person for word in typed for like in index.words_like(word) for person in index.by_word[like]}
    return [index.people[person] for person in sorted(likely) if are_alike(name, index.names[person])]


@dataclass
class NameIndex:
    """The names of everybody by their words, and the words by how they sound and by their letters.

    stand: the last entry of the record of changes it was read after; with a later one it is read anew.
    """

    stand: int
    people: list[Found] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    by_word: dict[str, list[int]] = field(default_factory=dict)
    by_sound: dict[str, set[str]] = field(default_factory=dict)
    by_letters: dict[str, set[str]] = field(default_factory=dict)

    def take(self, found: Found, name: str) -> None:
        """Takes one more person in."""
        number = len(self.people)
        self.people.append(found)
        self.names.append(name)
        for word in words_of_name(name):
            if word not in self.by_word:
                self.by_word[word] = []
                self.by_sound.setdefault(sound_of(word), set()).add(word)
                for letters in _corners(word):
                    self.by_letters.setdefault(letters, set()).add(word)
            self.by_word[word].append(number)

    def words_like(self, word: str) -> set[str]:
        """The words that sound like this one, or begin or end with its letters and are nearly spelt so."""
        near = set().union(*(self.by_letters.get(letters, set()) for letters in _corners(word)))
        return {each for each in near if is_alike(word, each)} | {
            each for each in self.by_sound.get(sound_of(word), set()) if is_alike(word, each)
        }


def _corners(word: str) -> tuple[str, str]:
    """The first two letters and the last two: a slip of the hand leaves one of them whole."""
    return f"{word[:2]}-", f"-{word[-2:]}"


_KEPT: WeakKeyDictionary[Engine, NameIndex] = WeakKeyDictionary()
"""One index an open store; it goes when the store is locked, with the process."""


def _index(connection: Connection) -> NameIndex:
    stand = connection.execute(select(func.coalesce(func.max(AUDIT_ENTRY.c.position), 0))).scalar_one()
    kept = _KEPT.get(connection.engine)
    if kept is None or kept.stand != stand:
        kept = NameIndex(stand)
        for record, key, *parts in connection.execute(_query("named")):
            if full := " ".join(part for part in parts if part):
                kept.take((record, key), full)
        _KEPT[connection.engine] = kept
    return kept


@cache
def _query(which: str) -> Select[Any]:
    of = NAMED if which == "named" else FEARED
    parts = []
    for record, fields in of.items():
        table = RECORDS[record]
        columns = [table.c[field] for field in fields] + [literal(None)] * (3 - len(fields))
        named = [column.label(f"name_{number}") for number, column in enumerate(columns)]
        parts.append(select(literal(record).label("record"), table.c.id.label("key"), *named))
    everybody = union_all(*parts).subquery()
    return select(everybody).order_by(everybody.c.key.desc())
