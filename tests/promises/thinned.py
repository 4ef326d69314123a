"""D4: backups on a rhythm keep no more than retention allows, never lose the newest, and touch nobody else's file."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from desks import NOON, PASSPHRASE
from promises.purged import a_copy_of_it
from promises.rows import Row
from promises.works import a_place
from purging import LATER, Case
from refugedesk.domain.backup_rhythm import BackupRules, Every
from refugedesk.domain.retention import Rules
from refugedesk.services import forms, purges, rehearsing, thinning
from refugedesk.services.backing_up import back_up_due, backup_standing
from refugedesk.services.backup_files import store_id_of
from refugedesk.services.backup_places import add_place, keep_backup_rules
from refugedesk.services.clock import FixedClock
from refugedesk.services.retention import keep_rules
from vaults import CHEAP

KEPT = BackupRules(Every.DAY, 3, 3, 120)
LONGEST_DAYS = 367
"""One year, which the rules below allow, and the days until the next backup is proved are counted on top."""


def rhythm(rounds: int, seed: int = 2026) -> Row:
    """So many days of work over some years, with a purge in their middle; the stick is looked at after each."""
    row = Row("D4", "backups on a rhythm: what was thinned, what was purged, the newest and other people's files")
    place, chance = a_place(), Random(seed)
    try:
        with a_copy_of_it(place) as case:
            keep_rules(case.desk, Rules(referral_years=1))
            keep_backup_rules(case.desk, KEPT)
            stick = place / "stick"
            others = _strangers(stick)
            add_place(case.desk, stick)
            at, purged_at = LATER, NOON
            for number in range(rounds):
                at += timedelta(days=chance.choice((1, 1, 1, 2, 9, 40)))
                case.desk.clock = FixedClock(at)
                if number == rounds // 2:
                    purged_at = _purge(case)
                row.add(1, *_a_day(case, stick, number, purged_at, others))
            row.add(1, 1, _opens(case, stick))
    finally:
        shutil.rmtree(place)
    return row


def _purge(case: Case) -> datetime:
    [waiting] = purges.waiting(case.desk)
    purges.confirm(case.desk, waiting.id, "Sam Okoro", PASSPHRASE, CHEAP)
    return case.desk.now


def _strangers(stick: Path) -> Mapping[Path, bytes]:
    """A backup of before, whose name is another; letters; and what only looks like a backup."""
    whole = (stick / "older").read_bytes()
    for name, content in (("letters.odt", b"Dear sir"), ("backup-2001-01-01-0900.backup", whole[:-9])):
        (stick / name).write_bytes(content)
    return {each: each.read_bytes() for each in stick.iterdir()}


def _a_day(
    case: Case, stick: Path, number: int, purged_at: datetime, others: Mapping[Path, bytes]
) -> tuple[int, list[str]]:
    forms.save(case.desk, forms.new_draft(case.desk, "resident", first_name=f"Farah {number}"))
    made, now = back_up_due(case.desk), case.desk.now
    copies = thinning.own_copies(stick, store_id_of(case.desk.folder))
    ages = {each.name: each.made_at for each in copies}
    lost = [f"day {number}: {path.name} was touched" for path, content in others.items() if _read(path) != content]
    if max(ages.values()) != backup_standing(case.desk).proved_at:
        lost.append(f"day {number}: the newest is not the one that was proved")
    old = [name for name, at in ages.items() if now - at > timedelta(days=LONGEST_DAYS)]
    lost += [f"day {number}: {name} is older than files are kept" for name in old]
    lost += [f"day {number}: {name} holds what was purged" for name, at in ages.items() if at < purged_at]
    return len(made), lost


def _read(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


def _opens(case: Case, stick: Path) -> list[str]:
    """The newest is brought back and compared with the store."""
    newest = max(stick.glob("backup-20[2-9]*.backup"))
    found = rehearsing.try_restore(case.desk, newest, rehearsing.WayIn("Ana Silva", PASSPHRASE), floor=CHEAP)
    same = found.records > 0 and found.since == rehearsing.Difference(0, 0, 0)
    return [] if same else [f"{newest.name} holds something else than the store"]
