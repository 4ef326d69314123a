"""Two files side by side: where they differ, which children may be one, what stands in the way, what will follow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from refugedesk.domain.merging import Difference, differences
from refugedesk.domain.records import ALL
from refugedesk.domain.sounds import are_alike
from refugedesk.domain.spans import spans_overlap
from refugedesk.domain.words import listed, tr
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action
from refugedesk.services.wording import NAMELESS, between, count_of, full_name, say_day
from refugedesk.storage import merges
from refugedesk.storage.lookups import alike as lookups
from refugedesk.storage.lookups.alike import Born
from refugedesk.storage.work import Stored, load

Span = tuple[date, date | None]


@dataclass(frozen=True)
class Side:
    """One of the two files: whose, its version, and a few facts that tell it from the other."""

    id: str
    name: str
    version: int
    facts: tuple[str, ...]


@dataclass(frozen=True)
class Together:
    """Two records that may be made one. is_likely: the same child by birthday and name, as far as both are known."""

    kept_id: str
    gone_id: str
    words: str
    differences: tuple[Difference, ...]
    is_likely: bool = True


@dataclass(frozen=True)
class Comparison:
    """Two files compared. refusal: why they cannot be made one, empty where they can; follows: what will happen."""

    kept: Side
    gone: Side
    person: Together
    children: tuple[Together, ...]
    refusal: str
    follows: tuple[str, ...]


def compare(desk: Desk, kept_id: str, gone_id: str) -> Comparison:
    """The two files side by side; that both were looked at is written down. GoneError where one is not there."""
    desk.require(Action.RECORD)
    with desk.reading() as connection:
        kept, gone = load(connection, "resident", kept_id), load(connection, "resident", gone_id)
        person = Together(kept_id, gone_id, _name(kept), differences(kept.record, kept.answers, gone.answers))
        refusal = overlap(lookups.stays(connection, kept_id), lookups.stays(connection, gone_id))
        follows = tuple(_follows(connection, kept, gone))
        sides = _side(connection, kept), _side(connection, gone)
        children = tuple(_children(connection, kept_id, gone_id))
    with desk.writing() as work:
        for each in (kept_id, gone_id):
            work.note("view", "resident", each)
    return Comparison(*sides, person, children, refusal, follows)


def overlap(kept: Sequence[Span], gone: Sequence[Span]) -> str:
    """The sentence where a stay of one file shares a night with one of the other; empty where none does."""
    for mine in kept:
        for theirs in gone:
            if spans_overlap(mine, theirs) or mine == theirs:
                return tr(
                    "Both files have a stay on the same nights: {days}, and {days_2}. One person cannot be "
                    "in two stays at once. Correct the days of one of them, or take out the one that was "
                    "recorded twice; then make the files one.",
                    days=_days(mine),
                    days_2=_days(theirs),
                )
    return ""


def _days(span: Span) -> str:
    return between(say_day(span[0]), say_day(span[1])) if span[1] else tr("since {day}", day=say_day(span[0]))


def _name(of: Stored) -> str:
    first, last = of.answers.get("first_name"), of.answers.get("last_name")
    return full_name(first if isinstance(first, str) else None, last if isinstance(last, str) else None)


def _side(connection: Connection, of: Stored) -> Side:
    stays = lookups.stays(connection, of.id)
    facts = [tr("Stay {days}", days=_days(stay)) for stay in stays[-3:]] or [tr("No stay")]
    if len(stays) > 3:
        facts.insert(0, tr("{number} earlier", number=len(stays) - 3))
    children = [each.full_name or tr(NAMELESS) for each in lookups.children(connection, of.id)]
    facts += [f"{count_of(len(children), 'child', 'children')}: {', '.join(children)}"] if children else []
    facts += [tr("Id {reference}", reference=of.reference)] if of.reference else []
    return Side(of.id, _name(of), of.version, tuple(facts))


def _children(connection: Connection, kept: str, gone: str) -> Iterator[Together]:
    """Children of the two files who may be one child, each at most once, the likeliest first."""
    mine, theirs = lookups.children(connection, kept), lookups.children(connection, gone)
    taken: set[str] = set()
    pairs = sorted(((_likeness(one, other), one, other) for other in theirs for one in mine), key=_order)
    for likeness, one, other in pairs:
        if likeness and not taken & {one.id, other.id}:
            taken |= {one.id, other.id}
            here, there = load(connection, "child", one.id), load(connection, "child", other.id)
            found = differences(ALL["child"], here.answers, there.answers)
            born = say_day(one.date_of_birth or other.date_of_birth)
            words = one.full_name or other.full_name or tr(NAMELESS)
            if born:
                words = tr("{name}, born {day}", name=words, day=born)
            yield Together(one.id, other.id, words, found, likeness == 2)


def _order(pair: tuple[int, Born, Born]) -> tuple[int, str, str]:
    return -pair[0], pair[1].id, pair[2].id


def _likeness(one: Born, other: Born) -> int:
    """2: birthday and name agree; 1: one of them does, and a file lacks the other; 0: they are two children."""
    days = {one.date_of_birth, other.date_of_birth} - {None}
    is_named = bool(one.full_name and other.full_name)
    if len(days) == 2 or (is_named and not are_alike(one.full_name, other.full_name)):
        return 0
    has_both_days = bool(one.date_of_birth and other.date_of_birth)
    return 2 if has_both_days and is_named else 1 if has_both_days or is_named else 0


def _follows(connection: Connection, kept: Stored, gone: Stored) -> Iterator[str]:
    moving = merges.naming(connection, "resident", gone.id)
    stays = sum(record == "stay" for record, _, _ in moving)
    children = sum(record == "child" for record, _, _ in moving)
    others = len(moving) - stays - children
    found = (
        (stays, count_of(stays, "stay")),
        (children, count_of(children, "child", "children")),
        (others, count_of(others, "other record")),
    )
    parts = [words for number, words in found if number]
    if parts:
        yield tr(
            "{what} of the other file, with everything written in them, move to the file that is kept.",
            what=listed(parts),
        )
    yield tr("The other file leaves the lists, the search and the counts.")
    yield tr("Returns count one person from now on; those already sent stay as they were sent.")
    yield tr("A name that does not stand is kept under “Also known as”, so that the search still finds it.")
    if gone.reference and not kept.reference:
        yield tr(
            "The file that is kept takes over the id {reference}, under which it was imported.",
            reference=gone.reference,
        )
    elif gone.reference:
        yield tr(
            "The id {reference} is kept as an earlier id: an import that brings it again is told whose it is.",
            reference=gone.reference,
        )
    yield tr("Nothing is lost: it can be undone from the history of the file that is kept.")
