"""The encrypted database, on real files."""

from __future__ import annotations

import base64
import os
import random
import shutil
import stat
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError, OperationalError

from kills import kill_after
from refugedesk.domain.store_files import DiskFullError, ReadOnlyFolderError
from refugedesk.security.keys import Key
from refugedesk.storage.connections import connect, is_encrypted
from refugedesk.storage.engine import create_database, for_writing, integrity, open_engine
from refugedesk.storage.errors import DamagedDatabaseError, MissingDatabaseError, StoreBusyError
from vaults import unkeyed

MARKER = "Marigold Featherstonehaugh"

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="permissions and limits of POSIX systems")


@pytest.fixture
def key() -> Key:
    return Key.fresh()


@pytest.fixture
def path(tmp_path: Path, key: Key) -> Path:
    """A database with some pages of people in it."""
    path = tmp_path / "records.db"
    create_database(path, key)
    engine = open_engine(path, key)
    with for_writing(engine).begin() as connection:
        connection.execute(text("CREATE TABLE person (number INTEGER PRIMARY KEY, name TEXT UNIQUE)"))
        connection.execute(text("CREATE TABLE stay (person INTEGER REFERENCES person)"))
        rows = [{"name": f"{MARKER} {number}" + "." * 400} for number in range(100)]
        connection.execute(text("INSERT INTO person (name) VALUES (:name)"), rows)
    engine.dispose()
    return path


@pytest.fixture
def engine(path: Path, key: Key) -> Engine:
    return open_engine(path, key)


def count(engine: Engine) -> int:
    with engine.connect() as connection:
        return int(connection.execute(text("SELECT count(*) FROM person")).scalar_one())


def test_what_was_saved_is_there_when_the_store_is_opened_again(path: Path, key: Key) -> None:
    assert count(open_engine(path, key)) == 100


def test_no_byte_on_the_disk_is_plain(path: Path, key: Key) -> None:
    assert is_encrypted(path)
    forms = [MARKER.encode(), MARKER.encode("utf-16-le"), b"SQLite format", b"CREATE TABLE", bytes(key.raw)]
    forms += [bytes(key.raw).hex().encode(), bytes(key.raw).hex().upper().encode(), base64.b64encode(key.raw)]
    for file in path.parent.iterdir():
        contents = file.read_bytes()
        assert not [form for form in forms if form in contents]


def test_the_search_for_plain_bytes_would_find_them(tmp_path: Path) -> None:
    plain = unkeyed(tmp_path / "plain.db")
    plain.execute("CREATE TABLE person (name TEXT)")
    plain.execute("INSERT INTO person VALUES (?)", (MARKER,))
    plain.close()
    assert MARKER.encode() in (tmp_path / "plain.db").read_bytes()
    assert not is_encrypted(tmp_path / "plain.db")


def test_a_journal_holds_no_plain_byte_either(engine: Engine, path: Path) -> None:
    with for_writing(engine).begin() as connection:
        connection.execute(text("PRAGMA cache_size = 2"))
        connection.execute(text("UPDATE person SET name = name || '!'"))
        journal = path.with_name("records.db-journal").read_bytes()
        assert len(journal) > 10_000
        assert MARKER.encode() not in journal


@posix_only
def test_only_the_owner_may_read_the_database_and_its_journal(tmp_path: Path, key: Key) -> None:
    before = os.umask(0)
    try:
        create_database(tmp_path / "records.db", key)
        with for_writing(open_engine(tmp_path / "records.db", key)).begin() as connection:
            connection.execute(text("CREATE TABLE person (name TEXT)"))
            files = list(tmp_path.iterdir())
            assert len(files) == 2
            assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    finally:
        os.umask(before)


def test_no_key_but_the_right_one_opens_it(path: Path, key: Key, capfd: pytest.CaptureFixture[str]) -> None:
    before = path.read_bytes()
    flipped = bytearray(key.raw)
    flipped[31] ^= 1
    for wrong in (Key(flipped), Key(bytearray(32)), *(Key.fresh() for _ in range(50))):
        with pytest.raises(DamagedDatabaseError):
            open_engine(path, wrong)
    assert path.read_bytes() == before
    assert capfd.readouterr() == ("", "")
    assert count(open_engine(path, key)) == 100


def test_opening_leaves_the_key_as_it_was(path: Path, key: Key) -> None:
    before = bytes(key.raw)
    connect(path, key).close()
    assert bytes(key.raw) == before


def test_an_engine_does_not_show_the_key(engine: Engine, key: Key) -> None:
    for shown in (repr(engine), str(engine.url), repr(engine.pool)):
        assert bytes(key.raw).hex() not in shown.lower()


def test_a_refused_connection_is_closed(path: Path) -> None:
    handles = Path("/proc/self/fd")
    if not handles.exists():
        pytest.skip("the system does not list open files")
    for _ in range(5):
        with pytest.raises(DamagedDatabaseError):
            connect(path, Key.fresh())
    assert not [link for link in handles.iterdir() if link.exists() and link.resolve() == path]


def test_a_missing_database_is_said_and_not_made(tmp_path: Path, key: Key) -> None:
    with pytest.raises(MissingDatabaseError):
        open_engine(tmp_path / "records.db", key)
    assert not list(tmp_path.iterdir())


def test_an_empty_or_a_plain_file_is_not_taken_for_an_empty_store(tmp_path: Path, key: Key) -> None:
    path = tmp_path / "records.db"
    path.touch()
    with pytest.raises(DamagedDatabaseError):
        open_engine(path, key)
    plain = unkeyed(path)
    plain.execute("CREATE TABLE person (name TEXT)")
    plain.close()
    with pytest.raises(DamagedDatabaseError):
        open_engine(path, key)
    assert integrity(path, key)


def test_a_database_is_never_made_over_another(path: Path, key: Key) -> None:
    before = path.read_bytes()
    with pytest.raises(FileExistsError):
        create_database(path, key)
    assert path.read_bytes() == before


@pytest.mark.parametrize("name", ["with space", "100% ü ?mode=memory #1", "রেকর্ড"])
def test_folders_may_have_any_name(tmp_path: Path, key: Key, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    create_database(folder / "records.db", key)
    open_engine(folder / "records.db", key).dispose()
    assert (folder / "records.db").stat().st_size > 0


def test_every_connection_has_the_settings_that_promises_rest_on(engine: Engine) -> None:
    expected = {
        "journal_mode": "truncate",
        "synchronous": 3,
        "foreign_keys": 1,
        "secure_delete": 1,
        "temp_store": 2,
        "cache_size": -64000,
        "trusted_schema": 0,
    }
    with engine.connect() as one, engine.connect() as two:
        for connection in (one, two):
            found = {name: connection.execute(text(f"PRAGMA {name}")).scalar() for name in expected}
            assert found == expected


def test_a_connection_begins_no_transaction_by_itself(path: Path, key: Key) -> None:
    connection = connect(path, key)
    connection.execute("INSERT INTO person (name) VALUES ('new')")
    assert not connection.in_transaction
    connection.close()


def test_changes_to_the_schema_are_rolled_back_too(engine: Engine) -> None:
    with pytest.raises(OperationalError), for_writing(engine).begin() as connection:
        connection.execute(text("CREATE TABLE pet (name TEXT)"))
        connection.execute(text("DELETE FROM person"))
        connection.execute(text("ALTER TABLE stay ADD COLUMN unit TEXT"))
        connection.execute(text("this is not SQL"))
    with engine.connect() as connection:
        tables = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars()
        assert set(tables) == {"person", "stay"}
    assert count(engine) == 100


def test_a_record_cannot_point_at_nobody(engine: Engine) -> None:
    with pytest.raises(IntegrityError), for_writing(engine).begin() as connection:
        connection.execute(text("INSERT INTO stay VALUES (4711)"))


def test_references_can_be_left_unchecked_while_tables_are_rebuilt(path: Path, key: Key) -> None:
    with for_writing(open_engine(path, key, check_references=False)).begin() as connection:
        connection.execute(text("INSERT INTO stay VALUES (4711)"))
    assert integrity(path, key)


def test_an_error_does_not_hold_what_was_typed(engine: Engine) -> None:
    with pytest.raises(IntegrityError) as refused, for_writing(engine).begin() as connection:
        connection.execute(text("INSERT INTO person VALUES (1, :name)"), {"name": "Rosalind"})
    assert "Rosalind" not in str(refused.value)


def test_two_transactions_do_not_change_records_at_once(path: Path, key: Key) -> None:
    engine = open_engine(path, key)
    with for_writing(engine).begin() as first:
        first.execute(text("DELETE FROM person"))
        with pytest.raises(StoreBusyError), for_writing(engine).connect() as second:
            second.connection.driver_connection.execute("PRAGMA busy_timeout = 10")  # type: ignore[union-attr]
            second.begin()
    assert count(engine) == 0


def test_reading_goes_on_while_another_transaction_is_open(engine: Engine) -> None:
    with for_writing(engine).begin() as writing:
        writing.execute(text("INSERT INTO person (name) VALUES ('new')"))
        assert count(engine) == 100
    assert count(engine) == 101


@pytest.mark.parametrize("where", ["first page", "a page", "last page"])
def test_damage_has_its_own_sentence_and_is_silent_otherwise(
    path: Path, key: Key, where: str, capfd: pytest.CaptureFixture[str]
) -> None:
    contents = bytearray(path.read_bytes())
    place = {"first page": 100, "a page": 9 * 4096 + 100, "last page": len(contents) - 2000}[where]
    contents[place] ^= 16
    path.write_bytes(contents)
    with pytest.raises(DamagedDatabaseError), open_engine(path, key).connect() as connection:
        connection.execute(text("SELECT * FROM person ORDER BY name")).all()
        connection.execute(text("SELECT sum(length(name)) FROM person NOT INDEXED")).all()
    assert integrity(path, key)
    assert capfd.readouterr() == ("", "")


def test_every_flipped_bit_in_the_database_is_found(path: Path, key: Key) -> None:
    assert integrity(path, key) == []
    whole = path.read_bytes()
    rng = random.Random(20)
    for _ in range(300):
        changed = bytearray(whole)
        changed[rng.randrange(len(whole))] ^= 1 << rng.randrange(8)
        path.write_bytes(changed)
        assert integrity(path, key)
    path.write_bytes(whole)
    assert integrity(path, key) == []


def test_a_database_cut_short_zeroed_or_shuffled_is_found(path: Path, key: Key) -> None:
    whole = path.read_bytes()
    pages = [whole[start : start + 4096] for start in range(0, len(whole), 4096)]
    swapped = [*pages[:2], pages[3], pages[2], *pages[4:]]
    wrong = [b"", whole[:10], whole[:4096], whole[:-4096], whole[:-1], whole + b"x", whole + bytes(4096)]
    wrong += [bytes(len(whole)), b"".join([*pages[:5], bytes(4096), *pages[6:]]), b"".join(swapped)]
    for contents in wrong:
        path.write_bytes(contents)
        assert integrity(path, key)


def test_a_full_disk_is_said_and_loses_nothing(path: Path, key: Key) -> None:
    engine = open_engine(path, key)
    with engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}")  # as if no more went on the disk
    with pytest.raises(DiskFullError), for_writing(engine).begin() as connection:
        connection.execute(text("INSERT INTO person (name) SELECT name || '!' FROM person"))
    assert count(engine) == 100
    assert integrity(path, key) == []


@posix_only
@pytest.mark.parametrize("has_journal", [True, False])
def test_a_folder_that_cannot_be_written_to_is_said(path: Path, key: Key, has_journal: bool) -> None:
    with tempfile.TemporaryDirectory() as name:
        if has_journal:
            shutil.copy(path.with_name("records.db-journal"), name)
        copy = Path(shutil.copy(path, name))
        assert exit_status_of(lambda: _is_refused_for_lack_of_rights(copy, key)) == 0
        copy.parent.chmod(0o700)


def _is_refused_for_lack_of_rights(path: Path, key: Key) -> bool:
    is_administrator = os.geteuid() == 0
    for each in (*path.parent.iterdir(), path.parent):
        each.chmod(0o500)
        if is_administrator:
            os.chown(each, 65534, 65534)
    if is_administrator:  # who may write everywhere
        os.setuid(65534)
    try:
        with for_writing(open_engine(path, key)).begin() as connection:
            connection.execute(text("DELETE FROM person"))
    except ReadOnlyFolderError:
        return True
    return False


def exit_status_of(succeeds: Callable[[], bool]) -> int:
    """0 if ``succeeds`` did so in a process of its own, which may give up its rights."""
    child = os.fork()
    if child == 0:
        status = 2
        try:
            status = 0 if succeeds() else 1
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@posix_only
def test_a_kill_at_any_moment_loses_no_saved_record(path: Path, key: Key) -> None:
    """A child reports each save after its commit until it is killed; every reported one must be there."""
    rng = random.Random(15)
    engines: list[Engine] = []

    def save() -> None:
        if not engines:
            engines.append(for_writing(open_engine(path, key)))
        with engines[0].begin() as connection:
            connection.execute(text("INSERT INTO stay (person) VALUES (1)"))
            connection.execute(text("INSERT INTO stay (person) VALUES (2)"))

    before = 0
    for _ in range(20):
        reported = kill_after(rng.randint(1, 3), save, rng)
        engine = open_engine(path, key)
        with engine.connect() as connection:
            present = int(connection.execute(text("SELECT count(*) FROM stay")).scalar_one())
        engine.dispose()
        assert present in (before + 2 * reported, before + 2 * reported + 2)
        before = present
    assert integrity(path, key) == []
