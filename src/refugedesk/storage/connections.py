"""One open connection to an encrypted database, as every part of the storage wants it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Protocol

from sqlcipher3 import dbapi2

from refugedesk.domain.errors import RefugeDeskError
from refugedesk.domain.store_files import DiskFullError, DriveError, ReadOnlyFolderError, disk_error
from refugedesk.storage.errors import DamagedDatabaseError, MissingDatabaseError, StoreBusyError

KEY_BYTES: Final = 32
BUSY_MILLISECONDS: Final = 10_000
_HEX = b"0123456789abcdef"
_PLAIN_HEADER = b"SQLite format 3\0"

_SETTINGS = (
    "journal_mode = TRUNCATE",  # a write-ahead log with one flipped bit loses saved work without a word
    "synchronous = EXTRA",
    "secure_delete = ON",
    "temp_store = MEMORY",
    "cache_size = -64000",  # with a small cache every read pays for decryption again
    "trusted_schema = OFF",
    "cell_size_check = ON",
    f"busy_timeout = {BUSY_MILLISECONDS}",
)

_SENTENCES: dict[str, type[RefugeDeskError]] = {
    "SQLITE_FULL": DiskFullError,
    "SQLITE_READONLY": ReadOnlyFolderError,
    "SQLITE_IOERR": DriveError,
    "SQLITE_CANTOPEN": DriveError,
    "SQLITE_CORRUPT": DamagedDatabaseError,
    "SQLITE_NOTADB": DamagedDatabaseError,
    "SQLITE_BUSY": StoreBusyError,
    "SQLITE_LOCKED": StoreBusyError,
}


class StoreKey(Protocol):
    """What opens a database: the vault's ``Key``, which the storage knows by this much only."""

    @property
    def raw(self) -> bytearray:
        """32 random bytes."""
        ...


def sentence_for(error: BaseException) -> RefugeDeskError | None:
    """The plain sentence for what the database said, or None where it is a bug."""
    name = getattr(error, "sqlite_errorname", None) or ""
    for start, sentence in _SENTENCES.items():
        if name == start or name.startswith(start + "_"):
            return sentence()
    return None


@contextmanager
def plain_errors() -> Iterator[None]:
    """Turn what the database says into plain sentences; a bug flies as it is."""
    try:
        yield
    except dbapi2.Error as error:
        sentence = sentence_for(error)
        if sentence is None:
            raise
        raise sentence from error


def connect(path: Path, key: StoreKey, *, check_references: bool = True, is_new: bool = False) -> Any:
    """An open connection that has shown it can read the database; the caller closes it.

    It begins no transaction by itself, so that changes to the schema can be rolled back too.

    Args:
        check_references: False while a migration rebuilds tables.
        is_new: the file is still empty; any other empty file is damaged, not an empty store.

    Raises:
        MissingDatabaseError, DamagedDatabaseError, DriveError
    """
    if not path.exists():
        raise MissingDatabaseError
    if not is_new and not is_encrypted(path):
        raise DamagedDatabaseError
    with plain_errors():
        connection = dbapi2.connect(
            f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None, check_same_thread=False
        )
        try:
            _unlock(connection, key)
            _settle(connection, check_references)
        except BaseException:
            connection.close()
            raise
    return connection


def make_file(path: Path) -> None:
    """An empty file that only its owner may read; the journal beside it will take after it.

    Raises:
        FileExistsError: a bug, as a new store's folder is empty.
        DiskFullError, ReadOnlyFolderError, DriveError
    """
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        raise
    except OSError as error:
        raise disk_error(error) from error


def is_encrypted(path: Path) -> bool:
    """Whether the file's first bytes are there and are not those of a plain database."""
    try:
        with path.open("rb") as file:
            start = file.read(len(_PLAIN_HEADER))
    except OSError as error:
        raise DriveError from error
    return len(start) == len(_PLAIN_HEADER) and start != _PLAIN_HEADER


def _unlock(connection: Any, key: StoreKey) -> None:
    # First of all, or the library reports a wrong key on standard error.
    connection.execute("PRAGMA cipher_log_level = NONE").fetchall()
    literal = _raw_key_literal(key.raw)
    try:
        connection.set_key(literal)
    finally:
        literal[:] = bytes(len(literal))
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _settle(connection: Any, check_references: bool) -> None:
    for setting in (*_SETTINGS, f"foreign_keys = {'ON' if check_references else 'OFF'}"):
        connection.execute(f"PRAGMA {setting}").fetchall()


def _raw_key_literal(raw: bytearray) -> bytearray:
    """x'…' in a buffer that can be overwritten: anything else would be taken for a passphrase, or leave a copy."""
    if len(raw) != KEY_BYTES:
        raise ValueError("a key has 32 bytes")
    literal = bytearray(2 * KEY_BYTES + 3)
    literal[:2], literal[-1:] = b"x'", b"'"
    for place, byte in enumerate(raw):
        literal[2 + 2 * place] = _HEX[byte >> 4]
        literal[3 + 2 * place] = _HEX[byte & 15]
    return literal
