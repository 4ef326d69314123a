from __future__ import annotations

import copy
import pickle

import pytest

from refugedesk.security.keys import Key


def test_a_key_does_not_show_itself() -> None:
    key = Key(bytearray(b"k" * 32))
    for shown in (repr(key), str(key), f"{key}", repr([key])):
        assert "kk" not in shown
        assert "6b6b" not in shown


def test_a_key_is_never_pickled_or_copied() -> None:
    for attempt in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError):
            attempt(Key.fresh())


def test_wiping_overwrites_the_bytes_and_ends_the_key() -> None:
    raw = bytearray(b"k" * 32)
    key = Key(raw)
    key.wipe()
    assert raw == bytes(32)
    with pytest.raises(ValueError, match="wiped"):
        _ = key.raw
    key.wipe()


def test_a_key_has_256_bits() -> None:
    assert len(Key.fresh().raw) == 32
    with pytest.raises(ValueError, match="32 bytes"):
        Key(bytearray(31))


def test_what_is_derived_for_one_purpose_is_of_no_use_for_another() -> None:
    key = Key.fresh()
    assert key.derived("one") == key.derived("one")
    assert len({bytes(key.raw), key.derived("one"), key.derived("two"), Key.fresh().derived("one")}) == 4
