"""Large invented stores for the figures, filled through the same unit of work as everything else."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import product
from pathlib import Path
from random import Random

from sqlalchemy import Engine, create_engine, event, text

from refugedesk.domain.fields import Answer
from refugedesk.services.desk import Desk
from refugedesk.storage import accounts
from refugedesk.storage.connections import _SETTINGS
from refugedesk.storage.tables import METADATA
from refugedesk.storage.work import Entry, Work, unit_of_work
from vaults import unkeyed

NOW = datetime(2026, 11, 4, 14, 5, tzinfo=UTC)
SYLLABLES = ("ka", "lo", "mi", "ne", "ra", "su", "ti", "vo", "za", "be")
NAMES = tuple("".join(parts).title() for parts in product(SYLLABLES, repeat=3))


def people(number: int, seed: int = 1) -> list[dict[str, Answer]]:
    """Residents with two names each and a short note."""
    chance = Random(seed)
    return [
        {
            "first_name": chance.choice(NAMES),
            "last_name": chance.choice(NAMES),
            "date_of_birth": date(1960, 1, 1) + timedelta(days=chance.randrange(16_000)),
            "sex": "female",
            "notes": f"{chance.choice(NAMES)} {chance.choice(NAMES)}",
        }
        for _ in range(number)
    ]


def fill(work: Work, number: int) -> None:
    """Adds that many residents, each with one stay; one in fifty is still there."""
    chance, keys = Random(2), work.add_many("resident", [Entry(each) for each in people(number)])
    work.add_many("stay", [Entry(_stay(chance, key)) for key in keys])


def _stay(chance: Random, resident: str) -> dict[str, Answer]:
    start = date(2024, 1, 1) + timedelta(days=chance.randrange(1_000))
    end = start + timedelta(days=chance.randrange(200))
    is_here = end >= NOW.date() or chance.random() < 0.02
    return {"resident_id": resident, "started_on": start, "ended_on": None if is_here else end, "risk_at_start": "high"}


def fill_desk(desk: Desk, number: int) -> None:
    """The same in an open store, in one transaction."""
    with desk.writing() as work:
        fill(work, number)


def an_unkeyed_store(path: Path, number: int) -> Engine:
    """The same records in an unencrypted database with the same settings: the floor of the encrypted one."""
    engine = create_engine("sqlite://", creator=lambda: unkeyed_connection(path), pool_size=1)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    with engine.begin() as connection:
        METADATA.create_all(connection)
        connection.execute(text("CREATE VIRTUAL TABLE search_words USING fts5(words, prefix='2 3')"))
    accounts.found(engine, "Refuge", "Coventry", "Robin", "manager")
    with unit_of_work(engine, "robin", NOW) as work:
        fill(work, number)
    return engine


def unkeyed_connection(path: Path) -> object:
    """A plain connection that syncs and caches as the encrypted ones do."""
    connection = unkeyed(path)
    for setting in (*_SETTINGS, "foreign_keys = ON"):
        connection.execute(f"PRAGMA {setting}").fetchall()
    return connection


WORDS = ("garden", "wall", "school", "quiet", "rang", "council", "slept", "court", "bus", "kitchen", "letter", "walked")


def fill_notes(desk: Desk, number: int) -> None:
    """Adds that many notes, as many to each stay, in one transaction."""
    chance = Random(3)
    with desk.writing() as work:
        stays = list(work.connection.execute(text("SELECT id FROM stay")).scalars())
        for start in range(0, number, 20_000):
            work.add_many(
                "note",
                [
                    Entry(
                        {
                            "stay_id": stays[at % len(stays)],
                            "on_day": NOW.date() - timedelta(days=chance.randrange(700)),
                            "fact": " ".join(chance.choices(WORDS, k=12)),
                            "worker": "Ana Silva",
                        }
                    )
                    for at in range(start, min(start + 20_000, number))
                ],
            )
