"""A backup is of one moment, whatever is saved while it is written and proved."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from desks import NOON, PASSPHRASE, a_desk
from refugedesk.services import backups, forms, stores, views
from refugedesk.services.clock import FixedClock
from refugedesk.services.desk import Desk
from vaults import CHEAP


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = a_desk(tmp_path / "store")
    yield desk
    desk.close()


def save(desk: Desk, name: str) -> None:
    forms.save(desk, forms.new_draft(desk, "resident", first_name=name))


def beside(desk: Desk, name: str) -> None:
    """Somebody saves in another thread, and it is done before the backup goes on."""
    saving = Thread(target=save, args=(desk, name))
    saving.start()
    saving.join()


def residents_in(file: Path, place: Path) -> list[str]:
    backups.restore(file, place, "Ana Silva", PASSPHRASE, CHEAP)
    back = stores.open_store(place, "Ana Silva", PASSPHRASE, FixedClock(NOON), CHEAP)
    try:
        return sorted(row.name for row in views.residents(back, "all").rows)
    finally:
        back.close()


@pytest.mark.parametrize("step", ["pack", "_prove"])
def test_what_is_saved_meanwhile_neither_stops_the_backup_nor_is_in_it(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    save(desk, "Farah")
    real = getattr(backups, step)

    def interrupted(*given: object) -> object:
        beside(desk, "Mina")
        return real(*given)

    monkeypatch.setattr(backups, step, interrupted)
    report = backups.backup(desk, tmp_path / "today.backup")
    assert report.tables > 50
    assert residents_in(report.path, tmp_path / "back") == ["Farah"]
    assert sorted(row.name for row in views.residents(desk, "all").rows) == ["Farah", "Mina"]
    assert not list((tmp_path / "store").glob(".proof-*"))


def test_a_file_that_is_not_what_it_was_made_of_is_not_kept(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(desk, "Farah")
    monkeypatch.setattr(backups, "differences", lambda _one, _other, _tell: (80, ["resident"]))
    with pytest.raises(backups.BackupError, match="differs"):
        backups.backup(desk, tmp_path / "today.backup")
    assert list(tmp_path.iterdir()) == [tmp_path / "store"]
