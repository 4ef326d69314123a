"""Makes the demo: an invented folder, a store that it is imported into, and a protected return beside them."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import Final

from refugedesk.demo.folder import write_folder
from refugedesk.demo.people import HOME
from refugedesk.domain.spans import Period, add_months
from refugedesk.security.derivation import Derivation
from refugedesk.services.clock import Clock, today
from refugedesk.services.desk import Desk
from refugedesk.services.interchange import import_folder
from refugedesk.services.returns import prepare, write
from refugedesk.services.stores import create_store, passphrase_problem

SERVICE: Final = "Larkfield Refuge"
USER: Final = "Robin Demo"
RETURN: Final = "commissioner"
_CONSONANTS, _VOWELS = "bdfghjklmnprstvz", "aeiou"


@dataclass(frozen=True)
class Demo:
    """What was made and where; counts: sheet -> records."""

    folder: Path
    passphrase: str
    counts: Mapping[str, int]
    period: Period
    user: str = USER

    @property
    def store(self) -> Path:
        """The encrypted store."""
        return self.folder / "store"

    @property
    def returns(self) -> tuple[Path, Path]:
        """The protected return, as a workbook and as JSON."""
        return self.folder / "return.xlsx", self.folder / "return.json"

    @property
    def pictures(self) -> Path:
        """Where pictures of the window are put when there is no display to open it on."""
        return self.folder / "pictures"


def make_demo(wanted: Path, clock: Clock, derivation: Derivation | None = None) -> Demo:
    """Makes the demo in ``wanted``, or beside it under a number where something lies there already."""
    folder = unused(wanted)
    write_folder(folder / "records", today(clock), user=USER)
    demo = Demo(folder, a_passphrase(), {}, last_quarter(today(clock)))
    desk, _ = create_store(demo.store, SERVICE, HOME, USER, demo.passphrase, clock, derivation)
    try:
        counts = import_folder(desk, folder / "records").counts
        _write_return(desk, demo)
    finally:
        desk.close()
    return Demo(folder, demo.passphrase, counts, demo.period)


def _write_return(desk: Desk, demo: Demo) -> None:
    prepared = prepare(desk, RETURN, demo.period)
    for path in demo.returns:
        write(desk, prepared, path, "The council of Alderbrook, which does not exist")


def unused(wanted: Path) -> Path:
    """The folder itself where it is empty or not there, else the first free number after it."""
    if not wanted.exists() or (wanted.is_dir() and not any(wanted.iterdir())):
        return wanted
    numbered = (wanted.with_name(f"{wanted.name}-{number}") for number in count(2))
    return next(folder for folder in numbered if not folder.exists())


def last_quarter(day: date) -> Period:
    """The last whole quarter of the calendar before ``day``."""
    begins = date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
    return Period(add_months(begins, -3), begins - timedelta(days=1))


def a_passphrase() -> str:
    """Five words that mean nothing, different each time: somebody may go on to keep real records in the store."""
    while True:
        passphrase = " ".join(_a_word() for _ in range(5))
        if passphrase_problem(passphrase, SERVICE, HOME, USER) is None:
            return passphrase


def _a_word() -> str:
    return "".join(secrets.choice(letters) for letters in (_CONSONANTS, _VOWELS) * 2)
