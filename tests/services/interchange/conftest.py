"""A real, encrypted store to import into and to export from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time
from pathlib import Path

import pytest

from interchange_folders import TODAY
from refugedesk.services.clock import FixedClock
from refugedesk.services.desk import Desk
from refugedesk.services.stores import create_store
from vaults import CHEAP, PASSPHRASE, USER


def a_desk(folder: Path) -> Desk:
    """A new store, open, with its manager at the desk."""
    clock = FixedClock(datetime.combine(TODAY, time(10)).astimezone())
    return create_store(folder, "City Refuge", "Coventry", USER, PASSPHRASE, clock, CHEAP)[0]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An empty store of Coventry's City Refuge."""
    opened = a_desk(tmp_path / "store")
    yield opened
    opened.close()


@pytest.fixture
def other_desk(tmp_path: Path) -> Iterator[Desk]:
    """Another empty store."""
    opened = a_desk(tmp_path / "other-store")
    yield opened
    opened.close()
