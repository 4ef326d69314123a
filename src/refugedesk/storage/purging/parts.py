"""What a file consists of: the person or the call, and every record that belongs to it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from sqlalchemy import Connection, or_, select

from refugedesk.domain.fields import Kind
from refugedesk.domain.records import ALL
from refugedesk.storage.sight import hideable
from refugedesk.storage.tables import MERGE, RECORDS, REFERRAL, STAY


class Scope(StrEnum):
    """How much of a file is purged."""

    WHOLE = "whole"
    FIGURES_STAY = "figures_stay"
    ADULT_FIGURES_STAY = "adult_figures_stay"


@dataclass(frozen=True)
class FileParts:
    """record -> the keys that are in the file; subjects: the residents and referrals, those that were merged too.

    shared: referrals that another resident's stay came from as well; they stay. spared: the children's records, where
    they stay as they are.
    """

    records: dict[str, tuple[str, ...]]
    subjects: frozenset[str]
    shared: tuple[str, ...] = ()
    spared: frozenset[str] = frozenset()
    everything: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        keys = (key for keys in self.records.values() for key in keys)
        object.__setattr__(self, "everything", frozenset(keys) | self.subjects)


def is_there(connection: Connection, record: str, key: str) -> bool:
    """Whether there is such a record."""
    table = RECORDS[record].c
    return connection.execute(select(table.id).where(table.id == key)).first() is not None


def all_keys_of(connection: Connection, key: str) -> set[str]:
    """The key of a file, and those of the file it was made one with: whichever of them was meant."""
    found, m = {key}, MERGE.c
    standing = select(m.kept_id).where(m.undone_at.is_(None))
    while more := set(connection.execute(standing.where(m.gone_id.in_(found))).scalars()) - found:
        found |= more
    return found


def is_here(connection: Connection, parts: FileParts, today: date) -> bool:
    """Whether a stay of the file goes on."""
    s = STAY.c
    lasts = s.ended_on.is_(None) | (s.ended_on > today)
    return connection.execute(select(s.id).where(s.id.in_(parts.records.get("stay", ())), lasts)).first() is not None


def is_of_resident(connection: Connection, referral: str) -> bool:
    """Whether somebody moved in from a referral, so that it belongs to that person's file."""
    return connection.execute(select(STAY.c.id).where(STAY.c.referral_id == referral)).first() is not None


OF_CHILD: Final = ("child", "child_stay", "child_risk_assessment")


def file_parts(connection: Connection, record: str, key: str, scope: Scope = Scope.WHOLE) -> FileParts:
    """Every record of a resident's file, or of a referral that nobody came from. Asked of the whole truth."""
    residents = {key} if record == "resident" else set()
    referrals, shared = _referrals(connection, record, key)
    found: dict[str, set[str]] = {"resident": residents, "referral": referrals}
    while _grows(connection, found):
        pass
    adults = _without_children(connection, found) if scope is Scope.ADULT_FIGURES_STAY else found
    records = {name: tuple(sorted(adults[name])) for name in ALL if adults.get(name)}
    spared = frozenset(key for name, keys in found.items() for key in keys - adults.get(name, set()))
    subjects = frozenset(residents | referrals | _merged(connection, residents))
    return FileParts(records, subjects, tuple(sorted(shared)), spared)


def _referrals(connection: Connection, record: str, key: str) -> tuple[set[str], set[str]]:
    """The calls of one household, by stays and by calls that repeat one another; those of others as well apart."""
    s = STAY.c
    if record == "referral":
        found = {key}
    else:
        stays = select(s.referral_id).where(s.resident_id == key, s.referral_id.is_not(None))
        found = set(connection.execute(stays).scalars())
    while more := _repeats(connection, found) - found:
        found |= more
    others = select(s.referral_id).where(s.referral_id.in_(found), s.resident_id != key)
    shared = set(connection.execute(others).scalars())
    return found - shared, shared


def _repeats(connection: Connection, keys: Collection[str]) -> set[str]:
    r = REFERRAL.c
    rows = connection.execute(select(r.id, r.repeat_of).where(or_(r.id.in_(keys), r.repeat_of.in_(keys))))
    return {key for row in rows for key in row if key}


def _grows(connection: Connection, found: dict[str, set[str]]) -> bool:
    """Adds what names a record that is there already; whether anything was added."""
    before = sum(map(len, found.values()))
    for record, name, to in _links():
        if found.get(to):
            table = RECORDS[record]
            named = select(table.c.id).where(table.c[name].in_(found[to]))
            found.setdefault(record, set()).update(connection.execute(named).scalars())
    return sum(map(len, found.values())) > before


def _links() -> Iterator[tuple[str, str, str]]:
    """(record, field, the record it names) of what belongs to what it names."""
    for record in sorted(hideable() - {"resident", "referral"}):
        for each in ALL[record].fields:
            is_upwards = (record, each.name) == ("stay", "referral_id")
            if each.kind is Kind.LINK and each.links_to in hideable() and not is_upwards:
                yield record, each.name, each.links_to


def _without_children(connection: Connection, found: dict[str, set[str]]) -> dict[str, set[str]]:
    """The adult's records alone: whatever is about a child stays, so that it is there until the child's own time."""
    kept = {name: set(keys) for name, keys in found.items() if name not in OF_CHILD}
    for name, keys in kept.items():
        if "child_id" in RECORDS[name].c:
            table = RECORDS[name].c
            about = select(table.id).where(table.id.in_(keys), table.child_id.is_not(None))
            keys -= set(connection.execute(about).scalars())
    return kept


def _merged(connection: Connection, residents: set[str]) -> set[str]:
    """The keys of the files that were made one with these, however long ago."""
    found = set(residents)
    m = MERGE.c
    while more := set(connection.execute(select(m.gone_id).where(m.kept_id.in_(found))).scalars()) - found:
        found |= more
    return found - residents
