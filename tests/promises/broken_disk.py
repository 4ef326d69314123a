"""D3: the Nth write, sync, cut, opening or naming fails, once or for good, for every N until the work gets through."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from promises.watched_disk import Call, watched
from promises.works import Work, a_place, counts, either_side, is_whole
from refugedesk.domain.errors import RefugeDeskError
from refugedesk.domain.store_files import DiskFullError, ReadOnlyFolderError

WAYS = {
    "full": dict.fromkeys(("write", "open", "mkdir"), errno.ENOSPC),
    "gone": dict.fromkeys(("write", "cut", "sync", "open", "look", "mkdir", "link", "unlink"), errno.EIO),
    "read-only": dict.fromkeys(("open", "cut", "mkdir", "link", "unlink"), errno.EROFS),
}
"""How a disk may be broken: kind of call -> the error it then gives."""
NOT_SAVED = (DiskFullError, ReadOnlyFolderError)
"""Whose sentences say that the change was not saved."""


@dataclass
class Fault:
    """A disk whose ``number``-th call of a kind that can fail does, counted from 0; all after it where for good."""

    number: int
    errors: Mapping[str, int]
    is_for_good: bool
    count: int = 0
    has_failed: bool = False

    def __call__(self, call: Call) -> int:
        if call.kind not in self.errors:
            return 0
        fails = self.count >= self.number if self.is_for_good else self.count == self.number
        self.count += 1
        self.has_failed = self.has_failed or fails
        return self.errors[call.kind] if fails else 0


@dataclass
class Trial:
    """What came of it: failures tried, how often the work was refused in a sentence, what was lost or said badly."""

    tried: int = 0
    refused: int = 0
    lost: list[str] = field(default_factory=list)


def break_disk(work: Work, way: str, is_for_good: bool = False, step: int = 1) -> Trial:
    """The work with each ``step``-th call failing in turn, until none fails any more."""
    trial = Trial()
    number = 0
    while _try(work, Fault(number, WAYS[way], is_for_good), trial):
        number += step
    return trial


def _try(work: Work, fault: Fault, trial: Trial) -> bool:
    """Whether something failed; where nothing did, the work is through."""
    place = a_place()
    try:
        with work.ready(place) as deed:
            said, is_done, error = "", False, None
            with watched(place, fault):
                try:
                    deed()
                    is_done = True
                except RefugeDeskError as raised:
                    error, said = raised, str(raised)
                except Exception as raised:
                    trial.lost.append(f"{work.name}, call {fault.number}: no sentence but {raised!r}")
        if fault.has_failed:
            trial.tried += 1
            trial.refused += bool(said)
            _judge(work, place, is_done, error, fault, trial)
        return fault.has_failed
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _judge(work: Work, place: Path, is_done: bool, error: Exception | None, fault: Fault, trial: Trial) -> None:
    found = work.looks(place, counts)
    before, after = either_side(work)
    where = f"{work.name}, call {fault.number}"
    if error is not None and not _is_plain(str(error)):
        trial.lost.append(f"{where}: {error}")
    if not is_whole(found, before, after, is_done):
        trial.lost.append(f"{where}: {' and '.join(found)}{' after it was done' * is_done} {error!r}")
    if isinstance(error, NOT_SAVED) and found[-1] != before[-1]:
        trial.lost.append(f"{where}: it said that nothing was saved, and it was")


def _is_plain(sentence: str) -> bool:
    return sentence.endswith(".") and sentence.count(". ") >= 1 and "Error" not in sentence
