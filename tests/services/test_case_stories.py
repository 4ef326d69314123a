"""Case stories from a real store: always true of enough people, silent about who it is, and written down."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from desks import a_desk
from refugedesk.domain.stories.facts import Fact
from refugedesk.domain.words import tr
from refugedesk.services import views
from refugedesk.services.case_stories import Story, StoryBook, StoryError, give_story, own_words_found, story_book
from refugedesk.services.desk import Desk
from refugedesk.services.handing_over import HandOverError, handed_over_rows
from refugedesk.services.interchange import import_folder
from refugedesk.services.trail import trail
from stores import CITY_REFUGE, city_refuge

LEAST = 5


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """City Refuge, which no test of this module changes but for its log."""
    opened = a_desk(tmp_path_factory.mktemp("stories") / "store")
    assert import_folder(opened, CITY_REFUGE).faults == ()
    yield opened
    opened.close()


def everybody(desk: Desk) -> list[str]:
    return [row.id for row in views.residents(desk, "all").rows]


def a_book(desk: Desk, number: int = 0) -> StoryBook:
    return story_book(desk, everybody(desk)[number])


def that_fits(book: StoryBook) -> frozenset[Fact]:
    told = frozenset(book.facts)
    return told - {*book.to_leave_out(told)}


def test_what_may_be_told_is_true_of_five_people_counted_from_the_plain_file(house: Desk) -> None:
    """The brute force knows the folder, not the program: sex, risk and the needs of each stay."""
    store, chance = city_refuge(), Random(5)
    sexes = {row["resident_id"]: row["sex"] for row in store["residents"]}
    stays = store["stays"]
    for number in chance.sample(range(len(everybody(house))), 12):
        book = a_book(house, number)
        plain = {fact for fact in book.facts if fact.key in ("sex", "risk", "needs")}
        told = frozenset(chance.sample(sorted(plain), chance.randint(0, len(plain))))

        def is_true(stay: dict[str, str], told: frozenset[Fact] = told) -> bool:
            needs = {row["need"] for row in store["needs"] if row["stay_id"] == stay["stay_id"]}
            said = {("sex", sexes[stay["resident_id"]]), ("risk", stay["risk_at_start"])}
            return {(fact.key, fact.code) for fact in told} <= said | {("needs", need) for need in needs}

        by_hand = {stay["resident_id"] for stay in stays if is_true(stay)}
        assert book.crowd.fits(told) <= len(by_hand)  # those within a year alone
        assert not book.hides(told) or len(by_hand) >= LEAST


def test_every_story_that_is_given_says_nothing_of_who_it_is(house: Desk) -> None:
    store = city_refuge()
    names = {row["first_name"] for row in store["residents"]} | {row["last_name"] for row in store["residents"]}
    places = {row["name"] for row in store["units"]} | {row["origin_ward"] for row in store["stays"]}
    for number in range(len(everybody(house))):
        book = a_book(house, number)
        text = Story(that_fits(book)).text
        assert book.hides(that_fits(book)) or not that_fits(book)
        words = {*re.findall(r"[^\W\d_]+", text)}
        assert not (words & {name for name in names if name}), text
        assert not any(place and place in text for place in places | {"City Refuge", "Coventry", "Ana", "Silva"})
        assert not re.search(r"\b(19|20)\d\d\b|\b\d{1,2}[ /-](\d|[JFMASOND][a-z]{2})", text)


def test_a_story_that_fits_too_few_is_refused_and_its_remedy_is_not(house: Desk, tmp_path: Path) -> None:
    book = a_book(house)
    whole = Story(frozenset(book.facts))
    assert book.crowd.fits(whole.told) < LEAST
    with pytest.raises(StoryError, match="fits too few people"):
        give_story(house, book, whole, "The trust", tmp_path / "story.txt")
    with pytest.raises(StoryError, match="Choose what"):
        give_story(house, book, Story(frozenset()), "The trust")
    assert not (tmp_path / "story.txt").exists() and handed_over_rows(house, book.resident_id) == ()
    story = Story(that_fits(book))
    given = give_story(house, book, story, "The trust", tmp_path / "story.txt")
    assert (tmp_path / "story.txt").read_text("utf-8") == given == story.text
    assert (tmp_path / "story.txt").stat().st_mode & 0o077 == 0
    [row] = handed_over_rows(house, book.resident_id)
    assert (row.to_whom, row.authority, row.what) == (
        "The trust",
        "A story that names nobody",
        tr("A case story in bands"),
    )
    assert any("The trust" in repr(line) for line in trail(house).rows)


def test_what_was_told_before_is_told_again_by_the_reader(house: Desk) -> None:
    """Two stories of one person, each true of many, are not true of many together."""
    book = next(found for found in (a_book(house, number) for number in range(20, 50)) if pair_of(found))
    first, second = pair_of(book)
    assert book.hides({first}) and book.hides({second})
    give_story(house, book, Story(frozenset({first})), "The trust")
    again = story_book(house, book.resident_id)
    assert again.told_before == {first} and again.crowd.hides({second}) and not again.hides({second})
    with pytest.raises(StoryError):
        give_story(house, again, Story(frozenset({second})), "The council")


def pair_of(book: StoryBook) -> tuple[Fact, ...]:
    """Two facts that fit enough people each and not together."""
    for first in book.facts:
        for second in book.facts:
            if book.hides({first}) and book.hides({second}) and not book.hides({first, second}):
                return first, second
    return ()


def test_own_words_are_looked_over_and_nothing_is_given_to_nobody(house: Desk, tmp_path: Path) -> None:
    book = a_book(house, 3)
    told = that_fits(book)
    told_on = "She came on 3 May with Farah, aged 34."
    assert {found.kind.name for found in own_words_found(house, told_on)} >= {"DAY", "AGE"}
    with pytest.raises(StoryError, match="Your own words"):
        give_story(house, book, Story(told, told_on), "The trust")
    with pytest.raises(HandOverError):
        give_story(house, book, Story(told), " ", tmp_path / "nobody.txt")
    assert not (tmp_path / "nobody.txt").exists() and handed_over_rows(house, book.resident_id) == ()
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(StoryError, match="already"):
        give_story(house, book, Story(told), "The trust", tmp_path / "mine.txt")
    assert (tmp_path / "mine.txt").read_text() == "mine"
    assert told_on in give_story(house, book, Story(told, told_on, is_looked_over=True), "The trust")
