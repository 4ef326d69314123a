"""Several sections under each other in one place of a file; one of them is open as a form at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, cast

from PySide6.QtWidgets import QWidget

from refugedesk.ui.tokens import XL
from refugedesk.ui.widgets.boxes import column


class OpenSection(Protocol):
    """What stands in the middle: it can be opened as a form, and says whether it may be left."""

    def open_form(self, at: str = "") -> None:
        """Turns it into a form."""

    def close_form(self) -> bool:
        """Saves; False where something stops it."""

    def keep(self) -> None:
        """Keeps what has not been saved."""


class StackedSection(QWidget):
    """The parts in order. Opening goes to the first that is more than a picture."""

    def __init__(self, parts: Sequence[QWidget]) -> None:
        super().__init__()
        self.parts = tuple(parts)
        self._to_open = [cast("OpenSection", part) for part in parts if hasattr(part, "open_form")]
        self.setLayout(column(*parts, 1, gap=XL))

    def open_form(self, at: str = "") -> None:
        """Opens the first part."""
        next(iter(self._to_open)).open_form(at)

    def close_form(self) -> bool:
        """Saves every part; False where something stops one."""
        closed = [part.close_form() for part in self._to_open]
        return all(closed)

    def keep(self) -> None:
        """Keeps what has not been saved in any part."""
        for part in self._to_open:
            part.keep()
