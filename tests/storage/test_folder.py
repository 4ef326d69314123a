from __future__ import annotations

from pathlib import Path

import pytest

from refugedesk.domain.store_files import DATABASE, KEY_FILE, FolderNotEmptyError, NotAStoreError
from refugedesk.security import vault
from refugedesk.storage.engine import create_database, for_writing, open_engine
from refugedesk.storage.errors import MissingDatabaseError
from refugedesk.storage.folder import STORE_FILES, being_made, database_of, require_store
from refugedesk.storage.lock import StoreLock
from vaults import CHEAP, PASSPHRASE, USER, a_vault


def make(folder: Path) -> None:
    with being_made(folder) as making:
        key, _ = a_vault(making)
        create_database(database_of(making), key)


def test_a_new_store_can_be_opened_and_holds_its_own_files_only(tmp_path: Path) -> None:
    make(tmp_path / "store")
    with StoreLock.take(tmp_path / "store"):
        require_store(tmp_path / "store")
        key = vault.unlock(tmp_path / "store", USER, PASSPHRASE, CHEAP)
        with for_writing(open_engine(database_of(tmp_path / "store"), key)).begin() as connection:
            connection.exec_driver_sql("CREATE TABLE person (name TEXT)")
            assert {file.name for file in (tmp_path / "store").iterdir()} <= STORE_FILES
    assert [entry.name for entry in tmp_path.iterdir()] == ["store"]


def test_a_store_that_could_not_be_made_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), being_made(tmp_path / "store") as making:
        a_vault(making)
        raise RuntimeError
    assert not list(tmp_path.iterdir())


def test_what_a_crash_left_is_cleared_away(tmp_path: Path) -> None:
    (tmp_path / ".store.new").mkdir()
    (tmp_path / ".store.new" / KEY_FILE).write_text("half")
    make(tmp_path / "store")
    assert [entry.name for entry in tmp_path.iterdir()] == ["store"]


def test_an_empty_folder_is_used_and_a_full_one_refused(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    StoreLock.take(tmp_path / "store").release()
    make(tmp_path / "store")
    before = (tmp_path / "store" / KEY_FILE).read_bytes()
    with pytest.raises(FolderNotEmptyError):
        make(tmp_path / "store")
    assert (tmp_path / "store" / KEY_FILE).read_bytes() == before


def test_a_folder_without_records_is_told_apart_from_no_store(tmp_path: Path) -> None:
    with pytest.raises(NotAStoreError):
        require_store(tmp_path)
    (tmp_path / KEY_FILE).touch()
    with pytest.raises(MissingDatabaseError):
        require_store(tmp_path)
    (tmp_path / DATABASE).touch()
    require_store(tmp_path)
