"""What falls due by itself, and when it is done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from desks import a_desk, a_stay, resident_of
from refugedesk.domain.fields import Answer
from refugedesk.domain.rhythm import Rhythm, RhythmError
from refugedesk.services import forms, views
from refugedesk.services.clock import FixedClock
from refugedesk.services.desk import Desk
from refugedesk.services.due import due, keep_rhythm, rhythm
from refugedesk.services.roles import NotAllowedError, Role
from refugedesk.storage.lookups.history import entries_about


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An empty store, open, on 12 April 2021."""
    opened = a_desk(tmp_path / "store")
    yield opened
    opened.close()


def saved(desk: Desk, record: str, **answers: Answer) -> str:
    """A record in the store, said to be right where it is unlikely; its key."""
    draft = forms.new_draft(desk, record, **answers)
    draft.confirmed = {problem.rule for problem in draft.unlikely()}
    return forms.save(desk, draft).id


def said(desk: Desk, who: str = "") -> list[tuple[str, str, str]]:
    """What is due: whose, what, when."""
    return [(row.who, row.what, row.when(desk.today)) for row in due(desk, who)]


def day(desk: Desk, days: int) -> date:
    """A day that many days from today."""
    return desk.today + timedelta(days)


def test_an_arrival_makes_the_first_steps_due(desk: Desk) -> None:
    stay = a_stay(desk, "Farah")
    assert said(desk) == [("Farah", "Make the safety plan", "in 3 days"), ("Farah", "Assess risk", "in 7 days")]
    saved(desk, "safety_plan", stay_id=stay, made_on=desk.today)
    assert said(desk) == [("Farah", "Assess risk", "in 7 days")]


def test_only_the_latest_review_counts_and_a_done_one_is_gone(desk: Desk) -> None:
    stay = a_stay(desk, "Farah")
    saved(desk, "safety_plan", stay_id=stay, made_on=day(desk, -20), review_on=day(desk, -6))
    assert ("Farah", "Look at the safety plan again", "6 days overdue") in said(desk)
    saved(desk, "safety_plan", stay_id=stay, made_on=desk.today, review_on=day(desk, 30))
    assert [what for _, what, _ in said(desk)] == ["Assess risk"]


def test_a_wait_is_due_until_it_came_and_a_task_of_the_house_is_everybodys(desk: Desk) -> None:
    stay = a_stay(desk, "Farah")
    wait = saved(desk, "wait", stay_id=stay, what="gp", asked_on=desk.today, chase_on=desk.today)
    saved(desk, "task", what="Test the alarm", due_on=day(desk, -1))
    assert said(desk)[:2] == [("", "Test the alarm", "1 day overdue"), ("Farah", "Chase what is waited for", "today")]
    draft = forms.open_draft(desk, "wait", wait)
    draft.set("got_on", desk.today)
    forms.save(desk, draft)
    assert "Chase what is waited for" not in [what for _, what, _ in said(desk)]


def test_leaving_asks_for_the_form_and_then_for_aftercare(desk: Desk) -> None:
    stay = a_stay(desk, "Farah")
    draft = forms.open_draft(desk, "stay", stay)
    draft.set("started_on", day(desk, -60))
    draft.set("ended_on", day(desk, -28))
    draft.set("aftercare_agreed", "yes")
    forms.save(desk, draft)
    assert said(desk) == [
        ("Farah", "Complete the move-on", "21 days overdue"),
        ("Farah", "Aftercare contact, 30 days", "in 2 days"),
    ]
    saved(desk, "aftercare_contact", stay_id=stay, due="1_month", on_day=desk.today, reached="no")
    assert said(desk) == [("Farah", "Complete the move-on", "21 days overdue")]


def test_the_rhythm_is_the_services_own(desk: Desk) -> None:
    a_stay(desk, "Farah")
    keep_rhythm(desk, replace(Rhythm(), safety_plan=1))
    assert rhythm(desk).safety_plan == 1
    assert said(desk)[0] == ("Farah", "Make the safety plan", "in 1 day")
    with pytest.raises(RhythmError):
        Rhythm(risk=0)
    keyworker = replace(desk, user=replace(desk.user, role=Role.KEYWORKER))
    with pytest.raises(NotAllowedError):
        keep_rhythm(keyworker, Rhythm())


def test_a_key_worker_sees_her_own(desk: Desk) -> None:
    a_stay(desk, "Farah")
    assert len(said(desk, "ana silva")) == 2
    assert said(desk, "Somebody Else") == []


def test_what_no_record_dates_follows_from_the_rhythm_at_once(desk: Desk) -> None:
    stay = a_stay(desk, "Farah", children=("Sami",))
    file = views.person(desk, resident_of(desk, stay))
    child = file.stays[0].children[0].child_id
    draft = forms.open_draft(desk, "stay", stay)
    draft.set("started_on", day(desk, -90))
    forms.save(desk, draft)
    saved(desk, "risk_assessment", stay_id=stay, assessed_on=day(desk, -20), tool="checklist_24")
    saved(desk, "safety_plan", stay_id=stay, made_on=day(desk, -20), review_on=day(desk, 40))
    saved(desk, "child_risk_assessment", child_id=child, assessed_on=day(desk, -56))
    saved(desk, "wait", stay_id=stay, what="gp", asked_on=day(desk, -10))
    saved(desk, "goal", stay_id=stay, need="housing", goal="A home", agreed_on=day(desk, -40))
    saved(desk, "plan_review", stay_id=stay, reviewed_on=day(desk, -30))
    assert [(what, when) for _, what, when in said(desk)] == [
        ("Review the support plan", "2 days overdue"),
        ("Assess a child's risk again", "in 4 days"),
        ("Chase what is waited for", "in 4 days"),
    ]
    keep_rhythm(desk, replace(rhythm(desk), review=14, child_assessment=120, chase=5))
    assert [(what, when) for _, what, when in said(desk)] == [
        ("Review the support plan", "16 days overdue"),
        ("Assess risk again", "6 days overdue"),
        ("Chase what is waited for", "5 days overdue"),
    ]


def test_another_rhythm_can_be_looked_at_before_it_is_kept(desk: Desk) -> None:
    a_stay(desk, "Farah")
    assert [row.what for row in due(desk, kept=replace(rhythm(desk), risk=30))] == ["Make the safety plan"]
    assert len(due(desk)) == 2


def test_the_record_of_changes_says_which_days_were_changed(desk: Desk) -> None:
    keep_rhythm(desk, replace(rhythm(desk), safety_plan=2))
    keep_rhythm(desk, replace(rhythm(desk), safety_plan=2))
    with desk.reading() as connection:
        [line] = entries_about(connection, ["rhythm"])
    assert (line.who, line.action, line.changes) == ("Ana Silva", "settings", {"safety_plan": [3, 2]})


def test_an_agreed_day_of_aftercare_goes_before_the_rhythm_until_somebody_rang(desk: Desk) -> None:
    stay = a_stay(desk, "Farah")
    draft = forms.open_draft(desk, "stay", stay)
    answers: dict[str, Answer] = {
        "move_on_destination": "council_tenancy",
        "move_on_authority": "Leeds",
        "planned_departure": "yes",
    }
    days: dict[str, Answer] = {
        "started_on": day(desk, -60),
        "ended_on": day(desk, -31),
        "aftercare_next_on": day(desk, 3),
    }
    agreed: dict[str, Answer] = {"aftercare_agreed": "yes"}
    for name, answer in {**agreed, **answers, **days}.items():
        draft.set(name, answer)
    forms.save(desk, draft)
    assert said(desk) == [("Farah", "Aftercare contact, as agreed", "in 3 days")]
    later = replace(desk, clock=FixedClock(desk.now + timedelta(days=4)))
    saved(later, "aftercare_contact", stay_id=stay, due="1_month", on_day=later.today, reached="yes")
    assert said(later) == []
