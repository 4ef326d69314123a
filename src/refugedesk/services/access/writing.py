"""The pack as it is handed over: one paper and the same as data, in a new folder; then it stands in the log."""

from __future__ import annotations

import json
import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Final

from refugedesk.domain.errors import CorrectableError
from refugedesk.domain.redaction import REASONS, Decision
from refugedesk.domain.store_files import disk_error
from refugedesk.domain.whole_file import sync_folder
from refugedesk.domain.words import noted, tr
from refugedesk.services.access.deciding import Decisions, Shown, shown
from refugedesk.services.access.lines import Pack
from refugedesk.services.desk import Desk
from refugedesk.services.handing_over import NewHandOver, log
from refugedesk.services.interchange.writing import write_sheet
from refugedesk.services.papers import Paper, Part
from refugedesk.services.roles import Action
from refugedesk.services.wording import count_of, say_day

TITLE: Final = noted("What is recorded about you")
PAPER, DATA, SHEET = "file.pdf", "file.json", "file.csv"
WritePaper = Callable[[Paper, Path], object]
RIGHTS: Final = noted(
    "You may ask for anything here to be put right, ask what was taken out to be looked at again, and complain to the "
    "Information Commissioner."
)


class PackError(CorrectableError):
    """The pack cannot be written there, or nothing would be in it; nothing was written."""


@dataclass(frozen=True)
class Written:
    """What was handed over. kept, masked, taken_out: how many lines."""

    folder: Path
    kept: int
    masked: int
    taken_out: int


def write_pack(
    desk: Desk, pack: Pack, decided: Decisions, folder: Path, given: NewHandOver, write_paper: WritePaper
) -> Written:
    """Writes the pack into a new folder that only its owner may read, and writes down that it was handed over.

    Either the folder is there and it stands in the log, or neither.

    Args: write_paper: writes the paper as a PDF.
    Raises:
        PackError: the folder is there. HandOverError, GoneError, NotAllowedError, DiskFullError, ReadOnlyFolderError
    """
    desk.require(Action.HAND_OVER)
    if folder.exists():
        raise PackError(tr("“{name}” is already there, and was left as it is. Choose another name.", name=folder.name))
    lines = shown(pack, decided)
    written, making = _counted(folder, lines), folder.with_name(f".{folder.name}.new")
    shutil.rmtree(making, ignore_errors=True)
    try:
        making.mkdir(mode=0o700)
        _write(desk, lines, making, write_paper)
        with desk.writing() as work:
            log(desk, work, pack.resident_id, given, _in_short(written))
            making.rename(folder)
        sync_folder(folder.parent)
    except OSError as error:
        raise disk_error(error) from error
    finally:
        shutil.rmtree(making, ignore_errors=True)
    return written


def paper(desk: Desk, lines: tuple[Shown, ...]) -> Paper:
    """The pack on paper. A part of which everything was taken out says so, and not of what kind it was."""
    made = tr("Made by {name} on {day}", name=desk.service.name, day=say_day(desk.today))
    return Paper("access", tr(TITLE), desk.service.name, tuple(_parts(lines)), made)


def _parts(lines: tuple[Shown, ...]) -> Iterator[Part]:
    counts = Counter(each.decided.why for each in lines if each.decided.decision is Decision.TAKE_OUT)
    told = [f"{tr(REASONS[why])}: {count_of(number, 'line')}" for why, number in counts.items() if why in REASONS]
    yield Part(tr("About this paper"), (tr(RIGHTS), *([tr("What was taken out, and why:"), *told] if told else [])))
    for _, group in groupby(lines, key=lambda each: (each.line.part, each.line.key.split(" ")[1])):
        told_here = [each for each in group if each.words]
        if told_here:
            yield Part(told_here[0].line.part, tuple(f"{each.line.label}: {each.words}" for each in told_here))


def _write(desk: Desk, lines: tuple[Shown, ...], folder: Path, write_paper: WritePaper) -> None:
    rows = [(each.line.part, each.line.label, each.words) for each in lines if each.words]
    content = {
        "about": tr(TITLE),
        "service": desk.service.name,
        "made_on": desk.today.isoformat(),
        "lines": [{"part": part, "label": label, "words": words} for part, label, words in rows],
        "taken_out": sum(each.decided.decision is Decision.TAKE_OUT for each in lines),
    }
    handle = os.open(folder / DATA, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(content, file, ensure_ascii=False, indent=1)
        file.flush()
        os.fsync(file.fileno())
    write_sheet(folder / SHEET, ("part", "label", "words"), rows)
    write_paper(paper(desk, lines), folder / PAPER)


def _counted(folder: Path, lines: tuple[Shown, ...]) -> Written:
    found = Counter(each.decided.decision for each in lines)
    if not found[Decision.KEEP] + found[Decision.WITHOUT_NAMES]:
        raise PackError(tr("Everything is to be taken out, so there is nothing to hand over. Nothing was written."))
    return Written(folder, found[Decision.KEEP], found[Decision.WITHOUT_NAMES], found[Decision.TAKE_OUT])


def _in_short(written: Written) -> str:
    parts = [count_of(written.kept, "line")]
    parts += [tr("{masked} without names", masked=written.masked)] if written.masked else []
    parts += [tr("{taken_out} taken out", taken_out=written.taken_out)] if written.taken_out else []
    return ", ".join(parts)
