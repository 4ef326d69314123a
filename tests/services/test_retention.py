"""What is due, held and soon is listed for managers; a hold keeps a file from being purged."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from desks import NOON, PASSPHRASE
from purging import LATER, Case, a_case
from refugedesk.domain.retention import Rules
from refugedesk.services import forms, hiding, holds, purges, retention
from refugedesk.services.holds import HoldError, NewHold
from refugedesk.services.purges import PurgeError
from refugedesk.services.retention import Stands
from refugedesk.storage.purging.parts import Scope
from sightings import MARKER

COURT = NewHold("court", "Coventry Family Court", "Order to keep the records", date(2021, 6, 1))


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    case = a_case(tmp_path / "store")
    yield case
    case.desk.close()


def later(case: Case, years: int) -> None:
    """The manager unlocks again so many years on."""
    case.desk.close()
    case.desk = case.house.open("Ana Silva", LATER.replace(year=LATER.year + years))


def stands(case: Case) -> dict[str, Stands]:
    return {row.who: row.stands for row in retention.file_rows(case.desk)}


def test_a_file_is_due_in_its_parts_as_time_goes_by(case: Case) -> None:
    who = next(iter(stands(case)))
    assert MARKER in who
    assert stands(case)[who] is Stands.LATER and "Mina" not in stands(case)
    retention.keep_rules(case.desk, Rules(child_age=40))
    later(case, 7)
    row = retention.file_rows(case.desk)[-1]
    assert row.stands is Stands.ADULT_DUE and row.adult_on == date(2028, 4, 12) and row.whole_on == date(2030, 1, 2)
    later(case, 9)
    assert {row.stands for row in retention.file_rows(case.desk)} == {Stands.DUE}


def test_a_call_nobody_came_from_has_a_time_of_its_own(case: Case) -> None:
    first = forms.new_draft(case.desk, "referral", known_as="Noor")
    first.set("received_on", LATER.date())
    key = forms.save(case.desk, first).id
    again = forms.new_draft(case.desk, "referral", known_as="Noor again")
    again.set("repeat_of", key)
    again.set("received_on", LATER.date())
    last = forms.save(case.desk, again).id
    rows = [row for row in retention.file_rows(case.desk) if row.record == "referral"]
    assert [(row.id, row.whole_on) for row in rows] == [(last, date(2023, 4, 13))]
    later(case, 2)
    case.purge(Scope.WHOLE, "referral", last)
    assert [row for row in retention.file_rows(case.desk) if row.record == "referral"] == []


def test_a_held_file_is_not_purged_until_the_hold_is_over(case: Case) -> None:
    asked = purges.ask(case.desk, "resident", case.house.resident, Scope.WHOLE, "It is time")
    made = holds.hold(case.desk, "resident", case.house.resident, COURT)
    assert purges.waiting(case.desk) == (), "what was asked for is withdrawn"
    with pytest.raises(PurgeError, match="does not wait"):
        purges.confirm(case.desk, asked, "Sam Okoro", PASSPHRASE)
    with pytest.raises(PurgeError, match="held for Coventry Family Court"):
        purges.ask(case.desk, "resident", case.house.resident, Scope.FIGURES_STAY, "It is time")
    assert next(iter(stands(case).values())) is Stands.HELD
    assert [row.id for row in holds.holds_on(case.desk, "resident", case.house.resident)] == [made]
    holds.end_hold(case.desk, "resident", case.house.resident, made)
    with pytest.raises(HoldError):
        holds.end_hold(case.desk, "resident", case.house.resident, made)
    assert case.purge().is_clean


def test_a_hold_ends_by_itself_after_its_day(case: Case) -> None:
    holds.hold(case.desk, "resident", case.house.resident, COURT)
    case.desk.close()
    case.desk = case.house.open("Ana Silva", NOON.replace(month=6, day=2))
    assert holds.holds_on(case.desk, "resident", case.house.resident) == ()
    assert case.purge().is_clean


def test_a_hold_says_for_whom_and_why(case: Case) -> None:
    past = case.desk.today - timedelta(days=1)
    for wrong in (
        NewHold("court", " ", "why"),
        NewHold("court", "who", ""),
        NewHold("x", "a", "b"),
        NewHold("court", "a", "b", past),
    ):
        with pytest.raises(HoldError):
            holds.hold(case.desk, "resident", case.house.resident, wrong)


def test_a_file_hidden_from_a_manager_is_in_none_of_their_lists(case: Case) -> None:
    holds.hold(case.desk, "resident", case.house.resident, COURT)
    hiding.hide(case.desk, "resident", case.house.resident, case.house.accounts["Sam Okoro"], "A cousin")
    case.desk.close()
    case.desk = case.house.open("Sam Okoro", LATER)
    assert retention.file_rows(case.desk) == ()
    assert holds.holds_on(case.desk, "resident", case.house.resident) == ()


def test_figures_that_are_left_are_due_no_more(case: Case) -> None:
    retention.keep_rules(case.desk, Rules(child_age=60))
    later(case, 9)
    case.purge(Scope.ADULT_FIGURES_STAY)
    assert {row.stands for row in retention.file_rows(case.desk)} == {Stands.LATER}
    later(case, 30)
    case.purge(Scope.FIGURES_STAY)
    assert retention.file_rows(case.desk) == ()
