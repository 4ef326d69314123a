"""What the parts of the page ask of the page itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from refugedesk.services.desk import Desk
from refugedesk.services.purges import Purged
from refugedesk.ui.desk_window import DeskWindow


class PurgeHost(Protocol):
    """The page of one file."""

    desk: Desk

    @property
    def window_of(self) -> DeskWindow:
        """The window, for what takes a while."""
        ...

    @property
    def file(self) -> tuple[str, str]:
        """The record and the key of the file."""
        ...

    def do(self, act: Callable[[], object], words: str) -> bool:
        """Does something at once, and says what came of it."""
        ...

    def finish(self, purged: Purged) -> None:
        """The file is gone."""
        ...

    def fail(self, words: str) -> None:
        """Says why nothing was done."""
        ...
