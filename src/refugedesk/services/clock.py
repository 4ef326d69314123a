"""What time it is: the one thing a test may decide for itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time, with its zone."""

    def now(self) -> datetime:
        """This instant, in the local time zone."""
        ...


class WallClock:
    """The computer's clock."""

    def now(self) -> datetime:
        """This instant, in the local time zone."""
        return datetime.now().astimezone()


@dataclass
class FixedClock:
    """A clock that stands still until it is set."""

    instant: datetime

    def now(self) -> datetime:
        """The instant it was set to."""
        return self.instant


def today(clock: Clock) -> date:
    """The day it is where the computer stands."""
    return clock.now().date()
