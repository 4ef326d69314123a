"""A hold or a void where somebody lives, or where a hold is already, is asked about and never stopped."""

from __future__ import annotations

from datetime import date, timedelta

from refugedesk.domain.drafts import Draft
from refugedesk.domain.fields import Answer
from refugedesk.domain.records import ALL
from refugedesk.domain.rules import Span, Surroundings

TODAY = date(2021, 4, 12)


def asked(record: str, lived: Span | None = None, held: Span | None = None, **answers: Answer) -> list[str]:
    """The rules that ask."""
    around = Surroundings(TODAY, unit_others=[lived] if lived else (), unit_holds=[held] if held else ())
    draft = Draft(ALL[record], around, dict(answers))
    assert all("Is that right?" in problem.text for problem in draft.unlikely())
    return [problem.rule for problem in draft.unlikely()]


def on(days: int) -> date:
    """A day counted from today."""
    return TODAY + timedelta(days)


def test_the_last_day_of_a_hold_is_a_night_of_it() -> None:
    hold: dict[str, Answer] = {"held_on": on(2), "until_on": on(4)}
    assert asked("hold", (on(0), on(2)), None, **hold) == []
    assert asked("hold", (on(4), None), None, **hold) == ["held_on_nobody_there"]
    assert asked("hold", (on(5), None), None, **hold) == []
    assert asked("hold", (on(4), None), None, **hold, released_on=on(3)) == []
    assert asked("hold", None, (on(3), on(9)), **hold) == ["held_on_held_once"]


def test_a_void_is_over_on_the_day_the_unit_is_ready() -> None:
    assert asked("void", (on(3), None), None, from_on=on(0), to_on=on(3)) == []
    assert asked("void", (on(3), None), None, from_on=on(0)) == ["from_on_nobody_there"]


def test_a_hold_and_a_void_may_begin_on_a_day_to_come() -> None:
    assert not Draft(ALL["hold"], Surroundings(TODAY), {"unit_id": "U", "held_on": on(2), "until_on": on(4)}).wrong()
    assert not Draft(ALL["void"], Surroundings(TODAY), {"unit_id": "U", "reason": "repair", "from_on": on(2)}).wrong()
