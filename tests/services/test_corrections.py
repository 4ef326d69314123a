"""A wish to put something right is recorded beside what stands; what stood there before is kept, never overwritten."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from desks import NOON, a_desk, a_stay, resident_of
from refugedesk.services import forms, views
from refugedesk.services.access.lines import look_through
from refugedesk.services.desk import Desk
from refugedesk.services.due import due
from refugedesk.services.forms import FixedError


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = a_desk(tmp_path / "store")
    yield desk
    desk.close()


def a_wish(desk: Desk, resident: str) -> str:
    draft = forms.new_draft(desk, "correction", resident_id=resident, asked_by="person", about="Note of 12 Apr")
    draft.set("asked_on", desk.today)
    draft.set("what_stands", "She was drunk")
    draft.set("what_they_say", "I had taken the medicine I am prescribed")
    draft.set("answer_by", desk.today + timedelta(days=3))
    return forms.save(desk, draft).id


def test_what_was_what_is_and_who_asked_stand_side_by_side(desk: Desk) -> None:
    stay = a_stay(desk)
    resident = resident_of(desk, stay)
    wish = a_wish(desk, resident)
    assert any(row.what == "Answer what should be put right" for row in due(desk))

    note = forms.new_draft(desk, "note", stay_id=stay, worker="Ana Silva", fact="She was drunk")
    note.set("on_day", NOON.date())
    first = forms.save(desk, note).id
    again = forms.open_draft(desk, "note", first)
    again.set("fact", "She was drowsy from her medicine")
    with pytest.raises(FixedError):
        forms.save(desk, again)
    newer = forms.new_draft(desk, "note", stay_id=stay, worker="Ana Silva", fact="She was drowsy", corrects=first)
    newer.set("on_day", NOON.date())
    forms.save(desk, newer)
    assert forms.open_draft(desk, "note", first).answers["fact"] == "She was drunk", "the earlier version stays"

    answered = forms.open_draft(desk, "correction", wish)
    answered.set("outcome", "put_right")
    answered.set("outcome_why", "A new version of the note says so")
    answered.set("answered_on", desk.today)
    forms.save(desk, answered)
    assert not any(row.what == "Answer what should be put right" for row in due(desk))
    told = {(change.field_label, change.before, change.after) for change in views.history(desk, "correction", wish)}
    assert ("What came of it", "", "Put right") in told


def test_an_answer_that_is_put_right_keeps_what_stood_there(desk: Desk) -> None:
    resident = resident_of(desk, a_stay(desk))
    draft = forms.open_draft(desk, "resident", resident)
    draft.set("first_name", "Farida")
    forms.save(desk, draft)
    told = [(each.before, each.after, each.who) for each in views.history(desk, "resident", resident)]
    assert ("Farah", "Farida", "Ana Silva") in told


def test_the_wish_is_in_what_the_person_is_handed(desk: Desk) -> None:
    resident = resident_of(desk, a_stay(desk))
    a_wish(desk, resident)
    words = [line.words for line in look_through(desk, resident).lines]
    assert "I had taken the medicine I am prescribed" in words
