"""Who may be the same person: by birthday and the sound of the name. It is offered to a person, never done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection

from refugedesk.domain.names import same_name
from refugedesk.domain.sounds import are_alike
from refugedesk.domain.words import tr
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action
from refugedesk.services.wording import NAMELESS, say_day
from refugedesk.storage import settings
from refugedesk.storage.lookups import alike as lookups
from refugedesk.storage.lookups.alike import Born

APART: Final = "two_people"
MOST: Final = 50


@dataclass(frozen=True)
class Alike:
    """Somebody who may be the same person as another: who, and why one may think so."""

    id: str
    name: str
    born: str
    why: str


def alike(desk: Desk, resident_id: str) -> tuple[Alike, ...]:
    """Those who may be the same person as this resident, the newest first; none who were said to be two people."""
    desk.require(Action.READ)
    with desk.reading() as connection:
        own, apart = lookups.person(connection, resident_id), _apart(connection)
        others = lookups.near(connection, own) if own else []
    if own is None:
        return ()
    found = (_alike(other, why(own, other)) for other in others if _pair(own.id, other.id) not in apart)
    return tuple(each for each in found if each.why)


def every_alike(desk: Desk) -> tuple[tuple[Alike, Alike], ...]:
    """Every two residents who may be one person, the newest first."""
    desk.require(Action.READ)
    with desk.reading() as connection:
        pairs, apart = lookups.pairs(connection), _apart(connection)
    ordered = sorted(pairs, key=lambda pair: max(pair[0].id, pair[1].id), reverse=True)
    found = []
    for one, other in ordered:
        reason = why(one, other)
        if reason and _pair(one.id, other.id) not in apart:
            found.append((_alike(one, reason), _alike(other, reason)))
    return tuple(dict.fromkeys(found))[:MOST]


def why(one: Born, other: Born) -> str:
    """Why the two may be one person; empty where nothing says so."""
    if one.date_of_birth and other.date_of_birth:
        is_turned = lookups.turned_round(one.date_of_birth) == other.date_of_birth
        is_same_day = one.date_of_birth == other.date_of_birth
        names = ((mine, theirs) for mine in one.names for theirs in other.names)
        if not (is_same_day or is_turned) or not any(are_alike(*pair) for pair in names):
            return ""
        if is_same_day:
            return tr("the same birthday, and a name that sounds alike")
        return tr("day and month of birth the other way round, and a name that sounds alike")
    is_same = bool(one.first_name and one.last_name) and same_name(one.full_name) == same_name(other.full_name)
    return tr("the same name, and a birthday is missing") if is_same else ""


def keep_apart(desk: Desk, one: str, other: str) -> None:
    """Remembers that these are two people, so that it is not offered again."""
    desk.require(Action.RECORD)
    with desk.writing() as work:
        kept = _apart(work.connection) | {_pair(one, other)}
        settings.choose(work.connection, APART, {"pairs": sorted(kept)})
        for mine, theirs in ((one, other), (other, one)):
            work.note(APART, "resident", mine, other=theirs)


def _apart(connection: Connection) -> set[str]:
    found = settings.chosen(connection, APART).get("pairs", [])
    return {str(pair) for pair in found} if isinstance(found, list) else set()


def _pair(one: str, other: str) -> str:
    return " ".join(sorted((one, other)))


def _alike(of: Born, reason: str) -> Alike:
    born = tr("born {day}", day=say_day(of.date_of_birth)) if of.date_of_birth else tr("birthday not recorded")
    return Alike(of.id, of.full_name or of.known_as or tr(NAMELESS), born, reason)
