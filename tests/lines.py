"""What the command line said, and the setting it runs in for tests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time

from interchange_folders import TODAY
from refugedesk.commands.setting import Setting
from refugedesk.services.clock import FixedClock
from vaults import CHEAP

SETTING = Setting(FixedClock(datetime.combine(TODAY, time(10)).astimezone()), CHEAP)


@dataclass(frozen=True)
class Said:
    """What a command did: its exit status and what it said."""

    status: int
    out: str
    err: str


Line = Callable[..., Said]
