"""What the demo leaves in its folder."""

from __future__ import annotations

import json
from datetime import date, datetime, time
from pathlib import Path

import pytest

from interchange_folders import TODAY
from refugedesk.demo.making import a_passphrase, last_quarter, make_demo, unused
from refugedesk.domain.spans import Period
from refugedesk.services.clock import FixedClock
from refugedesk.services.due import due
from refugedesk.services.stores import open_store
from refugedesk.services.views import my_day, referrals, tonight
from vaults import CHEAP


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (date(2026, 7, 1), date(2026, 4, 1), date(2026, 6, 30)),
        (date(2026, 6, 30), date(2026, 1, 1), date(2026, 3, 31)),
        (date(2026, 2, 28), date(2025, 10, 1), date(2025, 12, 31)),
    ],
)
def test_the_last_quarter_is_the_last_that_is_whole(day: date, first: date, last: date) -> None:
    assert last_quarter(day) == Period(first, last)


def test_a_folder_in_use_is_left_alone_and_a_number_added(tmp_path: Path) -> None:
    wanted = tmp_path / "demo"
    assert unused(wanted) == wanted
    wanted.mkdir()
    assert unused(wanted) == wanted
    (wanted / "mine").touch()
    assert unused(wanted) == tmp_path / "demo-2"
    (tmp_path / "demo-2").mkdir()
    assert unused(wanted) == tmp_path / "demo-3"


def test_passphrases_are_long_and_never_the_same() -> None:
    made = {a_passphrase() for _ in range(50)}
    assert len(made) == 50
    assert all(len(passphrase) == 24 for passphrase in made)


def test_the_demo_is_a_store_with_people_in_it_and_a_protected_return(tmp_path: Path) -> None:
    clock = FixedClock(datetime.combine(TODAY, time(10)).astimezone())
    demo = make_demo(tmp_path / "demo", clock, CHEAP)
    desk = open_store(demo.store, demo.user, demo.passphrase, clock, CHEAP)
    try:
        house, rows = tonight(desk), due(desk)
        assert house.residents > 38
        assert 3 <= sum(row.on < desk.today for row in rows) <= 30
        assert my_day(desk).residents
        counts = {code: number for code, _words, number in referrals(desk).chips}
        assert 30 < counts["incomplete"] < counts["all"] / 4
    finally:
        desk.close()
    written = json.loads(demo.returns[1].read_text(encoding="utf-8"))
    assert written["period"] == {"from": "2026-04-01", "to": "2026-06-30"}
    assert written["protection"]["threshold"] == 5
    assert demo.returns[0].is_file()
