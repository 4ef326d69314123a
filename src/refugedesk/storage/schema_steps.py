"""Bringing a store's schema up to date: on a copy that is checked and then put in place.

The original is never written to while steps run; a backup copy of it stays beside the store. Alembic is loaded only
where there is something to do.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, inspect, text

from refugedesk.domain.errors import OutOfOurHandsError
from refugedesk.domain.store_files import DATABASE, NewerStoreError, disk_error
from refugedesk.domain.words import tr
from refugedesk.storage.connections import StoreKey
from refugedesk.storage.engine import for_writing, integrity, open_engine

STEPS: Final = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009", "0010", "0011", "0012", "0013")
NEWEST: Final = STEPS[-1]
COPY: Final = "records.upgrade"


class UpgradeFailedError(OutOfOurHandsError):
    """The copy could not be brought up to date; the store is as it was."""

    def __init__(self) -> None:
        super().__init__(
            tr(
                "The store could not be brought up to date. Nothing in it was changed. "
                "Make a backup of the folder, then try again or use the version of RefugeDesk you used before."
            )
        )


def step_of(engine: Engine) -> str:
    """The schema's step; empty for a database with no schema yet. NewerStoreError where this program is too old."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return ""
        step = str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())
    if step not in STEPS:
        raise NewerStoreError
    return step


def run_steps(engine: Engine, to: str = NEWEST) -> None:
    """Runs what is missing up to ``to``, in one transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    with for_writing(engine).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, to)


def bring_up_to_date(folder: Path, key: StoreKey) -> Path | None:
    """Brings an older store to the newest step; the backup copy made before, or None where nothing was to do.

    Raises:
        NewerStoreError: this program is older than the store.
        UpgradeFailedError: a step failed; the store is untouched.
    """
    database = folder / DATABASE
    engine = open_engine(database, key)
    try:
        step = step_of(engine)
    finally:
        engine.dispose()
    if step == NEWEST:
        return None
    backup, copy = folder / f"records.before-{step or '0000'}", folder / COPY
    try:
        _copy(database, backup)
        _copy(database, copy)
        _upgrade(copy, key)
        _put_in_place(copy, database)
    except OSError as error:
        raise disk_error(error) from error
    finally:
        with contextlib.suppress(OSError):  # the drive may be gone; what went wrong is said already
            copy.unlink(missing_ok=True)
            copy.with_name(f"{COPY}-journal").unlink(missing_ok=True)
    return backup


def _upgrade(copy: Path, key: StoreKey) -> None:
    engine = open_engine(copy, key, check_references=False)
    try:
        run_steps(engine)
    finally:
        engine.dispose()
    if integrity(copy, key):
        raise UpgradeFailedError


def _copy(source: Path, target: Path) -> None:
    """A copy only its owner may read, on the disk before this returns; nothing else writes to the source."""
    target.unlink(missing_ok=True)
    with (
        source.open("rb") as original,
        os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as new,
    ):
        shutil.copyfileobj(original, new, 1 << 20)
        new.flush()
        os.fsync(new.fileno())


def _put_in_place(copy: Path, database: Path) -> None:
    copy.replace(database)
    if os.name == "posix":
        folder = os.open(database.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def schema_faults(connection: Connection) -> list[str]:
    """What differs between the schema of this database and the one the program is written for."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from refugedesk.storage.tables import METADATA

    context = MigrationContext.configure(connection, opts={"include_name": _is_ours})
    return [str(difference) for difference in compare_metadata(context, METADATA)]


def _is_ours(name: str | None, kind: str, _parents: object) -> bool:
    return not (kind == "table" and name is not None and name.startswith(("search_words", "alembic_version")))
