"""Work that is cut short by a kill, by the power or by the disk leaves the old or the new: a few of each kind of work.

``make promises`` tries all of them. Each proof is seen to fail when what protects the work is taken away.
"""

from __future__ import annotations

import pytest

from promises import durability
from promises.broken_disk import break_disk
from promises.killed import kill_at_random
from promises.power import fail_power
from promises.watched_disk import WATCHABLE
from promises.works import WORKS
from refugedesk.storage import connections, engine

watchable = pytest.mark.skipif(not WATCHABLE, reason="the calls to the disk are watched on Linux")


def set_settings(monkeypatch: pytest.MonkeyPatch, **changes: str) -> None:
    settings = tuple(each for each in connections._SETTINGS if each.split(" ")[0] not in changes)
    changed = tuple(f"{name} = {value}" for name, value in changes.items())
    monkeypatch.setattr(connections, "_SETTINGS", settings + changed)


@watchable
def test_killed_programs_lose_nothing_they_acknowledged() -> None:
    row = durability.kills(2, ("import", "backup", "passphrase", "migration"))
    assert row.is_kept, str(row)
    assert row.worked == 8


@watchable
def test_without_a_journal_a_kill_leaves_half_an_import(monkeypatch: pytest.MonkeyPatch) -> None:
    set_settings(monkeypatch, journal_mode="OFF", cache_size="10")
    assert any(kill_at_random(WORKS["import"], 2, seed).lost for seed in range(60))


@watchable
def test_a_power_failure_leaves_the_old_or_the_new() -> None:
    row = durability.outages(3, ("save", "backup", "passphrase", "migration"))
    assert row.is_kept, str(row)
    assert row.tried > 40


@watchable
def test_without_syncs_a_power_failure_loses_a_save(monkeypatch: pytest.MonkeyPatch) -> None:
    set_settings(monkeypatch, synchronous="OFF")
    assert fail_power(WORKS["save"], 3).lost


@watchable
def test_without_a_sync_of_the_key_file_a_power_failure_shuts_everybody_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("refugedesk.domain.whole_file.os.fsync", lambda _handle: None)
    assert any("DamagedKeyFileError" in each for each in fail_power(WORKS["passphrase"], 3).lost)


@watchable
def test_a_disk_that_fails_is_said_in_a_sentence_and_the_store_is_clean() -> None:
    row = durability.broken_disks(30, ("save", "migration"))
    row.lost += durability.broken_disks(4, ("passphrase",)).lost
    assert row.is_kept, str(row)
    assert row.tried > 15


@watchable
def test_without_its_sentences_a_failing_disk_is_a_fault_of_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "sentence_for", lambda _error: None)
    assert any("no sentence" in each for each in break_disk(WORKS["save"], "full", step=30).lost)
