"""What a referral knows that the arrival takes over, so that nothing is typed twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy import Connection

from refugedesk.domain.children_told import ChildTold
from refugedesk.domain.fields import Answer, Answers
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action
from refugedesk.storage.lookups import arrivals as lookups
from refugedesk.storage.work import Work

SAME_NAME = ("pregnant", "no_recourse")
"""The questions that are asked in the same words of a referral and of a resident."""
BETWEEN_LETTERS = "-'\N{RIGHT SINGLE QUOTATION MARK}"


def names(referral: Answers, asks_last_name: bool) -> dict[str, Answer]:
    """The name given, for the form of a resident: two plain words are a first and a last name.

    Lists and boards show a last name by its first letter alone; whole in the first name it would hang on the wall.
    """
    given = referral.get("known_as")
    words = given.split() if isinstance(given, str) else []
    if asks_last_name and len(words) == 2 and all(is_name(word) for word in words):
        return {"first_name": words[0], "last_name": words[1]}
    return {"first_name": given}


def is_name(word: str) -> bool:
    """Whether a word is written as a name is: a capital, then letters, with - or ' between them."""
    return word[0].isupper() and "".join(letter for letter in word if letter not in BETWEEN_LETTERS).isalpha()


def to_resident(referral: Answers) -> dict[str, Answer]:
    """The resident's answers that the referral has given; the first of several languages is hers."""
    languages = referral.get("languages")
    first = languages.split(",")[0].strip()[:60] if isinstance(languages, str) else None
    return {**{name: referral.get(name) for name in SAME_NAME}, "first_language": first}


def children(connection: Connection, referral_id: str) -> list[ChildTold]:
    """What was told of each child: those who would come along first, the eldest first."""
    told = [child for _, child in lookups.children_told(connection, referral_id)]
    return sorted(told, key=lambda child: not child.comes_along)


def feared(referral: Answers) -> Iterator[dict[str, Answer]]:
    """The person feared, for a form of their own."""
    if referral.get("feared_person") or referral.get("feared_area"):
        yield {"name": referral.get("feared_person"), "area": referral.get("feared_area")}


def along(referral: Answers) -> Iterator[dict[str, Answer]]:
    """Pets that come along; which they are is told later."""
    if pets := referral.get("pets"):
        is_dog = isinstance(pets, str) and "dog" in pets.casefold()
        is_cat = isinstance(pets, str) and "cat" in pets.casefold() and not is_dog
        yield {"kind": "dog" if is_dog else "cat" if is_cat else "other_pet", "name": pets}


def held_unit(desk: Desk, referral_id: str | None) -> str | None:
    """The unit that is held for the referral today."""
    desk.require(Action.RECORD)
    if referral_id is None:
        return None
    with desk.reading() as connection:
        holds = lookups.open_holds(connection, referral_id, desk.today)
    return holds[0].unit_id if holds else None


def let_go_of_holds(work: Work, referral_id: str | None, today: date) -> None:
    """A household that has moved in holds no unit any more."""
    if referral_id is None:
        return
    for hold in lookups.open_holds(work.connection, referral_id, today):
        stored = work.load("hold", hold.id)
        work.save("hold", hold.id, {**stored.answers, "released_on": today}, stored.version)
