"""Where what ships beside the code lies: fonts, icons, help pages, the style sheet."""

from __future__ import annotations

from functools import cache
from pathlib import Path

INSTALLED = Path(__file__).parents[1] / "resources"
FROM_SOURCE = Path(__file__).parents[3] / "resources"


@cache
def resources() -> Path:
    """The folder of resources: inside the package once installed, beside ``src`` in a source tree."""
    return INSTALLED if INSTALLED.is_dir() else FROM_SOURCE


def resource(*parts: str) -> Path:
    """One file or folder among the resources, such as ``resource("icons", "house.svg")``."""
    return resources().joinpath(*parts)
