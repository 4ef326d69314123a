"""The language bank: who speaks it, whom to ring, what interpreting has taken."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from desks import a_desk, a_stay
from refugedesk.domain.fields import Answer
from refugedesk.services import forms
from refugedesk.services.desk import Desk
from refugedesk.services.languages import known_languages, language_bank, who_speaks


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


def test_who_speaks_it_is_of_the_team_or_rung_and_still_here(desk: Desk) -> None:
    yesterday = desk.today - timedelta(days=1)
    saved(desk, "staff", name="Ruta", role="key_worker", languages="English, Tigrinya")
    saved(desk, "staff", name="Gone", languages="Tigrinya", active_to=yesterday)
    saved(desk, "staff", name="Asha", languages="Urdu, Punjabi")
    saved(desk, "agency", name="Word for Word", kind="interpreting", languages="Tigrigna, Farsi", telephone="0800 1")
    bank = language_bank(desk, "tigrinya")
    assert [(each.name, each.what) for each in bank.team] == [("Ruta", "Key worker")]
    assert [(each.name, each.what) for each in bank.to_ring] == [("Word for Word", "Interpreting, 0800 1")]
    assert known_languages(desk) == ("English", "Farsi", "Punjabi", "Tigrigna", "Tigrinya", "Urdu")


def test_a_referral_is_told_who_speaks_each_language_but_english(desk: Desk) -> None:
    saved(desk, "staff", name="Ruta", role="key_worker", languages="Tigrinya")
    assert who_speaks(desk, "Tigrinya, English, Thai") == (
        "Tigrinya: Ruta (Key worker).",
        "Nobody in the language bank speaks Thai.",
    )
    assert who_speaks(desk, None) == ()


def test_interpreting_is_added_up_to_the_penny_from_april_on(desk: Desk) -> None:
    stay = a_stay(desk)
    for day, language, minutes, pence in (
        (date(2021, 4, 1), "Farsi", 50, 4550),
        (date(2021, 4, 12), "farsi", 85, 4551),
        (date(2021, 3, 31), "Farsi", 30, 1000),
    ):
        contact: dict[str, Answer] = {
            "interpreter_language": language,
            "interpreter_minutes": minutes,
            "interpreter_cost": pence,
        }
        saved(desk, "contact", stay_id=stay, on_day=day, kind="call", **contact)
    [farsi] = language_bank(desk, "Persian").interpreting
    assert farsi.words == "Farsi: 2 contacts, 2 h 15 min, £91.01"
