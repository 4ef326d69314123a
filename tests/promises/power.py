"""D2: the power fails at every sync, and what was not synced is there, gone, mixed up or torn."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from promises.crash_states import Disk, lay
from promises.watched_disk import Call, Watch, watched
from promises.works import Looks, Work, a_place, contents, is_whole


@dataclass
class Outage:
    """What came of one work: states tried, how many of them the new one, and each that was neither old nor new."""

    states: int = 0
    new: int = 0
    lost: list[str] = field(default_factory=list)


def fail_power(work: Work, random_states: int, seed: int = 2026, without: str = "") -> Outage:
    """Every state that the disk may be in when the power fails during the work, opened and looked at.

    without: a kind of call whose effect is dropped, to see that the promise then breaks.
    """
    place = a_place()
    try:
        before, after, disk, watch = _record(work, place, without)
        return _look_at_all(work, disk, watch.calls, (before, after), Random(seed), random_states)
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _record(work: Work, place: Path, without: str) -> tuple[Looks, Looks, Disk, Watch]:
    with work.ready(place) as deed:
        before = work.looks(place, contents)
        with watched(place) as watch:
            disk = Disk.of(place, watch)
            deed()
    watch.calls = [call for call in watch.calls if call.kind != without]
    return before, work.looks(place, contents), disk, watch


def _look_at_all(
    work: Work, disk: Disk, calls: Iterable[Call], looks: tuple[Looks, Looks], chance: Random, random_states: int
) -> Outage:
    outage, seen = Outage(), set()
    for call in [*calls, None]:
        if call is None or call.kind == "sync":
            for state in disk.states(chance, random_states):
                key = hash((call is None, tuple(sorted(state.items()))))
                if key not in seen:
                    seen.add(key)
                    _look(work, state, looks, outage, is_done=call is None)
        if call is not None:
            disk.take(call)
    return outage


def _look(work: Work, state: dict[str, bytes], looks: tuple[Looks, Looks], outage: Outage, is_done: bool) -> None:
    place = a_place()
    try:
        lay(state, place)
        found = work.looks(place, contents)
    finally:
        shutil.rmtree(place)
    outage.states += 1
    outage.new += found == looks[1]
    if not is_whole(found, *looks, is_done):
        outage.lost.append(f"{work.name}: {' and '.join(each[:90] for each in found)}{' after it was done' * is_done}")
