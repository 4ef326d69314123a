"""Pictures along the journeys of two families: one after each thing done, in the real window.

``make journey-shots`` writes them into ``shots/journeys/``; ``make journey-shots THEME=dark SCREEN=1920`` in that look
and size alone.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final

from journeys import test_two_families as families
from journeys.keyboard import Keyboard
from journeys.refuge import small_refuge
from refugedesk.ui.pictures import Camera
from refugedesk.ui.program import application
from refugedesk.ui.tokens import Theme
from shots.choosing import Choice

JOURNEYS: Final[Mapping[str, Callable[[Keyboard], None]]] = MappingProxyType(
    {
        "a": families.test_strangled_that_morning_then_safe_at_home_then_a_refuge_elsewhere,
        "b": families.test_a_young_mother_discloses_later_comes_to_groups_and_leaves_for_her_own_home,
    }
)


def main(only: Sequence[str]) -> int:
    """Writes the pictures; the exit status."""
    app, choice, out = application(), Choice(tuple(only)), Path("shots/journeys")
    total = 0
    for screen in choice.screens:
        for theme in choice.themes:
            folder = out / f"{theme}-{screen.name}"
            folder.mkdir(parents=True, exist_ok=True)
            for name, journey in JOURNEYS.items():
                total += _walk(journey, name, Camera(app, folder, screen), theme)
    print(f"{total} pictures in {out.resolve()}")
    return 0 if total else 1


def _walk(journey: Callable[[Keyboard], None], name: str, camera: Camera, theme: Theme) -> int:
    """One journey with a picture after each step; how many."""
    taken = 0

    def photograph(step: str) -> None:
        nonlocal taken
        taken += 1
        words = re.sub(r"[^a-z0-9]+", "-", step.lower()).strip("-")
        camera.photograph(hands.screen, f"{name}{taken:03}-{words}")

    with tempfile.TemporaryDirectory() as folder, small_refuge(Path(folder), theme, camera.screen.size) as hands:
        hands.after_step = photograph
        journey(hands)
    return taken


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
