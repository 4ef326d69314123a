"""When somebody was last here: what came since is new to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

ABSENCE: Final = timedelta(hours=3)
"""Somebody who comes back sooner was not away: a lock in the middle of a shift does not make the news old."""


@dataclass(frozen=True)
class Presence:
    """When somebody was last seen at the desk, and when before they were last away."""

    here_at: datetime | None = None
    here_before_at: datetime | None = None

    def came(self, now: datetime) -> Presence:
        """The same person, come to the desk. A clock that was set back makes nobody come from the future."""
        if self.here_at is None or now - self.here_at < ABSENCE:
            return self.left(now)
        return Presence(now, self.here_at)

    def left(self, now: datetime) -> Presence:
        """The same person, here until now however long it was."""
        return Presence(max(now, self.here_at or now), self.here_before_at)
