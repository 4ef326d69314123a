"""Restricted answers can be opened in an emergency, with a reason that the others read; a hidden file cannot."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from desks import NOON
from refugedesk.services import emergency, forms, hiding, views
from refugedesk.services.desk import Desk
from refugedesk.services.roles import NotAllowedError
from refugedesk.storage.work import GoneError
from sightings import MARKER, House, a_house

WHY = "She is in hospital and they ask for her solicitor"


@pytest.fixture
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    return a_house(tmp_path_factory.mktemp("house") / "store")


@contextmanager
def as_(house: House, name: str) -> Iterator[Desk]:
    desk = house.open(name, NOON)
    try:
        yield desk
    finally:
        desk.close()


def test_it_opens_that_file_until_the_store_is_locked(house: House) -> None:
    with as_(house, "Wen Li") as wen:
        assert emergency.may_open(wen, house.resident)
        assert forms.open_draft(wen, "resident", house.resident).answers["solicitor"] is None
        emergency.open_in_emergency(wen, house.resident, WHY)
        assert forms.open_draft(wen, "resident", house.resident).answers["solicitor"] == MARKER
        assert forms.open_draft(wen, "child_stay", house.keys["child_stay"]).answers["school"] == MARKER
        assert not emergency.may_open(wen, house.resident)
    with as_(house, "Wen Li") as wen:
        assert forms.open_draft(wen, "resident", house.resident).answers["solicitor"] is None


def test_managers_and_the_key_worker_are_told_until_one_takes_note(house: House) -> None:
    with as_(house, "Wen Li") as wen:
        emergency.open_in_emergency(wen, house.resident, WHY)
        assert emergency.to_note(wen) == ()
        with pytest.raises(emergency.EmergencyError):
            emergency.take_note(wen, "anything")
    for name in ("Sam Okoro", "Robin Field"):
        with as_(house, name) as desk:
            [told] = emergency.to_note(desk)
            assert (told.who, told.reason, told.whose) == ("Wen Li", WHY, f"{MARKER} {MARKER}")
    with as_(house, "Robin Field") as robin:
        emergency.take_note(robin, emergency.to_note(robin)[0].id)
    with as_(house, "Ana Silva") as ana:
        assert emergency.to_note(ana) == ()
        assert "Opened in an emergency" in {
            change.field_label for change in views.history(ana, "resident", house.resident)
        }


def test_a_reason_is_needed_and_something_to_open(house: House) -> None:
    with as_(house, "Wen Li") as wen:
        with pytest.raises(emergency.EmergencyError, match="few words"):
            emergency.open_in_emergency(wen, house.resident, " x ")
        with pytest.raises(emergency.EmergencyError, match="Nothing in this file"):
            emergency.open_in_emergency(wen, house.other_resident, WHY)


def test_not_by_whom_it_is_hidden_from_nor_read_only(house: House) -> None:
    with as_(house, "Ana Silva") as ana:
        hiding.hide(ana, "resident", house.resident, house.accounts["Wen Li"], "A cousin")
    with as_(house, "Wen Li") as wen:
        assert not emergency.may_open(wen, house.resident)
        with pytest.raises(GoneError):
            emergency.open_in_emergency(wen, house.resident, WHY)
    with as_(house, "Ola Reed") as ola:
        assert not emergency.may_open(ola, house.resident)
        with pytest.raises(NotAllowedError):
            emergency.open_in_emergency(ola, house.resident, WHY)


def test_a_manager_a_file_is_hidden_from_is_not_told_of_an_opening_either(house: House) -> None:
    with as_(house, "Ana Silva") as ana:
        hiding.hide(ana, "resident", house.resident, house.accounts["Sam Okoro"], "A cousin")
    with as_(house, "Wen Li") as wen:
        emergency.open_in_emergency(wen, house.resident, WHY)
    with as_(house, "Sam Okoro") as sam:
        assert emergency.to_note(sam) == ()
