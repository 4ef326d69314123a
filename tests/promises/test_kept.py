"""A few of each of the longer proofs: backups, schemas, drafts, older files, the trail, passphrases, random events."""

from __future__ import annotations

import pytest

from promises import keeping, refusals, restless, secrecy
from promises.rows import Row
from promises.watched_disk import WATCHABLE
from refugedesk.storage import audit
from refugedesk.storage.schema_steps import STEPS

pytestmark = pytest.mark.skipif(not WATCHABLE, reason="programs are forked and killed on Linux")


def kept(row: Row) -> None:
    assert row.is_kept, str(row)


def test_backups_come_back_and_damaged_ones_are_refused() -> None:
    kept(keeping.backups(1, 6))


def test_the_first_and_the_last_schema_open_with_all_it_held() -> None:
    kept(keeping.schemas(1, (STEPS[0], STEPS[-2])))


def test_what_was_typed_before_a_kill_is_there() -> None:
    kept(keeping.drafts(3))


def test_an_older_file_a_second_program_and_an_altered_trail_are_noticed() -> None:
    kept(refusals.older_files(1))
    kept(refusals.second_programs(2))
    kept(refusals.altered_trails(12))


def test_without_its_hashes_an_altered_trail_goes_unnoticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit, "link_hash", lambda entry, _previous: entry.get("hash", "0" * 64))
    assert refusals.altered_trails(12).lost


def test_wrong_passphrases_are_refused_with_one_sentence_and_a_growing_delay() -> None:
    kept(secrecy.wrong_passphrases(40))


def test_random_events_break_nothing_and_save_nothing_unasked() -> None:
    kept(restless.events(100))
