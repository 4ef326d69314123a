"""An older file put back in place of the newest is noticed, and nothing else is taken for one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sqlalchemy import select

from cheap_doors import CHEAP_DOORS
from desks import PASSPHRASE, a_desk, a_unit
from refugedesk.domain.store_files import DATABASE, MARK
from refugedesk.services.backups import backup
from refugedesk.services.checks import check
from refugedesk.services.desk import Desk
from refugedesk.storage.tables import AUDIT_ENTRY


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store in which something was saved since ``older.db`` was copied away."""
    a_desk(tmp_path / "store").close()
    shutil.copy(tmp_path / "store" / DATABASE, tmp_path / "older.db")
    desk = reopened(tmp_path / "store")
    a_unit(desk)
    desk.close()
    return tmp_path / "store"


def reopened(store: Path) -> Desk:
    return CHEAP_DOORS.open(store, "Ana Silva", PASSPHRASE)


def warning_of(store: Path) -> str:
    desk = reopened(store)
    desk.close()
    return desk.warning


def test_the_newest_file_is_opened_without_a_word(store: Path) -> None:
    assert [warning_of(store) for _ in range(3)] == [""] * 3


def test_an_older_file_is_noticed_written_down_and_reported(store: Path, tmp_path: Path) -> None:
    shutil.copy(tmp_path / "older.db", store / DATABASE)
    desk = reopened(store)
    assert "older copy" in desk.warning
    assert desk.warning in check(desk).faults
    with desk.whole() as connection:
        assert "older_copy" in connection.execute(select(AUDIT_ENTRY.c.action)).scalars().all()
    desk.close()
    assert warning_of(store) == ""


def test_an_older_file_that_was_worked_on_elsewhere_is_noticed(store: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(store, elsewhere)
    shutil.copy(tmp_path / "older.db", elsewhere / DATABASE)
    desk = reopened(elsewhere)
    for number in range(5):
        a_unit(desk, f"Room {number}")
    desk.close()
    shutil.copy(elsewhere / DATABASE, store / DATABASE)
    assert "another one" in warning_of(store)


def test_a_missing_mark_is_noticed(store: Path) -> None:
    (store / MARK).unlink()
    assert "missing" in warning_of(store)
    assert warning_of(store) == ""


def test_a_mark_cannot_be_forged_without_the_key(store: Path, tmp_path: Path) -> None:
    content = bytearray((store / MARK).read_bytes())
    for start in (0, 512):
        content[start + 19] = ord("0")
    (store / MARK).write_bytes(content)
    assert warning_of(store)


def test_a_program_killed_before_it_marks_is_no_older_file(store: Path) -> None:
    before = (store / MARK).read_bytes()
    desk = reopened(store)
    a_unit(desk, "Room 2")
    desk.close()
    (store / MARK).write_bytes(before)
    assert warning_of(store) == ""


def test_a_half_written_mark_leaves_the_one_before(store: Path, tmp_path: Path) -> None:
    content = (store / MARK).read_bytes()
    (store / MARK).write_bytes(content[:600])
    assert warning_of(store) == ""
    (store / MARK).write_bytes(content[:600])
    shutil.copy(tmp_path / "older.db", store / DATABASE)
    assert "older copy" in warning_of(store)


def test_a_backup_that_is_brought_back_is_the_newest_of_its_folder(store: Path, tmp_path: Path) -> None:
    desk = reopened(store)
    backup(desk, tmp_path / "a.backup")
    desk.close()
    CHEAP_DOORS.restore(tmp_path / "a.backup", tmp_path / "again", "Ana Silva", PASSPHRASE)
    assert warning_of(tmp_path / "again") == ""
