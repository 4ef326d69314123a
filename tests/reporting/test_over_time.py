"""Several returns as one problem: what ties them is true, and no small number of any of them gives way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from random import Random

import pytest

from counted_by_hand import HandCount
from refugedesk.domain.spans import Period
from refugedesk.reporting.across_periods import across
from refugedesk.reporting.attack import Published
from refugedesk.reporting.disclosure import CannotBeProtectedError, protect
from refugedesk.reporting.over_time import Earlier, Recount, Together, UnmaskingError, concerning, impossible
from refugedesk.reporting.policies import DEFAULT, policy
from refugedesk.reporting.relations import Knowledge, Relation
from refugedesk.reporting.returns import definition
from refugedesk.reporting.stretches import Stretch, elementary
from refugedesk.reporting.tables import CountReturn, Place, Policy
from small_returns import a_return, counted, known, one_way
from stores import SMALL_SERVICE, Store, a_random_store

SPEC = definition("commissioner")
ANSWERS = one_way("who", ("a", "b", "c", "d"), ("not_recorded",))


def days(first: str, last: str) -> Period:
    return Period(date.fromisoformat(first), date.fromisoformat(last))


QUARTERS = [days("2019-10-01", "2019-12-31"), days("2020-01-01", "2020-03-31"), days("2020-04-01", "2020-06-30")]
ALL_THREE = days("2019-10-01", "2020-06-30")
BESIDE = days("2019-11-15", "2020-02-10")


def by_hand(store: Store, period: Period) -> dict[Place, int]:
    """Counted the slow and obvious way."""
    wards = SMALL_SERVICE.wards
    return dict(HandCount(store, SMALL_SERVICE.home_authority, wards, period.first, period.last).counts)


def stretch(store: Store, period: Period, key: str, unseen: bool = False) -> Stretch:
    shapes = tuple(table.shape(SMALL_SERVICE, period) for table in SPEC.tables)
    truth = by_hand(store, period)
    return Stretch(key, period, shapes, SPEC.knowledge(shapes, period), truth, truth, {}, unseen)


def broken(relations: Iterable[Relation], truth: dict[Place, int]) -> list[str]:
    return [each.name for each in relations if not each.holds(truth)]


@pytest.mark.parametrize("seed", range(40))
def test_what_ties_periods_together_is_true_of_every_store(seed: int) -> None:
    store = a_random_store(Random(seed))
    printed = [ALL_THREE, *QUARTERS[:2], BESIDE]
    apart = [each for each in elementary(printed) if each not in printed]
    stretches = [stretch(store, each, str(at or "")) for at, each in enumerate(printed)]
    stretches += [stretch(store, each, f"unseen {each.first}", unseen=True) for each in apart]
    found = across(stretches)
    truth = dict(found.truth)
    for each in stretches:
        truth |= {each.named(place): count for place, count in each.now.items()}
    assert len(found.relations) > 500
    assert broken(found.relations, truth) == []


def test_periods_are_cut_where_one_begins_or_ends() -> None:
    assert elementary([ALL_THREE, QUARTERS[1]]) == QUARTERS
    assert elementary([QUARTERS[0], QUARTERS[2]]) == [QUARTERS[0], QUARTERS[2]]


def test_a_period_concerns_those_it_touches_and_those_they_touch() -> None:
    far = days("2025-01-01", "2025-03-31")
    assert concerning(QUARTERS[2], [QUARTERS[0], far, QUARTERS[1]]) == [0, 2]
    assert concerning(far, QUARTERS) == []


# ------------------------------------------------------------------ a table of people over time


def a_count(period: Period, numbers: dict[str, int]) -> CountReturn:
    counts = a_return(counted(ANSWERS, numbers))
    return replace(counts, heading=replace(counts.heading, period=period))


def truth_of(counts: CountReturn) -> dict[Place, int]:
    return {place: number for table in counts.tables for place, number in table.counts.items()}


def released(counts: CountReturn, now: dict[str, int] | None = None, *, by: Policy = DEFAULT) -> Earlier:
    """Released by itself; ``now``: what the records have been corrected to since."""
    safe = Published.release(protect(counts, known(ANSWERS), by).release)
    today = truth_of(a_count(counts.heading.period, now)) if now else truth_of(counts)
    return Earlier(counts.heading, safe, known(ANSWERS), "", truth_of(counts), today)


def recounted(numbers: dict[str, int]) -> Recount:
    return lambda period: (a_count(period, numbers), known(ANSWERS))


FIRST = {"a": 14, "b": 9, "c": 12, "d": 6}
HALF = days("2019-10-01", "2020-03-31")


def together(new: CountReturn, *earlier: Earlier, unseen: dict[str, int] | None = None) -> Together:
    return Together(new, known(ANSWERS), DEFAULT, earlier, recounted(unseen or {}))


def shown(joint: Together) -> dict[Place, int]:
    return {place: number for table in joint.protect().release.tables for place, number in table.shown.items()}


def test_a_longer_period_does_not_show_the_one_person_who_came_since() -> None:
    half = a_count(HALF, {**FIRST, "b": FIRST["b"] + 1})
    alone = {place for table in protect(half, known(ANSWERS), DEFAULT).release.tables for place in table.shown}
    assert alone == {Place("who"), *(Place("who", line.code) for line in ANSWERS.rows)}  # by itself it shows all
    joint = together(half, released(a_count(QUARTERS[0], FIRST)), unseen={"b": 1})
    left = shown(joint)
    assert Place("who", "b") not in left and Place("who") not in left
    assert joint._closed(joint.protect()) == []


def test_without_the_relations_between_periods_that_person_would_show() -> None:
    half = a_count(HALF, {**FIRST, "b": FIRST["b"] + 1})
    joint = together(half, released(a_count(QUARTERS[0], FIRST)), unseen={"b": 1})
    alone = Published.release(protect(half, known(ANSWERS), DEFAULT).release)
    ruled_out = impossible(alone, joint.joint_knowledge, joint.goals)
    assert {goal.place.row.split()[-1] for goal in ruled_out} == {"b", "who"}


def test_a_correction_by_one_person_does_not_show_in_a_revision() -> None:
    now = {**FIRST, "c": FIRST["c"] + 1, "d": FIRST["d"] - 1}
    revision = a_count(QUARTERS[0], now)
    left = shown(together(revision, released(a_count(QUARTERS[0], FIRST), now)))
    assert left.keys() & {Place("who", "c"), Place("who", "d")} == set()
    assert {Place("who"), Place("who", "a"), Place("who", "b")} <= left.keys()


def test_a_correction_by_many_may_show() -> None:
    now = {**FIRST, "c": FIRST["c"] + 8, "d": FIRST["d"] + 9}
    left = shown(together(a_count(QUARTERS[0], now), released(a_count(QUARTERS[0], FIRST), now)))
    assert left[Place("who", "c")] == now["c"]


def test_parts_that_were_shown_do_not_give_away_the_part_that_was_withheld() -> None:
    """Two quarters are out; the second withheld a 2 and another number. The half year would give them away."""
    second = {"a": 8, "b": 2, "c": 9, "d": 7}
    half = a_count(HALF, {code: FIRST[code] + second[code] for code in FIRST})
    joint = together(half, released(a_count(QUARTERS[0], FIRST)), released(a_count(QUARTERS[1], second)))
    assert Place("who", "b") not in shown(joint)


def test_what_earlier_files_gave_away_by_themselves_does_not_stop_a_new_one() -> None:
    """Somebody's file before this rule: nothing the new return withholds could mend that."""
    careless = released(a_count(QUARTERS[0], {**FIRST, "d": 3}))
    everything = {**careless.published.shown, **careless.then}
    del everything[Place("who", "d")]
    careless = replace(careless, published=replace(careless.published, shown=everything))
    joint = together(a_count(QUARTERS[0], {**FIRST, "d": 3}), careless)
    assert Place("who") in shown(joint)


def test_returns_that_share_no_days_are_protected_as_before() -> None:
    far = days("2025-01-01", "2025-03-31")
    joint = together(a_count(far, FIRST), released(a_count(QUARTERS[0], FIRST)))
    assert shown(joint)[Place("who", "a")] == 14


@pytest.mark.parametrize("by", ["threshold-10", "withhold-7-round-5", "round-10"])
def test_earlier_returns_of_other_policies_are_read_as_they_were_meant(by: str) -> None:
    now = {**FIRST, "c": FIRST["c"] + 1}
    joint = together(a_count(QUARTERS[0], now), released(a_count(QUARTERS[0], FIRST), now, by=policy(by)))
    try:
        protection = joint.protect()
    except UnmaskingError:
        return
    assert joint.open_before(joint._closed(protection)) == []  # nothing but what those files gave away


@pytest.mark.parametrize("seed", range(25))
def test_random_sequences_of_returns_keep_every_small_number_open(seed: int) -> None:
    """Quarters, years to date, corrections and the whole, in any order: R2 at the size of one table."""
    chance = Random(seed)
    parts = [{code: chance.choice((0, 2, 3, 7, 11)) for code in FIRST} for _ in QUARTERS]
    earlier: list[Earlier] = []
    made = 0
    for first, last in chance.sample([(0, 0), (0, 1), (1, 1), (0, 2), (2, 2), (1, 2)], 4):
        numbers = {code: sum(parts[at][code] for at in range(first, last + 1)) for code in FIRST}
        counts = a_count(Period(QUARTERS[first].first, QUARTERS[last].last), numbers)
        joint = Together(counts, known(ANSWERS), DEFAULT, tuple(earlier), _by_quarters(parts))
        try:
            protection = joint.protect()
        except (CannotBeProtectedError, UnmaskingError):
            continue
        made += 1
        before = joint.open_before(joint._closed(protection))
        assert before == []
        published = Published.release(protection.release)
        earlier.append(Earlier(counts.heading, published, known(ANSWERS), "", truth_of(counts), truth_of(counts)))
    assert made


def _by_quarters(parts: list[dict[str, int]]) -> Recount:
    def recount(period: Period) -> tuple[CountReturn, Knowledge]:
        inside = [at for at, each in enumerate(QUARTERS) if period.first <= each.first and each.last <= period.last]
        assert sum(QUARTERS[at].days for at in inside) == period.days
        return a_count(period, {code: sum(parts[at][code] for at in inside) for code in FIRST}), known(ANSWERS)

    return recount
