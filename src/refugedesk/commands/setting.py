"""What the commands take from outside: the time, and how hard keys are made. Only tests choose other than this."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from refugedesk.security.derivation import Derivation
    from refugedesk.services.clock import Clock


def _wall_clock() -> Clock:
    from refugedesk.services.clock import WallClock

    return WallClock()


@dataclass(frozen=True)
class Setting:
    """Handed to every command in-process; no word, file or environment variable reaches it.

    derivation: for new stores, and the floor for those that are opened; None is the real one.
    """

    clock: Clock = field(default_factory=_wall_clock)
    derivation: Derivation | None = None
