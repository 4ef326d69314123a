"""Protection: nothing small gives way, as little as possible is withheld, and what cannot be made safe is refused."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from refugedesk.reporting.attack import Published, Reader, attack
from refugedesk.reporting.compute import compute
from refugedesk.reporting.disclosure import CannotBeProtectedError, Protection, Reason, protect
from refugedesk.reporting.policies import DEFAULT, policy
from refugedesk.reporting.relations import Knowledge, Relation, Sense, equal, everyone, times
from refugedesk.reporting.returns import definition
from refugedesk.reporting.returns.commissioner_relations import commissioner_knowledge
from refugedesk.reporting.tables import CountReturn, CountTable, Layout, Line, Place, Policy, Shape
from small_returns import (
    PERIOD,
    a_grouped_return,
    a_return,
    counted,
    cross,
    cross_counted,
    grouped_knowledge,
    known,
    one_way,
    truth_of,
)
from stores import YEAR, city_refuge, city_refuge_service, extracts

STRICT = policy("threshold-5-strict")
FIVE = one_way("five", ("a", "b", "c", "d", "e"), ("not_recorded",))
PRINTED = a_return(counted(FIVE, {"a": 10, "b": 5, "c": 14, "d": 77, "e": 1}))
CROSS = cross("cross", ("r1", "r2", "r3"), ("c1", "c2", "c3"))
CELLS = {("r1", "c1"): 12, ("r1", "c2"): 3, ("r1", "c3"): 8, ("r2", "c1"): 9, ("r2", "c2"): 14, ("r2", "c3"): 6}
CELLS |= {("r3", "c1"): 7, ("r3", "c2"): 10, ("r3", "c3"): 20}


def protected(counts: CountReturn, knowledge: Knowledge | None = None, by: Policy = DEFAULT) -> Protection:
    return protect(counts, knowledge or known(*(table.shape for table in counts.tables)), by)


def shown_in(protection: Protection) -> dict[Place, int]:
    return {place: number for table in protection.release.tables for place, number in table.shown.items()}


def withheld_rows(protection: Protection) -> set[str]:
    return {place.row for place in protection.reasons}


def city(tables: slice = slice(None)) -> CountReturn:
    counts = compute(definition("commissioner"), city_refuge_service(), YEAR, extracts(city_refuge()))
    return replace(counts, tables=counts.tables[tables])


def city_knowledge(counts: CountReturn) -> Knowledge:
    return commissioner_knowledge([table.shape for table in counts.tables], YEAR)


def test_one_more_number_goes_with_a_lone_small_one() -> None:
    protection = protected(PRINTED)
    (beside,) = withheld_rows(protection) - {"e"}
    assert protection.reasons[Place("five", "e")] is Reason.SMALL
    assert protection.reasons[Place("five", beside)] is Reason.PROTECTS


def test_without_what_protects_it_the_same_return_is_broken() -> None:
    protection = protected(PRINTED)
    (table,) = protection.release.tables
    given_away = {place for place, why in protection.reasons.items() if why is Reason.PROTECTS}
    shown = {**table.shown, **{place: truth_of(PRINTED)[place] for place in given_away}}
    weak = Published((FIVE,), shown, {}, DEFAULT)
    assert attack(weak, known(FIVE), truth_of(PRINTED))


def test_what_is_shown_is_true_and_percentages_of_withheld_numbers_are_withheld() -> None:
    protection = protected(PRINTED)
    assert shown_in(protection).items() <= truth_of(PRINTED).items()
    (table,) = protection.release.tables
    texts = {"a": "9", "b": "5", "c": "13", "d": "72", "e": "1"}
    shown = texts.keys() - withheld_rows(protection)
    assert table.derived == {(Place("five", row), "percent"): texts[row] for row in shown}


def test_two_small_numbers_that_share_enough_need_no_third() -> None:
    assert protected(a_return(counted(FIVE, {"a": 10, "b": 2, "c": 3}))).reasons.keys() == {
        Place("five", "b"),
        Place("five", "c"),
    }


def test_a_cell_of_a_cross_table_takes_three_others_and_no_margin() -> None:
    protection = protected(a_return(cross_counted(CROSS, CELLS)))
    assert len(protection.reasons) == 4
    assert all(place.row and place.column for place in protection.reasons)


def test_a_small_total_takes_everything_under_it_with_it_zeros_too() -> None:
    protection = protected(a_return(cross_counted(CROSS, {**CELLS, ("r3", "c1"): 2, ("r3", "c2"): 0, ("r3", "c3"): 0})))
    assert {Place("cross", "r3", column) for column in ("", "c1", "c2", "c3")} <= protection.reasons.keys()
    assert protection.reasons[Place("cross", "r3", "c2")] is Reason.UNDER_SMALL


def test_a_row_without_an_answer_follows_the_same_rule() -> None:
    counts = a_return(counted(FIVE, {"a": 30, "b": 6, "not_recorded": 2}))
    knowledge = known(FIVE, extra=Knowledge(frozenset(), ()))
    assert Place("five", "not_recorded") in protected(counts, knowledge).reasons


def test_a_number_that_holds_everybody_of_a_shown_base_is_shown() -> None:
    counts = a_return(counted(FIVE, {"a": 52}))
    assert protected(counts).reasons == {}


@pytest.mark.parametrize("seed", range(30))
def test_linked_tables_are_safe_whatever_they_hold_or_are_refused(seed: int) -> None:
    counts = a_grouped_return(Random(seed), most=25)
    for by in (DEFAULT, STRICT):
        try:
            protection = protected(counts, grouped_knowledge(), by)
        except CannotBeProtectedError:
            continue
        published = Published.release(protection.release)
        assert attack(published, grouped_knowledge(), truth_of(counts)) == ()
        assert shown_in(protection).items() <= truth_of(counts).items()


def test_most_linked_tables_can_be_protected() -> None:
    def is_safe(seed: int) -> bool:
        try:
            protected(a_grouped_return(Random(seed), most=25), grouped_knowledge())
        except CannotBeProtectedError:
            return False
        return True

    assert sum(is_safe(seed) for seed in range(30)) >= 20


def test_linked_tables_protected_one_by_one_are_broken_together() -> None:
    broken = 0
    for seed in range(12):
        counts = a_grouped_return(Random(seed), most=25)
        try:
            each = [protected(a_return(table)) for table in counts.tables]
        except CannotBeProtectedError:
            continue
        published = Published.of([part.release.tables[0] for part in each], DEFAULT)
        broken += bool(attack(published, grouped_knowledge(), truth_of(counts)))
    assert broken


def test_the_strict_policy_leaves_smallness_itself_uncertain() -> None:
    counts = a_return(counted(FIVE, {"a": 10, "b": 2, "c": 3, "d": 20}))
    usual, strict = protected(counts), protected(counts, by=STRICT)
    assert strict.withheld > usual.withheld
    found = Reader(Published.release(strict.release), known(FIVE)).possibilities()
    assert all(found[Place("five", row)].large for row in "bc")


@pytest.mark.parametrize("id", ["threshold-10", "withhold-7-round-5", "round-10"])
@pytest.mark.parametrize("seed", range(8))
def test_other_policies_keep_what_they_promise(id: str, seed: int) -> None:
    counts, by = a_grouped_return(Random(seed), most=40), policy(id)
    protection = protected(counts, grouped_knowledge(), by)
    truth = truth_of(counts)
    assert attack(Published.release(protection.release), grouped_knowledge(), truth) == ()
    for place, number in shown_in(protection).items():
        low, high = by.meant_by(number)
        assert low <= truth[place] <= high
        assert number % (by.round_to or 1) == 0


def test_a_rounded_return_withholds_more_where_its_sums_would_say_too_much() -> None:
    """14 and 1 print as 10 and 0, and their base as 20: the 0 could not be nobody."""
    counts, by = a_return(counted(one_way("three", ("a", "c")), {"a": 14, "c": 1})), policy("round-10")
    protection = protected(counts, by=by)
    assert protection.reasons
    assert Place("three", "c") not in protection.reasons


def test_percentages_come_from_rounded_numbers_and_none_is_over_the_whole() -> None:
    counts = a_return(counted(FIVE, {"a": 12, "b": 5, "c": 14, "d": 77, "e": 1}))
    (table,) = protected(counts, by=policy("round-10")).release.tables
    base, row = table.shown[Place("five")], table.shown[Place("five", "d")]
    assert (base, row) == (110, 80)
    assert table.derived[Place("five", "d"), "percent"] == "73"


def test_the_order_of_tables_and_numbers_makes_no_difference() -> None:
    counts = a_grouped_return(Random(3), most=25)
    turned = replace(
        counts,
        tables=tuple(
            CountTable(table.shape, dict(reversed(list(table.counts.items())))) for table in reversed(counts.tables)
        ),
    )
    there, back = (protected(each, grouped_knowledge()) for each in (counts, turned))
    assert there.reasons == back.reasons
    assert there.release.tables == tuple(reversed(back.release.tables))


def test_what_an_earlier_issue_of_the_same_return_withheld_stays_withheld() -> None:
    before = protected(a_return(counted(FIVE, {"a": 10, "b": 5, "c": 14, "d": 77, "e": 1})))
    corrected = a_return(counted(FIVE, {"a": 10, "b": 5, "c": 14, "d": 77, "e": 0}))
    again = protect(corrected, known(FIVE), DEFAULT, earlier=(before.release,))
    (beside,) = withheld_rows(before) - {"e"}
    assert again.reasons == {Place("five", beside): Reason.PROTECTS}
    assert protect(PRINTED, known(FIVE), DEFAULT, earlier=(before.release,)).release == before.release


def test_a_table_that_the_relations_do_not_account_for_is_refused() -> None:
    with pytest.raises(CannotBeProtectedError, match="other"):
        protect(a_return(counted(one_way("other", ("a", "b")), {"a": 9})), known(FIVE), DEFAULT)


def test_numbers_that_do_not_fit_their_relations_are_refused() -> None:
    wrong = CountTable(FIVE, {**PRINTED.tables[0].counts, Place("five"): 90})
    with pytest.raises(CannotBeProtectedError, match="do not fit together"):
        protected(a_return(wrong))


def one_group_counted_twice(*known_of_it: Relation) -> tuple[CountReturn, Knowledge]:
    """Two people in the base and one beside it: both are at least 1, so together they cannot be one."""
    counts = a_return(counted(FIVE, {"a": 2, "not_recorded": 1}), counted(one_way("x", ("y",)), {"y": 3}))
    tied = tuple(equal(table.shape.id, everyone(table.shape), times(1, PEOPLE)) for table in counts.tables)
    return counts, known(FIVE, counts.tables[1].shape, extra=Knowledge(frozenset(), (*tied, *known_of_it)))


PEOPLE = Place("", "people")


def test_where_no_pattern_is_safe_a_table_is_withheld_whole() -> None:
    counts, knowledge = one_group_counted_twice()
    result = protected(counts, knowledge)
    assert all(not table.shown for table in result.release.tables)
    published = Published.release(result.release)
    assert attack(published, knowledge, truth_of(counts)) == ()
    strictly = Reader(published, knowledge).possibilities()
    assert any(found.small != {1, 2, 3, 4} for found in strictly.values())


def test_only_the_tables_that_must_be_are_withheld_whole() -> None:
    """Two children of one person: the children could not be one or three while every zero is shown."""
    by_person, kinds = one_way("by_person", ("0", "1", "2")), one_way("kinds", ("a", "b"), ("not_recorded",))
    children = (*times(1, Place("by_person", "1")), *times(2, Place("by_person", "2")))
    tied = Knowledge(frozenset(), (equal("children", children, everyone(kinds)),))
    knowledge = known(by_person, kinds, FIVE, extra=tied)
    counts = a_return(counted(by_person, {"0": 9, "2": 1}), counted(kinds, {"a": 1, "b": 1}), *PRINTED.tables)
    protection = protected(counts, knowledge)
    assert protection.whole_tables == {"kinds"}
    assert Place("by_person", "1") not in protection.reasons
    assert attack(Published.release(protection.release), knowledge, truth_of(counts)) == ()


def test_what_cannot_be_made_safe_is_refused() -> None:
    """Somebody knows how many people there are."""
    counts, knowledge = one_group_counted_twice(Relation("told", times(1, PEOPLE), Sense.EQUAL, 3))
    with pytest.raises(CannotBeProtectedError, match="longer period"):
        protected(counts, knowledge)


def occupancy(rows: dict[str, tuple[int, int]], stays: dict[str, int]) -> CountReturn:
    lines, columns = (tuple(Line(code, code) for code in codes) for codes in (rows, ("available", "occupied", "void")))
    shape = Shape("occupancy", "", "nights", "", Layout.COLUMNS, lines, columns, has_base=False)
    counts = dict.fromkeys(shape.places(), 0)
    for row, (available, occupied) in rows.items():
        for column, nights in zip(columns, (available, occupied, available - occupied), strict=True):
            counts[Place("occupancy", row, column.code)] = nights
            counts[Place("occupancy", "", column.code)] += nights
    return a_return(CountTable(shape, counts, contributors=stays))


def occupancy_withheld(rows: dict[str, tuple[int, int]], stays: dict[str, int]) -> set[str]:
    counts = occupancy(rows, stays)
    knowledge = commissioner_knowledge([counts.tables[0].shape], PERIOD)
    assert not any(place.column == "available" for place in protected(counts, knowledge).reasons)
    return withheld_rows(protected(counts, knowledge))


def test_nights_that_few_stays_used_go_with_a_further_type() -> None:
    rows = {"refuge": (4000, 3000), "dispersed": (365, 40), "sanctuary": (2000, 1200), "second": (365, 0)}
    assert occupancy_withheld(rows, {"refuge": 40, "dispersed": 2, "sanctuary": 9}) == {"dispersed", "sanctuary"}


def test_nights_go_with_the_total_where_no_type_hides_them() -> None:
    assert occupancy_withheld({"refuge": (10, 10), "dispersed": (365, 40)}, {"refuge": 9, "dispersed": 2}) == {
        "dispersed",
        "",
    }


def test_nights_that_many_stays_used_are_shown() -> None:
    assert occupancy_withheld({"refuge": (4000, 3)}, {"refuge": 5}) == set()


def test_used_nights_without_a_number_of_stays_are_withheld() -> None:
    assert occupancy_withheld({"refuge": (4000, 30)}, {}) == {"refuge", ""}


CITY_SMALL_ENOUGH = 106
"""What an earlier solver needed to withhold for the year, of all the numbers of the return."""


def test_a_year_of_city_refuge_is_safe_and_withholds_little() -> None:
    counts = city()
    protection = protect(counts, city_knowledge(counts), DEFAULT)
    assert protection.withheld <= CITY_SMALL_ENOUGH
    published = Published.release(protection.release)
    assert attack(published, city_knowledge(counts), truth_of(counts)) == ()
    longest = Place("length_of_stay", "longest_days")
    assert protection.reasons[longest] is Reason.STATISTIC


def test_city_refuge_with_the_small_numbers_alone_withheld_is_broken() -> None:
    counts = city()
    truth = truth_of(counts)
    shown = {place: number for place, number in truth.items() if not 0 < number < 5}
    weak = Published(tuple(table.shape for table in counts.tables), shown, {}, DEFAULT)
    assert len(attack(weak, city_knowledge(counts), truth)) > 5


def test_some_tables_of_a_definition_can_be_protected_without_the_others() -> None:
    counts = city(slice(8, 16))
    assert protect(counts, city_knowledge(counts), DEFAULT).withheld


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(400))
def test_many_linked_tables_are_safe_or_refused(seed: int) -> None:
    test_linked_tables_are_safe_whatever_they_hold_or_are_refused(1000 + seed)
