"""The page that must balance, from an open store, for those who make returns."""

from __future__ import annotations

from pathlib import Path

from desks import a_desk
from refugedesk.services import returns
from refugedesk.services.interchange import import_folder
from refugedesk.services.reconciling import reconciliation
from stores import CITY_REFUGE, YEAR


def test_every_return_balances(tmp_path: Path) -> None:
    desk = a_desk(tmp_path / "store")
    import_folder(desk, CITY_REFUGE)
    for each in returns.definitions():
        lines = reconciliation(desk, each.id, YEAR)
        assert len(lines) >= 5 and all(line.balances for line in lines), each.id
        assert all(line.sentence.endswith(".") for line in lines)
    desk.close()
