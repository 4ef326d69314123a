"""A worker who signs in under another name is still the worker: what is hidden from her is, and what is hers is."""

from __future__ import annotations

from pathlib import Path

import pytest

from desks import NOON, PASSPHRASE, a_desk, a_stay, a_unit
from refugedesk.domain.fields import Answer
from refugedesk.services import forms, stores, views
from refugedesk.services.clock import FixedClock
from refugedesk.services.desk import Desk
from refugedesk.services.people import add_user
from refugedesk.services.roles import Role
from vaults import CHEAP


def saved(desk: Desk, record: str, **answers: Answer) -> str:
    draft = forms.new_draft(desk, record, **answers)
    draft.confirmed = {problem.rule for problem in draft.unlikely()}
    return forms.save(desk, draft).id


def as_(folder: Path, who: str) -> Desk:
    return stores.open_store(folder, who, PASSPHRASE, FixedClock(NOON), CHEAP)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A store that Ana, a manager, and Sam and Jo, key workers, may open; in it Sam is written as Sam alone."""
    ana = a_desk(tmp_path / "store")
    for name in ("Sam Okoro", "Jo Lee"):
        add_user(ana, name, Role.KEYWORKER, PASSPHRASE, CHEAP)
    stay = a_stay(ana, "Farah", a_unit(ana))
    draft = forms.open_draft(ana, "stay", stay)
    for name, answer in (("key_worker", "Sam"), ("police_reported", "yes"), ("crime_reference", "1234/21")):
        draft.set(name, answer)
    forms.save(ana, draft)
    saved(ana, "staff", name="Sam", role="key_worker", signs_in_as="sam okoro")
    ana.close()
    return tmp_path / "store"


def seen(folder: Path, who: str) -> list[tuple[str, Answer]]:
    """The people here whom somebody sees, each with the crime reference they see."""
    desk = as_(folder, who)
    rows = views.residents(desk, "here").rows
    found = [(row.name, forms.open_draft(desk, "stay", str(row.stay_id)).answers["crime_reference"]) for row in rows]
    desk.close()
    return found


def test_her_own_residents_restricted_answers_are_hers_to_see(folder: Path) -> None:
    assert seen(folder, "Sam Okoro") == [("Farah", "1234/21")]
    assert seen(folder, "Jo Lee") == [("Farah", None)]


def test_a_person_she_knows_is_hidden_from_her(folder: Path) -> None:
    ana = as_(folder, "Ana Silva")
    [row] = views.residents(ana, "here").rows
    staff = saved(ana, "staff", name="Jo", role="key_worker", signs_in_as="Jo Lee")
    saved(ana, "conflict", resident_id=row.id, staff_id=staff, how="A cousin")
    ana.close()
    assert seen(folder, "Jo Lee") == []
    assert seen(folder, "Ana Silva") == [("Farah", "1234/21")]
