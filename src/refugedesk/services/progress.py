"""How long work tells how far it has come."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Hears how many steps are done, of how many."""


def silently(_done: int, _total: int) -> None:
    """For work of which nobody asked to hear."""
