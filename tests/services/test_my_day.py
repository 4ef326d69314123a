"""A key worker's own day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from desks import a_desk, a_stay, a_unit, resident_of
from refugedesk.domain.fields import Answer
from refugedesk.services import forms, views
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Role


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An empty store, open, at it a key worker, Ana Silva, on 12 April 2021."""
    opened = a_desk(tmp_path / "store")
    yield replace(opened, user=replace(opened.user, role=Role.KEYWORKER))
    opened.close()


def saved(desk: Desk, record: str, **answers: Answer) -> str:
    draft = forms.new_draft(desk, record, **answers)
    draft.confirmed = {problem.rule for problem in draft.unlikely()}
    return forms.save(desk, draft).id


def give_to(desk: Desk, stay: str, who: str | None) -> None:
    draft = forms.open_draft(desk, "stay", stay)
    draft.set("key_worker", who)
    forms.save(desk, draft)


def names(desk: Desk) -> list[str]:
    return [row.name for row in views.my_day(desk).residents]


def test_my_residents_come_with_their_children_and_what_is_next(desk: Desk) -> None:
    stay = a_stay(desk, "Farah", a_unit(desk), children=("Sami",))
    child = forms.new_draft(desk, "child", first_name="Lea", resident_id=resident_of(desk, stay))
    child.set("date_of_birth", date(2018, 5, 1))
    key = forms.save(desk, child).id
    saved(desk, "child_stay", child_id=key, stay_id=stay, in_refuge="yes")
    give_to(desk, a_stay(desk, "Mina"), "Somebody Else")
    [row] = views.my_day(desk).residents
    assert (row.name, row.unit, row.nights) == ("Farah", "Room 1", 0)
    assert sorted(row.children) == ["Lea 2", "Sami"]
    assert (row.next_due, row.next_when) == ("Make the safety plan", "in 3 days")
    assert views.my_day(desk).children == 2
    assert views.my_day(desk).others == ()


def test_who_signs_in_under_another_name_still_has_her_residents(desk: Desk) -> None:
    give_to(desk, a_stay(desk, "Farah"), "Ana")
    assert names(desk) == []
    assert views.my_day(desk).others == ("Ana",)
    saved(desk, "staff", name="Ana", role="key_worker", signs_in_as="ana silva")
    assert names(desk) == ["Farah"]


def test_mine_is_due_first_and_the_rest_is_the_houses(desk: Desk) -> None:
    mine, other = a_stay(desk, "Farah"), a_stay(desk, "Mina")
    give_to(desk, other, "Somebody Else")
    saved(desk, "task", what="Ring the school", due_on=desk.today, stay_id=other, worker="ana silva")
    saved(desk, "task", what="Test the alarm", due_on=desk.today - timedelta(days=1))
    saved(desk, "task", what="Sort the papers", due_on=desk.today, stay_id=mine, worker="Somebody Else")
    saved(desk, "referral", received_on=desk.today, known_as="Noor", outcome="pending")
    day = views.my_day(desk)
    assert [row.title for row in day.due] == [
        "Mina: Ring the school",
        "Farah: Make the safety plan",
        "Farah: Assess risk",
    ]
    assert [row.title for row in day.due_house][:3] == ["Assess: Noor", "Test the alarm", "Farah: Sort the papers"]
    assert day.due_house[1].is_overdue
    assert {row.title.split(":")[0] for row in day.incomplete} == {"Farah"}


def test_who_has_left_is_nobodys_day(desk: Desk) -> None:
    stay = a_stay(desk, "Farah")
    draft = forms.open_draft(desk, "stay", stay)
    draft.set("ended_on", desk.today)
    forms.save(desk, draft)
    assert names(desk) == []
