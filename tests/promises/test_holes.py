"""Every proof fails when the protection it rests on is taken out: a zero in ``make promises`` is no accident.

Those of D1 to D3, I1 and I4 stand beside their own tests (test_cut_short, test_damage, test_kept).
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from desks import a_desk
from promises import keeping, refusals, restless, secrecy, works
from promises.rows import Row
from promises.watched_disk import WATCHABLE
from refugedesk.security import vault
from refugedesk.security.passphrases import as_secret
from refugedesk.services import backups, opening, shelf, stores
from refugedesk.services.desk import Desk
from refugedesk.storage import commit_mark, lock, schema_steps
from refugedesk.storage.schema_steps import STEPS
from refugedesk.ui.navigation import Navigator

pytestmark = pytest.mark.skipif(not WATCHABLE, reason="programs are forked and killed on Linux")
Patch = pytest.MonkeyPatch


def broken(row: Row | object, *words: str) -> None:
    """The row says that something was lost, in these words."""
    assert isinstance(row, Row)
    assert not row.is_kept, str(row)
    assert all(any(word in each for each in row.lost) for word in words), str(row)


@pytest.fixture
def afresh() -> Iterator[None]:
    """What is made once for all proofs is made with the hole, and not left to others."""
    for kept in (works.a_template, works.either_side):
        kept.cache_clear()
    yield
    for kept in (works.a_template, works.either_side):
        kept.cache_clear()


def test_d4_without_its_checks_a_damaged_backup_is_brought_back(monkeypatch: Patch) -> None:
    monkeypatch.setattr(backups, "_require_whole", lambda _faults: None)
    monkeypatch.setattr("zipfile.ZipExtFile._update_crc", lambda _self, _data: None)
    monkeypatch.setattr(backups, "_mark", lambda _folder, _key: None)
    broken(keeping.backups(0, 40), "brought back")


@pytest.mark.usefixtures("afresh")
def test_d5_a_step_that_loses_rows_is_noticed(monkeypatch: Patch) -> None:
    run_steps = schema_steps.run_steps

    def losing(engine: object, to: str = schema_steps.NEWEST) -> None:
        run_steps(engine, to)  # type: ignore[arg-type]
        if to == schema_steps.NEWEST:
            with engine.begin() as connection:  # type: ignore[attr-defined]
                connection.execute(text("DELETE FROM placement"))

    monkeypatch.setattr(schema_steps, "run_steps", losing)
    broken(keeping.schemas(0, (STEPS[-2],)))


def test_d5_an_older_program_that_opens_a_newer_store_is_noticed(monkeypatch: Patch) -> None:
    monkeypatch.setattr(opening, "bring_up_to_date", lambda _folder, _key: None)
    broken(keeping.schemas(0, (STEPS[-1],)), "older program")


def test_d6_without_the_shelf_what_was_typed_is_lost(monkeypatch: Patch) -> None:
    monkeypatch.setattr(shelf, "keep", lambda _desk, _draft: None)
    broken(keeping.drafts(2), "pauses were kept")


def test_i2_without_the_mark_an_older_file_goes_unnoticed(monkeypatch: Patch) -> None:
    monkeypatch.setattr(commit_mark, "_marks", lambda _folder, _key: [])
    monkeypatch.setattr(commit_mark, "has_begun", lambda _connection: False)
    broken(refusals.older_files(1), "not noticed")


def test_i3_without_the_lock_a_second_program_opens_the_store(monkeypatch: Patch) -> None:
    monkeypatch.setattr(lock, "_lock", lambda _handle: None)
    broken(refusals.second_programs(1), "a second program had the store open")


def test_i3_without_the_look_at_the_folder_a_shared_one_is_taken(monkeypatch: Patch) -> None:
    monkeypatch.setattr(refusals, "require_private_place", lambda _folder: None)
    broken(refusals.second_programs(1), "was taken for a private place")


def test_s1_a_copy_in_a_temporary_folder_is_found(tmp_path: Path) -> None:
    spill = (
        "import os, shutil, sys, tempfile\n"
        "words = sys.argv\n"
        "if 'import' in getattr(sys, 'orig_argv', []):\n"
        "    shutil.copytree(sys.orig_argv[sys.orig_argv.index('import') + 2], tempfile.mkdtemp() + '/spilt')\n"
    )
    (tmp_path / "beside").mkdir()
    (tmp_path / "beside" / "sitecustomize.py").write_text(spill, "utf-8")
    broken(secrecy.no_plain_text(str(tmp_path / "beside"), "import"), "residents.csv")


def test_s2_the_key_is_found_in_a_program_that_has_not_ended() -> None:
    still_there = '(place / "fresh").write_text(str(os.getpid()))'
    broken(secrecy.after_the_lock(1, still_there), "the key is in a process", "the passphrase is in a process")


def test_s3_a_key_on_the_disk_is_found(monkeypatch: Patch) -> None:
    create = stores.create_store

    def leaking(folder: Path, *words: Any) -> tuple[Desk, str]:
        desk, printed = create(folder, *words)
        (folder / "hint.txt").write_text(bytes(desk.key.raw).hex(), "utf-8")
        return desk, printed

    monkeypatch.setattr(secrecy, "create_store", leaking)
    broken(secrecy.nothing_on_disk(), "a secret is in the files")


@pytest.mark.usefixtures("afresh")
def test_s4_a_passphrase_that_is_cut_short_lets_others_in(monkeypatch: Patch) -> None:
    monkeypatch.setattr(vault, "as_secret", lambda passphrase: as_secret(passphrase)[:6])
    broken(secrecy.wrong_passphrases(10), "a wrong passphrase opened the store")


@pytest.mark.skipif(not (shutil.which("strace") and shutil.which("unshare")), reason="nothing here sees the calls")
def test_s6_a_call_for_the_network_is_found(tmp_path: Path) -> None:
    calling = "import socket; socket.socket(socket.AF_INET, socket.SOCK_STREAM)"
    worked, leaks = secrecy._traced(tmp_path, ["-c", calling], "")
    assert worked == 1
    assert leaks


@pytest.mark.parametrize(
    ("hole", "files"),
    [
        ("lock", ("tests/storage/test_lock.py",)),
        ("idle", ("tests/ui/test_locking.py",)),
        ("hiding", ("tests/services/test_hidden_files.py",)),
        ("recovery", ("tests/security/test_recovery.py",)),
        ("bounds", ("tests/services/interchange/test_hostile.py", "-m", "not slow")),
    ],
)
def test_tests_fail_without_what_they_test(hole: str, files: Sequence[str]) -> None:
    broken(secrecy.tests_of("", "", "-x", *files, hole=hole))


def test_b2_a_page_that_fails_is_noticed(monkeypatch: Patch) -> None:
    opening: Callable[..., object] = Navigator.open

    def failing(self: Navigator, name: str, **given: object) -> object:
        if name in ("papers", "returns"):
            raise ValueError(name)
        return opening(self, name, **given)

    monkeypatch.setattr(Navigator, "open", failing)
    broken(restless.events(200), "ValueError")


def test_b2_a_save_that_nobody_asked_for_is_noticed(monkeypatch: Patch) -> None:
    opening: Callable[..., object] = Navigator.open
    desks: list[Desk] = []

    def open_desk(folder: Path) -> Desk:
        desks.append(a_desk(folder))
        return desks[0]

    def saving(self: Navigator, name: str, **given: object) -> object:
        with desks[0].writing() as work:
            work.add("staff", {"name": "Nobody"})
        return opening(self, name, **given)

    monkeypatch.setattr(restless, "a_desk", open_desk)
    monkeypatch.setattr(Navigator, "open", saving)
    broken(restless.events(200), "changed a record")


def test_a_hole_names_what_it_takes_out() -> None:
    from promises.holes import HOLES

    assert all(each.__doc__ for each in HOLES.values())
