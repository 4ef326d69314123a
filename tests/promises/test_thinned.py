"""A few days of the rhythm of backups; and each check of it is seen to fail when what protects is taken out."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from promises import thinned
from promises.watched_disk import WATCHABLE
from refugedesk.domain.backup_rhythm import Copy
from refugedesk.services import thinning

pytestmark = pytest.mark.skipif(not WATCHABLE, reason="stores are copied on Linux")
Patch = pytest.MonkeyPatch
LONG_AGO = datetime(1990, 1, 1, tzinfo=UTC)


def test_backups_are_thinned_and_keep_no_more_than_retention_allows() -> None:
    row = thinned.rhythm(4)
    assert row.is_kept, str(row)


def lost() -> str:
    row = thinned.rhythm(4)
    assert not row.is_kept
    return " ".join(row.lost)


def test_without_the_last_purge_and_the_shortest_time_older_ones_stay(monkeypatch: Patch) -> None:
    monkeypatch.setattr(thinning, "kept_from", lambda _connection, _now: LONG_AGO)
    assert "holds what was purged" in lost()


def test_without_reading_what_a_file_is_a_strangers_goes(monkeypatch: Patch) -> None:
    surely = thinning.own_copies

    def by_name(folder: Path, store_id: str) -> list[Copy]:
        return [*surely(folder, store_id), *(Copy(each.name, LONG_AGO) for each in folder.glob("backup-2001*"))]

    monkeypatch.setattr(thinning, "own_copies", by_name)
    assert "backup-2001-01-01-0900.backup was touched" in lost()


def test_one_that_takes_the_newest_too_is_noticed(monkeypatch: Patch) -> None:
    monkeypatch.setattr(thinning, "too_many", lambda copies, *_rest: tuple(copies))
    with pytest.raises(ValueError, match=r"empty|max"):
        thinned.rhythm(2)
