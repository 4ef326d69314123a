"""D1 to D3: what was acknowledged is there, whatever happens to the program, the power and the disk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from promises.broken_disk import WAYS, break_disk
from promises.key_works import KEY_WORKS
from promises.killed import kill_at_random
from promises.power import fail_power
from promises.purged import PURGE
from promises.rows import Row
from promises.works import WORKS, Work

EVERY: Mapping[str, Work] = {**WORKS, **KEY_WORKS, PURGE.name: PURGE}
"""Every kind of work that may be cut short."""


def kills(times: int, names: Iterable[str] = EVERY, seed: int = 2026) -> Row:
    """D1, so many kills in each of the works."""
    row = Row("D1", "programs killed at random moments of " + ", ".join(names))
    middle = 0
    for name in names:
        found = kill_at_random(EVERY[name], times, seed)
        row.add(found.tried, found.acknowledged, found.lost)
        middle += found.in_the_middle
    row.what += f"; {middle} in the middle of it, the others right after"
    return row


def outages(random_states: int, names: Iterable[str] = EVERY, seed: int = 2026) -> Row:
    """D2, with so many random states at each sync."""
    row = Row("D2", "states of the disk after a power failure at every sync of " + ", ".join(names))
    new = 0
    for name in names:
        found = fail_power(EVERY[name], random_states, seed)
        row.add(found.states, found.states, found.lost)
        new += found.new
    row.what += f"; {new} of them the new state, the others the old"
    return row


def broken_disks(step: int, names: Iterable[str] = EVERY) -> Row:
    """D3, with every ``step``-th call failing, once and for good, for each way of failing."""
    row = Row("D3", "calls to the disk that failed (full, gone, read-only; once, for good) in " + ", ".join(names))
    refused = 0
    for name in names:
        for way in WAYS:
            for is_for_good in (False, True):
                found = break_disk(EVERY[name], way, is_for_good, step)
                row.add(found.tried, found.tried, found.lost)
                refused += found.refused
    row.what += f"; {refused} refused in a sentence, the others got through all the same"
    return row
