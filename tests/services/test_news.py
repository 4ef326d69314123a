"""What is new since somebody was last here, in the real store, with two people at it in turn."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from desks import NOON, PASSPHRASE, a_desk, a_stay, resident_of
from refugedesk.domain.fields import Answer
from refugedesk.services import forms, stores, views
from refugedesk.services.clock import FixedClock
from refugedesk.services.desk import Desk
from refugedesk.services.people import add_user
from refugedesk.services.presence import last_here
from refugedesk.services.roles import NotAllowedError, Role
from vaults import CHEAP

SOPHIE = "Sophie Brand"
EVENING = NOON + timedelta(hours=8)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A store that Ana, a manager, and Sophie, a key worker, may open; it is closed."""
    desk = a_desk(tmp_path / "store")
    add_user(desk, SOPHIE, Role.KEYWORKER, PASSPHRASE, CHEAP)
    desk.close()
    return tmp_path / "store"


def opened(folder: Path, who: str, at: datetime) -> Desk:
    return stores.open_store(folder, who, PASSPHRASE, FixedClock(at), CHEAP)


def later(desk: Desk, **spell: int) -> Desk:
    return replace(desk, clock=FixedClock(desk.now + timedelta(**spell)))


def saved(desk: Desk, record: str, **answers: Answer) -> str:
    draft = forms.new_draft(desk, record, **answers)
    draft.confirmed = {problem.rule for problem in draft.unlikely()}
    return forms.save(desk, draft).id


def change(desk: Desk, record: str, key: str, **answers: Answer) -> None:
    draft = forms.open_draft(desk, record, key)
    for name, answer in answers.items():
        draft.set(name, answer)
    forms.save(desk, draft)


def told(desk: Desk, chosen: str = "last") -> list[tuple[str, str, str]]:
    return [(row.what, row.about, row.by) for row in views.news(desk, chosen).rows]


def test_a_keyworker_hears_what_others_did_since_she_left_and_not_what_she_did_herself(folder: Path) -> None:
    sophie = opened(folder, SOPHIE, NOON)
    stay = a_stay(sophie, "Farah")
    sophie.close()
    ana = opened(folder, "Ana Silva", EVENING)
    other = a_stay(ana, "Mina")
    for each in (stay, other):
        saved(ana, "note", stay_id=each, on_day=ana.today, fact="She rang.", worker="Ana Silva")
    saved(ana, "incident", on_day=ana.today, kind="fire", what_happened="The alarm rang.")
    saved(ana, "referral", received_on=ana.today, known_as="Noor")
    ana.close()
    morning = opened(folder, SOPHIE, NOON + timedelta(hours=18))
    saved(morning, "note", stay_id=stay, on_day=morning.today, fact="All well.")
    assert last_here(morning) == NOON
    assert told(morning) == [
        ("New referral", "Noor", "Ana Silva"),
        ("Incident", "The house", "Ana Silva"),
        ("Note", "Farah", "Ana Silva"),
        ("Arrived", "Mina", "Ana Silva"),
    ]
    [note] = [row for row in views.news(morning).rows if row.what == "Note"]
    assert (note.resident_id, note.stay_id, note.is_mine) == (resident_of(morning, stay), stay, True)
    assert note.when(morning.now) == f"yesterday {note.at.astimezone(morning.now.tzinfo):%H:%M}"
    morning.close()


def test_leaving_and_becoming_mine_are_told(folder: Path) -> None:
    ana = opened(folder, "Ana Silva", NOON)
    gone, given = a_stay(ana, "Farah"), a_stay(ana, "Mina")
    ana.close()
    sophie = opened(folder, SOPHIE, NOON + timedelta(hours=1))
    sophie.close()
    ana = opened(folder, "Ana Silva", NOON + timedelta(hours=2))
    change(ana, "stay", gone, notes="Nothing of interest to others.")
    change(ana, "stay", gone, ended_on=ana.today)
    change(ana, "stay", given, key_worker=SOPHIE)
    ana.close()
    sophie = opened(folder, SOPHIE, NOON + timedelta(hours=9))
    assert told(sophie) == [("Yours from now on", "Mina", "Ana Silva"), ("Left", "Farah", "Ana Silva")]
    sophie.close()


def test_a_manager_hears_of_incidents_and_safeguarding_of_everybody(folder: Path) -> None:
    ana = opened(folder, "Ana Silva", NOON)
    ana.close()
    sophie = opened(folder, SOPHIE, EVENING)
    stay = a_stay(sophie, "Farah")
    saved(sophie, "incident", on_day=sophie.today, kind="fire", stay_id=stay)
    saved(sophie, "note", stay_id=stay, on_day=sophie.today, fact="She rang.")
    sophie.close()
    ana = opened(folder, "Ana Silva", NOON + timedelta(days=1))
    assert told(ana) == [("Incident", "Farah", SOPHIE), ("Arrived", "Farah", SOPHIE)]
    ana.close()


def test_one_may_look_further_back_and_the_first_time_it_is_a_week(folder: Path) -> None:
    ana = opened(folder, "Ana Silva", NOON)
    saved(ana, "referral", received_on=ana.today, known_as="Noor")
    ana.close()
    sophie = opened(folder, SOPHIE, NOON + timedelta(days=2))
    assert views.news(sophie).since is None
    assert told(sophie) == [("New referral", "Noor", "Ana Silva")]
    sophie.close()
    sophie = opened(folder, SOPHIE, NOON + timedelta(days=3))
    assert (told(sophie), told(sophie, "day"), len(told(sophie, "week"))) == ([], [], 1)
    sophie.close()


def test_a_lock_within_the_shift_keeps_the_news(folder: Path) -> None:
    for at in (NOON, EVENING, EVENING + timedelta(hours=1)):
        desk = opened(folder, SOPHIE, at)
        since = last_here(desk)
        later(desk, minutes=20).close()
    assert since == NOON + timedelta(minutes=20)


def test_a_store_that_cannot_be_written_closes_all_the_same(folder: Path) -> None:
    desk = opened(folder, SOPHIE, NOON)
    database = folder / "records.db"
    kept = database.read_bytes()
    database.write_bytes(b"nothing that could be written to")
    desk.close()
    database.write_bytes(kept)
    opened(folder, SOPHIE, NOON).close()


def test_an_administrator_hears_nothing(folder: Path) -> None:
    ana = opened(folder, "Ana Silva", NOON)
    administrator = replace(ana, user=replace(ana.user, role=Role.ADMINISTRATOR))
    with pytest.raises(NotAllowedError):
        views.news(administrator)
    with pytest.raises(NotAllowedError):
        views.my_day(administrator)
    ana.close()
