"""I2 to I4: an older file, a second program, a shared place, an altered record of changes."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from random import Random

from sqlalchemy import Connection, select, text

from promises.damage import a_copy
from promises.rows import Row
from promises.works import a_place, open_desk
from refugedesk.domain.errors import RefugeDeskError
from refugedesk.domain.store_files import DATABASE
from refugedesk.services import forms
from refugedesk.services.desk import Desk
from refugedesk.storage.audit import HASHED, broken_links
from refugedesk.storage.errors import SharedPlaceError, StoreInUseError
from refugedesk.storage.places import require_private_place
from refugedesk.storage.tables import AUDIT_ENTRY, AUDIT_VALUE, RESIDENT

SYNCED = ("OneDrive - Refuge", "Dropbox", "Google Drive", "Nextcloud", "iCloud Drive", "pCloud")
MARKERS = (".dropbox", ".stfolder", ".sync")


def older_files(times: int) -> Row:
    """I2: the file of the records put back as it was so many saves ago."""
    row = Row("I2", "older files of the records put back in place of the newest, noticed when the store was opened")
    with a_copy() as place:
        store = place / "store"
        for number in range(times):
            shutil.copy(store / DATABASE, place / "older.db")
            desk = open_desk(store)
            for saved in range(number % 3 + 1):
                forms.save(desk, forms.new_draft(desk, "resident", first_name=f"New {number} {saved}"))
            desk.close()
            newest = (store / DATABASE).read_bytes()
            shutil.copy(place / "older.db", store / DATABASE)
            row.add(1, 1, [] if _warning(store) else [f"the file of {number % 3 + 1} saves ago was not noticed"])
            (store / DATABASE).write_bytes(newest)
            _warning(store)
    return row


def _warning(store: Path) -> str:
    desk = open_desk(store)
    desk.close()
    return desk.warning


def second_programs(times: int) -> Row:
    """I3: programs that try to open a store that is open, and stores in places that are shared."""
    row = Row("I3", "second programs on an open store, and stores in synchronised folders, refused in a sentence")
    with a_copy() as place:
        desk = open_desk(place / "store")
        for _ in range(times):
            row.add(1, 1, [] if _is_refused(place / "store") else ["a second program had the store open"])
        desk.close()
    place = a_place()
    try:
        for name in SYNCED:
            row.add(1, 1, _accepted(place / name / "store"))
        for marker in MARKERS:
            (place / marker[1:]).mkdir()
            (place / marker[1:] / marker).mkdir()
            row.add(1, 1, _accepted(place / marker[1:] / "store"))
    finally:
        shutil.rmtree(place)
    return row


def _is_refused(store: Path) -> bool:
    child = os.fork()
    if child == 0:
        status = 1
        try:
            open_desk(store)
        except StoreInUseError:
            status = 0
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def _accepted(folder: Path) -> list[str]:
    try:
        require_private_place(folder)
    except SharedPlaceError:
        return []
    return [f"{folder.name} was taken for a private place"]


def altered_trails(times: int, seed: int = 2026) -> Row:
    """I4: entries of the record of changes altered, taken out or exchanged by somebody who has the key."""
    row, chance = Row("I4", "alterations of the record of changes (views among them), reported"), Random(seed)
    with a_copy() as place:
        desk = open_desk(place / "store")
        with desk.whole() as connection:
            keys = connection.execute(select(RESIDENT.c.id)).scalars().all()
        for key in keys:
            forms.open_draft(desk, "resident", key)
        for _ in range(times):
            alter(desk, chance, row)
        desk.close()
    return row


class _TakenBackError(Exception):
    """Raised to take the alteration back."""


def alter(desk: Desk, chance: Random, row: Row) -> None:
    """Alters something of the record of changes, counts whether that is reported, and takes it back."""
    try:
        with desk.keeping() as connection:
            what = _change(connection, chance)
            found = list(broken_links(connection))
            row.add(1, 1, [] if found else [what])
            raise _TakenBackError
    except _TakenBackError:
        return
    except RefugeDeskError as error:
        row.lost.append(str(error))


def _change(connection: Connection, chance: Random) -> str:
    entries = connection.execute(select(AUDIT_ENTRY.c.id, AUDIT_ENTRY.c.action)).all()
    entry = chance.choice(entries[:-1])
    way = chance.choice(("field", "value", "gone"))
    if way == "field":
        name = chance.choice([each for each in HASHED if each not in ("chain", "position")])
        connection.execute(
            text(f"UPDATE audit_entry SET {name} = {name} || 'x' WHERE id = :id"),  # noqa: S608
            {"id": entry.id},
        )
        return f"{name} of a {entry.action} was altered"
    if way == "value":
        changed = select(AUDIT_VALUE.c.entry_id).where(AUDIT_VALUE.c.changes != "")
        key = chance.choice(connection.execute(changed).scalars().all())
        connection.execute(text("UPDATE audit_value SET changes = changes || ' ' WHERE entry_id = :id"), {"id": key})
        return "a value was altered"
    connection.execute(text("DELETE FROM audit_value WHERE entry_id = :id"), {"id": entry.id})
    connection.execute(text("DELETE FROM audit_entry WHERE id = :id"), {"id": entry.id})
    return f"a {entry.action} was taken out"
