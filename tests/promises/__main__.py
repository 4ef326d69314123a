"""``make promises``: one row for each promise. ``make soak``: the same for longer, each time by other chances."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from promises import (
    disclosing_rows,
    drives,
    durability,
    integrity_rows,
    keeping,
    purged,
    refusals,
    restless,
    screens,
    secrecy,
    thinned,
)
from promises.rows import NotBuilt, Row

SOAK = 5
"""How many times as often everything is tried by ``make soak``."""
LOCKS = ("tests/storage/test_lock.py", "tests/storage/test_places.py", "tests/storage/test_engine.py")
LOCKING = ("tests/ui/test_locking.py", "tests/ui/test_program.py")
SHARES = ("tests/security/test_shares.py", "tests/services/test_trustees.py", "tests/ui/test_by_shares.py")
PASSPHRASES = ("tests/security/test_passphrases.py", "tests/security/test_vault.py")
ROLES = (
    "tests/services/test_hidden_files.py",
    "tests/services/test_restricted_answers.py",
    "tests/services/test_emergency.py",
)
PURGES = (
    "tests/services/test_purges.py",
    "tests/services/test_retention.py",
    "tests/promises/test_purge.py",
    "tests/ui/pages/test_keeping.py",
)
Proof = Callable[[], Row | NotBuilt]


HOSTILE = "tests/services/interchange/test_hostile.py"
FLIPS = {"store": 4_000, "journal": 2_000, "key file": 3_000, "backup": 1_000}


def proofs(share: float, seed: int) -> Mapping[str, tuple[Proof, ...]]:
    """The proofs of every promise, in order; ``share``: of the counts that were promised."""

    def some(count: int) -> int:
        return max(1, round(count * share))

    flips = {kind: some(count) for kind, count in FLIPS.items()}
    return {
        "D1": (partial(durability.kills, some(56), seed=seed),),
        "D2": (partial(durability.outages, some(40), seed=seed),),
        "D3": (partial(durability.broken_disks, max(1, round(1 / share))), drives.real_drives),
        "D4": (partial(keeping.backups, some(10), some(200), seed), partial(thinned.rhythm, some(100), seed)),
        "D5": (partial(keeping.schemas, some(100), seed=seed),),
        "D6": (partial(keeping.drafts, some(100), seed),),
        "I1": (partial(integrity_rows.damages, flips, some(200), some(1_000), seed),),
        "I2": (partial(refusals.older_files, some(50)),),
        "I3": (
            partial(refusals.second_programs, some(100)),
            partial(secrecy.tests_of, "I3", "tests of the lock, of places and of lost updates", *LOCKS),
        ),
        "I4": (
            partial(refusals.altered_trails, some(500), seed),
            partial(purged.altered_after_purge, some(500), seed),
        ),
        "S1": (secrecy.no_plain_text, screens.at_the_screen),
        "S2": (partial(secrecy.after_the_lock, some(3)),),
        "S3": (secrecy.nothing_on_disk,),
        "S4": (
            partial(secrecy.wrong_passphrases, some(1_000), seed),
            partial(secrecy.tests_of, "S4", "tests of passphrases", *PASSPHRASES),
        ),
        "S5": (partial(secrecy.tests_of, "S5", "tests of locking", *LOCKING),),
        "S6": (secrecy.no_network, *((secrecy.without_network,) if share >= 1 else ())),
        "S7": (partial(secrecy.tests_of, "S7", "tests of roles, hidden files and break-glass", *ROLES),),
        "S8": (
            partial(secrecy.tests_of, "S8", "tests of the recovery key", "tests/security/test_recovery.py"),
            partial(secrecy.tests_of, "S8", "tests of the trustees' shares", *SHARES),
        ),
        "S9": (
            partial(purged.purged_files, some(60)),
            partial(purged.killed_purges, some(200), seed),
            partial(secrecy.tests_of, "S9", "tests of retention, holds and purges", *PURGES),
        ),
        "R1": (partial(disclosing_rows.outsiders, some(10), seed),),
        "R3": (partial(disclosing_rows.random_stores, some(100), seed),),
        "B1": (partial(secrecy.tests_of, "B1", "tests of hostile files, one of them of 10,000", HOSTILE),),
        "B2": (partial(restless.events_apart, some(100_000), seed),),
    }


def run(names: list[str], share: float, seed: int) -> Iterator[Row | NotBuilt]:
    """Runs the proofs of those promises, or of all, and prints each row as it comes."""
    for name, several in proofs(share, seed).items():
        if not names or name in names:
            for proof in several:
                begun = time.perf_counter()
                row = proof()
                print(f"{row}  ({time.perf_counter() - begun:.0f} s)", flush=True)
                yield row


if __name__ == "__main__":
    is_soak = "soak" in sys.argv
    names = [each for each in sys.argv[1:] if each != "soak"]
    share = SOAK if is_soak else float(os.environ.get("SHARE") or 1)
    rows = list(run(names, share, time.time_ns() if is_soak else 2026))
    broken = sum(not row.is_kept for row in rows)
    print(f"{sum(isinstance(row, Row) for row in rows) - broken} passed, {broken} failed")
    sys.exit(broken > 0)
