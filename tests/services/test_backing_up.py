"""Backups on a rhythm, in real folders: made when due, proved, thinned, and nobody else's file is touched."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from desks import NOON, PASSPHRASE, a_desk, a_stick
from purging import LATER, a_case
from refugedesk.domain.backup_rhythm import BackupRules, Every, Urgency
from refugedesk.services import backing_up, backup_places, backups, forms, stores, thinning, views
from refugedesk.services.backing_up import back_up_due, back_up_now, backup_standing
from refugedesk.services.backup_files import note_of, store_id_of
from refugedesk.services.backup_places import add_place, place_rows
from refugedesk.services.clock import FixedClock
from refugedesk.services.desk import Desk
from refugedesk.services.retention import keep_rules, rules
from refugedesk.storage.drives import MARK
from vaults import CHEAP

LONG_BEFORE = NOON - timedelta(days=3650)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = a_desk(tmp_path / "store")
    yield desk
    desk.close()


@pytest.fixture
def stick(desk: Desk, tmp_path: Path) -> Path:
    return a_stick(desk, tmp_path)


def work(desk: Desk, name: str = "Farah") -> None:
    forms.save(desk, forms.new_draft(desk, "resident", first_name=name))


def on(desk: Desk, at: datetime) -> None:
    desk.clock = FixedClock(at)


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir() if each.suffix == ".backup")


def test_one_is_made_when_it_is_due_and_no_other_before_there_was_work(desk: Desk, stick: Path) -> None:
    work(desk)
    assert len(back_up_due(desk)) == 1
    assert back_up_due(desk) == ()
    on(desk, NOON + timedelta(days=1))
    assert back_up_due(desk) == ()
    work(desk, "Mina")
    [made] = back_up_due(desk)
    assert made.report.path == stick / "backup-2021-04-13-1405.backup"
    on(desk, NOON + timedelta(days=8))
    assert len(back_up_due(desk)) == 1, "once a week at least"


def test_looking_at_files_is_no_work(desk: Desk, stick: Path) -> None:
    work(desk)
    back_up_due(desk)
    on(desk, NOON + timedelta(days=1))
    backup_places.drop_place(desk, "nobody's")
    assert back_up_due(desk), "a change of the settings is to be kept"
    on(desk, NOON + timedelta(days=2))
    forms.open_draft(desk, "resident", views.residents(desk, "all").rows[0].id)
    assert back_up_due(desk) == ()


def test_the_date_is_that_of_the_last_proved_one(desk: Desk, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    work(desk)
    assert backup_standing(desk).proved_at is None
    back_up_due(desk)
    on(desk, NOON + timedelta(days=9))
    work(desk, "Mina")
    monkeypatch.setattr(backups, "differences", lambda _one, _other, _tell: (80, ["resident"]))
    with pytest.raises(backups.BackupError):
        back_up_due(desk)
    standing = backup_standing(desk)
    assert (standing.proved_at, standing.overdue, standing.urgency) == (NOON, 8, Urgency.LATE)
    assert names(stick) == ["backup-2021-04-12-1405.backup"], "one that fails removes nothing and leaves nothing"


def test_a_new_store_is_due_a_day_after_the_first_work_and_more_later(desk: Desk) -> None:
    work(desk)
    found = []
    for days in (0, 1, 8, 31):
        on(desk, NOON + timedelta(days=days))
        found.append(backup_standing(desk).urgency)
    assert found == [Urgency.FRESH, Urgency.DUE, Urgency.LATE, Urgency.VERY_LATE]


def test_a_clock_that_was_ahead_does_not_keep_the_reminder_away(desk: Desk, stick: Path) -> None:
    on(desk, NOON + timedelta(days=400))
    back_up_now(desk)
    on(desk, NOON)
    work(desk)
    assert backup_standing(desk).urgency is Urgency.DUE
    assert len(back_up_due(desk)) == 1


def test_a_stick_is_known_by_its_mark_under_another_letter_and_another_stick_is_not(
    desk: Desk, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = tmp_path / "drive" / "e"
    moved.parent.mkdir()
    stick.rename(moved)
    stick.mkdir()
    (stick / MARK).write_text("backups 1\n" + "0" * 32 + "\n")
    assert back_up_due(desk) == ()
    assert not place_rows(desk)[0].is_there
    with pytest.raises(backing_up.NoPlaceError, match="not plugged in"):
        back_up_now(desk)
    below = backup_places.backup_record(desk).places[0].below
    root = tmp_path / "mounted"
    (root / below).parent.mkdir(parents=True)
    moved.rename(root / below)
    monkeypatch.setattr("refugedesk.storage.drives.drive_roots", lambda: [tmp_path / "none", root])
    [made] = back_up_due(desk)
    assert made.report.path.parent == root / below
    assert place_rows(desk)[0].is_there


def test_each_of_two_sticks_has_its_own_turn(desk: Desk, stick: Path, tmp_path: Path) -> None:
    work(desk)
    back_up_due(desk)
    (tmp_path / "other").mkdir()
    add_place(desk, tmp_path / "other")
    assert [made.report.path.parent.name for made in back_up_due(desk)] == ["other"]
    assert [row.proved_at for row in place_rows(desk)] == [NOON, NOON]


@pytest.mark.parametrize("where", ["store", "store/inside", "Dropbox", "missing"])
def test_a_folder_that_will_not_do_is_refused(desk: Desk, tmp_path: Path, where: str) -> None:
    if where != "missing":
        (tmp_path / where).mkdir(exist_ok=True)
    with pytest.raises(backup_places.BackupPlaceError):
        add_place(desk, tmp_path / where)
    assert place_rows(desk) == ()


def strangers(folder: Path, backup: Path) -> dict[str, bytes]:
    """What else may lie on a stick: other names, other stores, half and hostile files; name -> content."""
    whole = backup.read_bytes()
    found = {
        "backup-2011-01-01-0900.backup": b"holiday pictures",
        "backup-2011-01-02-0900.backup": whole[: len(whole) // 2],
        "Copy of backup-2011-01-03-0900.backup": whole,
        "keep this one.backup": whole,
        "letters.odt": b"Dear sir",
        "backup-2011-01-04-0900.backup.txt": whole,
    }
    for name, content in found.items():
        (folder / name).write_bytes(content)
    (folder / "backup-2011-01-05-0900.backup").symlink_to(folder / "letters.odt")
    (folder / "backup-2011-01-06-0900.backup").mkdir()
    return found


def test_a_strangers_file_and_another_stores_backup_are_never_touched(desk: Desk, stick: Path, tmp_path: Path) -> None:
    other = a_desk(tmp_path / "other-store")
    on(other, LONG_BEFORE)
    add_place(other, stick)
    [theirs] = back_up_now(other)
    other.close()
    [first] = back_up_now(desk)
    there = strangers(stick, first.report.path)
    before = theirs.report.path.read_bytes()
    for day in range(1, 4):
        on(desk, NOON + timedelta(days=day))
        backup_places.keep_backup_rules(desk, BackupRules(Every.DAY, 1, 0, 0))
        [made] = back_up_now(desk)
        assert made.removed == 1
    assert {name: (stick / name).read_bytes() for name in there} == there
    assert theirs.report.path.read_bytes() == before
    assert (stick / "backup-2011-01-05-0900.backup").is_symlink()
    assert (stick / "backup-2011-01-06-0900.backup").is_dir()


def test_what_was_purged_goes_from_the_backups_that_are_plugged_in(tmp_path: Path) -> None:
    case = a_case(tmp_path / "store")
    stick = tmp_path / "stick"
    stick.mkdir()
    add_place(case.desk, stick)
    back_up_now(case.desk)
    on(case.desk, LATER + timedelta(hours=1))
    case.purge()
    assert len(names(stick)) == 1
    on(case.desk, LATER + timedelta(hours=2))
    [made] = back_up_now(case.desk)
    assert (made.removed, names(stick)) == (1, [made.report.path.name])
    case.desk.close()


def hundred_days(desk: Desk, stick: Path, days: int, seed: int) -> int:
    """A rhythm of so many days with work on some; after each the promise is looked at. How many backups were made."""
    chance, made_in_all = Random(seed), 0
    keep_rules(desk, type(rules(desk))(referral_years=1))
    kept = BackupRules(Every.DAY, 3, 2, 2)
    backup_places.keep_backup_rules(desk, kept)
    for day in range(days):
        on(desk, NOON + timedelta(days=day, minutes=chance.randrange(600)))
        if chance.random() < 0.6:
            work(desk, f"Farah {day}")
        made = back_up_due(desk)
        made_in_all += len(made)
        copies = thinning.own_copies(stick, store_id_of(desk.folder))
        newest = max(copies, key=lambda each: each.made_at)
        assert newest.made_at == backup_standing(desk).proved_at
        assert len(copies) <= kept.days + kept.weeks + kept.months
        assert all((desk.now - each.made_at).days <= 62 for each in copies if each != newest)
        assert backup_standing(desk).overdue == 0
    return made_in_all


def test_ten_days_of_the_rhythm(desk: Desk, stick: Path) -> None:
    assert hundred_days(desk, stick, 10, 3) >= 4


@pytest.mark.slow
def test_a_hundred_days_of_the_rhythm(desk: Desk, stick: Path) -> None:
    made = hundred_days(desk, stick, 100, 7)
    print(f"{made} backups in 100 days, {len(names(stick))} kept")
    assert made >= 40


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a program is killed on Linux")
@pytest.mark.parametrize("survives", [0, 1, 2])
def test_a_program_killed_in_the_middle_of_thinning_goes_on_the_next_time(
    desk: Desk, stick: Path, survives: int
) -> None:
    for day in range(4):
        on(desk, NOON + timedelta(days=day))
        [newest] = back_up_now(desk)
    before = names(stick)
    child = os.fork()
    if child == 0:
        _thin_and_die(desk, stick, newest.report.path, survives)
    os.waitpid(child, 0)
    assert names(stick) == before[survives:], "the oldest go first, one by one"
    assert note_of(newest.report.path) is not None
    thinning.thin(desk, stick, newest.report.path, BackupRules(Every.DAY, 1, 0, 0))
    assert names(stick) == [newest.report.path.name]
    backups.restore(newest.report.path, stick.parent / "back", "Ana Silva", PASSPHRASE, CHEAP)
    stores.open_store(stick.parent / "back", "Ana Silva", PASSPHRASE, FixedClock(NOON), CHEAP).close()


def _thin_and_die(desk: Desk, stick: Path, newest: Path, after: int) -> None:
    real, left = Path.unlink, [after]

    def unlink(path: Path, missing_ok: bool = False) -> None:
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        left[0] -= 1
        real(path, missing_ok)

    Path.unlink = unlink  # type: ignore[method-assign, assignment]
    try:
        thinning.thin(desk, stick, newest, BackupRules(Every.DAY, 1, 0, 0))
    finally:
        os._exit(1)
