"""D4 to D6: backups that were proved, older schemas, and what was being typed."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Sequence
from pathlib import Path
from random import Random

from desks import PASSPHRASE
from promises.damage import CHANGES, a_copy, flip
from promises.killed import kill_at_random
from promises.old_stores import make_old_store, missing_after, rows_of
from promises.rows import Row
from promises.works import USER, WORKS, a_place, contents, open_desk
from refugedesk.domain.errors import RefugeDeskError
from refugedesk.domain.store_files import NewerStoreError
from refugedesk.security import vault
from refugedesk.services import forms, shelf
from refugedesk.services.backups import backup, restore
from refugedesk.services.interchange import import_folder
from refugedesk.storage import schema_steps
from refugedesk.storage.engine import open_engine
from refugedesk.storage.folder import database_of
from refugedesk.storage.schema_steps import STEPS
from vaults import CHEAP


def backups(rounds: int, damages: int, seed: int = 2026) -> Row:
    """D4: a store at so many stages backed up and brought back, equal in every row; and damaged backups refused."""
    row = Row("D4", "backups brought back and compared, and damaged ones refused before anything was put in place")
    with a_copy() as place:
        for number in range(rounds):
            _bring_back(place, number, row)
        file, chance = place / "older.backup", Random(seed)
        whole, store = file.read_bytes(), contents(place / "store")
        for number in range(damages):
            change = CHANGES[number % len(CHANGES)] if number % 2 else flip
            file.write_bytes(change(whole, chance))
            row.add(1, 1, _refused(file, place))
        if contents(place / "store") != store:
            row.lost.append("the live store was changed by a damaged backup")
    return row


def _bring_back(place: Path, number: int, row: Row) -> None:
    desk = open_desk(place / "store")
    try:
        if number == 1:
            import_folder(desk, place / "second")
        draft = forms.new_draft(desk, "resident", first_name=f"Zephyrine {number}")
        forms.save(desk, draft)
        backup(desk, place / f"{number}.backup")
    finally:
        desk.close()
    restore(place / f"{number}.backup", place / f"back-{number}", USER, PASSPHRASE, CHEAP)
    same = contents(place / f"back-{number}") == contents(place / "store")
    row.add(1, 1, [] if same else [f"backup {number} holds something else"])


def _refused(file: Path, place: Path) -> list[str]:
    try:
        restore(file, place / "back", USER, PASSPHRASE, CHEAP)
    except RefugeDeskError:
        return ["a refused backup left a store behind"] if (place / "back").exists() else []
    same = contents(place / "back") == contents(place / "store")
    shutil.rmtree(place / "back")
    return [] if same else ["a damaged backup was brought back"]


def schemas(interruptions: int, steps: Sequence[str] = STEPS, seed: int = 2026) -> Row:
    """D5: a store of every step opens with all it held; upgrades are killed; an older program refuses a newer one."""
    row = Row(
        "D5", f"stores of steps {', '.join(steps)} opened with all they held, upgrades killed, newer ones refused"
    )
    for step in steps:
        row.add(1, 1, _opened(step))
        row.add(1, 1, _refused_by_older(step))
    found = kill_at_random(WORKS["migration"], interruptions, seed)
    row.add(found.tried, found.acknowledged, found.lost)
    row.what += f"; {found.in_the_middle} upgrades killed in the middle"
    return row


def _opened(step: str) -> list[str]:
    place = a_place()
    try:
        make_old_store(place / "store", step, USER, PASSPHRASE)
        key = vault.unlock(place / "store", USER, PASSPHRASE, CHEAP)
        engine = open_engine(database_of(place / "store"), key)
        before = rows_of(engine)
        engine.dispose()
        desk = open_desk(place / "store")
        after = rows_of(desk.truth)
        desk.close()
        return [f"step {step}: {each}" for each in missing_after(before, after)]
    except RefugeDeskError as error:
        return [f"step {step}: {error}"]
    finally:
        shutil.rmtree(place)


def _refused_by_older(step: str) -> list[str]:
    """A program that knows the steps before this one only."""
    if step == STEPS[0]:
        return []
    place = a_place()
    known = schema_steps.STEPS
    try:
        make_old_store(place / "store", step, USER, PASSPHRASE)
        before = database_of(place / "store").read_bytes()
        schema_steps.STEPS = known[: known.index(step)]  # type: ignore[misc, assignment]
        open_desk(place / "store").close()
    except NewerStoreError:
        return [] if database_of(place / "store").read_bytes() == before else [f"step {step} was changed"]
    finally:
        schema_steps.STEPS = known  # type: ignore[misc]
        shutil.rmtree(place)
    return [f"step {step} was opened by an older program"]


def drafts(times: int, seed: int = 2026) -> Row:
    """D6: somebody types, each pause is kept, and the program is killed: the last that was kept is there."""
    row, chance = Row("D6", "programs killed while somebody typed; the text of the last pause was there"), Random(seed)
    with a_copy() as place:
        for number in range(times):
            row.add(1, *_type_until_killed(place / "store", number, chance))
    return row


def _type_until_killed(store: Path, number: int, chance: Random) -> tuple[int, list[str]]:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            desk = open_desk(store)
            draft = forms.new_draft(desk, "referral", known_as=f"Noor {number} ")
            while True:
                draft.set("known_as", f"{draft.answers['known_as']}x"[-100:])
                shelf.keep(desk, draft)
                os.write(writing, b".")
        finally:
            os._exit(1)
    os.close(writing)
    kept = sum(len(os.read(reading, 1)) for _ in range(chance.randint(1, 12)))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    kept += len(os.read(reading, 100_000))
    os.close(reading)
    return int(kept > 0), _what_is_kept(store, kept, number)


def _what_is_kept(store: Path, kept: int, number: int) -> list[str]:
    desk = open_desk(store)
    try:
        rows = [each for each in shelf.kept(desk) if each.record_id == "referral"]
        text = str(shelf.resume(desk, rows[0].id).answers.get("known_as", "")) if rows else ""
    finally:
        desk.close()
    typed = text.count("x") if text.startswith(f"Noor {number} ") else 0
    return [] if kept <= typed <= kept + 1 else [f"{kept} pauses were kept, and {typed} are there"]
