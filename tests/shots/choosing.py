"""Which pictures are wanted, from a few words."""

from __future__ import annotations

from dataclasses import dataclass

from refugedesk.ui.pictures import SCREENS, THEMES, Screen
from refugedesk.ui.tokens import Theme
from shots.houses import STATES


@dataclass(frozen=True)
class Choice:
    """Words that name states, looks, sizes, and how a screen's name begins. Of what no word speaks, all is wanted."""

    words: tuple[str, ...] = ()

    @property
    def screens(self) -> tuple[Screen, ...]:
        """The sizes."""
        return tuple(each for each in SCREENS if each.name in self.words) or SCREENS

    @property
    def themes(self) -> tuple[Theme, ...]:
        """The looks."""
        return tuple(each for each in THEMES if each in self.words) or THEMES

    def has_state(self, state: str) -> bool:
        """Whether a state is wanted."""
        return state in self.words or not set(STATES) & set(self.words)

    def has_scene(self, name: str) -> bool:
        """Whether a screen is wanted."""
        known = {*STATES, *(each.name for each in SCREENS), *map(str, THEMES)}
        starts = tuple(word for word in self.words if word not in known)
        return not starts or name.startswith(starts)
