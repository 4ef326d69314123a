"""What a type-ahead list offers, and which of it fits the words typed."""

from __future__ import annotations

from datetime import date

from refugedesk.domain.codelists import Code, CodeList
from refugedesk.domain.lists import ALL
from refugedesk.ui.forms.offers import NON_ANSWERS_HEADING, Offer, best, fits, fitting, offers_of

TODAY = date(2021, 4, 12)


def test_any_word_finds_an_offer_whatever_its_case_accents_or_order() -> None:
    offer = Offer("x", "White: English, Welsh or British", "Zoë’s list", "White")
    assert fits(offer, "BRIT")
    assert fits(offer, "zoes")
    assert fits(offer, "welsh white")
    assert not fits(offer, "british irish")
    assert not fits(offer, "ritish")


def test_the_code_finds_its_label() -> None:
    assert [offer.label for offer in fitting(offers_of(ALL["refusal_reason"], TODAY), "full")] == ["No space"]


def test_answers_come_first_and_non_answers_under_their_own_heading() -> None:
    offers = offers_of(ALL["ethnicity"], TODAY)
    answers = [offer.is_answer for offer in offers]
    assert answers == sorted(answers, reverse=True)
    assert {offer.heading for offer in offers if not offer.is_answer} == {NON_ANSWERS_HEADING}


def test_each_heading_stands_once() -> None:
    headings = [offer.heading for offer in offers_of(ALL["move_on_destination"], TODAY)]
    runs = [heading for at, heading in enumerate(headings) if at == 0 or headings[at - 1] != heading]
    assert len(runs) == len(set(runs))


def test_a_code_out_of_use_is_offered_only_where_it_was_answered() -> None:
    old = CodeList("l", "L", "test", (Code("a", "A"), Code("b", "B", last_used=date(2020, 1, 1))))
    assert [offer.value for offer in offers_of(old, TODAY)] == ["a"]
    assert [offer.value for offer in offers_of(old, TODAY, ("b",))] == ["a", "b"]


def test_the_list_points_at_what_begins_as_typed() -> None:
    offers = (Offer("1", "Another refuge"), Offer("2", "Refuge"))
    assert best(offers, "refuge") == 1
    assert best(offers, "another") == 0
    assert best((), "x") == -1
