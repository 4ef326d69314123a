"""A leaver's copy of the key file opens nothing that comes after; a crash at any point leaves a store that opens."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest

from desks import NOON, PASSPHRASE, a_desk, a_stay, a_unit
from refugedesk.domain.store_files import DATABASE, KEY_FILE, DiskFullError, DriveError
from refugedesk.security import key_change, vault
from refugedesk.security.errors import DamagedKeyFileError, WrongPassphraseError
from refugedesk.security.header import Header, parse, render
from refugedesk.security.keys import Key
from refugedesk.security.recovery import read_recovery_key
from refugedesk.security.slots import RECOVERY, Slot, _bound_to, _salt, person, seal, tag_for
from refugedesk.services import checks, people, rekeying, stores, views
from refugedesk.services.clock import FixedClock
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Role
from refugedesk.storage import recrypt
from refugedesk.storage.connections import connect
from refugedesk.storage.errors import DamagedDatabaseError
from vaults import CHEAP

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="forks")
LEAVER, STAYS = "Lee Vane", "Robin Field"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = a_desk(tmp_path / "store")
    for name in (LEAVER, STAYS):
        people.add_user(desk, name, Role.KEYWORKER, PASSPHRASE, CHEAP)
    a_stay(desk, "Farah", a_unit(desk), ("Sami",))
    return desk


def _open(folder: Path, name: str = "Ana Silva") -> Desk:
    return stores.open_store(folder, name, PASSPHRASE, FixedClock(NOON), CHEAP)


def _id(desk: Desk, name: str) -> str:
    return next(each.id for each in people.users(desk) if each.name == name)


def _is_whole(desk: Desk) -> bool:
    return desk.warning == "" and checks.check(desk).faults == () and views.residents(desk, "all").total == 1


def test_a_leavers_copy_of_the_key_file_opens_no_later_records(desk: Desk, tmp_path: Path) -> None:
    shutil.copytree(desk.folder, tmp_path / "kept")
    assert people.remove_user(desk, _id(desk, LEAVER), CHEAP) == ""
    a_stay(desk, "Mina")
    desk.close()
    old = vault.unlock(tmp_path / "kept", LEAVER, PASSPHRASE, CHEAP)
    connect(tmp_path / "kept" / DATABASE, old).close()
    with pytest.raises(DamagedDatabaseError):
        connect(desk.folder / DATABASE, old)
    with pytest.raises(WrongPassphraseError):
        _open(desk.folder, LEAVER)
    shutil.copy(tmp_path / "kept" / KEY_FILE, tmp_path / "theirs")
    shutil.copytree(desk.folder, tmp_path / "stolen")
    shutil.copy(tmp_path / "theirs", tmp_path / "stolen" / KEY_FILE)
    with pytest.raises(DamagedDatabaseError):
        _open(tmp_path / "stolen", LEAVER)


def test_everybody_who_stays_goes_on_with_their_own_passphrase_and_the_recovery_key_too(tmp_path: Path) -> None:
    desk, printed = stores.create_store(
        tmp_path / "store", "City Refuge", "Coventry", "Ana Silva", PASSPHRASE, FixedClock(NOON), CHEAP
    )
    people.add_user(desk, STAYS, Role.KEYWORKER, PASSPHRASE, CHEAP)
    a_stay(desk)
    before = bytes(desk.key.raw)
    rekeying.change_key(desk, floor=CHEAP)
    assert bytes(desk.key.raw) != before
    assert _is_whole(desk)
    desk.close()
    for name in ("Ana Silva", STAYS):
        again = _open(desk.folder, name)
        assert views.residents(again, "all").total == 1
        again.close()
    key = vault.unlock_with_recovery(desk.folder, read_recovery_key(printed), CHEAP)
    assert bytes(key.raw) == bytes(vault.unlock(desk.folder, STAYS, PASSPHRASE, CHEAP).raw)


STAGES: dict[str, tuple[object, str]] = {
    "before the copy": (recrypt, "make_copy"),
    "with the copy made": (key_change, "begin_change"),
    "with both keys given": (recrypt, "put_in_place"),
    "with the copy in place": (key_change, "finish_change"),
}


@posix_only
@pytest.mark.parametrize("stage", STAGES)
def test_a_crash_at_any_stage_leaves_a_store_that_opens(stage: str, desk: Desk) -> None:
    folder, leaver = desk.folder, _id(desk, LEAVER)
    where, name = STAGES[stage]
    desk.close()
    _in_a_child(lambda: _crash_while_removing(folder, leaver, where, name))
    opened = _open(folder, STAYS)
    assert views.residents(opened, "all").total == 1
    opened.close()
    again = _open(folder)
    assert _is_whole(again)
    assert not (folder / recrypt.COPY).exists()
    assert parse((folder / KEY_FILE).read_bytes()).slots[0].sealed_next == b""
    with pytest.raises(WrongPassphraseError):
        _open_beside(again, LEAVER)
    again.close()


def _open_beside(desk: Desk, name: str) -> Key:
    return vault.unlock(desk.folder, name, PASSPHRASE, CHEAP)


def _crash_while_removing(folder: Path, leaver: str, where: object, name: str) -> None:
    setattr(where, name, lambda *_args, **_given: os._exit(9))
    people.remove_user(_open(folder), leaver, CHEAP)


def _in_a_child(act: Callable[[], None]) -> None:
    child = os.fork()
    if child == 0:
        try:
            act()
        finally:
            os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


@posix_only
def test_killed_while_the_key_is_changed_again_and_again(desk: Desk) -> None:
    """Killed a random instant after some steps were told: the store opens every time, with every record."""
    import random

    from kills import kill_after

    folder, rng, ends = desk.folder, random.Random(7), 0
    desk.close()
    for _ in range(12):
        kill_after(1, lambda: _change_once(folder), rng)
        opened = _open(folder)
        ends += 1
        assert _is_whole(opened)
        opened.close()
    assert ends == 12


def _change_once(folder: Path) -> None:
    opened = _open(folder)
    rekeying.change_key(opened, floor=CHEAP)
    opened.close()


@pytest.mark.parametrize("error", [DiskFullError, DriveError])
@pytest.mark.parametrize("stage", ["with the copy made", "with both keys given"])
def test_a_disk_that_fails_leaves_the_old_key_and_says_so(
    stage: str, error: type[Exception], desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, (where, name) = bytes(desk.key.raw), STAGES[stage]

    def fails(*_args: object, **_given: object) -> None:
        raise error

    with monkeypatch.context() as patched:
        patched.setattr(where, name, fails)
        with pytest.raises((error, recrypt.RecryptError)):
            rekeying.change_key(desk, floor=CHEAP)
    assert bytes(desk.key.raw) == before
    assert _is_whole(desk)
    assert not (desk.folder / recrypt.COPY).exists()
    desk.close()
    _open(desk.folder, STAYS).close()


def test_an_error_after_the_copy_is_in_place_goes_on_with_the_new_key(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name was taken and only the folder could not be synced: the old key would open nothing any more."""
    before = bytes(desk.key.raw)

    def fails(_folder: Path) -> None:
        raise OSError

    with monkeypatch.context() as patched:
        patched.setattr(recrypt, "sync_folder", fails)
        rekeying.change_key(desk, floor=CHEAP)
    assert bytes(desk.key.raw) != before
    assert _is_whole(desk)
    desk.close()
    _open(desk.folder, STAYS).close()


def test_a_key_file_that_cannot_be_written_last_is_finished_at_the_next_unlock(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_args: object, **_given: object) -> None:
        raise DiskFullError

    with monkeypatch.context() as patched:
        patched.setattr(key_change, "finish_change", fails)
        with pytest.raises(DiskFullError):
            rekeying.change_key(desk, floor=CHEAP)
    assert views.residents(desk, "all").total == 1
    desk.close()
    again = _open(desk.folder, STAYS)
    assert views.residents(again, "all").total == 1
    again.close()


def test_a_key_file_of_the_first_format_is_renewed_as_people_unlock(desk: Desk) -> None:
    folder = desk.folder
    _write_first_format(folder, desk.key, ("Ana Silva", STAYS, LEAVER))
    desk.close()
    again = _open(folder)
    assert set(rekeying.waiting_for(again, CHEAP)) == {STAYS, LEAVER, ""}
    with pytest.raises(rekeying.KeyChangeError, match="must unlock the store once"):
        rekeying.change_key(again, floor=CHEAP)
    assert "Robin Field must unlock" in people.remove_user(again, _id(again, LEAVER), CHEAP)
    people.new_recovery_key(again, CHEAP)
    again.close()
    _open(folder, STAYS).close()
    again = _open(folder)
    assert rekeying.waiting_for(again, CHEAP) == ()
    rekeying.change_key(again, floor=CHEAP)
    assert _is_whole(again)
    again.close()


def _write_first_format(folder: Path, key: Key, names: tuple[str, ...]) -> None:
    """The key file as it was before keys were sealed: each slot wraps the store's key itself."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    header = Header(parse((folder / KEY_FILE).read_bytes()).store_id, (), b"")
    for whose, secret in (*((person(name), PASSPHRASE.encode()) for name in names), (RECOVERY, b"x" * 20)):
        wrapping = CHEAP.derive(secret, _salt(header.store_id, whose))
        bound, nonce = _bound_to(header.store_id, whose, CHEAP, 1), os.urandom(12)
        wrapped = AESGCM(wrapping).encrypt(nonce, bytes(key.raw), bound)
        header = header.with_slot(Slot(tag_for(key, whose), CHEAP, nonce, wrapped), key)
    text = render(header)
    assert b'"format": 1' in text
    (folder / KEY_FILE).write_bytes(text)


def test_a_made_up_key_file_is_refused(desk: Desk) -> None:
    """Anybody can seal a key of their own to what stands in the file; without the pin it is taken for damage."""
    header, key = parse((desk.folder / KEY_FILE).read_bytes()), Key.fresh()
    slots = tuple(replace(slot, sealed=seal(key, header.store_id, slot.public)) for slot in header.slots)
    (desk.folder / KEY_FILE).write_bytes(render(replace(header, slots=slots).with_pin(Key.fresh(), key)))
    with pytest.raises(DamagedKeyFileError):
        vault.unlock(desk.folder, STAYS, PASSPHRASE, CHEAP)
    desk.close()


def test_what_is_saved_meanwhile_is_not_lost(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    saving, make_copy = Thread(target=lambda: a_unit(desk, "Room 9")), recrypt.make_copy

    def copy_and_then_somebody_saves(folder: Path, key: Key, new_key: Key) -> None:
        make_copy(folder, key, new_key)
        saving.start()

    monkeypatch.setattr(recrypt, "make_copy", copy_and_then_somebody_saves)
    rekeying.change_key(desk, floor=CHEAP)
    saving.join()
    desk.close()
    again = _open(desk.folder)
    assert "Room 9" in {unit.name for unit in views.units(again)}
    again.close()
