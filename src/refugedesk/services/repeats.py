"""Whether a household has called before: by children, place and who is feared, never by a name alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from refugedesk.domain.children_told import children_in
from refugedesk.domain.fields import Answers
from refugedesk.domain.lists.referrals import REFERRAL_SOURCE
from refugedesk.domain.names import same_place
from refugedesk.domain.sounds import are_alike
from refugedesk.domain.words import noted, tr
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action
from refugedesk.services.wording import count_of, say_day
from refugedesk.storage.lookups.households import EarlierReferral, earlier_referrals

LOOKED_BACK: Final = timedelta(days=731)
ENOUGH: Final = 3
MOST: Final = 3


@dataclass(frozen=True)
class Repeat:
    """An earlier referral that may be of the same household: when and what it said, and what the two share."""

    id: str
    words: str
    shared: tuple[str, ...]


def may_repeat(desk: Desk, answers: Answers, without: str = "") -> tuple[Repeat, ...]:
    """The earlier referrals that share most with these answers, at most three, the likeliest first.

    Args: answers: of the referral's form, its line of children among them; without: the referral itself, once it is
        stored.
    """
    desk.require(Action.READ)
    ages = tuple(child.age for child in children_in(answers.get("children_told")) if child.age is not None)
    with desk.reading() as connection:
        earlier = earlier_referrals(connection, desk.today - LOOKED_BACK, without)
    scored = [(list(_shared(answers, ages, each)), each) for each in earlier]
    likely = [(sum(weight for _, weight in shared), shared, each) for shared, each in scored]
    enough = [entry for entry in likely if entry[0] >= ENOUGH and any(word != tr(NAME) for word, _ in entry[1])]
    ordered = sorted(enough, key=lambda entry: -entry[0])[:MOST]
    return tuple(Repeat(each.id, _words(each), tuple(word for word, _ in shared)) for _, shared, each in ordered)


NAME: Final = noted("a name like it")


def _shared(answers: Answers, ages: tuple[int, ...], earlier: EarlierReferral) -> Iterator[tuple[str, int]]:
    """What the two share, and how much it says."""
    if _is_same_place(answers.get("origin_ward"), earlier.origin_ward):
        yield tr("the same ward"), 1
    if _is_same_place(answers.get("postcode_district"), earlier.postcode_district):
        yield tr("the same postcode district"), 1
    if _is_same_place(answers.get("origin_authority"), earlier.origin_authority):
        yield tr("the same council area"), 1
    if isinstance(answers.get("children"), int) and answers["children"] == earlier.children and earlier.children:
        yield tr("as many children"), 1
    if ages and len(ages) == len(earlier.ages) and _are_near(ages, earlier.ages):
        yield tr("children of the same ages"), 2
    if _is_alike(answers.get("feared_person"), earlier.feared_person):
        yield tr("the same person feared"), 2
    if _is_alike(answers.get("known_as"), earlier.known_as):
        yield tr(NAME), 1


def _are_near(mine: tuple[int, ...], theirs: tuple[int, ...]) -> bool:
    """As old, or up to two years older than they were then."""
    return all(0 <= now - then <= 2 for now, then in zip(sorted(mine), sorted(theirs), strict=True))


def _is_same_place(one: object, other: str | None) -> bool:
    return isinstance(one, str) and same_place(one, other)


def _is_alike(one: object, other: str | None) -> bool:
    return isinstance(one, str) and other is not None and are_alike(one, other)


def _words(earlier: EarlierReferral) -> str:
    children = count_of(earlier.children, "child", "children") if earlier.children is not None else ""
    parts = (
        say_day(earlier.received_on),
        tr(REFERRAL_SOURCE.label(earlier.source)),
        earlier.origin_authority,
        children,
    )
    return " · ".join(part for part in parts if part)
