"""I1 to I4: what was changed behind the program's back is noticed."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from promises.damage import (
    CHANGES,
    Damage,
    damage_backup,
    damage_journal,
    damage_keys,
    damage_store,
    flip,
    older_pages,
)
from promises.rows import Row

KINDS = {"store": damage_store, "journal": damage_journal, "key file": damage_keys, "backup": damage_backup}


def damages(flips: Mapping[str, int], others: int, older: int, seed: int = 2026) -> Row:
    """I1: so many flipped bits in each kind of file, so many other changes, and pages in their older version."""
    row, harmless, chance = Row("I1", ""), 0, Random(seed)
    found = [KINDS[kind](times, flip, chance) for kind, times in flips.items()]
    found += [KINDS[kind](others, change, chance) for kind in flips for change in CHANGES if change is not flip]
    found += [older_pages(chance, older, name) for name in ("import", "change", "save")]
    for each in found:
        _add(row, each)
        harmless += each.harmless
    bits = ", ".join(f"{times} in the {kind}" for kind, times in flips.items())
    row.what = f"bits flipped ({bits}), pages cut, emptied, exchanged or in their older version; {harmless} did nothing"
    return row


def _add(row: Row, damage: Damage) -> None:
    row.add(damage.tried, damage.noticed + damage.harmless, damage.silent)
