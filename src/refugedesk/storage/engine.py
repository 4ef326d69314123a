"""The encrypted database as SQLAlchemy sees it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import ExceptionContext
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from refugedesk.domain.words import tr
from refugedesk.storage.connections import (
    StoreKey,
    connect,
    is_encrypted,
    make_file,
    plain_errors,
    sentence_for,
)
from refugedesk.storage.errors import DamagedDatabaseError

_APPLICATION_ID = 0x52444B31


def create_database(path: Path, key: StoreKey) -> None:
    """An empty encrypted database at ``path``, proved not to be a plain one.

    Raises:
        DiskFullError, ReadOnlyFolderError, DriveError
    """
    make_file(path)
    connection = connect(path, key, is_new=True)
    try:
        with plain_errors():
            connection.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
    finally:
        connection.close()
    if not is_encrypted(path):
        path.unlink()
        raise AssertionError("the new database is not encrypted")


def open_engine(path: Path, key: StoreKey, *, check_references: bool = True) -> Engine:
    """An engine on the database, which has shown that the key opens it.

    A transaction begins with an explicit BEGIN, so changes to the schema roll back too. To change records,
    begin on ``for_writing(engine)``. The engine keeps the key, not a copy of it, and opens further
    connections with it: ``dispose`` it before the key is wiped.

    The pool hands out the connection that was given back last, whose cache is warm. A second is opened only
    while a background task reads; each holds a cache of up to 64 MB, so no more than one is kept idle.

    Args:
        check_references: False while a migration rebuilds tables.

    Raises:
        MissingDatabaseError, DamagedDatabaseError, DriveError
    """
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: connect(path, key, check_references=check_references),
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=4,
        pool_use_lifo=True,
        hide_parameters=True,  # an error must never hold an answer
    )
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", _say_plainly)
    with engine.connect():
        return engine


def for_writing(engine: Engine) -> Engine:
    """The same engine, for transactions that change something.

    They claim the right to write when they begin, so that none has to give up half-way.
    """
    return engine.execution_options(refugedesk_writes=True)


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("refugedesk_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _say_plainly(context: ExceptionContext) -> None:
    """Raise the plain sentence in place of what the database said, where there is one."""
    sentence = sentence_for(context.original_exception)
    if sentence is not None:
        raise sentence from context.original_exception


def integrity(path: Path, key: StoreKey) -> list[str]:
    """What is wrong with the database file, a line a fault; nothing when it is whole.

    Every page's seal is checked, on a connection of its own that has nothing in its cache.

    Raises:
        MissingDatabaseError, DriveError
    """
    try:
        connection = connect(path, key)
    except DamagedDatabaseError:
        return [tr("The file cannot be opened: its first page or its length is not as it was written.")]
    try:
        return _faults(connection)
    finally:
        connection.close()


def _faults(connection: Any) -> list[str]:
    faults: list[str] = []
    for check, good in (("cipher_integrity_check", ()), ("integrity_check(1000)", ("ok",)), ("foreign_key_check", ())):
        try:
            rows = connection.execute(f"PRAGMA {check}").fetchall()
        except dbapi2.DatabaseError as error:
            faults.append(str(error))
        else:
            faults += [" ".join(map(str, row)) for row in rows if row != good]
    return faults
