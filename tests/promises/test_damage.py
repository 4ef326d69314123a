"""Damage to any of a store's files is noticed: some of each kind. Each proof fails when what notices is taken away."""

from __future__ import annotations

import json
from random import Random

import pytest

from promises import integrity_rows
from promises.damage import damage_keys, damage_store, flip, older_pages
from promises.watched_disk import WATCHABLE
from refugedesk.security.errors import DamagedKeyFileError

pytestmark = pytest.mark.skipif(not WATCHABLE, reason="the calls to the disk are watched on Linux")


def test_no_damage_goes_unnoticed() -> None:
    row = integrity_rows.damages({"store": 60, "journal": 20, "key file": 60, "backup": 20}, 4, 8)
    assert row.is_kept, str(row)


def without_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the chain nor the records are looked at."""
    monkeypatch.setattr("refugedesk.services.checks.altered_records", lambda _connection, _record: (0, []))
    monkeypatch.setattr("refugedesk.services.checks.broken_links", lambda _connection: [])


def test_without_the_check_of_the_pages_a_flipped_bit_goes_unnoticed(monkeypatch: pytest.MonkeyPatch) -> None:
    for place in ("promises.damage.integrity", "refugedesk.services.checks.integrity"):
        monkeypatch.setattr(place, lambda _path, _key: [])
    monkeypatch.setattr("promises.damage.meaning_of", lambda path, _key: path.read_bytes())
    without_reading(monkeypatch)
    assert damage_store(40, flip, Random(1)).silent


def without_checksum(text: bytes) -> object:
    try:
        return {name: value for name, value in json.loads(text).items() if name != "checksum"}
    except (ValueError, AttributeError) as error:
        raise DamagedKeyFileError from error


def test_without_the_checksum_of_the_key_file_damage_is_taken_for_a_wrong_passphrase(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("refugedesk.security.header._checked", without_checksum)
    assert any("WrongPassphraseError" in each for each in damage_keys(40, flip, Random(1)).silent)


def test_without_the_chain_and_the_last_states_an_older_page_goes_unnoticed(monkeypatch: pytest.MonkeyPatch) -> None:
    without_reading(monkeypatch)
    assert older_pages(Random(1), 80, "change").silent
