"""The record of changes answers who saw this file and what did she see yesterday, in sentences, to managers alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from desks import NOON, PASSPHRASE, resident_of
from refugedesk.domain.fields import Answer
from refugedesk.domain.own_rules import OwnField, OwnForm
from refugedesk.domain.rhythm import Rhythm
from refugedesk.security.errors import WrongPassphraseError
from refugedesk.services import checks, emergency, forms, hiding, own_rules, papers, stores, trail, views
from refugedesk.services.clock import FixedClock
from refugedesk.services.desk import Desk
from refugedesk.services.due import keep_rhythm
from refugedesk.services.interchange import export_folder
from refugedesk.services.roles import NotAllowedError
from refugedesk.services.things import THINGS
from sightings import MARKER, House, a_house
from vaults import CHEAP

DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    """Yesterday Wen looked at both files and printed; today somebody tried passphrases and Ana exported."""
    house = a_house(tmp_path_factory.mktemp("house") / "store")
    with as_(house, "Wen Li", 1) as wen:
        for _ in range(3):
            views.person(wen, house.resident)
        views.person(wen, house.other_resident)
        papers.note_printed(wen, papers.make_paper(wen, "risk_summary", house.stay), house.stay)
        emergency.open_in_emergency(wen, house.resident, "The hospital asks for her solicitor")
    for _ in range(4):
        with pytest.raises(WrongPassphraseError):
            stores.open_store(house.folder, "Wen Li", "not the passphrase at all", FixedClock(NOON + 2 * DAY), CHEAP)
    with as_(house, "Ana Silva", 2) as ana:
        export_folder(ana, house.folder.parent / "out", "The council asked")
        hiding.hide(ana, "resident", house.resident, house.accounts["Sam Okoro"], "A cousin")
    return house


@contextmanager
def as_(house: House, name: str, days: int = 2) -> Iterator[Desk]:
    desk = house.open(name, NOON + days * DAY)
    try:
        yield desk
    finally:
        desk.close()


def _words(page: trail.TrailPage) -> list[tuple[str, str, int]]:
    return [(row.who, row.words, row.times) for row in page.rows]


def test_who_saw_this_file(house: House) -> None:
    with as_(house, "Ana Silva") as ana:
        told = _words(trail.trail(ana, resident_id=house.resident, kind="seen", day=(NOON + DAY).date()))
        file = f"the file of {MARKER} {MARKER}"
        assert told == [
            ("Wen Li", f"opened what is kept back in {file}: The hospital asks for her solicitor", 1),
            ("Wen Li", f"printed risk summary for a meeting from {file}", 1),
            ("Wen Li", f"looked at {file}", 3),
        ]


def test_what_did_she_see_yesterday(house: House) -> None:
    with as_(house, "Ana Silva") as ana:
        page = trail.trail(ana, account_id=house.accounts["Wen Li"], day=(NOON + DAY).date(), kind="seen")
        assert {row.resident_id for row in page.rows} == {house.resident, house.other_resident}
        assert trail.trail(ana, account_id=house.accounts["Wen Li"], day=(NOON + 2 * DAY).date()).rows == ()


def test_wrong_tries_while_locked_exports_and_hiding_are_told(house: House) -> None:
    with as_(house, "Ana Silva") as ana:
        words = [row.words for row in trail.trail(ana, day=(NOON + 2 * DAY).date()).rows]
        assert "unlocked the store after 4 wrong tries by somebody" in words
        assert "exported the records: The council asked" in words
        assert f"hid the file of {MARKER} {MARKER} from Sam Okoro: A cousin" in words
        assert not (house.folder / "refused.json").exists()
        assert checks.check(ana).faults == ()


def test_a_manager_a_file_is_hidden_from_finds_nothing_of_it(house: House) -> None:
    with as_(house, "Sam Okoro") as sam:
        every: list[trail.TrailRow] = []
        older: int | None = None
        while True:
            page = trail.trail(sam, older_than=older)
            every += page.rows
            older = page.older
            if older is None:
                break
        assert every and MARKER not in repr(every) and house.resident not in repr(every)
        assert trail.trail(sam, resident_id=house.resident).rows == ()


def test_it_is_read_a_page_at_a_time_and_no_deed_is_lost(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    with as_(house, "Ana Silva") as ana:
        whole = sum(row.times for row in trail.trail(ana).rows)
        monkeypatch.setattr(trail, "PAGE", 7)
        found, older = 0, None
        for _ in range(100):
            page = trail.trail(ana, older_than=older)
            found, older = found + sum(row.times for row in page.rows), page.older
            if older is None:
                break
        assert found >= whole > 7


@pytest.mark.parametrize("name", ["Robin Field", "Ola Reed", "Dee Marsh"])
def test_only_managers_read_it(house: House, name: str) -> None:
    with as_(house, name) as desk:
        for ask in (lambda: trail.trail(desk), lambda: trail.everybody(desk), lambda: trail.whose(desk, "x")):
            with pytest.raises(NotAllowedError):
                ask()


def test_every_deed_that_is_written_has_words(house: House) -> None:
    with as_(house, "Ana Silva") as ana:
        draft = forms.open_draft(ana, "stay", house.other_stay)
        draft.set("notes", "Looked after")
        draft.confirmed = {problem.rule for problem in draft.unlikely()}
        forms.save(ana, draft)
        assert resident_of(ana, house.other_stay) == house.other_resident
        words = [row.words for row in trail.trail(ana).rows]
        assert "changed the stay in the file of Mina: Notes" in words
        assert all(" " in each for each in words), [each for each in words if " " not in each]


def test_a_count_that_was_tampered_with_hinders_nobody(house: House) -> None:
    for content in (b"", b"{}", b"[1", b'{"count": "x"}', b"x" * 5000):
        (house.folder / "refused.json").write_bytes(content)
        stores.open_store(house.folder, "Robin Field", PASSPHRASE, FixedClock(NOON + 3 * DAY), CHEAP).close()
        assert not Path(house.folder / "refused.json").exists()


def _newest(desk: Desk) -> str:
    return trail.trail(desk, kind="changed").rows[0].words


def _change(desk: Desk, record: str, key: str, **answers: Answer) -> str:
    draft = forms.open_draft(desk, record, key)
    for name, answer in answers.items():
        draft.set(name, answer)
    draft.confirmed = {problem.rule for problem in draft.unlikely()}
    forms.save(desk, draft)
    return _newest(desk)


def test_a_change_is_told_in_the_words_of_the_form_and_its_lists(house: House) -> None:
    with as_(house, "Ana Silva") as ana:
        _change(ana, "stay", house.other_stay, risk_at_start="high")
        words = _change(ana, "stay", house.other_stay, risk_at_start="medium", licence_signed_on=ana.today)
        told = "Risk level on arrival from High to Medium; Licence agreement signed on: 14 Apr 2021"
        assert words == f"changed the stay in the file of Mina: {told}"
        words = _change(ana, "stay", house.other_stay, risk_at_start=None)
        assert words.endswith(": Risk level on arrival taken out")


def test_a_question_the_service_has_reworded_is_told_in_its_own_words(house: House) -> None:
    with as_(house, "Ana Silva") as ana:
        own_rules.keep_form(ana, "stay", OwnForm({"police_reported": OwnField(label="Police told")}))
        assert _newest_of_all(ana) == "changed the questions of the form “Stay”"
        assert _change(ana, "stay", house.other_stay, police_reported="yes").endswith(": Police told: Yes")
        own_rules.keep_form(ana, "stay", OwnForm())
        keep_rhythm(ana, Rhythm(review=27))
        assert _newest_of_all(ana) == "changed when things are due"


def _newest_of_all(desk: Desk) -> str:
    return trail.trail(desk).rows[0].words


def test_what_is_restricted_or_written_freely_is_named_and_never_told_again(house: House) -> None:
    with as_(house, "Ana Silva") as ana:
        secret = {"solicitor": "Hart and Lowe", "gp": "Mill Lane Surgery", "immigration_status": "refugee"}
        words = _change(ana, "resident", house.other_resident, **secret)
        assert words == "changed the file of Mina: GP; Immigration status; Solicitor"


def test_an_export_names_what_it_held_beyond_the_usual_as_the_forms_do(house: House) -> None:
    with as_(house, "Ana Silva") as ana:
        export_folder(ana, house.folder.parent / "more", "Asked", include=("child.allergies", "solicitor"))
        assert (
            _newest_of_all(ana)
            == "exported the records, with “Allergies and medication” in the file of a child, “Solicitor”: Asked"
        )


def test_every_form_has_a_thing_to_call_its_records_by() -> None:
    assert THINGS["note"] == "a note" and THINGS["unit"] == "a unit" and THINGS["incident"] == "an incident"
    assert all(words == words.strip() and "_" not in words for words in THINGS.values())
