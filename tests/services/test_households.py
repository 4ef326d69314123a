"""Households: carried over from call to stay, known when they call again, and kept apart where they must not meet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from desks import a_desk, a_stay, a_unit, resident_of
from refugedesk.domain.fields import Answer
from refugedesk.services import forms, guard, repeats, views
from refugedesk.services.arrivals import arrive, start_arrival
from refugedesk.services.desk import Desk
from refugedesk.services.linked import LinkedRow, linked


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An empty store, open."""
    opened = a_desk(tmp_path / "store")
    yield opened
    opened.close()


def saved(desk: Desk, record: str, **answers: Answer) -> str:
    """A record in the store, said to be right where it is unlikely; its key."""
    draft = forms.new_draft(desk, record, **answers)
    draft.confirmed = {problem.rule for problem in draft.unlikely()}
    return forms.save(desk, draft).id


def a_call(desk: Desk, **answers: Answer) -> str:
    """A referral of today."""
    return saved(desk, "referral", received_on=desk.today, **answers)


def test_nothing_the_call_told_is_typed_twice(desk: Desk) -> None:
    unit = a_unit(desk)
    call = a_call(
        desk,
        known_as="Farah",
        children=1,
        languages="Farsi, English",
        pregnant="yes",
        no_recourse="no",
        needs_named=("housing", "safety"),
        feared_person="Imran Khan",
        feared_area="Leeds",
        pets="A small dog",
        risk_level="high",
    )
    saved(desk, "referral_child", referral_id=call, age=7, sex="female")
    saved(desk, "referral_child", referral_id=call, age=3, sex="male")
    hold = saved(desk, "hold", unit_id=unit, referral_id=call, held_on=desk.today, until_on=desk.today)
    stay = arrive(desk, start_arrival(desk, call))

    resident = resident_of(desk, stay)
    person = forms.open_draft(desk, "resident", resident).answers
    assert (person["first_name"], person["first_language"], person["pregnant"]) == ("Farah", "Farsi", "yes")
    told = forms.open_draft(desk, "stay", stay).answers
    assert (told["needs"], told["risk_at_start"]) == (("housing", "safety"), "high")
    [feared] = linked(desk, "perpetrator", "resident_id", resident)
    assert forms.open_draft(desk, "perpetrator", feared.id).answers["area"] == "Leeds"
    [dog] = linked(desk, "household_member", "stay_id", stay)
    assert dog.words == "A small dog · Dog"
    [file] = views.person(desk, resident).stays
    assert sorted(child.sex for child in file.children) == ["Female", "Male"]
    assert file.unit == "Room 1"
    assert forms.open_draft(desk, "hold", hold).answers["released_on"] == desk.today
    call_now = forms.open_draft(desk, "referral", call).answers
    assert (call_now["outcome"], call_now["moved_in"]) == ("accepted", "yes")


def told(desk: Desk, call: str) -> list[tuple[str, Answer, Answer, Answer]]:
    """Key, age, sex and whether they would come, of the stored children of a call, the eldest first."""
    rows = [(row.id, forms.open_draft(desk, "referral_child", row.id).answers) for row in _children(desk, call)]
    found = [(key, child["age"], child["sex"], child["comes_along"]) for key, child in rows]
    return sorted(found, key=lambda child: -int(str(child[1])))


def _children(desk: Desk, call: str) -> tuple[LinkedRow, ...]:
    return linked(desk, "referral_child", "referral_id", call)


def test_children_typed_in_one_line_are_records_of_their_own(desk: Desk) -> None:
    call = a_call(desk, children=2, children_told="8 f, 5 m, 14 m stays")
    first = told(desk, call)
    assert [child[1:] for child in first] == [(14, "male", "no"), (8, "female", None), (5, "male", None)]
    again = forms.open_draft(desk, "referral", call)
    assert again.answers["children_told"] == "14 m stays, 8 f, 5 m"
    again.type_text("children_told", "8 f, 6 m")
    forms.save(desk, again)
    second = told(desk, call)
    assert [child[1:] for child in second] == [(8, "female", None), (6, "male", None)]
    assert second[0] == first[1], "a child of whom nothing new was said stays the same record"
    assert second[1][0] == first[2][0], "of the others, the boy of 5 was corrected, and not the one of 14"
    again.set("children", 0)
    forms.save(desk, again)
    assert told(desk, call) == []


def test_an_arrival_knows_the_children_the_call_told_of(desk: Desk) -> None:
    call = a_call(desk, children=3, children_told="8 f, 5 m, 14 m stays")
    arrival = start_arrival(desk, call)
    assert [child.answers.get("sex") for child, _ in arrival.children] == ["female", "male", None, "male"]
    assert [in_stay.answers["in_refuge"] for _, in_stay in arrival.children] == ["yes", "yes", "yes", "no"]
    assert [child and child.age for child in arrival.told] == [8, 5, None, 14]


def test_a_household_that_calls_again_is_offered_and_never_by_name_alone(desk: Desk) -> None:
    first = a_call(desk, known_as="Farah", children=2, origin_authority="Leeds", feared_person="Imran Khan")
    a_call(desk, known_as="Farah", children=1, origin_authority="Hull")
    again: dict[str, Answer] = {"children": 2, "origin_authority": "leeds ", "feared_person": "Imraan Kahn"}
    [found] = repeats.may_repeat(desk, again)
    assert found.id == first
    assert found.shared == ("the same council area", "as many children", "the same person feared")
    assert repeats.may_repeat(desk, {"known_as": "Farah"}) == ()
    assert repeats.may_repeat(desk, again, without=first) == ()


def test_children_two_years_older_are_the_same_children(desk: Desk) -> None:
    call = a_call(desk, children=2, origin_authority="Leeds")
    for age in (3, 7):
        saved(desk, "referral_child", referral_id=call, age=age)
    found = {
        ages: [each.id for each in repeats.may_repeat(desk, {"origin_authority": "Leeds", "children_told": ages})]
        for ages in ("9 f, 4", "9, 6", "2, 7 m")
    }
    assert found == {"9 f, 4": [call], "9, 6": [], "2, 7 m": []}


def test_a_warning_names_nobody_and_comes_only_for_those_who_are_here(desk: Desk) -> None:
    stay = a_stay(desk, "Aisha")
    saved(desk, "perpetrator", resident_id=resident_of(desk, stay), name="Imran Khan")
    assert guard.warnings(desk, "Imraan Kahn", None) == (guard.FEARED_HERE,)
    assert guard.warnings(desk, "Ayesha", None) == (guard.IS_HERE,)
    assert guard.warnings(desk, None, "Imran") == (guard.CALLER_FEARED,)
    assert guard.warnings(desk, "Peter", "Mary") == ()
    assert not any(name in words for words in guard.warnings(desk, "Imran", "Imran") for name in ("Imran", "Aisha"))
    leaving = forms.open_draft(desk, "stay", stay)
    leaving.set("ended_on", desk.today)
    forms.save(desk, leaving)
    assert guard.warnings(desk, "Imran Khan", "Imran Khan") == ()


def test_calls_of_more_than_two_years_ago_are_not_looked_at(desk: Desk) -> None:
    old = desk.today - timedelta(days=800)
    saved(desk, "referral", received_on=old, children=2, origin_authority="Leeds", feared_person="Imran")
    assert repeats.may_repeat(desk, {"children": 2, "origin_authority": "Leeds", "feared_person": "Imran"}) == ()


@pytest.mark.parametrize(("typed", "is_found"), [("Ayesha", True), ("Aysha Kahn", True), ("Peter", False)])
def test_the_search_hears_names(desk: Desk, typed: str, is_found: bool) -> None:
    stay = a_stay(desk, "Aisha")
    person = forms.open_draft(desk, "resident", resident_of(desk, stay))
    person.set("last_name", "Khan")
    forms.save(desk, person)
    found = views.search(desk, typed)
    assert [(hit.title, hit.is_like) for hit in found] == ([("Aisha Khan", True)] if is_found else [])


def test_the_search_finds_a_note_in_its_file_and_nobody_who_is_feared(desk: Desk) -> None:
    stay = a_stay(desk, "Farah")
    saved(desk, "note", stay_id=stay, on_day=desk.today, fact="The garden gate was open.")
    saved(desk, "perpetrator", resident_id=resident_of(desk, stay), name="Imran Khan")
    a_call(desk, feared_person="Imran Khan")
    [hit] = views.search(desk, "garden ga")
    assert (hit.record_id, hit.title, hit.stay_id, hit.resident_id) == ("note", "Farah", stay, resident_of(desk, stay))
    assert hit.detail == "Note of 12 Apr 2021: The garden gate was open."
    assert views.search(desk, "Imran") == ()
