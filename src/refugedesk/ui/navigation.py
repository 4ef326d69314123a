"""Going from page to page: pages by name, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from refugedesk.ui.pages.page import Page

LONGEST_WAY = 50


@dataclass(frozen=True)
class Place:
    """A page and what it was opened with."""

    name: str
    where: dict[str, object] = field(default_factory=dict)


class Navigator(QObject):
    """Opens pages by name and remembers the way back.

    opened: a new page is to be shown, in place of the one before.
    """

    opened = Signal(object)

    def __init__(self, build: Callable[[Place], Page], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._build = build
        self._way: list[Place] = []
        self.page: Page | None = None
        self.place = Place("")

    def open(self, name: str, **where: object) -> bool:
        """Leaves the page for another one; whether it could be left. Opening what is open starts it afresh."""
        came_from = self._here()
        steps = [came_from] if came_from is not None and came_from.name != name else []
        return self._go(Place(name, where), [*self._way, *steps][-LONGEST_WAY:])

    def open_instead(self, name: str, **where: object) -> bool:
        """As ``open``, for a page that is done with: the way back leads past it."""
        return self._go(Place(name, where), self._way)

    def start_at(self, name: str, **where: object) -> bool:
        """Opens a page of the rail: the way back begins anew, at Home."""
        return self._go(Place(name, where), [] if name == "home" else [Place("home")])

    def back(self) -> bool:
        """Goes back by one page; whether there was one to go to and the present one could be left."""
        return bool(self._way) and self._go(self._way[-1], self._way[:-1])

    @property
    def came_from(self) -> Place | None:
        """Where back leads."""
        return self._way[-1] if self._way else None

    def _here(self) -> Place | None:
        return Place(self.place.name, {**self.place.where, **self.page.place()}) if self.page else None

    def _go(self, to: Place, way: list[Place]) -> bool:
        """Goes there, with the way back from there; the page that opens may ask where it leads."""
        if self.page is not None:
            if not self.page.can_leave():
                return False
            self.page.keep()
        page = self._build(to)
        self.page, self.place, self._way = page, to, way
        self.opened.emit(page)
        return True
