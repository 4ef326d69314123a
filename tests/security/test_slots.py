from __future__ import annotations

from dataclasses import replace

import pytest

from refugedesk.security import slots
from refugedesk.security.derivation import Derivation
from refugedesk.security.keys import Key
from refugedesk.security.slots import RECOVERY, make_slot, open_slot, person, tag_for
from vaults import CHEAP

STORE, OTHER_STORE = b"s" * 16, b"t" * 16
PIN = Key.fresh()
SECRET = b"kettle violin marmalade tax"


def test_a_slot_gives_the_key_back_to_its_own_secret_only() -> None:
    key = Key.fresh()
    slot = make_slot(key, PIN, STORE, person("Jo"), SECRET, CHEAP)
    opened = open_slot([slot], STORE, person("Jo"), SECRET)
    assert opened
    assert opened.key.raw == key.raw
    assert opened.pin and opened.pin.raw == PIN.raw
    assert opened.next_key is None
    assert open_slot([slot], STORE, person("Jo"), SECRET + b"x") is None
    assert open_slot([], STORE, person("Jo"), SECRET) is None


def test_a_wrapped_key_is_tied_to_store_person_and_strength_beside_the_salt(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """With one salt for all, and so one wrapping key, a slot that was moved still does not open."""
    monkeypatch.setattr(slots, "_salt", lambda store_id, whose: bytes(32))
    monkeypatch.setattr(Derivation, "derive", lambda self, secret, salt: bytearray(32))
    slot = make_slot(Key.fresh(), PIN, STORE, person("Jo"), SECRET, CHEAP)
    assert open_slot([slot], STORE, person("Jo"), SECRET)
    assert open_slot([slot], OTHER_STORE, person("Jo"), SECRET) is None
    assert open_slot([slot], STORE, person("Sam"), SECRET) is None
    assert open_slot([slot], STORE, RECOVERY, SECRET) is None
    assert open_slot([replace(slot, derivation=Derivation(16, 1, 1))], STORE, person("Jo"), SECRET) is None


def test_the_salt_is_another_for_each_person_and_store(monkeypatch: pytest.MonkeyPatch) -> None:
    """With nothing else tied to it, a slot that was moved still does not open."""
    monkeypatch.setattr(slots, "_bound_to", lambda store_id, whose, derivation, kind: b"")
    slot = make_slot(Key.fresh(), PIN, STORE, person("Jo"), SECRET, CHEAP)
    assert open_slot([slot], STORE, person("Jo"), SECRET)
    assert open_slot([slot], OTHER_STORE, person("Jo"), SECRET) is None
    assert open_slot([slot], STORE, person("Sam"), SECRET) is None


def test_a_tag_is_found_again_with_the_key_and_says_nothing_without_it() -> None:
    key = Key.fresh()
    assert tag_for(key, person("Jo")) == tag_for(key, person(" JO "))
    assert tag_for(key, person("Jo")) != tag_for(key, person("Sam"))
    assert tag_for(key, person("Jo")) != tag_for(Key.fresh(), person("Jo"))


def test_two_slots_for_the_same_secret_look_nothing_alike() -> None:
    key = Key.fresh()
    one, two = (make_slot(key, PIN, STORE, person("Jo"), SECRET, CHEAP) for _ in range(2))
    assert one.nonce != two.nonce
    assert one.wrapped != two.wrapped
