"""A stick of its own that is pulled out, filled up or protected while a backup is written to it. As root, on Linux."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from desks import NOON, a_desk
from promises.drives import FILLER, fill, protect, pull_out
from refugedesk.domain.backup_rhythm import Urgency
from refugedesk.services import forms
from refugedesk.services.backing_up import back_up_due, back_up_now, backup_standing
from refugedesk.services.backup_places import add_place, place_rows
from refugedesk.services.backups import PlaceError
from refugedesk.services.clock import FixedClock
from refugedesk.services.desk import Desk

pytestmark = pytest.mark.skipif(
    os.name != "posix" or os.geteuid() != 0 or shutil.which("mount") is None, reason="drives of its own need root"
)


def mount(stick: Path, *how: str) -> bool:
    return subprocess.run(["mount", *how, str(stick)], check=False, capture_output=True).returncode == 0


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = a_desk(tmp_path / "store")
    forms.save(desk, forms.new_draft(desk, "resident", first_name="Farah"))
    yield desk
    desk.close()


@pytest.fixture
def stick(desk: Desk, tmp_path: Path) -> Iterator[Path]:
    stick = tmp_path / "stick"
    stick.mkdir()
    if not mount(stick, "-t", "tmpfs", "-o", "size=12m", "tmpfs"):
        pytest.skip("nothing can be mounted here")
    add_place(desk, stick)
    back_up_now(desk)
    desk.clock = FixedClock(NOON + timedelta(days=1))
    forms.save(desk, forms.new_draft(desk, "resident", first_name="Mina"))
    yield stick
    subprocess.run(["umount", "-l", str(stick)], check=False, capture_output=True)


@pytest.mark.parametrize(
    ("spoil", "at", "said"),
    [
        (pull_out, 0, "pulled out"),
        (pull_out, 5, "pulled out"),
        (fill, -1, "no room"),
        (protect, -1, "cannot be written to"),
    ],
    ids=["pulled out while it is written", "pulled out while it is proved", "full", "protected"],
)
def test_it_is_said_the_date_stays_and_nothing_is_left(
    desk: Desk, stick: Path, spoil: Callable[[Path], None], at: int, said: str
) -> None:
    before = sorted(each.name for each in stick.iterdir())
    came: list[int] = []

    def progress(done: int, _total: int) -> None:
        if done == at and not came:
            came.append(done)
            spoil(stick)

    if at < 0:
        spoil(stick)
    with pytest.raises(PlaceError, match=said):
        back_up_due(desk, progress)
    assert backup_standing(desk).proved_at == NOON
    assert not list(desk.folder.glob(".proof-*"))
    if at < 0:
        assert sorted(each.name for each in stick.iterdir() if each.name != FILLER) == before
    else:
        assert came
        assert list(stick.iterdir()) == []


def test_a_stick_that_is_not_there_stops_nothing_and_is_said(desk: Desk, stick: Path) -> None:
    pull_out(stick)
    assert back_up_due(desk) == ()
    assert [row.is_there for row in place_rows(desk)] == [False]
    assert backup_standing(desk).urgency is Urgency.DUE
