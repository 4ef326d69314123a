"""A manager's quarter, caseloads, waits and data quality: exact, and the same numbers as the return's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from desks import a_desk, a_stay, a_unit, resident_of
from refugedesk.domain.fields import Answer
from refugedesk.domain.spans import Period
from refugedesk.reporting.tables import CountTable, Place
from refugedesk.services import counting, forms, views
from refugedesk.services.desk import Desk
from refugedesk.services.quality import by_worker, of_worker, quality
from refugedesk.services.views.quarter import percent, quarter_of


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An empty store, open, on 12 April 2021: the quarter has had twelve nights with tonight."""
    opened = a_desk(tmp_path / "store")
    yield opened
    opened.close()


def saved(desk: Desk, record: str, **answers: Answer) -> str:
    draft = forms.new_draft(desk, record, **answers)
    draft.confirmed = {problem.rule for problem in draft.unlikely()}
    return forms.save(desk, draft).id


def change(desk: Desk, record: str, key: str, **answers: Answer) -> None:
    draft = forms.open_draft(desk, record, key)
    for name, answer in answers.items():
        draft.set(name, answer)
    forms.save(desk, draft)


def returned(desk: Desk, days: Period) -> dict[str, CountTable]:
    """The tables of the commissioner's return over those days, counted from the same store."""
    counted = counting.counted(desk, "commissioner", days)[0]
    return {table.shape.id: table for table in counted.tables}


def a_busy_store(desk: Desk, chance: Random) -> None:
    """Units of several types that open and close, placements that overlap them, and referrals of every outcome."""
    start = date(2020, 10, 1)
    with desk.writing() as work:
        units = [_unit(chance, start, number) for number in range(6)]
        keys = [work.add("unit", unit) for unit in units]
        resident = work.add("resident", {"first_name": "Farah"})
        for _ in range(40):
            begins = start + timedelta(days=chance.randrange(200))
            ends = None if chance.random() < 0.2 else begins + timedelta(days=chance.choice((0, 1, 9, 60)))
            stay = work.add("stay", {"resident_id": resident, "started_on": begins, "ended_on": ends})
            to_on = None if chance.random() < 0.3 else ends
            where = {"stay_id": stay, "unit_id": chance.choice(keys)}
            work.add("placement", {**where, "from_on": begins, "to_on": to_on})
        for _ in range(60):
            _referral(work, chance, start)


def _unit(chance: Random, start: date, number: int) -> dict[str, Answer]:
    opens = None if chance.random() < 0.3 else start + timedelta(days=chance.randrange(150))
    closes = None if chance.random() < 0.6 else date(2021, 1, 1) + timedelta(days=chance.randrange(150))
    kind = chance.choice(("refuge", "dispersed_full", "dispersed_semi"))
    return {"name": f"Room {number}", "accommodation_type": kind, "open_from": opens, "open_to": closes}


def _referral(work: object, chance: Random, start: date) -> None:
    outcome = chance.choice(("accepted", "not_accepted", "not_accepted", "withdrawn", "pending", None))
    reason = chance.choice(("full", "unsafe_location", None)) if outcome == "not_accepted" else None
    received = start + timedelta(days=chance.randrange(195))
    work.add("referral", {"received_on": received, "outcome": outcome, "refusal_reason": reason})  # type: ignore[attr-defined]


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("back", [0, 1])
def test_the_numbers_are_those_of_the_return(desk: Desk, seed: int, back: int) -> None:
    a_busy_store(desk, Random(seed))
    view = views.quarter_view(desk, back)
    tables = returned(desk, view.days)
    occupancy = tables["occupancy"]
    for row in occupancy.shape.rows:
        found = [each.nights for each in view.types if each.label == row.label]
        there = [getattr(nights, name) for nights in found for name in ("available", "occupied", "void")]
        counted = [occupancy.counts[Place("occupancy", row.code, name)] for name in ("available", "occupied", "void")]
        assert (there or [0, 0, 0]) == counted, row.label
    assert view.total.occupied == occupancy.counts[Place("occupancy", "", "occupied")]
    assert sum(night.lived_in for night in view.nights) == view.total.occupied
    assert sum(night.open_units for night in view.nights) == view.total.available
    reasons = tables["refusal_reasons"]
    for row in reasons.shape.rows:
        number = sum(each.number for each in view.reasons if each.label == row.label)
        assert number == reasons.counts[Place("refusal_reasons", row.code)], row.label
    by_source = tables["referrals_by_source"]
    received = sum(
        by_source.counts[Place("referrals_by_source", row.code, "referrals")] for row in by_source.shape.rows
    )
    assert view.referrals == received == view.accepted + view.waiting + view.withdrawn + view.not_ahead


def test_a_quarter_counts_up_to_tonight_and_a_past_one_whole(desk: Desk) -> None:
    a_stay(desk, "Farah", a_unit(desk))
    a_unit(desk, "Room 2")
    view = views.quarter_view(desk)
    assert (view.label, view.days, view.is_whole) == ("Apr to Jun 2021", Period(date(2021, 4, 1), desk.today), False)
    assert view.days_in_words == "1 Apr 2021 to 12 Apr 2021, tonight included"
    assert (view.total.available, view.total.occupied, view.total.void) == (24, 1, 23)
    assert [(night.open_units, night.lived_in) for night in view.nights[-2:]] == [(2, 0), (2, 1)]
    assert percent(view.total.occupied, view.total.available) == "4.2 %"
    past = views.quarter_view(desk, 1)
    assert (past.days_in_words, past.total.available, past.total.occupied) == ("Jan to Mar 2021", 180, 0)
    assert quarter_of(date(2021, 1, 31), 1) == Period(date(2020, 10, 1), date(2020, 12, 31))


def test_an_empty_house_has_nothing_to_share(desk: Desk) -> None:
    view = views.quarter_view(desk)
    assert (view.types, view.referrals, view.reasons) == ((), 0, ())
    assert view.total.share is None
    assert percent(0, 0) == "-"


def test_a_repeated_call_is_counted_once(desk: Desk) -> None:
    first = saved(desk, "referral", received_on=desk.today, outcome="not_accepted", refusal_reason="full")
    saved(desk, "referral", received_on=desk.today, outcome="not_accepted", refusal_reason="full", repeat_of=first)
    assert views.quarter_view(desk).not_ahead == 1


def test_caseloads_put_one_person_under_one_name_and_nobodys_last(desk: Desk) -> None:
    first, second = a_stay(desk, "Farah", children=("Sami", "Lea")), a_stay(desk, "Mina")
    third, fourth = a_stay(desk, "Noor"), a_stay(desk, "Elena")
    for stay, who in ((second, "Ana"), (third, "Ruth"), (fourth, None)):
        change(desk, "stay", stay, key_worker=who)
    saved(desk, "staff", name="Ana", role="key_worker", signs_in_as="Ana Silva")
    saved(desk, "task", what="Ring the school", due_on=desk.today - timedelta(days=1), stay_id=third, worker="Ana")
    rows = views.caseloads(desk).rows
    assert [(row.worker, row.residents, row.children) for row in rows] == [
        ("Ana Silva", 2, 2),
        ("Ruth", 1, 0),
        ("", 1, 0),
    ]
    assert [row.overdue for row in rows] == [1, 0, 0]
    assert [each.title for each in rows[0].people] == ["Farah", "Mina"]
    assert first


def test_waits_say_how_long_and_when_to_chase(desk: Desk) -> None:
    stay, day = a_stay(desk, "Farah"), desk.today
    old = {"asked_on": day - timedelta(days=30), "chased_on": day - timedelta(days=9), "chase_on": day}
    saved(desk, "wait", stay_id=stay, what="gp", **old)
    saved(desk, "wait", stay_id=stay, what="gp", asked_on=day - timedelta(days=2), chase_on=day - timedelta(days=1))
    saved(desk, "wait", stay_id=stay, what="gp", asked_on=day, got_on=day)
    found = views.caseloads(desk)
    assert [(kind.number, kind.longest_days) for kind in found.kinds] == [(2, 30)]
    assert [row.detail for row in found.waits] == [
        "asked 30 days ago, chased 9 days ago, chase today",
        "asked 2 days ago, chase overdue",
    ]
    assert [row.is_overdue for row in found.waits] == [False, True]


def test_what_is_missing_is_told_by_field_and_by_key_worker(desk: Desk) -> None:
    mine, other = a_stay(desk, "Farah", children=("Sami",)), a_stay(desk, "Mina")
    change(desk, "stay", other, key_worker="Ruth")
    saved(desk, "referral", received_on=desk.today)
    rows = quality(desk, Period(desk.today, desk.today))
    workers = {row.worker: row for row in by_worker(rows)}
    assert list(workers)[-1] == ""
    assert sum(row.missing for row in workers.values()) == sum(row.missing for row in rows)
    for worker, stay in (("Ana Silva", mine), ("Ruth", other)):
        file = views.person(desk, resident_of(desk, stay))
        missing = file.missing + file.stays[0].missing + sum(child.missing for child in file.stays[0].children)
        assert workers[worker].missing == missing
        assert {each.stay_id for row in of_worker(rows, worker) for each in row.lacking} == {stay}
    sex = next(row for row in rows if (row.record_id, row.field) == ("resident", "sex"))
    assert (sex.missing, sex.of, sex.field_label) == (2, 2, "Sex")
    assert all(row.record_id == "referral" for row in of_worker(rows, ""))


def test_of_two_stays_the_latest_says_whose_the_gap_is(desk: Desk) -> None:
    stay = a_stay(desk, "Farah")
    change(desk, "stay", stay, started_on=desk.today - timedelta(days=9), ended_on=desk.today - timedelta(days=2))
    resident = resident_of(desk, stay)
    later = saved(desk, "stay", resident_id=resident, started_on=desk.today, key_worker="Ruth")
    rows = quality(desk, Period(desk.today - timedelta(days=30), desk.today))
    sex = next(row for row in rows if (row.record_id, row.field) == ("resident", "sex"))
    assert (sex.missing, sex.of) == (1, 1)
    assert [(each.stay_id, each.key_worker) for each in sex.lacking] == [(later, "Ruth")]
