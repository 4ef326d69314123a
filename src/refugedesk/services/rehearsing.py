"""Whether a backup can be brought back, tried inside the program: opened in a place of its own, compared, taken away.

The store that is open is not touched but for a line in its record of changes. What is found is told in numbers alone,
so that whoever keeps the machine and sees no records can try it too.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from refugedesk.domain.errors import CorrectableError
from refugedesk.domain.records import ALL
from refugedesk.domain.store_files import disk_error
from refugedesk.domain.words import noted, tr
from refugedesk.security import recovery, vault
from refugedesk.security.derivation import FLOOR, Derivation
from refugedesk.security.errors import WrongPassphraseError, WrongRecoveryKeyError
from refugedesk.security.keys import Key
from refugedesk.security.refusals import count_refusal
from refugedesk.security.slots import Opened
from refugedesk.services.backup_files import NOT_ONE, BackupError, store_id_of, unpack
from refugedesk.services.backup_places import backup_record, folder_of
from refugedesk.services.backup_records import note_tried
from refugedesk.services.desk import Desk
from refugedesk.services.progress import Progress, silently
from refugedesk.services.rekeying import settle
from refugedesk.services.roles import Action
from refugedesk.services.thinning import own_copies
from refugedesk.services.wording import local_instant
from refugedesk.storage.audit import broken_links
from refugedesk.storage.comparison import Difference, counted_differences
from refugedesk.storage.deeds_since import last_at
from refugedesk.storage.engine import integrity, open_engine
from refugedesk.storage.folder import PROOF, database_of
from refugedesk.storage.schema_steps import bring_up_to_date

__all__ = ["Difference", "FormFound", "Found", "OtherStoreError", "WayIn", "backups_there", "try_restore"]
STEPS: Final = 4


class OtherStoreError(CorrectableError):
    """The backup is of another store than the one that is open."""


@dataclass(frozen=True)
class WayIn:
    """What somebody types to open a backup: a name and a passphrase of its day, or the recovery key alone."""

    name: str = ""
    secret: str = ""


@dataclass(frozen=True)
class FormFound:
    """One kind of record: how many the backup holds, and what the store has gained, changed and lost since."""

    title: str
    held: int
    difference: Difference


@dataclass(frozen=True)
class Found:
    """What a backup was found to be. up_to: the last thing in it; forms: those with any record, most of them first."""

    up_to: datetime
    tables: int
    forms: tuple[FormFound, ...]

    @property
    def records(self) -> int:
        """How many records it holds."""
        return sum(each.held for each in self.forms)

    @property
    def since(self) -> Difference:
        """What the store has gained, changed and lost since, in all forms."""
        each = [form.difference for form in self.forms]
        return Difference(sum(d.more for d in each), sum(d.changed for d in each), sum(d.gone for d in each))


def backups_there(desk: Desk) -> tuple[Path, ...]:
    """This store's backups in the places that are plugged in, the newest first."""
    store_id = store_id_of(desk.folder)
    folders = [folder for place in backup_record(desk).places if (folder := folder_of(place)) is not None]
    found = [(copy.made_at, folder / copy.name) for folder in folders for copy in own_copies(folder, store_id)]
    return tuple(path for _at, path in sorted(found, reverse=True))


def try_restore(
    desk: Desk, file: Path, way: WayIn, progress: Progress | None = None, floor: Derivation = FLOOR
) -> Found:
    """Brings a backup back in a place that is gone afterwards, and says what is in it beside the open store.

    Raises:
        BackupError: it is damaged or no backup. OtherStoreError; MistypedRecoveryKeyError
        WrongPassphraseError, WrongRecoveryKeyError: counted, as at the unlock window
        DiskFullError, DriveError, NewerStoreError
    """
    desk.require(Action.KEEP_STORE)
    tell = progress or silently
    try:
        with tempfile.TemporaryDirectory(prefix=PROOF, dir=desk.folder) as made:
            found = _tried(desk, file, Path(made), _opening(way, Path(made), floor), tell, floor)
    except OSError as error:
        raise disk_error(error) from error
    with desk.writing() as work:
        work.note("try_restore")
    note_tried(desk)
    return found


def _opening(way: WayIn, place: Path, floor: Derivation) -> Callable[[], Opened]:
    if way.name:
        return lambda: vault.open_way(place, way.name, way.secret, floor)
    read = recovery.read_recovery_key(way.secret)
    return lambda: vault.open_way_with_recovery(place, read, floor)


def _tried(
    desk: Desk, file: Path, place: Path, unlock: Callable[[], Opened], tell: Progress, floor: Derivation
) -> Found:
    unpack(file, place)
    if store_id_of(place) != store_id_of(desk.folder):
        raise OtherStoreError(tr(OTHER))
    tell(1, STEPS)
    key = settle(place, _unlocked(desk, unlock), floor)
    try:
        if integrity(database_of(place), key):
            raise BackupError(tr(NOT_ONE))
        tell(2, STEPS)
        bring_up_to_date(place, key)
        tell(3, STEPS)
        return _compared(desk, place, key)
    finally:
        key.wipe()


def _unlocked(desk: Desk, unlock: Callable[[], Opened]) -> Opened:
    try:
        return unlock()
    except (WrongPassphraseError, WrongRecoveryKeyError):
        with suppress(OSError):
            count_refusal(desk.folder, desk.now)
        raise


def _compared(desk: Desk, place: Path, key: Key) -> Found:
    engine = open_engine(database_of(place), key)
    try:
        with engine.connect() as copy, desk.whole() as store:
            if next(iter(broken_links(copy)), None):
                raise BackupError(tr(NOT_ONE))
            found = counted_differences(copy, store)
            return Found(local_instant(last_at(copy)), len(found), _forms(found))
    finally:
        engine.dispose()


def _forms(found: Mapping[str, tuple[int, Difference]]) -> tuple[FormFound, ...]:
    each = (FormFound(tr(record.title), *found[record.id]) for record in ALL.values())
    there = [form for form in each if form.held or form.difference.more]
    return tuple(sorted(there, key=lambda form: (-form.held, form.title)))


OTHER: Final = noted("This is a backup of another store than the one that is open. Choose one of this store.")
