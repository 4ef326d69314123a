"""Stores as earlier versions left them: made by the steps themselves, with two rows in every table they had."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Boolean, Column, Connection, Date, Engine, Integer, MetaData, Table, insert, select

from refugedesk.security import vault
from refugedesk.security.derivation import Derivation
from refugedesk.storage.engine import create_database, for_writing, open_engine
from refugedesk.storage.folder import database_of
from refugedesk.storage.schema_steps import run_steps
from vaults import CHEAP

Rows = dict[str, list[dict[str, Any]]]
"""Table -> its rows by column."""

GIVEN: dict[str, dict[str, Any]] = {
    "service": {"name": "City Refuge", "home_authority": "Coventry"},
    "account": {"role": "manager", "is_active": True},
}


def make_old_store(store: Path, step: str, user: str, passphrase: str, derivation: Derivation = CHEAP) -> None:
    """A store whose schema stands at ``step``; ``user`` is its manager."""
    key, _ = vault.create(store, user, passphrase, derivation)
    create_database(database_of(store), key)
    engine = open_engine(database_of(store), key)
    run_steps(engine, step)
    with for_writing(engine).begin() as connection:
        for table in _tables(engine):
            _fill(connection, table, user)
    engine.dispose()


def _tables(engine: Engine) -> list[Table]:
    known = MetaData()
    known.reflect(engine)
    return [each for each in known.sorted_tables if not each.name.startswith(("search", "alembic"))]


def _fill(connection: Connection, table: Table, user: str) -> None:
    for number in range(1 if table.name == "service" else 2):
        row = {column.name: _value(connection, column, number) for column in table.columns}
        row |= GIVEN.get(table.name, {})
        if table.name == "account":
            row["name"] = user if number == 0 else "Somebody who left"
            # When somebody was last here is written anew by the very opening that is tried.
            row |= dict.fromkeys({"here_at", "here_before_at"} & row.keys())
        connection.execute(insert(table).values(row))


def _value(connection: Connection, column: Column[Any], number: int) -> object:
    """Something that fits the column; a link names the row of the same number."""
    for foreign in column.foreign_keys:
        parent = foreign.column.table
        keys = list(connection.execute(select(foreign.column).order_by(foreign.column)).scalars())
        return None if parent is column.table and column.nullable else keys[number]
    if isinstance(column.type, Boolean):
        return True
    if isinstance(column.type, Integer):
        return number + 1
    if isinstance(column.type, Date):
        return date(2020, 1, 1 + number)
    return f"{column.table.name[:8]}-{column.name[:8]}-{number}"[: getattr(column.type, "length", None) or 40]


def rows_of(engine: Engine) -> Rows:
    """Every row of every table."""
    with engine.connect() as connection:
        return {
            table.name: [dict(row) for row in connection.execute(select(table)).mappings()] for table in _tables(engine)
        }


def missing_after(before: Rows, after: Rows) -> list[str]:
    """Each value that was there before and is not there any more, as table and column."""
    gone = []
    for table, rows in before.items():
        for row in rows:
            now = after.get(table, [])
            for column, value in row.items():
                if not any(each.get(column) == value for each in now):
                    gone.append(f"{table}.{column}")
    return gone
