"""Where backups go and how often: chosen by a manager or whoever keeps the machine, for everybody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from refugedesk.domain.backup_rhythm import BackupRules
from refugedesk.domain.errors import CorrectableError
from refugedesk.domain.words import tr
from refugedesk.services.backup_records import KEPT, BackupRecord, Place, changed, record_of
from refugedesk.services.desk import Desk
from refugedesk.services.roles import Action
from refugedesk.storage import settings
from refugedesk.storage.drives import find_folder, is_same_drive, mark_folder, way_from_root
from refugedesk.storage.places import is_synced


class BackupPlaceError(CorrectableError):
    """Backups cannot go there; nothing was changed."""


@dataclass(frozen=True)
class PlaceRow:
    """A place as it is now. is_there: the stick is plugged in; shares_drive: it is lost together with the store."""

    id: str
    folder: str
    proved_at: datetime | None
    is_there: bool
    shares_drive: bool


def backup_record(desk: Desk) -> BackupRecord:
    """What the store knows of its backups."""
    desk.require(Action.KEEP_STORE)
    with desk.reading() as connection:
        return record_of(connection)


def place_rows(desk: Desk) -> tuple[PlaceRow, ...]:
    """The places that were chosen, as they are now."""
    found = []
    for place in backup_record(desk).places:
        folder = folder_of(place)
        is_near = folder is not None and is_same_drive(folder, desk.folder)
        found.append(PlaceRow(place.id, str(folder or place.folder), place.proved_at, folder is not None, is_near))
    return tuple(found)


def folder_of(place: Place) -> Path | None:
    """Where the place is now; None where its stick is not plugged in."""
    return find_folder(place.id, Path(place.folder), place.below)


def add_place(desk: Desk, folder: Path) -> None:
    """Lets backups go to a folder from now on; it is marked, to be known again under another letter.

    Raises:
        BackupPlaceError: in or around the store itself, or in a folder that is copied elsewhere.
        DiskFullError, ReadOnlyFolderError, DriveError
    """
    desk.require(Action.KEEP_BACKUPS)
    _require_fit(desk, folder)
    place = {"id": mark_folder(folder), "folder": str(folder), "below": way_from_root(folder)}
    with desk.writing() as work:
        with changed(work.connection) as kept:
            others = [each for each in kept.get("places", []) if each["id"] != place["id"]]
            kept["places"] = [*others, place]
        work.note("settings", name=KEPT)


def drop_place(desk: Desk, place_id: str) -> None:
    """No backup goes there any more; the ones that are there stay as they are."""
    desk.require(Action.KEEP_BACKUPS)
    with desk.writing() as work:
        with changed(work.connection) as kept:
            kept["places"] = [each for each in kept.get("places", []) if each["id"] != place_id]
        work.note("settings", name=KEPT)


def keep_backup_rules(desk: Desk, rules: BackupRules) -> None:
    """How often from now on, and how many are kept."""
    desk.require(Action.KEEP_BACKUPS)
    chosen = {"every": rules.every.value, "days": rules.days, "weeks": rules.weeks, "months": rules.months}
    with desk.writing() as work:
        if settings.chosen(work.connection, KEPT).get("rules") != chosen:
            with changed(work.connection) as kept:
                kept["rules"] = chosen
            work.note("settings", name=KEPT)


def _require_fit(desk: Desk, folder: Path) -> None:
    if not folder.is_dir():
        raise BackupPlaceError(tr("There is no such folder. Plug in the stick, or choose another."))
    whole, store = folder.resolve(), desk.folder.resolve()
    if whole == store or store in whole.parents:
        raise BackupPlaceError(tr("This is the folder of the store itself. Choose one on a stick or another drive."))
    if is_synced(whole):
        raise BackupPlaceError(
            tr(
                "This folder is copied to other computers by a synchronising program. Choose a stick, or a folder that "
                "is not synchronised: backups hold where people hide."
            )
        )
