"""Wrong passphrases while the store is locked: counted beside the key file, to be written down at the next unlock.

No name and no passphrase is kept, only how often and when. Whoever can write in the folder can delete the count.
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from refugedesk.domain.errors import RefugeDeskError
from refugedesk.domain.store_files import REFUSALS
from refugedesk.domain.whole_file import write_whole

MOST_BYTES = 1000


@dataclass(frozen=True)
class Refusals:
    """How many wrong tries there were since the store was last open, the first and the last of them."""

    count: int
    first_at: str
    last_at: str


def count_refusal(folder: Path, at: datetime) -> None:
    """One more wrong try. Where it cannot be written the try is refused all the same."""
    earlier, instant = read_refusals(folder), at.isoformat(timespec="seconds")
    content = {"count": 1, "first_at": instant, "last_at": instant}
    if earlier is not None:
        content = {"count": earlier.count + 1, "first_at": earlier.first_at, "last_at": instant}
    with contextlib.suppress(RefugeDeskError, OSError):
        write_whole(folder / REFUSALS, json.dumps(content).encode())


def read_refusals(folder: Path) -> Refusals | None:
    """What was counted; None for nothing. A file that is not what was written counts as one wrong try."""
    try:
        text = (folder / REFUSALS).read_bytes()
    except OSError:
        return None
    with contextlib.suppress(ValueError, TypeError, KeyError):
        found = json.loads(text) if len(text) <= MOST_BYTES else {}
        first, last = (datetime.fromisoformat(str(found[name])).isoformat() for name in ("first_at", "last_at"))
        return Refusals(max(int(found["count"]), 1), first, last)
    return Refusals(1, "", "")


def forget_refusals(folder: Path) -> None:
    """Takes the count away, once it is written down."""
    with contextlib.suppress(OSError):
        (folder / REFUSALS).unlink(missing_ok=True)
