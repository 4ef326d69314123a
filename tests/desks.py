"""An open store on a clock that stands still, for tests of the window."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from refugedesk.services import forms, stores
from refugedesk.services.arrivals import arrive, start_arrival
from refugedesk.services.backup_places import add_place
from refugedesk.services.clock import FixedClock
from refugedesk.services.desk import Desk
from vaults import CHEAP

NOON: Final = datetime(2021, 4, 12, 14, 5, tzinfo=UTC)
PASSPHRASE: Final = "a long passphrase for trying 42"


def a_desk(folder: Path) -> Desk:
    """An empty store with one manager, Ana Silva, on Monday 12 April 2021 at 14:05."""
    desk, _ = stores.create_store(folder, "City Refuge", "Coventry", "Ana Silva", PASSPHRASE, FixedClock(NOON), CHEAP)
    return desk


def a_unit(desk: Desk, name: str = "Room 1", bedspaces: int = 3) -> str:
    """A unit that is open; its key."""
    draft = forms.new_draft(desk, "unit", name=name, accommodation_type="refuge", layout="shared")
    draft.set("bedspaces", bedspaces)
    draft.set("open_from", datetime(2020, 1, 1, tzinfo=UTC).date())
    return forms.save(desk, draft).id


def a_stay(desk: Desk, first_name: str = "Farah", unit_id: str | None = None, children: tuple[str, ...] = ()) -> str:
    """A household that moved in today; the stay's key."""
    arrival = start_arrival(desk)
    arrival.resident.set("first_name", first_name)
    if unit_id:
        arrival.placement.set("unit_id", unit_id)
    for name in children:
        child = forms.new_draft(desk, "child", first_name=name)
        arrival.children.append((child, forms.new_draft(desk, "child_stay", in_refuge="yes")))
    return arrive(desk, arrival)


def resident_of(desk: Desk, stay_id: str) -> str:
    """The key of a stay's resident."""
    return str(forms.open_draft(desk, "stay", stay_id).answers["resident_id"])


def a_stick(desk: Desk, place: Path) -> Path:
    """A folder that backups of the store go to."""
    folder = place / "stick"
    folder.mkdir()
    add_place(desk, folder)
    return folder
