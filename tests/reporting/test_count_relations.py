"""What must hold between the numbers of a return, whatever was recorded."""

from __future__ import annotations

from random import Random

import pytest

from refugedesk.domain.lists import ALL
from refugedesk.domain.spans import ONE_DAY, Period
from refugedesk.reporting.compute import compute
from refugedesk.reporting.returns import definition
from refugedesk.reporting.tables import CountTable, Place
from stores import SMALL_SERVICE, Store, a_random_period, a_random_store, extracts

OF_PEOPLE_STARTED = (
    *("age", "sex", "gender", "ethnicity", "ethnicity_group", "religion", "sexual_orientation", "disabled"),
    *("pregnant", "no_recourse", "interpreter_needed", "origin", "origin_ward", "children_per_resident"),
    "needs_per_resident",
)
OF_THEIR_CHILDREN = ("children_age", "children_sex", "children_status_at_start", "children_known")
OF_STAYS_ENDED = ("move_on", "move_on_group", "move_on_authority", "planned")


class Numbers:
    """The counts of a return of a random store, looked up by table, row and column."""

    def __init__(self, store: Store, period: Period) -> None:
        tables = compute(definition("commissioner"), SMALL_SERVICE, period, extracts(store)).tables
        self.tables: dict[str, CountTable] = {table.shape.id: table for table in tables}

    def __call__(self, table: str, row: str = "", column: str = "") -> int:
        return self.tables[table].counts[Place(table, row, column)]

    def everybody(self, table: str) -> int:
        """Answers and non-answers together: |t|."""
        return sum(self(table, row.code) for row in self.tables[table].shape.rows)

    def without_answer(self, table: str) -> dict[str, int]:
        return {row.code: self(table, row.code) for row in self.tables[table].shape.rows if not row.is_answer}

    @property
    def people(self) -> int:
        return self.everybody("age")


@pytest.fixture(scope="module", params=range(200, 220))
def n(request: pytest.FixtureRequest) -> Numbers:
    chance = Random(request.param)
    return Numbers(a_random_store(chance), a_random_period(chance))


def test_tables_about_the_same_subjects_add_to_the_same_number(n: Numbers) -> None:
    assert {n.everybody(table) for table in OF_PEOPLE_STARTED} == {n.people}
    assert {n.everybody(table) for table in OF_STAYS_ENDED} == {n("flow", "ended")}
    assert len({n.everybody(table) for table in OF_THEIR_CHILDREN}) == 1
    assert n.people == n("needs") == n("abuse") == n("age_by_children") == n("age_by_mental_health")


def test_answers_add_to_the_base(n: Numbers) -> None:
    for table in {*OF_PEOPLE_STARTED, *OF_THEIR_CHILDREN, *OF_STAYS_ENDED, "refusals", "people_supported"}:
        assert n(table) == n.everybody(table) - sum(n.without_answer(table).values())


@pytest.mark.parametrize(
    ("fine", "coarse", "codelist"),
    [
        ("ethnicity", "ethnicity_group", "ethnicity"),
        ("refusal_reasons", "refusals", "refusal_reason"),
        ("move_on", "move_on_group", "move_on_destination"),
    ],
)
def test_groups_are_the_sums_of_their_codes(n: Numbers, fine: str, coarse: str, codelist: str) -> None:
    for group in ALL[codelist].groups:
        assert n(coarse, group) == sum(n(fine, code) for code in ALL[codelist].codes_in(group))
    assert n.without_answer(fine) == n.without_answer(coarse)


def test_wards_add_to_inside(n: Numbers) -> None:
    inside = sum(n("origin_ward", row) for row in ("wyken", "foleshill", "ward_not_recorded"))
    assert inside == n("origin", "inside")
    assert n("origin_ward", "outside") == n("origin", "outside")
    assert n("origin_ward", "not_recorded") == n("origin", "not_recorded")


def test_margins_of_cross_tables_are_the_one_way_tables(n: Numbers) -> None:
    for row in n.tables["age"].shape.rows:
        assert n("age_by_children", row.code) == n("age_by_mental_health", row.code) == n("age", row.code)
    for column in n.tables["age_by_children"].shape.columns:
        assert n("age_by_children", "", column.code) == n("children_per_resident", column.code)
    assert n("age_by_mental_health", "", "yes") == n("needs", "mental_health")
    assert n("age_by_mental_health", "", "no") == n.people - n("needs", "mental_health")


def test_cells_add_to_their_rows_and_columns(n: Numbers) -> None:
    for table in ("age_by_children", "age_by_mental_health"):
        rows, columns = n.tables[table].shape.rows, n.tables[table].shape.columns
        for row in rows:
            assert n(table, row.code) == sum(n(table, row.code, column.code) for column in columns)
        for column in columns:
            assert n(table, "", column.code) == sum(n(table, row.code, column.code) for row in rows)


def test_children_are_those_of_the_people_who_started(n: Numbers) -> None:
    least = sum(n("children_per_resident", row) * int(row[0]) for row in ("1", "2", "3", "4_or_more"))
    children = n.everybody("children_age")
    assert children == least if not n("children_per_resident", "4_or_more") else children >= least
    assert children <= n("children_supported")


def test_needs_are_bounded_by_people_and_mentions(n: Numbers) -> None:
    needs = [n("needs", code.code) for code in ALL["support_need"].codes]
    least = sum(n("needs_per_resident", row) * int(row[0]) for row in ("1", "2", "3", "4", "5_or_more"))
    assert sum(needs) == least if not n("needs_per_resident", "5_or_more") else sum(needs) >= least
    assert max(needs) <= n.people - n("needs_per_resident", "0")
    assert max(n("abuse", code.code) for code in ALL["abuse_type"].codes) <= n.people
    mentions = n("needs_mentions", "mentions")
    assert mentions == sum(needs) if n("flow", "started") == n.people else mentions >= sum(needs)


def test_stays_flow(n: Numbers) -> None:
    start, started = n("flow", "in_stay_at_start"), n("flow", "started")
    ended, end = n("flow", "ended"), n("flow", "in_stay_at_end")
    closed, still_open = n("length_of_stay", "closed"), n("length_of_stay", "open")
    assert start + started - ended == end
    assert n.everybody("starts_by_month") == started == closed + still_open
    assert n.people <= started
    assert end - still_open == start - (ended - closed) >= 0


def test_people_supported_are_those_who_started_and_those_who_went_on(n: Numbers) -> None:
    new, continuing = n("people_supported", "new"), n("people_supported", "continuing")
    assert new <= n.people <= new + continuing
    assert continuing <= n("flow", "in_stay_at_start")


def test_referrals_add_to_the_same_total(n: Numbers) -> None:
    total = n("referrals_by_month")
    assert total == n("referrals_by_source") == n.everybody("referrals_by_risk")
    assert n.everybody("refusals") == n.everybody("refusal_reasons") <= total
    for table in ("referrals_by_month", "referrals_by_source"):
        rows = n.tables[table].shape.rows
        for column in ("referrals", "assessed"):
            assert n(table, "", column) == sum(n(table, row.code, column) for row in rows)
        assert all(n(table, row.code, "assessed") <= n(table, row.code, "referrals") for row in rows)
        assert n(table, "", "referrals") == total
    assert n("referrals_by_month", "", "assessed") == n("referrals_by_source", "", "assessed")


def test_occupied_and_void_are_available(n: Numbers) -> None:
    for row in ("", *(row.code for row in n.tables["occupancy"].shape.rows)):
        occupied, void = n("occupancy", row, "occupied"), n("occupancy", row, "void")
        assert occupied + void == n("occupancy", row, "available")
        assert occupied >= 0 and void >= 0


@pytest.mark.parametrize("seed", range(300, 310))
def test_the_end_of_one_period_is_the_start_of_the_next(seed: int) -> None:
    chance = Random(seed)
    store, period = a_random_store(chance), a_random_period(chance)
    following = Period(period.last + ONE_DAY, period.last + 90 * ONE_DAY)
    before, after = Numbers(store, period), Numbers(store, following)
    both = Numbers(store, Period(period.first, following.last))
    assert before("flow", "in_stay_at_end") == after("flow", "in_stay_at_start")
    for table, row in (("flow", "started"), ("flow", "ended"), ("referrals_by_month", "")):
        assert before(table, row) + after(table, row) == both(table, row)
