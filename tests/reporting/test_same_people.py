"""One number in two returns, of another kind or as the period before: what one withholds, neither shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from refugedesk.domain.spans import Period
from refugedesk.reporting.attack import Published
from refugedesk.reporting.compute import compute
from refugedesk.reporting.disclosure import protect
from refugedesk.reporting.over_time import Earlier, Together, impossible
from refugedesk.reporting.patterns import Goal
from refugedesk.reporting.policies import DEFAULT
from refugedesk.reporting.relations import Knowledge
from refugedesk.reporting.returns import definition
from refugedesk.reporting.same_people import same_people
from refugedesk.reporting.stretches import Stretch
from refugedesk.reporting.tables import CountReturn, Place, SafeReturn
from small_refuges import a_small_refuge
from small_returns import a_return, counted, known, one_way
from stores import city_refuge_service, extracts

AUTUMN = Period(date(2020, 10, 1), date(2020, 12, 31))
WINTER = Period(date(2021, 1, 1), date(2021, 3, 31))
STAYS = (31, 39, 45)
KINDS = ("commissioner", "equalities", "safe-accommodation", "outcomes", "activity")


@cache
def a_count(kind: str, period: Period, stays: int) -> tuple[CountReturn, Knowledge]:
    counts = compute(definition(kind), city_refuge_service(), period, extracts(a_small_refuge(stays)))
    shapes = tuple(table.shape for table in counts.tables)
    return counts, definition(kind).knowledge(shapes, period)


def truth_of(counts: CountReturn) -> dict[Place, int]:
    return {place: number for table in counts.tables for place, number in table.counts.items()}


def a_stretch(kind: str, period: Period, stays: int, key: str) -> Stretch:
    counts, knowledge = a_count(kind, period, stays)
    truth = truth_of(counts)
    return Stretch(key, period, tuple(table.shape for table in counts.tables), knowledge, truth, truth, {})


def released(kind: str, period: Period, stays: int) -> Earlier:
    counts, knowledge = a_count(kind, period, stays)
    published = Published.release(protect(counts, knowledge, DEFAULT).release)
    return Earlier(counts.heading, published, knowledge, kind, truth_of(counts), truth_of(counts))


def together(kind: str, period: Period, stays: int, *earlier: Earlier) -> Together:
    counts, knowledge = a_count(kind, period, stays)
    return Together(counts, knowledge, DEFAULT, earlier, lambda days: a_count(kind, days, stays))


def given_away(joint: Together, release: SafeReturn) -> list[Goal]:
    """What somebody with both files can rule out of a small number, and could not with the earlier one alone."""
    ruled_out = impossible(Published.release(release), joint.joint_knowledge, joint.goals)
    return joint.open_before(ruled_out)


def the_two(stays: int) -> list[Together]:
    """The winter beside the autumn, which is its period before; and one autumn in two kinds of return."""
    return [
        together("equalities", WINTER, stays, released("equalities", AUTUMN, stays)),
        together("equalities", AUTUMN, stays, released("commissioner", AUTUMN, stays)),
    ]


@pytest.mark.parametrize("stays", STAYS)
def test_what_two_returns_say_of_the_same_people_is_one_number(stays: int) -> None:
    stretches = [
        a_stretch(kind, period, stays, f"{kind} {period.first}") for kind in KINDS for period in (AUTUMN, WINTER)
    ]
    truth = {each.named(place): number for each in stretches for place, number in each.now.items()}
    found = list(same_people(stretches))
    assert [each.name for each in found if not each.holds(truth)] == []
    apart = {tuple(sorted(place.table.partition(" in ")[2] for _, place in each.terms)) for each in found}
    assert ("equalities 2020-10-01", "equalities 2021-01-01") in {each[:2] for each in apart}, "the period before"
    assert any(len({kind.split(" ")[0] for kind in each}) == 2 for each in apart), "returns of two kinds"


@pytest.mark.parametrize("stays", STAYS)
def test_no_small_number_gives_way_to_somebody_with_both(stays: int) -> None:
    assert [given_away(joint, joint.protect().release) for joint in the_two(stays)] == [[], []]


# ------------------------------------------------------------------ one answer, printed in two returns

LETTERS = one_way("letters", ("a", "b", "c", "d"))
KINDS_OF = one_way("kinds", ("b", "others"))
B_ALONE = Place("kinds", "b")


def two_returns(of: str, period: Period) -> Together:
    """A return that withholds one small answer and a larger one with it; and one that prints the larger one alone."""
    first = a_return(counted(LETTERS, {"a": 3, "b": 9, "c": 12, "d": 6}))
    first = replace(first, heading=replace(first.heading, period=AUTUMN))
    knows = replace(known(LETTERS), counted=((("people", "letter", "b"), ((1, Place("letters", "b")),)),))
    published = Published.release(protect(first, knows, DEFAULT).release)
    assert {Place("letters", "a"), Place("letters", "b")}.isdisjoint(published.shown)
    earlier = Earlier(first.heading, published, knows, "", truth_of(first), truth_of(first))
    new = a_return(counted(KINDS_OF, {"b": 9, "others": 21}))
    new = replace(new, heading=replace(new.heading, period=period))
    theirs = replace(known(KINDS_OF), counted=(((of, "letter", "b"), ((1, B_ALONE),)),))
    return Together(new, theirs, DEFAULT, (earlier,), lambda days: (replace(new, heading=new.heading), theirs))


@pytest.mark.parametrize(("of", "period"), [("people", AUTUMN), ("people @ the period before", WINTER)])
def test_a_number_that_one_return_withholds_is_not_printed_by_another(of: str, period: Period) -> None:
    joint = two_returns(of, period)
    alone = protect(joint.counts, joint.knowledge, DEFAULT).release
    assert B_ALONE in alone.tables[0].shown, "by itself it would be"
    assert given_away(joint, alone), "and would give the small one away"
    beside = joint.protect().release
    assert B_ALONE not in beside.tables[0].shown
    assert given_away(joint, beside) == []


def test_other_days_and_other_people_are_other_numbers() -> None:
    for of, period in (("people", WINTER), ("children", AUTUMN), ("people @ the day after", AUTUMN)):
        assert B_ALONE in two_returns(of, period).protect().release.tables[0].shown
