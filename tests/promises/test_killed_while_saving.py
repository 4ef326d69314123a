"""Killed at 200 moments while it saves, the store keeps every save it has acknowledged, and nothing half-written."""

from __future__ import annotations

import base64
import random
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine, func, select

from kills import kill_after
from refugedesk.domain.records.resident import RESIDENT as FORM
from refugedesk.security.keys import Key
from refugedesk.storage import accounts
from refugedesk.storage.audit import broken_links
from refugedesk.storage.engine import create_database, integrity, open_engine
from refugedesk.storage.last_states import altered_records
from refugedesk.storage.schema_steps import run_steps
from refugedesk.storage.tables import RESIDENT
from refugedesk.storage.work import unit_of_work

POINTS = 200
NOW = datetime(2026, 11, 4, 2, 0, tzinfo=UTC)
MARK = "Zephyrine-Quillfeather"


def a_store(folder: Path) -> tuple[Path, Key]:
    key, database = Key.fresh(), folder / "records.db"
    create_database(database, key)
    engine = open_engine(database, key)
    run_steps(engine)
    accounts.found(engine, "Refuge", "Coventry", "Robin", "manager")
    engine.dispose()
    return database, key


def how_many(database: Path, key: Key) -> int:
    engine = open_engine(database, key)
    try:
        with engine.connect() as connection:
            assert list(broken_links(connection)) == []
            counted, altered = altered_records(connection, FORM)
            assert altered == []
            assert connection.execute(select(func.count()).select_from(RESIDENT)).scalar_one() == counted
            return counted
    finally:
        engine.dispose()


def test_no_acknowledged_save_is_lost_and_no_plain_text_is_on_the_disk(tmp_path: Path) -> None:
    database, key = a_store(tmp_path)
    rng, acknowledged = random.Random(2026), 0
    for _ in range(POINTS):
        opened: list[Engine] = []

        def save(opened: list[Engine] = opened) -> None:
            if not opened:
                opened.append(open_engine(database, key))
            with unit_of_work(opened[0], "robin", NOW) as work:
                work.add("resident", {"first_name": MARK, "notes": MARK * 50})

        before = how_many(database, key)
        reported = kill_after(1, save, rng)
        after = how_many(database, key)
        assert before + reported <= after <= before + reported + 1
        acknowledged += reported
    assert acknowledged >= POINTS
    assert integrity(database, key) == []
    for form in (MARK.encode(), MARK.encode("utf-16-le"), base64.b64encode(MARK.encode())[:-4]):
        assert not any(form in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
