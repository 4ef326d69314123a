"""A folder on a stick, known again by a mark of its own wherever the stick is plugged in next.

A drive letter or a mount point says nothing: the next stick has the same one. The mark is a random number and says
nothing of whose it is.
"""

from __future__ import annotations

import os
import re
import secrets
import sys
from pathlib import Path
from typing import Final

from refugedesk.domain.whole_file import write_whole
from refugedesk.storage.places import mount_points

MARK: Final = "backups.here"
_FIRST_LINE: Final = "backups 1"
_ID: Final = re.compile(r"[0-9a-f]{32}")
_NO_DRIVES: Final = ("/proc", "/sys", "/dev")


def mark_folder(folder: Path) -> str:
    """The id of the mark in a folder; a new one where there was none.

    Raises:
        DiskFullError, ReadOnlyFolderError, DriveError
    """
    found = mark_in(folder)
    if not found:
        found = secrets.token_hex(16)
        write_whole(folder / MARK, f"{_FIRST_LINE}\n{found}\n".encode("ascii"))
    return found


def mark_in(folder: Path) -> str:
    """The id in a folder's mark; empty where there is none."""
    try:
        with (folder / MARK).open("rb") as file:
            lines = file.read(200).decode("ascii", "replace").splitlines()
    except OSError:
        return ""
    is_mark = len(lines) == 2 and lines[0] == _FIRST_LINE and _ID.fullmatch(lines[1])
    return lines[1] if is_mark else ""


def way_from_root(folder: Path) -> str:
    """The folder's way from the root of the drive it is on, to look for it on another day."""
    whole = Path(os.path.realpath(folder))
    above = [root for root in drive_roots() if root == whole or root in whole.parents]
    root = max(above, key=lambda each: len(each.parts), default=Path(whole.anchor))
    return whole.relative_to(root).as_posix()


def find_folder(mark: str, known: Path, below: str) -> Path | None:
    """The folder with that mark: where it was last, or on any drive that is plugged in; None where it is not there."""
    for each in (known, *(root / below for root in drive_roots())):
        if mark_in(each) == mark:
            return each
    return None


def is_same_drive(one: Path, other: Path) -> bool:
    """Whether both folders are on one drive, as far as the system says so."""
    try:
        return one.stat().st_dev == other.stat().st_dev
    except OSError:
        return False


if sys.platform == "win32":
    import ctypes

    def drive_roots() -> list[Path]:
        """The letters of the drives that are there."""
        letters = ctypes.windll.kernel32.GetLogicalDrives()
        return [Path(f"{chr(65 + place)}:\\") for place in range(2, 26) if letters >> place & 1]

else:

    def drive_roots() -> list[Path]:
        """Where drives are mounted."""
        try:
            points = mount_points(Path("/proc/self/mountinfo").read_text("utf-8", "replace"))
        except OSError:
            return [Path("/")]
        return [point for point, _kind in points if not str(point).startswith(_NO_DRIVES)]
