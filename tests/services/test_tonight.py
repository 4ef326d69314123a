"""The house tonight: what keeps a unit from being given away, and what of those here is incomplete."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from desks import NOON, a_desk, a_stay, a_unit, resident_of
from refugedesk.domain.fields import Answer
from refugedesk.services import forms, views
from refugedesk.services.board import board
from refugedesk.services.clock import FixedClock
from refugedesk.services.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An empty store, open, on Monday 12 April 2021 at 14:05."""
    opened = a_desk(tmp_path / "store")
    yield opened
    opened.close()


def saved(desk: Desk, record: str, **answers: Answer) -> str:
    """A record in the store, said to be right where it is unlikely; its key."""
    draft = forms.new_draft(desk, record, **answers)
    draft.confirmed = {problem.rule for problem in draft.unlikely()}
    return forms.save(desk, draft).id


def at(desk: Desk, hour: int, days: int = 0) -> Desk:
    """The same desk at another hour."""
    return replace(desk, clock=FixedClock(datetime.replace(NOON, hour=hour) + timedelta(days=days)))


def states(desk: Desk) -> list[tuple[str, str]]:
    return [(unit.state, unit.state_detail) for unit in views.tonight(desk).units]


def on_the_board(desk: Desk) -> list[str]:
    return [span.kind if (span := row.on(desk.today)) else "free" for row in board(desk, desk.today, 3)]


def test_a_hold_is_over_at_its_hour(desk: Desk) -> None:
    room, today = a_unit(desk), desk.today
    saved(desk, "hold", unit_id=room, held_on=today, until_on=today, until_at="18:00")
    assert states(desk) == [("Held", "until 18:00")]
    assert on_the_board(desk) == ["held"]
    assert states(at(desk, 18)) == [("", "")]
    assert on_the_board(at(desk, 18)) == ["free"]


def test_a_hold_without_an_hour_lasts_its_whole_day_and_shows_the_nights_before(desk: Desk) -> None:
    room, today = a_unit(desk), desk.today
    saved(desk, "hold", unit_id=room, held_on=today, until_on=today + timedelta(days=1), until_at="09:00")
    assert states(at(desk, 23)) == [("Held", "until 13 Apr 2021")]
    later = at(desk, 10, days=1)
    assert states(later) == [("", "")]
    [row] = board(later, today, 3)
    assert [span.kind if (span := row.on(today + timedelta(days=n))) else "free" for n in range(3)] == [
        "held",
        "free",
        "free",
    ]
    saved(desk, "hold", unit_id=room, held_on=today, until_on=today)
    assert states(at(desk, 23))[0][0] == "Held"


def test_a_void_says_why_and_for_how_long(desk: Desk) -> None:
    room = a_unit(desk)
    saved(desk, "void", unit_id=room, reason="cleaning", from_on=desk.today - timedelta(days=1))
    assert states(desk) == [("Void", "day 2 · cleaning and turnaround")]


def test_only_those_here_are_incomplete_and_the_children_count(desk: Desk) -> None:
    stay = a_stay(desk, "Farah", a_unit(desk), children=("Sami",))
    [row] = views.tonight(desk).incomplete
    file = views.person(desk, resident_of(desk, stay))
    missing = file.missing + file.stays[0].missing + sum(child.missing for child in file.stays[0].children)
    assert (row.title, row.detail) == ("Farah", f"{missing} missing")
    draft = forms.open_draft(desk, "stay", stay)
    draft.set("ended_on", desk.today)
    forms.save(desk, draft)
    assert views.tonight(desk).incomplete == ()


def test_the_head_of_a_file_has_the_latest_risk_with_its_day(desk: Desk) -> None:
    stay = a_stay(desk, "Farah")
    draft = forms.open_draft(desk, "stay", stay)
    draft.set("risk_at_start", "high")
    forms.save(desk, draft)
    file = views.person(desk, resident_of(desk, stay)).stays[0]
    assert (file.risk, file.risk_on) == ("High", None)
    day = desk.today - timedelta(days=1)
    saved(desk, "risk_assessment", stay_id=stay, assessed_on=day, tool="dash", level="high", judgement_level="medium")
    saved(desk, "risk_assessment", stay_id=stay, assessed_on=desk.today, tool="dash")
    file = views.person(desk, resident_of(desk, stay)).stays[0]
    assert (file.risk, file.risk_code, file.risk_on) == ("Medium", "medium", day)
