"""The clever reader: against a plain enumeration of every world, and against publications known to be bad."""

from __future__ import annotations

from itertools import product
from random import Random

import pytest

from refugedesk.reporting.attack import Published, Reader, attack
from refugedesk.reporting.policies import DEFAULT, policy
from refugedesk.reporting.relations import Knowledge
from refugedesk.reporting.returns.commissioner_relations import commissioner_knowledge
from refugedesk.reporting.tables import CountReturn, Layout, Line, Place, Ratio, Shape
from small_returns import (
    PERIOD,
    a_grouped_return,
    a_return,
    counted,
    grouped_knowledge,
    known,
    one_way,
    truth_of,
)

MOST = 12
"""No number in the enumeration is larger: enough for "5 or more" to show wherever it is possible."""


def published(counts: CountReturn, hidden: set[Place]) -> Published:
    shown = {place: number for place, number in truth_of(counts).items() if place not in hidden}
    return Published(tuple(table.shape for table in counts.tables), shown, {}, DEFAULT)


def small_in(counts: CountReturn) -> set[Place]:
    return {place for place, number in truth_of(counts).items() if 0 < number < 5}


def withheld_by_the_rule(counts: CountReturn) -> set[Place]:
    """What the rule alone withholds from a return of codes, groups and beside, said without any product code."""
    small = small_in(counts)
    under = {
        Place("codes", ""): [Place("codes", code) for code in "abcd"],
        Place("groups", ""): [Place("groups", "ab"), Place("groups", "cd")],
        Place("groups", "ab"): [Place("codes", "a"), Place("codes", "b")],
        Place("groups", "cd"): [Place("codes", "c"), Place("codes", "d")],
        Place("beside", ""): [Place("beside", "yes"), Place("beside", "no")],
    }
    return small | {part for total in small & under.keys() for part in under[total]}


def fits(world: dict[Place, int], hidden: set[Place]) -> bool:
    """Whether the world fits every sum, and the rule would have shown and withheld the same in it."""
    at = {(place.table, place.row): number for place, number in world.items()}
    gaps = at["codes", "not_recorded"]
    everybody = at["codes", ""] + gaps
    sums = (
        at["codes", ""] == sum(at["codes", code] for code in "abcd")
        and at["groups", ""] == at["groups", "ab"] + at["groups", "cd"] == everybody - gaps
        and at["groups", "ab"] == at["codes", "a"] + at["codes", "b"]
        and at["groups", "not_recorded"] == gaps
        and at["beside", "yes"] + at["beside", "no"] == at["beside", ""]
        and at["beside", ""] + at["beside", "not_recorded"] == everybody
    )
    return sums and all(obeys(place, world, hidden) for place in hidden)


def obeys(place: Place, world: dict[Place, int], hidden: set[Place]) -> bool:
    above = {
        "codes": [Place("codes"), Place("groups", "ab" if place.row in "ab" else "cd")],
        "groups": [Place("groups")],
        "beside": [Place("beside")],
    }[place.table]
    if place.row in ("", "not_recorded"):
        above = []
    may_be_zero = any(0 < world[total] < 5 for total in above)
    parts = {
        Place("codes", ""): [Place("codes", code) for code in "abcd"],
        Place("groups", ""): [Place("groups", "ab"), Place("groups", "cd")],
        Place("groups", "ab"): [Place("codes", "a"), Place("codes", "b")],
        Place("groups", "cd"): [Place("codes", "c"), Place("codes", "d")],
        Place("beside", ""): [Place("beside", "yes"), Place("beside", "no")],
    }.get(place, [])
    all_withheld = all(part in hidden for part in parts)
    base = Place(place.table)
    is_answer = place.row not in ("", "not_recorded")
    if is_answer and base not in hidden and world[base] >= 5 and world[place] >= world[base]:
        return False  # it holds everybody of a shown base, and would be shown
    return (world[place] > 0 or may_be_zero) and (all_withheld or not 0 < world[place] < 5)


def enumerated(counts: CountReturn, hidden: set[Place]) -> dict[Place, set[int]]:
    """Every value (5 stands for 5 or more) of each withheld number, over every world there is."""
    truth, places = truth_of(counts), sorted(hidden)
    free = [place for place in places if place not in SUMS]
    found: dict[Place, set[int]] = {place: set() for place in places}
    for values in product(range(MOST + 1), repeat=len(free)):
        world = truth | dict(zip(free, values, strict=True))
        for total, parts in SUMS.items():
            if total in hidden:
                world[total] = sum(world[part] for part in parts)
        if fits(world, hidden):
            for place in places:
                found[place].add(min(world[place], 5))
    return found


SUMS = {
    Place("groups", "ab"): [Place("codes", "a"), Place("codes", "b")],
    Place("groups", "cd"): [Place("codes", "c"), Place("codes", "d")],
    Place("groups", "not_recorded"): [Place("codes", "not_recorded")],
    Place("codes"): [Place("codes", code) for code in "abcd"],
    Place("groups"): [Place("groups", "ab"), Place("groups", "cd")],
    Place("beside"): [Place("beside", "yes"), Place("beside", "no")],
}


@pytest.mark.parametrize("seed", range(40))
def test_the_attack_finds_possible_just_what_an_enumeration_of_every_world_does(seed: int) -> None:
    chance = Random(seed)
    counts = a_grouped_return(chance, most=8)
    hidden = withheld_by_the_rule(counts)
    spare = sorted(place for place, number in truth_of(counts).items() if number > 4)
    hidden |= {*chance.sample(spare, min(len(spare), chance.randrange(4)))}
    while sum(place not in SUMS for place in hidden) > 4:
        counts = a_grouped_return(chance, most=8)
        hidden = withheld_by_the_rule(counts)
    reader = Reader(published(counts, hidden), grouped_knowledge())
    found = {
        place: {*each.small} | ({5} if each.large else set()) | ({0} if each.zero else set())
        for place, each in reader.possibilities().items()
    }
    expected = enumerated(counts, hidden)
    if not any(expected.values()):  # withheld against the rule: no world fits, and some number has no value left
        assert hidden == set() or not all(found.values())
    else:
        assert found == expected


FIVE = one_way("five", ("a", "b", "c", "d", "e"))
PRINTED = a_return(counted(FIVE, {"a": 10, "b": 5, "c": 14, "d": 77, "e": 1}))


def test_a_lone_withheld_cell_beside_its_total_is_broken() -> None:
    found = attack(published(PRINTED, {Place("five", "e")}), known(FIVE), truth_of(PRINTED))
    assert [(each.place, each.impossible) for each in found] == [(Place("five", "e"), (2, 3, 4))]


def test_the_file_alone_proves_it_too() -> None:
    (found,) = attack(published(PRINTED, {Place("five", "e")}), known(FIVE))
    assert found.is_certain
    assert found.impossible == (2, 3, 4)


def test_two_withheld_cells_that_must_share_a_small_sum_are_broken() -> None:
    counts = a_return(counted(FIVE, {"a": 10, "b": 1, "c": 2, "d": 77, "e": 0}))
    found = attack(published(counts, small_in(counts)), known(FIVE), truth_of(counts))
    assert [each.impossible for each in found] == [(3, 4), (3, 4)]


def test_a_small_number_that_is_shown_is_a_finding() -> None:
    (found,) = attack(published(PRINTED, set()), known(FIVE))
    assert found.place == Place("five", "e")


def test_a_withheld_number_that_is_proved_to_be_large_is_no_finding() -> None:
    assert attack(published(PRINTED, {Place("five", "b")}), known(FIVE), truth_of(PRINTED))[0].place.row == "e"
    counts = a_return(counted(FIVE, {"a": 10, "b": 5, "c": 14, "d": 77, "e": 0}))
    assert attack(published(counts, {Place("five", "b")}), known(FIVE)) == ()


def test_a_shown_percentage_of_a_withheld_number_breaks_it() -> None:
    counts = a_return(counted(FIVE, {"a": 10, "b": 5, "c": 14, "d": 18, "e": 3}))
    hidden = {Place("five", "e"), Place("five", "b")}
    safe = published(counts, hidden)
    assert attack(safe, known(FIVE), truth_of(counts)) == ()
    bad = Published(safe.shapes, safe.shown, {(Place("five", "e"), "percent"): "6"}, DEFAULT)
    assert attack(bad, known(FIVE), truth_of(counts))[0].impossible == (1, 2, 4)


def test_a_shown_average_a_month_of_a_withheld_number_breaks_it() -> None:
    place, months = Place("monthly", "a", "seen"), 12
    average = Ratio(
        place, "monthly_average", place, divisor=1 * PERIOD.length_in_months(), is_percent=False, decimals=1
    )
    rows = tuple(Line(code, code) for code in "ab")
    shape = Shape("monthly", "", "stays", "", Layout.COLUMNS, rows, (Line("seen", ""),), (average,), has_base=False)
    shown = {Place("monthly", "b", "seen"): 30}
    assert PERIOD.length_in_months() == months
    safe = Published((shape,), shown, {}, DEFAULT)
    assert attack(safe, known(shape)) == ()
    (found,) = attack(Published((shape,), shown, {(place, "monthly_average"): "0.3"}, DEFAULT), known(shape))[:1]
    assert found.impossible == (1, 2)


def stay_lengths(shown: dict[str, int], texts: dict[str, str]) -> tuple[Published, Knowledge]:
    statistics = ("mean_days", "median_days", "lower_quartile_days", "upper_quartile_days", "longest_days")
    rows = tuple(Line(code, code) for code in ("closed", "open", "over_100_days", *statistics))
    shape = Shape("length_of_stay", "", "stays", "", Layout.MEASURES, rows, has_base=False, statistics=statistics)
    numbers = {Place("length_of_stay", row): number for row, number in shown.items()}
    derived = {(Place("length_of_stay", row), ""): text for row, text in texts.items()}
    return Published((shape,), numbers, derived, DEFAULT), commissioner_knowledge([shape], PERIOD)


def test_a_short_mean_says_that_few_stays_were_long() -> None:
    safe, knowledge = stay_lengths({"closed": 20, "open": 8}, {"mean_days": "30.0"})
    assert attack(safe, knowledge) == ()
    bad, knowledge = stay_lengths({"closed": 20, "open": 8}, {"mean_days": "15.0"})
    assert attack(bad, knowledge)[-1].impossible == (3, 4)


def test_statistics_beside_a_withheld_number_of_closed_stays_are_used_as_well() -> None:
    reader = Reader(*stay_lengths({"open": 8}, {"mean_days": "5.0"}))
    found = reader.possibilities()[Place("length_of_stay", "over_100_days")]
    assert found.small == {1, 2, 3}


def test_withheld_nights_that_a_total_gives_away_are_found() -> None:
    rows = tuple(Line(code, code) for code in ("refuge", "dispersed"))
    columns = tuple(Line(code, code) for code in ("available", "occupied", "void"))
    shape = Shape("occupancy", "", "nights", "", Layout.COLUMNS, rows, columns, has_base=False)
    numbers = {"refuge": (4000, 3000, 1000), "dispersed": (365, 40, 325), "": (4365, 3040, 1325)}
    truth = {
        Place("occupancy", row, column.code): number
        for row, three in numbers.items()
        for column, number in zip(columns, three, strict=True)
    }
    hidden = {Place("occupancy", "dispersed", column) for column in ("occupied", "void")}
    knowledge = commissioner_knowledge([shape], PERIOD)
    bad = Published((shape,), {place: n for place, n in truth.items() if place not in hidden}, {}, DEFAULT)
    assert {each.place for each in attack(bad, knowledge)} == hidden
    more = hidden | {Place("occupancy", "", column) for column in ("occupied", "void")}
    good = Published((shape,), {place: n for place, n in truth.items() if place not in more}, {}, DEFAULT)
    assert attack(good, knowledge) == ()


def test_the_strict_policy_finds_smallness_that_is_certain() -> None:
    counts = a_return(counted(FIVE, {"a": 10, "b": 2, "c": 14, "d": 77, "e": 3}))
    usual = published(counts, small_in(counts))
    assert attack(usual, known(FIVE), truth_of(counts)) == ()
    strict = Published(usual.shapes, usual.shown, {}, policy("threshold-5-strict"))
    assert [each.impossible for each in attack(strict, known(FIVE), truth_of(counts))] == [(5,), (5,)]
