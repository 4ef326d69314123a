from __future__ import annotations

import random

import pytest

from refugedesk.security.errors import MistypedRecoveryKeyError
from refugedesk.security.recovery import ALPHABET, RecoveryKey, read_recovery_key

KEY = RecoveryKey(bytes(range(7, 247, 12)))


def test_it_is_printed_in_eight_groups_of_five() -> None:
    groups = RecoveryKey.fresh().printed.split("-")
    assert [len(group) for group in groups] == [5] * 8
    assert set("".join(groups)) <= set(ALPHABET)


def test_it_holds_160_random_bits() -> None:
    assert len(RecoveryKey.fresh().secret) == 20
    assert len({RecoveryKey.fresh().secret for _ in range(100)}) == 100


def test_what_is_printed_is_read_back() -> None:
    for _ in range(200):
        key = RecoveryKey.fresh()
        assert read_recovery_key(key.printed) == key
    for secret in (bytes(20), b"\xff" * 20):
        assert read_recovery_key(RecoveryKey(secret).printed).secret == secret


def test_case_spaces_dashes_and_look_alikes_do_not_matter() -> None:
    rng = random.Random(7)
    for _ in range(50):
        key = RecoveryKey.fresh()
        typed = key.printed.lower().replace("-", rng.choice(["", " ", "  ", "–", "\n"]))
        typed = typed.replace("0", rng.choice("oO0")).replace("1", rng.choice("iIlL1"))
        assert read_recovery_key(typed.replace("v", rng.choice("uvUV"))) == key


def test_every_single_wrong_character_is_noticed_and_its_group_is_named() -> None:
    plain = KEY.printed.replace("-", "")
    for place, right in enumerate(plain):
        for wrong in ALPHABET:
            if wrong != right:
                with pytest.raises(MistypedRecoveryKeyError, match=f"Group {place // 5 + 1} "):
                    read_recovery_key(plain[:place] + wrong + plain[place + 1 :])


def test_swapped_neighbours_and_swapped_groups_are_noticed() -> None:
    groups = KEY.printed.split("-")
    for first in range(8):
        for second in range(first + 1, 8):
            swapped = list(groups)
            swapped[first], swapped[second] = swapped[second], swapped[first]
            with pytest.raises(MistypedRecoveryKeyError):
                read_recovery_key("".join(swapped))
    with pytest.raises(MistypedRecoveryKeyError):
        read_recovery_key("".join([groups[0][1], groups[0][0], groups[0][2:], *groups[1:]]))


@pytest.mark.parametrize("typed", ["", "ABCDE", "*" * 40, KEY.printed + "0", KEY.printed[:-1]])
def test_the_wrong_number_of_characters_is_counted(typed: str) -> None:
    with pytest.raises(MistypedRecoveryKeyError, match="40 characters"):
        read_recovery_key(typed)


def test_a_letter_that_is_never_printed_is_named() -> None:
    with pytest.raises(MistypedRecoveryKeyError, match="“É”"):
        read_recovery_key("é" + KEY.printed[1:])


def test_it_does_not_show_itself() -> None:
    assert repr(KEY) == "RecoveryKey()"
