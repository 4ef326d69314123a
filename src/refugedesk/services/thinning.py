"""Takes away older backups where new ones go: too many of them, or from before a purge, or older than files are kept.

What is taken away is surely this store's own: its name, and inside it the note and the key file, say so. Whatever
else lies there is left alone. One file goes after the other, the oldest first; a program that is killed in between has
removed fewer, and goes on the next time.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from refugedesk.domain.backup_rhythm import BackupRules, Copy, too_many
from refugedesk.domain.retention import Rules, years_before
from refugedesk.domain.whole_file import sync_folder
from refugedesk.services.backup_files import note_of, store_id_of
from refugedesk.services.desk import Desk
from refugedesk.services.retention import RETENTION
from refugedesk.services.roles import Action
from refugedesk.storage import settings
from refugedesk.storage.purging.purged import last_purge

NAME: Final = re.compile(r"backup-\d{4}-\d\d-\d\d-\d{4}(-\d+)?\.backup")


def file_name(at: datetime) -> str:
    """What a backup made then is called."""
    return f"backup-{at:%Y-%m-%d-%H%M}.backup"


def thin(desk: Desk, folder: Path, newest: Path, rules: BackupRules) -> int:
    """Takes away what need not be kept beside ``newest``, which is proved; how many files that were.

    Raises:
        OSError: one could not be removed; what was removed before that is gone.
    """
    desk.require(Action.KEEP_STORE)
    with desk.whole() as connection:
        not_before = kept_from(connection, desk.now)
    going = too_many(own_copies(folder, store_id_of(desk.folder)), newest.name, rules, desk.now, not_before)
    for copy in going:
        (folder / copy.name).unlink(missing_ok=True)
    if going:
        sync_folder(folder)
    return len(going)


def own_copies(folder: Path, store_id: str) -> list[Copy]:
    """The backups of that store in a folder, as far as that is sure."""
    found = []
    for path in sorted(folder.iterdir()):
        if NAME.fullmatch(path.name) and path.is_file() and not path.is_symlink():
            note = note_of(path)
            if note is not None and note.store_id == store_id:
                found.append(Copy(path.name, note.made_at))
    return found


def kept_from(connection: Connection, now: datetime) -> datetime:
    """Until when backups must go: the last purge, or the day before which the shortest kept file is over."""
    rules = Rules.of(settings.chosen(connection, RETENTION))
    years = min(rules.adult_years, rules.referral_years)
    over = datetime.combine(years_before(now.date(), years), time.min, now.tzinfo or UTC)
    return max(over, last_purge(connection) or over)
