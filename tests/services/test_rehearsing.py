"""A restore rehearsed inside the program: what it finds, and that nothing is left of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desks import NOON, PASSPHRASE, a_desk
from purging import LATER, a_case
from refugedesk.domain.errors import RefugeDeskError
from refugedesk.security.errors import WrongPassphraseError, WrongRecoveryKeyError
from refugedesk.security.recovery import RecoveryKey
from refugedesk.services import checks, forms, people, stores, views
from refugedesk.services.backing_up import back_up_now, backup_standing
from refugedesk.services.backup_places import add_place
from refugedesk.services.backups import BackupError, backup
from refugedesk.services.clock import FixedClock
from refugedesk.services.desk import Desk
from refugedesk.services.rehearsing import OtherStoreError, WayIn, backups_there, try_restore
from refugedesk.services.roles import Role
from refugedesk.storage.comparison import Difference
from vaults import CHEAP

ANA = WayIn("Ana Silva", PASSPHRASE)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk, key = stores.create_store(
        tmp_path / "store", "City Refuge", "Coventry", "Ana Silva", PASSPHRASE, FixedClock(NOON), CHEAP
    )
    desk.printed_key = key  # type: ignore[attr-defined]
    for name in ("Farah", "Mina", "Noor"):
        forms.save(desk, forms.new_draft(desk, "resident", first_name=name))
    yield desk
    desk.close()


@pytest.fixture
def file(desk: Desk, tmp_path: Path) -> Path:
    return backup(desk, tmp_path / "monday.backup").path


def everything(folder: Path) -> dict[str, str]:
    """Every file below a folder but the records, which have a new line in their record of changes, with its digest."""
    found = {str(each.relative_to(folder)): each for each in folder.rglob("*") if each.is_file()}
    return {
        name: hashlib.sha256(each.read_bytes()).hexdigest()
        for name, each in found.items()
        if not name.startswith(("store/records.", "store/refused."))
    }


def test_it_says_what_the_backup_holds_and_what_the_store_has_more(desk: Desk, file: Path) -> None:
    desk.clock = FixedClock(NOON + timedelta(days=2))
    changed = forms.open_draft(desk, "resident", views.residents(desk, "all").rows[0].id)
    forms.save(desk, forms.new_draft(desk, "resident", first_name="Zara"))
    changed.set("notes", "Likes tea")
    forms.save(desk, changed)
    found = try_restore(desk, file, ANA, floor=CHEAP)
    assert (found.records, found.since) == (3, Difference(1, 1, 0))
    assert found.up_to == NOON
    assert [(form.title, form.held) for form in found.forms] == [("Resident", 3)]
    assert found.tables > 50
    assert backup_standing(desk).tried_at == NOON + timedelta(days=2)
    assert checks.check(desk).faults == ()


def test_nothing_is_left_and_nothing_but_the_date_is_other(desk: Desk, file: Path, tmp_path: Path) -> None:
    before = everything(tmp_path)
    try_restore(desk, file, ANA, floor=CHEAP)
    with pytest.raises(WrongPassphraseError):
        try_restore(desk, file, WayIn("Ana Silva", "not it at all, I fear"), floor=CHEAP)
    assert everything(tmp_path) == before
    assert {each.name for each in desk.folder.iterdir()} <= {
        "keys.json", "records.db", "records.db-journal", "records.mark", "open.lock", "refused.json"
    }  # fmt: skip


def test_the_recovery_key_opens_it_too(desk: Desk, file: Path) -> None:
    assert try_restore(desk, file, WayIn(secret=desk.printed_key), floor=CHEAP).records == 3  # type: ignore[attr-defined]
    with pytest.raises(WrongRecoveryKeyError):
        try_restore(desk, file, WayIn(secret=RecoveryKey.fresh().printed), floor=CHEAP)


def test_wrong_tries_are_counted_and_told_at_the_next_unlocking(desk: Desk, file: Path, tmp_path: Path) -> None:
    for _ in range(3):
        with pytest.raises(WrongPassphraseError):
            try_restore(desk, file, WayIn("Ana Silva", "a guess of fifteen letters"), floor=CHEAP)
    assert backup_standing(desk).tried_at is None
    assert (desk.folder / "refused.json").exists()


@pytest.mark.parametrize("harm", ["cut", "flip", "text"])
def test_a_damaged_backup_is_said_to_be_one(desk: Desk, file: Path, harm: str) -> None:
    whole = file.read_bytes()
    middle = len(whole) // 2
    harmed = {
        "cut": whole[:middle],
        "flip": whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :],
        "text": b"no backup at all",
    }
    file.write_bytes(harmed[harm])
    with pytest.raises(BackupError):
        try_restore(desk, file, ANA, floor=CHEAP)
    assert backup_standing(desk).tried_at is None
    assert not list(desk.folder.glob(".proof-*"))


def test_a_backup_of_another_store_is_not_this_ones(desk: Desk, tmp_path: Path) -> None:
    other = a_desk(tmp_path / "other")
    theirs = backup(other, tmp_path / "theirs.backup").path
    other.close()
    with pytest.raises(OtherStoreError):
        try_restore(desk, theirs, ANA, floor=CHEAP)


def test_it_opens_with_the_passphrase_of_its_day(desk: Desk, file: Path) -> None:
    people.change_passphrase(desk, PASSPHRASE, "another long passphrase 77", CHEAP)
    assert try_restore(desk, file, ANA, floor=CHEAP).records == 3
    with pytest.raises(WrongPassphraseError):
        try_restore(desk, file, replace(ANA, secret="another long passphrase 77"), floor=CHEAP)


def test_the_administrator_gets_numbers(desk: Desk, file: Path) -> None:
    desk.user = replace(desk.user, role=Role.ADMINISTRATOR)
    assert "Farah" not in repr(try_restore(desk, file, ANA, floor=CHEAP))


def test_what_was_purged_since_is_said_to_be_gone(tmp_path: Path) -> None:
    case = a_case(tmp_path / "store")
    file = backup(case.desk, tmp_path / "older.backup").path
    case.desk.clock = FixedClock(LATER + timedelta(hours=1))
    case.purge()
    assert try_restore(case.desk, file, ANA, floor=CHEAP).since.gone > 0
    case.desk.close()


def test_the_newest_backup_in_reach_is_offered_first(desk: Desk, tmp_path: Path) -> None:
    assert backups_there(desk) == ()
    (tmp_path / "stick").mkdir()
    add_place(desk, tmp_path / "stick")
    [first] = back_up_now(desk)
    desk.clock = FixedClock(NOON + timedelta(days=1))
    [second] = back_up_now(desk)
    assert backups_there(desk) == (second.report.path, first.report.path)


def test_a_stop_leaves_nothing(desk: Desk, file: Path) -> None:
    class StoppedError(RefugeDeskError):
        """Somebody said stop."""

    def stop(done: int, _total: int) -> None:
        if done == 2:
            raise StoppedError

    with pytest.raises(StoppedError):
        try_restore(desk, file, ANA, stop, CHEAP)
    assert not list(desk.folder.glob(".proof-*"))
