"""D1: the program is killed at a moment that nobody chose, in the middle of every kind of work."""

from __future__ import annotations

import os
import shutil
import signal
import time
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from promises.works import OLD_STEP, Work, a_place, a_template, counts, either_side, is_whole
from refugedesk.storage.schema_steps import NEWEST

LONGER = 1.15
"""How much later than the work's own length a kill may come, so that some come right after it was acknowledged."""


@dataclass
class Kills:
    """How many programs were killed, how many had acknowledged work, how many in the middle, and what was lost."""

    tried: int = 0
    acknowledged: int = 0
    in_the_middle: int = 0
    lost: list[str] = field(default_factory=list)


def kill_at_random(work: Work, times: int, seed: int = 2026) -> Kills:
    """Kills so many programs that do the work twice: the first time it is acknowledged, the second it is cut off."""
    for step in (OLD_STEP, NEWEST):
        a_template(step)  # made here, and not by each of the programs
    either_side(work)
    kills, chance = Kills(), Random(seed)
    for _ in range(times):
        place = a_place()
        try:
            _kill(work, place, chance, kills)
        finally:
            shutil.rmtree(place)
    return kills


def _kill(work: Work, place: Path, chance: Random, kills: Kills) -> None:
    first, second = place / "first", place / "second"
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _work_twice(work, (first, second), writing)
    os.close(writing)
    took = _seconds_of_first(reading)
    said = os.read(reading, 1) if took else b""
    until = time.perf_counter() + chance.uniform(0, took * LONGER)
    while time.perf_counter() < until:
        pass
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    is_done = b"." in os.read(reading, 10)
    os.close(reading)
    kills.tried += 1
    kills.acknowledged += bool(took)
    kills.in_the_middle += said == b"r" and not is_done
    for where, has_said in ((first, bool(took)), (second, is_done)):
        if where.exists():
            before, after = either_side(work)
            found = work.looks(where, counts)
            if not is_whole(found, before, after, has_said):
                kills.lost.append(f"{work.name}: {' and '.join(found)}{' after it was acknowledged' * has_said}")


def _seconds_of_first(reading: int) -> float:
    """How long the first work took; 0 where it was never acknowledged."""
    if os.read(reading, 1) != b"r":
        return 0.0
    begun = time.perf_counter()
    return time.perf_counter() - begun if os.read(reading, 1) == b"." else 0.0


def _work_twice(work: Work, places: tuple[Path, Path], writing: int) -> None:
    try:
        for place in places:
            place.mkdir()
            with work.ready(place) as deed:
                os.write(writing, b"r")
                deed()
                os.write(writing, b".")
                if place == places[-1]:
                    signal.pause()
    finally:
        os._exit(1)
