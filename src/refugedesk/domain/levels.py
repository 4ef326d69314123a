"""How much of what is restricted somebody sees."""

from __future__ import annotations

from enum import StrEnum


class Level(StrEnum):
    """Which restricted answers somebody sees.

    EVERYTHING: all. HOUSE: what the house must know at its door, and all of the people they are key worker of.
    NOTHING: none.
    """

    EVERYTHING = "everything"
    HOUSE = "house"
    NOTHING = "nothing"
