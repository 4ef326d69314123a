"""Protections that can be taken out, one at a time, to see that the proofs which rest on them fail.

A plugin of pytest for the proofs that are ordinary tests: ``HOLE=idle pytest -p promises.holes``.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from types import MappingProxyType


def _put(where: object, name: str, instead: object) -> None:
    setattr(where, name, instead)


def no_idle_lock() -> None:
    """S5: nobody there for as long as one likes."""
    from refugedesk.ui.locking import LockWatch

    _put(LockWatch, "tick", lambda _self: None)


def no_hiding() -> None:
    """S7: nothing is hidden from anybody."""
    from refugedesk.storage.sight import Sight

    _put(Sight, "_fill_unseen", lambda _self, _connection: False)


def no_lock_of_the_folder() -> None:
    """I3: as many programs as one likes."""
    from refugedesk.storage import lock

    _put(lock, "_lock", lambda _handle: None)


def no_check_of_the_recovery_key() -> None:
    """S8: a mistyped recovery key is not noticed."""
    from refugedesk.security import recovery

    _put(recovery, "_check", lambda _place, _digits: 0)


def no_bounds_of_an_import() -> None:
    """B1: a file may unpack to whatever it likes, and a cell hold anything."""
    from refugedesk.services.interchange import cells, collecting

    def anything(_field: object, text: str, _today: object) -> str:
        return text

    for module in (cells, collecting):
        _put(module, "read_cell", anything)


HOLES: Mapping[str, Callable[[], None]] = MappingProxyType(
    {
        "idle": no_idle_lock,
        "hiding": no_hiding,
        "lock": no_lock_of_the_folder,
        "recovery": no_check_of_the_recovery_key,
        "bounds": no_bounds_of_an_import,
    }
)
if "pytest" in sys.modules and os.environ.get("HOLE"):
    HOLES[os.environ["HOLE"]]()
