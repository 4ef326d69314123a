"""Two periods beside each other: every number of both, changes before rounding, and nothing from what is withheld."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from refugedesk.domain.spans import Period
from refugedesk.reporting.comparison import BEFORE, NOW, Compared, Periods, compare
from refugedesk.reporting.compute import compute
from refugedesk.reporting.exact import Authorisation, release_exact
from refugedesk.reporting.returns import definition, definitions
from refugedesk.reporting.rounding import half_up
from refugedesk.reporting.spec import ReturnSpec
from refugedesk.reporting.tables import CountReturn, Place, PrintedTable
from stores import city_refuge, city_refuge_service, extracts

COMMISSIONER = definition("commissioner")
SPRING, SUMMER = Period(date(2020, 4, 1), date(2020, 6, 30)), Period(date(2020, 7, 1), date(2020, 9, 30))
WORDS = Periods("Apr to Jun 2020", "Jul to Sep 2020")


def counted(spec: ReturnSpec, period: Period) -> CountReturn:
    return compute(spec, city_refuge_service(), period, extracts(city_refuge()))


def printed(spec: ReturnSpec, period: Period) -> tuple[PrintedTable, ...]:
    return release_exact(counted(spec, period), Authorisation("a test", "a test", "a test")).tables


def both(spec: ReturnSpec = COMMISSIONER) -> Compared:
    return compare(printed(spec, SUMMER), printed(spec, SPRING), WORDS)


@pytest.mark.parametrize("spec", definitions(), ids=lambda spec: spec.id)
def test_every_number_of_both_stands_with_its_change(spec: ReturnSpec) -> None:
    """Counted anew from each quarter, whatever the table."""
    found, quarters = both(spec), [counted(spec, each) for each in (SPRING, SUMMER)]
    truth = [{place: n for table in each.tables for place, n in table.counts.items()} for each in quarters]
    compared = 0
    for at, place in found.origins.items():
        assert found.shown[at] == truth[at.column == NOW][place]
        change = truth[1][place] - truth[0][place]
        assert found.derived[Place(at.table, at.row), "difference"] == str(change)
        compared += 1
    months = sum(len(table.shape.places()) for table in quarters[0].tables if "by_month" in table.shape.id)
    assert compared >= 2 * (sum(len(table.shape.places()) for table in quarters[0].tables) - months) > 0


def test_a_change_of_a_percentage_is_taken_before_rounding() -> None:
    """18 % and 26 % need not be 8 points apart."""
    found = both()
    rows = {at for at, name in found.derived if name == "change" and found.derived[at, "percent"] != "-"}
    said = {at: [found.derived[at, name] for name in ("percent_before", "percent", "change")] for at in rows}
    whole = {at: texts for at, texts in said.items() if "-" not in texts}
    apart = [at for at, (then, now, change) in whole.items() if int(now) - int(then) != int(change)]
    assert apart and all(abs(int(whole[at][1]) - int(whole[at][0]) - int(whole[at][2])) == 1 for at in apart)
    for at in apart:
        shares = []
        for column in (BEFORE, NOW):
            number, base = found.shown[at._replace(column=column)], found.shown[Place(at.table, "base", column)]
            shares.append(Fraction(100 * number, base))
        assert found.derived[at, "change"] == half_up(shares[1] - shares[0])


def test_what_one_return_withholds_is_withheld_with_every_change_of_it() -> None:
    hidden = Place("age", "18_24")
    now = [_without(table, hidden) for table in printed(COMMISSIONER, SUMMER)]
    found = compare(now, printed(COMMISSIONER, SPRING), WORDS)
    row = Place("age", "18_24")
    assert Place("age", "18_24", NOW) not in found.shown and Place("age", "18_24", BEFORE) in found.shown
    assert {name for at, name in found.derived if at == row} == {"percent_before"}


def test_a_percentage_that_is_withheld_by_itself_has_no_change_either() -> None:
    table = next(each for each in printed(COMMISSIONER, SUMMER) if each.shape.id == "age")
    bare = replace(table, derived={key: text for key, text in table.derived.items() if key[0].row != "18_24"})
    found = compare([bare], printed(COMMISSIONER, SPRING), WORDS)
    assert {name for at, name in found.derived if at == Place("age", "18_24")} == {"percent_before", "difference"}


def _without(table: PrintedTable, hidden: Place) -> PrintedTable:
    shown = {place: count for place, count in table.shown.items() if place != hidden}
    return replace(table, shown=shown, derived={key: text for key, text in table.derived.items() if key[0] != hidden})


def test_months_are_other_rows_and_are_left_out() -> None:
    assert not [row for shape in both().shapes for row in shape.rows if "2020" in row.label]


def test_the_columns_are_the_two_periods() -> None:
    shape = next(each for each in both().shapes if each.id == "age")
    assert [column.label for column in shape.columns] == ["Apr to Jun 2020", "Jul to Sep 2020"]
    assert [row.label for row in shape.rows][:2] == ["Base", "Under 18"]
