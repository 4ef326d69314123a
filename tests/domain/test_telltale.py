"""What in a text could tell who somebody is."""

from __future__ import annotations

import pytest

from refugedesk.domain.telltale import Telltale, telltales

NAMES, PLACES = {"farah", "o'neill"}, {"Room 1", "Foleshill"}


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Farah's children did well", Telltale.NAME, "Farah"),
        ("FARAH came", Telltale.NAME, "FARAH"),
        ("Somebody left room 1", Telltale.PLACE, "Room 1"),
        ("Many came from foleshill.", Telltale.PLACE, "Foleshill"),
        ("She arrived on 3 May 2021", Telltale.DAY, "3 May 2021"),
        ("since 12/04/2021", Telltale.DAY, "12/04/2021"),
        ("on Tuesday", Telltale.DAY, "Tuesday"),
        ("a 7-year-old", Telltale.AGE, "7-year-old"),
        ("a woman aged 83", Telltale.AGE, "aged 83"),
        ("one family waited", Telltale.SMALL, "one"),
        ("3 women had no recourse", Telltale.SMALL, "3"),
    ],
)
def test_it_is_pointed_out(text: str, kind: Telltale, words: str) -> None:
    assert words in [each.words for each in telltales(text, NAMES, PLACES) if each.kind is kind]


@pytest.mark.parametrize("text", ["", "The refuge was full throughout.", "Referrals rose by 12 % to 91.", "4.5 % more"])
def test_a_text_that_tells_nothing_is_left_alone(text: str) -> None:
    assert telltales(text, NAMES, PLACES) == ()
