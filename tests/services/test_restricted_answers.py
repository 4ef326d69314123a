"""Restricted answers are shown only to those allowed, wherever an answer is shown, and survive a save by others."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desks import NOON
from refugedesk.domain.levels import Level
from refugedesk.domain.records import ALL
from refugedesk.services import forms, views
from refugedesk.services.desk import Desk
from refugedesk.storage.sight import masked_fields
from sightings import MARKER, House, a_house

CASE = {
    "resident": {
        "national_insurance_number",
        "immigration_status",
        "concession_applied_on",
        "concession_granted_on",
        "solicitor",
    },
    "stay": {"crime_reference"},
    "child_stay": {"school"},
    "conflict": {"how"},
}
"""What is for the person's own key worker and managers; the rest of what is restricted the house must know."""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    return a_house(tmp_path_factory.mktemp("house") / "store")


@contextmanager
def as_(house: House, name: str) -> Iterator[Desk]:
    desk = house.open(name, NOON)
    try:
        yield desk
    finally:
        desk.close()


def _answers(desk: Desk, house: House, names: dict[str, set[str]]) -> dict[tuple[str, str], object]:
    """What the connection says the restricted answers are, whoever asks."""
    with desk.reading() as connection:
        return {
            (record, name): connection.exec_driver_sql(
                f"SELECT {name} FROM {record} WHERE id = ?",  # noqa: S608
                (house.keys[record],),
            ).scalar()
            for record, of in names.items()
            for name in of
        }


def test_the_fields_for_the_case_alone_are_those_decided_on() -> None:
    found = {record.id: set(masked_fields(record, Level.HOUSE)) for record in ALL.values()}
    assert {record: names for record, names in found.items() if names} == CASE
    everything = {(record.id, each.name) for record in ALL.values() for each in record.fields if each.is_restricted}
    assert everything == {(record.id, name) for record in ALL.values() for name in masked_fields(record, Level.NOTHING)}
    assert not any(masked_fields(record, Level.EVERYTHING) for record in ALL.values())


@pytest.mark.parametrize("name", ["Ana Silva", "Sam Okoro", "Robin Field"])
def test_managers_and_the_key_worker_see_them(house: House, name: str) -> None:
    with as_(house, name) as desk:
        assert all(_answers(desk, house, CASE).values())


def test_another_key_worker_sees_what_the_house_must_know_and_no_more(house: House) -> None:
    with as_(house, "Wen Li") as wen:
        assert not any(_answers(wen, house, CASE).values())
        assert all(_answers(wen, house, {"resident": {"allergies"}, "perpetrator": {"name", "order_terms"}}).values())
        draft = forms.open_draft(wen, "resident", house.resident)
        assert draft.withheld == CASE["resident"]
        assert not set(draft.answers) & {name for name, value in draft.answers.items() if value} & CASE["resident"]
        assert not {field.name for field in draft.shown_fields()} & CASE["resident"]


def test_read_only_sees_none_anywhere_and_finds_by_none(house: House) -> None:
    every = {record.id: set(masked_fields(record, Level.NOTHING)) for record in ALL.values() if record.id in house.keys}
    with as_(house, "Ola Reed") as ola:
        assert not any(_answers(ola, house, every).values())
        assert not any(hit.record_id == "court_date" for hit in views.search(ola, MARKER))
        assert {row.who for row in views.referrals(ola).rows} == {"No name yet"}
        assert any(hit.record_id == "resident" for hit in views.search(ola, MARKER)), "found by the first name"
    with as_(house, "Wen Li") as wen:
        assert any(hit.record_id == "court_date" for hit in views.search(wen, MARKER))


def test_a_save_by_somebody_else_leaves_them_as_they_are(house: House) -> None:
    with as_(house, "Wen Li") as wen:
        draft = forms.open_draft(wen, "resident", house.resident)
        draft.set("gp", "The surgery by the park")
        draft.set("solicitor", "overwritten")
        draft.confirmed = {problem.rule for problem in draft.unlikely()}
        forms.save(wen, draft)
    with as_(house, "Robin Field") as robin:
        after = forms.open_draft(robin, "resident", house.resident).answers
        assert after["gp"] == "The surgery by the park"
        assert after["solicitor"] == MARKER
        assert after["immigration_status"] is not None


def test_the_record_of_changes_says_that_they_changed_and_not_how(house: House) -> None:
    with as_(house, "Wen Li") as wen:
        told = {change.field_label: change.after for change in views.history(wen, "resident", house.resident)}
        assert told["Solicitor"] == "restricted"
    with as_(house, "Ana Silva") as ana:
        told = {change.field_label: change.after for change in views.history(ana, "resident", house.resident)}
        assert told["Solicitor"] == MARKER


def test_where_nobody_is_in_charge_every_key_worker_sees_them(house: House, tmp_path: Path) -> None:
    with as_(house, "Ana Silva") as ana:
        draft = forms.open_draft(ana, "stay", house.stay)
        draft.set("key_worker", "Somebody Who Left")
        draft.confirmed = {problem.rule for problem in draft.unlikely()}
        forms.save(ana, draft)
    with as_(house, "Wen Li") as wen:
        assert all(_answers(wen, house, {"resident": CASE["resident"]}).values())
