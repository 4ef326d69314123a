"""Case stories: facts of one stay in bands, checked against everybody they could be about, given out and written down.

A reader knows roughly who was there and has the stories given before. So the facts told, with those told of the same
person before, must fit at least as many people as the rule for counts asks, of those who were there within a year.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from refugedesk.domain.errors import CorrectableError
from refugedesk.domain.stories.crowd import Crowd
from refugedesk.domain.stories.facts import WORDS, Fact, Facts, facts_of, in_order
from refugedesk.domain.stories.questions import Part
from refugedesk.domain.telltale import Found
from refugedesk.domain.words import noted, tr
from refugedesk.services import papers
from refugedesk.services.desk import Desk
from refugedesk.services.handing_over import STORY, NewHandOver, log
from refugedesk.services.narratives import warner
from refugedesk.services.roles import Action
from refugedesk.storage import accounts, handed_over
from refugedesk.storage.lookups.lived_stays import days_of_stays, lived_stays
from refugedesk.storage.purging.parts import file_parts

Paint = Callable[[Path], object]
YEAR: Final = timedelta(days=365)
TITLE: Final = "A case story"
ABOUT: Final = "Told in bands and without days, ages, names or places, so that it could be about several people."
OWN_WORDS: Final = "In our own words"
WHAT: Final = noted("A case story in bands")


class StoryError(CorrectableError):
    """A story that could be about too few people, or is not ready to be given."""


@dataclass(frozen=True)
class StayChoice:
    """A stay that a story can be about."""

    id: str
    started_on: date
    ended_on: date | None


@dataclass(frozen=True)
class StoryBook:
    """What can be told of a stay, whom it could be about, and what stories told of the person before."""

    resident_id: str
    stay_id: str
    stays: tuple[StayChoice, ...]
    facts: tuple[Fact, ...]
    crowd: Crowd
    told_before: Facts

    def hides(self, told: Iterable[Fact]) -> bool:
        """Whether a story of these facts, beside those told before, fits enough people."""
        return self.crowd.hides(frozenset(told) | self.told_before)

    def to_leave_out(self, told: Iterable[Fact]) -> tuple[Fact, ...]:
        """What is to be left out of it; all of it where nothing helps."""
        return self.crowd.to_leave_out(told, self.told_before)


@dataclass(frozen=True)
class Story:
    """A story as it is to be given. is_looked_over: its words were read by somebody who knows that they tell nobody."""

    told: Facts
    own_words: str = ""
    is_looked_over: bool = False

    @property
    def paper(self) -> papers.Paper:
        """The story on paper. It names neither the service nor who made it, nor when."""
        parts = [papers.Part(part.value, lines) for part in Part if (lines := self._lines(part))]
        if words := " ".join(self.own_words.split()):
            parts.append(papers.Part(OWN_WORDS, (words,)))
        return papers.Paper("case_story", TITLE, ABOUT, tuple(parts), "")

    @property
    def text(self) -> str:
        """The story as plain text."""
        paper = self.paper
        parts = ("\n".join((part.heading, *(f"- {line}" for line in part.lines))) for part in paper.parts)
        return "\n\n".join((paper.title, paper.about, *parts)) + "\n"

    def _lines(self, part: Part) -> tuple[str, ...]:
        return tuple(fact.words for fact in in_order(self.told) if fact.part is part)


def story_book(desk: Desk, resident_id: str, stay_id: str = "") -> StoryBook:
    """What can be told of a person's stay, the latest unless another is named.

    Raises:
        StoryError: the person has no stay. NotAllowedError
    """
    desk.require(Action.HAND_OVER)
    from refugedesk.reporting.policies import DEFAULT

    with desk.reading() as connection:
        stays = tuple(StayChoice(*row) for row in days_of_stays(connection, resident_id))
    chosen = next((each for each in stays if each.id == stay_id), stays[0] if stays else None)
    if chosen is None:
        raise StoryError(tr("A story is about a stay, and this person has had none yet. Choose somebody else."))
    with desk.whole() as connection:  # whom it could be about: everybody, whoever looks
        home = accounts.service(connection).home_authority
        lived = lived_stays(connection, *_within_a_year(chosen, desk.today))
        keys = file_parts(connection, "resident", resident_id).subjects
        before = _told_before(handed_over.entries(connection, keys))
    people = defaultdict(list)
    for owner, stay in lived.values():
        people[owner].append(facts_of(stay, home))
    crowd = Crowd(tuple(tuple(each) for each in people.values()), DEFAULT.threshold)
    facts = in_order(facts_of(lived[chosen.id][1], home))
    return StoryBook(resident_id, chosen.id, stays, facts, crowd, before)


def own_words_found(desk: Desk, words: str) -> tuple[Found, ...]:
    """What in a text could tell whose story it is."""
    desk.require(Action.HAND_OVER)
    return warner(desk)(words)


def give_story(
    desk: Desk, book: StoryBook, story: Story, to_whom: str, path: Path | None = None, paint: Paint | None = None
) -> str:
    """Gives a story out, as a new file or to be copied, and writes down to whom; its text.

    Args: paint: what writes the file, where it is not to be a text.

    Raises:
        StoryError: it fits too few people, its words were not looked over, or it could not be written; nothing is left.
        HandOverError: it is not said to whom. NotAllowedError
    """
    desk.require(Action.HAND_OVER)
    _check(desk, book, story)
    if path is not None:
        _write_new(path, paint or (lambda file: _write_text(file, story.text)))
    try:
        _note(desk, book, story, to_whom, "file" if path is not None else "statement")
    except BaseException:
        if path is not None:
            path.unlink(missing_ok=True)
        raise
    return story.text


def _check(desk: Desk, book: StoryBook, story: Story) -> None:
    """By the records of this moment: others may have changed them while the story was put together."""
    now = story_book(desk, book.resident_id, book.stay_id)
    if not story.told:
        raise StoryError(tr("Choose what the story tells. Nothing was given."))
    if not story.told <= {*now.facts}:
        raise StoryError(tr("The records have changed since. Look at the story again. Nothing was given."))
    if not now.hides(story.told):
        raise StoryError(tr("The story fits too few people. Leave something out. Nothing was given."))
    if not story.is_looked_over and own_words_found(desk, story.own_words):
        raise StoryError(
            tr("Your own words could tell who it is. Change them, or say that you have looked. Nothing was given.")
        )


def _note(desk: Desk, book: StoryBook, story: Story, to_whom: str, how: str) -> None:
    given = NewHandOver(desk.today, to_whom, STORY, "", tr(WHAT), how)
    with desk.writing() as work:
        log(desk, work, book.resident_id, given, _as_codes(story.told))


def _within_a_year(stay: StayChoice, today: date) -> tuple[date, date]:
    return stay.started_on - YEAR, max(stay.ended_on or today, stay.started_on) + YEAR


def _write_new(path: Path, paint: Paint) -> None:
    """A new file; one that is there already stays as it is."""
    there = tr("There is a file of that name already. Choose another name. Nothing was given.")
    if path.exists():
        raise StoryError(there)
    try:
        paint(path)
    except FileExistsError as error:
        raise StoryError(there) from error
    except OSError as error:
        path.unlink(missing_ok=True)
        raise StoryError(tr("The story could not be written there. Choose another folder.")) from error


def _write_text(path: Path, text: str) -> None:
    """A text that nobody else on the computer can read."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)


def _as_codes(told: Iterable[Fact]) -> str:
    return " ".join(f"{fact.key}:{fact.code}" for fact in in_order(told))


def _told_before(entries: Iterable[handed_over.HandedOver]) -> Facts:
    codes = (code for each in entries if each.authority == STORY for code in (each.numbers or "").split())
    facts = (Fact(*code.split(":", 1)) for code in codes if ":" in code)
    return frozenset(fact for fact in facts if tuple(fact) in WORDS)
