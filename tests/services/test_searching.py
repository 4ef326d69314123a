"""The search finds people by names that are like what was typed, as they are called now."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desks import a_desk, a_stay, resident_of
from refugedesk.services import forms, views
from refugedesk.services.desk import Desk
from refugedesk.storage.lookups import names

MOST = 200


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = a_desk(tmp_path)
    yield desk
    desk.close()


def found(desk: Desk, typed: str) -> list[str]:
    return [hit.title for hit in views.search(desk, typed) if hit.record_id == "resident"]


def rename(desk: Desk, stay: str, name: str) -> None:
    draft = forms.open_draft(desk, "resident", resident_of(desk, stay))
    draft.set("first_name", name)
    forms.save(desk, draft)


def kept(desk: Desk) -> object:
    return names._KEPT[desk.engine]


def test_somebody_renamed_is_found_by_the_new_name_and_no_more_by_the_old(desk: Desk) -> None:
    stay = a_stay(desk, "Mohammed")
    assert found(desk, "Muhamad") == ["Mohammed"]
    rename(desk, stay, "Katarzyna")
    assert found(desk, "Catarzina") == ["Katarzyna"]
    assert found(desk, "Muhamad") == []


def test_somebody_new_is_found_without_reading_everybody_again(desk: Desk) -> None:
    a_stay(desk, "Aisha")
    assert found(desk, "Ayesha") == ["Aisha"]
    before = kept(desk)
    a_stay(desk, "Ayeshah")
    assert found(desk, "Ayisha") == ["Ayeshah", "Aisha"], "the newest first"
    assert kept(desk) is before


def test_looking_at_a_file_and_saving_a_note_leave_the_names_as_they_are(desk: Desk) -> None:
    stay = a_stay(desk, "Siobhan")
    assert found(desk, "Shivaun") == ["Siobhan"]
    before = kept(desk)
    views.person(desk, resident_of(desk, stay))
    forms.save(desk, forms.new_draft(desk, "note", stay_id=stay, on_day=desk.today, fact="Quiet."))
    assert found(desk, "Shivaun") == ["Siobhan"]
    assert kept(desk) is before


def test_after_many_changes_everybody_is_read_again(desk: Desk) -> None:
    a_stay(desk, "Aisha")
    assert found(desk, "Ayesha") == ["Aisha"]
    before = kept(desk)
    with desk.writing() as work:
        for number in range(MOST):
            work.add("staff", {"name": f"Worker {chr(97 + number % 26)}x"})
    a_stay(desk, "Ayeshah")
    assert found(desk, "Ayisha") == ["Ayeshah", "Aisha"]
    assert kept(desk) is not before
