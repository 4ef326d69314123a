"""Backups by themselves: made and proved where they are due and their place is there; and how that stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from itertools import count
from pathlib import Path

from refugedesk.domain.backup_rhythm import Urgency, overdue_days, urgency
from refugedesk.domain.errors import CorrectableError
from refugedesk.domain.words import noted, tr
from refugedesk.services.backup_places import backup_record, folder_of
from refugedesk.services.backup_records import Place, record_of
from refugedesk.services.backups import BackupReport, PlaceError, backup
from refugedesk.services.desk import Desk
from refugedesk.services.progress import Progress
from refugedesk.services.roles import Action
from refugedesk.services.thinning import file_name, thin
from refugedesk.storage.deeds_since import first_at, has_work_since


class NoPlaceError(CorrectableError):
    """No place was chosen, or none of them is there."""


@dataclass(frozen=True)
class Made:
    """A backup in its place. removed: how many older ones went; None where that was not possible now."""

    report: BackupReport
    removed: int | None


@dataclass(frozen=True)
class Standing:
    """How backups stand, without a word of what is in them. has_place: somebody has said where they go."""

    proved_at: datetime | None
    tried_at: datetime | None
    urgency: Urgency
    overdue: int
    has_place: bool


def backup_standing(desk: Desk) -> Standing:
    """How backups stand: everybody at the desk is to know."""
    with desk.whole() as connection:
        record = record_of(connection)
        has_work = has_work_since(connection, record.position)
        begun = first_at(connection)
    since = record.proved_at or (datetime.fromisoformat(begun) if begun else None)
    overdue = overdue_days(_day(since, desk), desk.today, has_work, record.rules.every)
    return Standing(record.proved_at, record.tried_at, urgency(overdue), max(overdue, 0), bool(record.places))


def is_any_due(desk: Desk) -> bool:
    """Whether a backup is due in any place that was chosen; its stick need not be there."""
    desk.require(Action.KEEP_STORE)
    return bool(_due(desk))


def back_up_due(desk: Desk, progress: Progress | None = None) -> tuple[Made, ...]:
    """Backs up to every place that is there and where it is due.

    Raises: as for ``backup``; what was made before that stays.
    """
    desk.require(Action.KEEP_STORE)
    return tuple(_back_up(desk, place, folder, progress) for place, folder in _there(_due(desk)))


def back_up_now(desk: Desk, progress: Progress | None = None) -> tuple[Made, ...]:
    """Backs up to every place that is there, due or not.

    Raises:
        NoPlaceError: there is none. Else as for ``backup``
    """
    places = backup_record(desk).places
    there = _there(places)
    if not there:
        raise NoPlaceError(tr(NOT_THERE if places else NONE_CHOSEN))
    return tuple(_back_up(desk, place, folder, progress) for place, folder in there)


def _due(desk: Desk) -> list[Place]:
    record = backup_record(desk)
    with desk.whole() as connection:
        has_work = has_work_since(connection, record.position)
    return [each for each in record.places if overdue_days(*_since(each, desk), has_work, record.rules.every) >= 0]


def _there(places: list[Place] | tuple[Place, ...]) -> list[tuple[Place, Path]]:
    return [(place, folder) for place in places if (folder := folder_of(place)) is not None]


def _since(place: Place, desk: Desk) -> tuple[date | None, date]:
    return _day(place.proved_at, desk), desk.today


def _day(at: datetime | None, desk: Desk) -> date | None:
    return at.astimezone(desk.now.tzinfo).date() if at else None


def _back_up(desk: Desk, place: Place, folder: Path, progress: Progress | None) -> Made:
    desk.require(Action.KEEP_STORE)
    report = backup(desk, _free(folder, desk.now), progress, place.id)
    try:
        return Made(report, thin(desk, folder, report.path, backup_record(desk).rules))
    except OSError:
        return Made(report, None)


def _free(folder: Path, at: datetime) -> Path:
    """A name that is not taken."""
    wanted = folder / file_name(at)
    others = (wanted.with_stem(f"{wanted.stem}-{number}") for number in count(2))
    return wanted if not wanted.exists() else next(each for each in others if not each.exists())


NONE_CHOSEN = noted(
    "Nobody has said yet where backups go. A manager chooses a stick or a folder under Settings, Back up."
)
NOT_THERE = noted("The stick for backups is not plugged in. Plug it in, then back up again.")
__all__ = [
    "Made",
    "NoPlaceError",
    "PlaceError",
    "Standing",
    "back_up_due",
    "back_up_now",
    "backup_standing",
    "is_any_due",
]
