"""What a case story may tell: bands alone, and never so much that too few people could be meant."""

from __future__ import annotations

import re
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from refugedesk.domain.stories.crowd import Crowd
from refugedesk.domain.stories.facts import WORDS, Fact, Lived, facts_of, in_order
from refugedesk.domain.stories.questions import QUESTIONS
from refugedesk.domain.telltale import telltales

ARRIVED = date(2020, 5, 6)


def lived(**stay: object) -> Lived:
    resident = {"sex": "female", "date_of_birth": date(1990, 5, 7), "ethnicity": "asian_indian", "disabled": "no"}
    answers = {"started_on": ARRIVED, "ended_on": date(2020, 8, 6), "origin_authority": " coventry ", **stay}
    return Lived(answers, resident, (date(2018, 1, 1), None), frozenset({"drugs", "other"}), frozenset({"sexual"}))  # type: ignore[arg-type]


def test_a_stay_is_told_in_bands() -> None:
    told = facts_of(lived(risk_at_start="high", risk_at_exit="medium", safe_at_exit="not_known"), "Coventry")
    assert {f"{fact.key}:{fact.code}" for fact in told} == {
        "sex:female", "age:25_34", "ethnic_group:asian", "children:few", "young_child:yes", "origin:inside",
        "abuse:sexual", "needs:drugs", "risk:high", "length:3_to_6", "risk_change:lower",
    }  # fmt: skip


def test_a_stay_that_goes_on_has_no_end_to_tell() -> None:
    told = facts_of(lived(ended_on=None, planned_departure="yes", move_on_destination="prison"), "Coventry")
    assert not {fact.key for fact in told} & {"length", "planned", "move_on", "risk_change"}


def test_no_answer_is_no_fact() -> None:
    nothing = Lived({"started_on": ARRIVED, "risk_at_start": "not_assessed"}, {"ethnicity": "not_known"})
    assert {fact.key for fact in facts_of(nothing, "Coventry")} == {"children"}


def test_nothing_that_can_be_told_is_a_day_an_age_or_a_figure_of_days() -> None:
    for (key, code), (_, words) in WORDS.items():
        kinds = {found.kind.name for found in telltales(words, ["farah"], ["Room 1", "Coventry"])}
        assert kinds <= {"SMALL"}, (key, code, words)
        figures = {int(number) for number in re.findall(r"\d+", words)}
        assert figures <= {25, 34, 35, 44, 45, 54, 55}, words


def test_each_question_is_asked_once() -> None:
    assert len({each.key for each in QUESTIONS}) == len(QUESTIONS)


FEW = sorted(WORDS)[:9]
STAYS = st.frozensets(st.sampled_from(FEW).map(lambda key: Fact(*key)), max_size=9)
CROWDS = st.lists(st.lists(STAYS, min_size=1, max_size=2).map(tuple), max_size=14).map(tuple)


@given(people=CROWDS, threshold=st.integers(2, 6), told=STAYS, kept=STAYS)
def test_what_is_left_is_always_true_of_enough_people_or_nothing_is(
    people: tuple[tuple[frozenset[Fact], ...], ...], threshold: int, told: frozenset[Fact], kept: frozenset[Fact]
) -> None:
    crowd = Crowd(people, threshold)
    by_hand = [person for person in people if any(all(fact in stay for fact in told) for stay in person)]
    assert crowd.fits(told) == len(by_hand) and crowd.hides(told) == (len(by_hand) >= threshold)
    away = crowd.to_leave_out(told, kept)
    rest = told - {*away}
    assert {*away} <= told and (crowd.hides(rest | kept) or not rest)
    assert bool(away) == (bool(told) and not crowd.hides(told | kept))


def test_one_fact_that_is_enough_is_the_only_one_left_out() -> None:
    common, rare, other = Fact("sex", "female"), Fact("needs", "drugs"), Fact("safe", "yes")
    people = tuple((frozenset({common, other}),) for _ in range(5))
    crowd = Crowd((*people, (frozenset({common, other, rare}),)), 5)
    assert crowd.to_leave_out({common, rare, other}) == (rare,)


@given(days=st.integers(0, 1500), age=st.integers(0, 33000))
def test_every_age_and_length_has_a_band(days: int, age: int) -> None:
    stay = {"started_on": ARRIVED, "ended_on": ARRIVED + timedelta(days=days)}
    told = facts_of(Lived(stay, {"date_of_birth": ARRIVED - timedelta(days=age)}), "")
    assert {fact.key for fact in told} >= {"age", "length"}
    assert in_order(told) == in_order(reversed(in_order(told)))


@given(people=CROWDS, told=STAYS)
def test_no_more_is_left_out_than_must_be(
    people: tuple[tuple[frozenset[Fact], ...], ...], told: frozenset[Fact]
) -> None:
    crowd = Crowd(people, 3)
    away = crowd.to_leave_out(told)
    rest = told - {*away}
    assert not any(crowd.hides(rest | {fact}) for fact in away)
