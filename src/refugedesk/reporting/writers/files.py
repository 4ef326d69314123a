"""Puts a printed return on a disk: whole or not at all, for its owner's eyes, and never over another file."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from refugedesk.domain.errors import CorrectableError, OutOfOurHandsError
from refugedesk.domain.whole_file import sync_folder
from refugedesk.reporting.tables import PrintedReturn
from refugedesk.reporting.writers.csv_file import csv_bytes
from refugedesk.reporting.writers.figures import Printout, printout
from refugedesk.reporting.writers.json_file import json_bytes
from refugedesk.reporting.writers.xlsx_file import xlsx_bytes

Writer = Callable[[Printout], bytes]
WRITERS: dict[str, Writer] = {".xlsx": xlsx_bytes, ".json": json_bytes, ".csv": csv_bytes}

Check = Callable[[Path], object]

_WHY = {
    errno.ENOSPC: "the disk is full. Free some room",
    errno.EDQUOT: "the disk is full. Free some room",
    errno.EROFS: "the disk can only be read. Choose another place",
    errno.EACCES: "this folder does not let you save in it. Choose another place",
    errno.EPERM: "this folder does not let you save in it. Choose another place",
    errno.ENOENT: "the folder is not there. If it is on a stick, put the stick back",
    errno.ENOTDIR: "the folder is not there. If it is on a stick, put the stick back",
    errno.ENODEV: "the disk is no longer there. If it is a stick, put it back",
    errno.EIO: "the disk did not answer. If it is a stick, put it back",
    errno.ENAMETOOLONG: "the file's name is too long. Choose a shorter one",
}


def write(
    printed: PrintedReturn,
    path: Path,
    *,
    overwrite: bool = False,
    check: Check | None = None,
    pdf: Writer | None = None,
    lock: Callable[[bytes], bytes] | None = None,
) -> None:
    """Writes the return as XLSX, JSON, CSV or PDF, as the ending of the file's name says.

    Args:
        lock: what puts the content under a password before any of it reaches the disk.
        pdf: what prints a PDF; None where there is no such thing.
        overwrite: whether a file that is there already may be replaced.
        check: called with the finished file before it is put in place, to read it back and attack it; what it
            raises stops the writing.

    Raises:
        CorrectableError: another ending, or a file is already there. OutOfOurHandsError: it could not be saved.
    """
    content = (lock or bytes)(writer_for(path, pdf)(printout(printed)))
    if not overwrite and path.exists():
        raise _already_there(path)
    try:
        _put_in_place(content, path, overwrite, check)
    except FileExistsError as fault:
        raise _already_there(path) from fault
    except OSError as fault:
        raise OutOfOurHandsError(not_saved(path, fault)) from fault


def writer_for(path: Path, pdf: Writer | None = None) -> Writer:
    """The writer that the file's ending asks for."""
    writers = WRITERS | ({".pdf": pdf} if pdf else {})
    if path.suffix.lower() not in writers:
        *most, last = writers
        raise CorrectableError(
            f"A return is saved as {', '.join(most)} or {last}, and “{path.name}” ends in none of them. "
            "Give the file's name one of these endings."
        )
    return writers[path.suffix.lower()]


def not_saved(path: Path, fault: OSError) -> str:
    """What to tell the person when the disk refused the file."""
    why = _WHY.get(fault.errno or 0, "the disk refused it. Choose another place")
    return f"The return was not saved as “{path.name}”: {why}, and save it again. Your records are safe."


def _already_there(path: Path) -> CorrectableError:
    return CorrectableError(
        f"“{path.name}” is already there, and was left as it is. Choose another name for the return."
    )


def _put_in_place(content: bytes, path: Path, overwrite: bool, check: Check | None) -> None:
    handle, name = tempfile.mkstemp(prefix=".refugedesk-", suffix=path.suffix.lower(), dir=path.parent)
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if check is not None:
            check(unfinished)
        _rename(unfinished, path, overwrite)
        with contextlib.suppress(OSError):  # some sticks and shares have no such thing; the file is in place
            sync_folder(path.parent)
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)


def _rename(unfinished: Path, path: Path, overwrite: bool) -> None:
    """Moves the finished file to its name; without ``overwrite`` a file that appeared meanwhile is left alone."""
    if overwrite or (os.name == "nt" and not path.exists()):
        unfinished.replace(path)
        return
    try:
        os.link(unfinished, path)
    except OSError as fault:
        if isinstance(fault, FileExistsError) or path.exists():
            raise FileExistsError from fault
        unfinished.replace(path)
