"""D3 on real drives: a full one of 3 MB, one that may only be read, one that is pulled out. As root, on Linux."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from promises.rows import NotBuilt, Row
from promises.works import a_place, a_template, counts, open_desk
from refugedesk.domain.errors import RefugeDeskError
from refugedesk.services import forms
from refugedesk.services.backups import backup
from refugedesk.services.desk import Desk
from refugedesk.storage.schema_steps import NEWEST

FILLER = "filler"
Break = Callable[[Path], None]


def real_drives() -> Row | NotBuilt:
    """Saving and backing up on three broken drives: a plain sentence, the typed text kept, the store clean."""
    if os.name != "posix" or os.geteuid() != 0 or not _can_mount():
        return NotBuilt("D3", "drives of its own need root, so full, read-only and pulled-out ones were not tried here")
    row = Row("D3", "pieces of work on real drives that were full, read-only or pulled out, refused in a sentence")
    for name, break_drive in (("full", fill), ("read-only", protect), ("pulled out", pull_out)):
        for what in (_save, _back_up):
            row.add(1, *_try(name, break_drive, what))
    return row


def _can_mount() -> bool:
    try:
        with a_drive():
            return True
    except subprocess.CalledProcessError:
        return False


@contextmanager
def a_drive() -> Iterator[Path]:
    """A drive of 3 MB."""
    place = a_place()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(place)], check=True, capture_output=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=False, capture_output=True)
        place.rmdir()


def fill(drive: Path) -> None:
    """No room is left on it."""
    with (drive / FILLER).open("wb", 0) as filler:
        try:
            while filler.write(bytes(512)):
                pass
        except OSError:
            return


def protect(drive: Path) -> None:
    """A stick whose little switch is pushed."""
    subprocess.run(["mount", "-o", "remount,ro", str(drive)], check=True, capture_output=True)


def pull_out(drive: Path) -> None:
    """A stick that is gone in the middle of things."""
    subprocess.run(["umount", "-l", str(drive)], check=True)


def _save(desk: Desk, _drive: Path) -> None:
    draft = forms.new_draft(desk, "resident", first_name="Zephyrine")
    draft.set("notes", "typed text " * 3000)
    try:
        forms.save(desk, draft)
    finally:
        assert draft.answers["notes"] == "typed text " * 3000


def _back_up(desk: Desk, drive: Path) -> None:
    backup(desk, drive / "new.backup")


def _try(name: str, break_drive: Break, work: Callable[[Desk, Path], None]) -> tuple[int, list[str]]:
    """Whether the work was refused in a sentence, or got through; what was wrong with either.

    A drive that becomes read-only does so before the store is opened: no system lets it while files are open.
    """
    with a_drive() as drive:
        shutil.copytree(a_template(NEWEST) / "store", drive / "store")
        before, said, lost, desk = _records(drive), "", [], None
        try:
            if break_drive is protect:
                break_drive(drive)
            desk = open_desk(drive / "store")
            if break_drive is not protect:
                break_drive(drive)
            work(desk, drive)
        except RefugeDeskError as error:
            said = str(error)
        except Exception as error:
            lost.append(f"{name}: no sentence but {error!r}")
        if desk is not None:
            desk.close()
        after = _records(drive)
        if after and before and said and after != before:
            lost.append(f"{name}: {said} But: {after}")
        return int(bool(said) or after != before), lost


def _records(drive: Path) -> list[str]:
    """How many records of each kind there are; what was only written down, such as an attempt, is left out."""
    if not (drive / "store").exists():
        return []
    subprocess.run(["mount", "-o", "remount,rw", str(drive)], check=False, capture_output=True)
    (drive / FILLER).unlink(missing_ok=True)
    return [each for each in counts(drive / "store").split(" ") if not each.startswith("audit")]
