"""What a store knows of its own backups: where they go, how often, and when the last one was proved or tried."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection

from refugedesk.domain.backup_rhythm import BackupRules
from refugedesk.services.desk import Desk
from refugedesk.storage import settings

KEPT: Final = "backups"


@dataclass(frozen=True)
class Place:
    """A folder or stick that backups go to. id: what its mark says; below: its way from the root of its drive."""

    id: str
    folder: str
    below: str
    proved_at: datetime | None = None


@dataclass(frozen=True)
class BackupRecord:
    """What is written down. position: how far the record of changes had come when the last was made."""

    rules: BackupRules
    places: tuple[Place, ...]
    proved_at: datetime | None
    position: int
    tried_at: datetime | None


def record_of(connection: Connection) -> BackupRecord:
    """What the store knows of its backups."""
    kept: Mapping[str, Any] = settings.chosen(connection, KEPT)
    places = tuple(
        Place(each["id"], each["folder"], each["below"], _instant(each.get("proved_at")))
        for each in kept.get("places", ())
    )
    return BackupRecord(
        BackupRules.of(kept.get("rules", {})),
        places,
        _instant(kept.get("proved_at")),
        int(kept.get("position", 0)),
        _instant(kept.get("tried_at")),
    )


@contextmanager
def changed(connection: Connection) -> Iterator[dict[str, Any]]:
    """What is written down, to be changed in the block."""
    kept: dict[str, Any] = dict(settings.chosen(connection, KEPT))
    yield kept
    settings.choose(connection, KEPT, kept)


def note_proved(desk: Desk, made_at: datetime, position: int, place: str) -> None:
    """A backup was made then, and is proved; only now is it written down."""
    with desk.keeping() as connection, changed(connection) as kept:
        at = made_at.isoformat()
        kept |= {"proved_at": at, "position": position}
        kept["places"] = [{**each, "proved_at": at} if each["id"] == place else each for each in kept.get("places", [])]


def note_tried(desk: Desk) -> None:
    """A restore was rehearsed now."""
    with desk.keeping() as connection, changed(connection) as kept:
        kept["tried_at"] = desk.now.isoformat()


def _instant(text: object) -> datetime | None:
    return datetime.fromisoformat(text) if isinstance(text, str) else None
