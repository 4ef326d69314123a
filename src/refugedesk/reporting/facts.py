"""What is true of the populations themselves, whichever return prints them: who is among whom, and what adds up.

Populations are named as in ``populations.py``. A size is ``Place("", name)``: how many a population has, whether or
not a table prints it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from refugedesk.domain.lists.support import SUPPORT_NEED
from refugedesk.domain.words import noted
from refugedesk.reporting.relations import Relation, Terms, at_most, equal, times
from refugedesk.reporting.tables import Place
from refugedesk.reporting.ties import Breakdown, Within

OF_A_PERSON = frozenset(
    {
        *("sex", "gender", "ethnicity", "group of ethnicity", "religion", "sexual_orientation", "disabled"),
        *("no_recourse", "interpreter_needed", "pregnant"),
    }
)
"""Questions that somebody answers once, whichever stay describes her."""

WITHIN = (
    Within("people_started", "people_supported"),
    Within("people_started", "stays_started", same_answers=True),
    Within("people_supported", "stays_in_period"),
    Within("stays_closed", "stays_ended", same_answers=True),
    Within("stays_closed", "stays_started", same_answers=True),
    Within("stays_still_open", "stays_after_last_day", same_answers=True),
    Within("children_of_people_started", "children_supported", alike=frozenset({"sex"})),
    Within("needs_of_people_started", "needs_of_stays_started"),
    Within("people_left", "stays_ended", same_answers=True),
    Within("people_left", "people_supported"),
    Within("people_left", "adults_supported"),
    Within("people_started", "adults_supported", alike=OF_A_PERSON),
    Within("stays_with_both_risks", "stays_ended", same_answers=True),
    Within("referrals_not_accepted", "referrals", same_answers=True),
)

SUMS = (
    (
        ("stays_on_first_day", "stays_started"),
        ("stays_ended", "stays_after_last_day"),
        noted("Whoever was there at the start or came since has left or is there at the end."),
    ),
    (
        ("stays_closed", "stays_still_open"),
        ("stays_started",),
        noted("A stay that started in the period ended by its last day or goes on."),
    ),
    (
        ("stays_on_first_day", "stays_started"),
        ("stays_in_period",),
        noted("A stay with a day in the period began before it or in it."),
    ),
    (("adults_supported",), ("people_supported",), noted("Everybody supported is counted once in each table.")),
    (
        ("people_supported", "children_supported"),
        ("individuals_supported",),
        noted("Individuals supported are the people who lead a household and their children."),
    ),
)
"""Populations that add up to the same number, and why."""


def size(*populations: str) -> Terms:
    """How many they have together."""
    return times(1, *(Place("", population) for population in populations))


def facts(populations: Iterable[str], breakdowns: Iterable[Breakdown]) -> Iterator[Relation]:
    """What is known of those populations, and of how they answer."""
    counted = frozenset(populations)
    for left, right, _ in SUMS:
        if len(counted & {*left, *right}) > 1:
            yield equal(f"{' and '.join(left)} are {' and '.join(right)}", size(*left), size(*right))
    answers = {(each.population, each.question): each.at for each in breakdowns}
    yield from _new_and_continuing(counted, answers)
    yield from _needs(counted, answers)


Answers = Mapping[tuple[str, str], Mapping[str, Place]]


def _new_and_continuing(counted: frozenset[str], answers: Answers) -> Iterator[Relation]:
    """Somebody new started; somebody continuing was there on the first day."""
    found = answers.get(("people_supported", "continuing or new"), {})
    for code, population in (("new", "people_started"), ("continuing", "stays_on_first_day")):
        if code in found and population in counted:
            yield at_most(f"{code} people are at most {population}", times(1, found[code]), size(population))


def _needs(counted: frozenset[str], answers: Answers) -> Iterator[Relation]:
    """Whoever has a need is not somebody with none, and only later stays mention more needs than people have."""
    kinds = {question: at["yes"] for (who, question), at in answers.items() if "yes" in at and _is_need(who, question)}
    none = [at["0"] for (who, question), at in answers.items() if _is_number_of_needs(who, question) and "0" in at]
    for question, place in kinds.items():
        for nobody in none[:1]:
            others = (*size("people_started"), (-1, nobody))
            yield at_most(f"{question}: at most those with a need", times(1, place), others)
    if {"needs_of_people_started", "needs_of_stays_started", "stays_started", "people_started"} <= counted:
        most = len(SUPPORT_NEED.codes)
        later = ((most, Place("", "stays_started")), (-most, Place("", "people_started")))
        theirs = size("needs_of_people_started")
        yield at_most("needs: mentions of later stays", size("needs_of_stays_started"), (*theirs, *later))


def _is_need(population: str, question: str) -> bool:
    return population == "people_started" and question.startswith("need is ") and " or " not in question


def _is_number_of_needs(population: str, question: str) -> bool:
    return population == "people_started" and question.startswith("number of needs")
