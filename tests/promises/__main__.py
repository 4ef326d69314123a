"""``make promises``: one row for each promise. ``make soak``: the same for longer, each time by other chances."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from promises import durability
from promises.rows import NotBuilt, Row

SOAK = 5
"""How many times as often everything is tried by ``make soak``."""
Proof = Callable[[], Row | NotBuilt]


def proofs(times: int, seed: int) -> Mapping[str, tuple[Proof, ...]]:
    """The proofs of every promise, in order."""
    return {
        "D1": (partial(durability.kills, 56 * times, seed=seed),),
        "D2": (partial(durability.outages, 40 * times, seed=seed),),
        "D3": (partial(durability.broken_disks, 1),),
    }


def run(names: list[str], times: int, seed: int) -> Iterator[Row | NotBuilt]:
    """Runs the proofs of those promises, or of all, and prints each row as it comes."""
    for name, several in proofs(times, seed).items():
        if not names or name in names:
            for proof in several:
                begun = time.perf_counter()
                row = proof()
                print(f"{row}  ({time.perf_counter() - begun:.0f} s)", flush=True)
                yield row


if __name__ == "__main__":
    words = sys.argv[1:]
    is_soak = "soak" in words
    rows = list(
        run([each for each in words if each != "soak"], SOAK if is_soak else 1, time.time_ns() if is_soak else 1)
    )
    kept = sum(row.is_kept for row in rows)
    print(f"{kept} passed, {len(rows) - kept} failed")
    sys.exit(kept < len(rows))
