"""The invented refuge's units: a house of 13 rooms, and 41 flats and houses about the town."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from refugedesk.demo.chance import Chance

ROOMS: Final = 13
DISPERSED: Final = 41
ROOM_BEDS: Final = (2, 3, 3, 4, 1, 2, 3, 5, 2, 4, 3, 1, 6)


@dataclass
class Unit:
    """A unit and when the next household could move in; None while one is there or on its way."""

    id: str
    name: str
    kind: str
    bedspaces: int
    open_from: date
    ready_on: date | None

    @property
    def is_room(self) -> bool:
        """Whether it is in the shared house."""
        return self.kind == "refuge"

    def row(self, chance: Chance) -> dict[str, str]:
        """The unit as a row of the folder."""
        return {
            "unit_id": self.id,
            "name": self.name,
            "accommodation_type": self.kind,
            "layout": "shared" if self.is_room else "self_contained",
            "bedspaces": str(self.bedspaces),
            "max_children": str(self.bedspaces - 1),
            "accessible": "yes" if chance.happens(15) else "no",
            "pets": "no" if self.is_room or chance.happens(70) else "yes",
            "open_from": self.open_from.isoformat(),
            "open_to": "",
        }


def units(chance: Chance, opening: date) -> list[Unit]:
    """Every unit, open from ``opening`` and ready within the weeks after it."""
    rooms = [Unit(f"U{n:02}", f"Room {n}", "refuge", ROOM_BEDS[n - 1], opening, opening) for n in range(1, ROOMS + 1)]
    flats = []
    for number in range(1, DISPERSED + 1):
        kind = "dispersed_full" if number <= 27 else "dispersed_semi"
        flats.append(
            Unit(f"U{ROOMS + number:02}", f"Unit {ROOMS + number}", kind, chance.number(2, 6), opening, opening)
        )
    return rooms + flats
