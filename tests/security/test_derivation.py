from __future__ import annotations

import pytest

from refugedesk.security.derivation import CEILING, FLOOR, Derivation, calibrate
from vaults import CHEAP


def test_the_floor_is_64_mib_and_three_passes() -> None:
    assert (FLOOR.memory_kib, FLOOR.passes) == (64 * 1024, 3)


def test_it_is_argon2id_as_published() -> None:
    """The value is the reference program's: echo -n password | argon2 somesalt -id -t 2 -k 256 -p 1 -l 32."""
    derived = Derivation(memory_kib=256, passes=2, lanes=1).derive(b"password", b"somesalt")
    assert derived.hex() == "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe"


def test_each_setting_matters() -> None:
    each = [CHEAP, Derivation(16, 1, 1), Derivation(8, 2, 1), Derivation(16, 1, 2)]
    assert len({bytes(one.derive(b"secret", bytes(32))) for one in each}) == 4


def test_calibration_never_goes_below_the_floor_nor_above_the_ceiling() -> None:
    for seconds in (0.0, 0.4):
        assert calibrate(seconds).lies_between(FLOOR, CEILING)
    assert calibrate(0.0) == FLOOR


def test_more_memory_at_the_price_of_fewer_passes_is_below_the_floor() -> None:
    assert not Derivation(1024 * 1024, 2, 4).lies_between(FLOOR, CEILING)
    assert not Derivation(32 * 1024, 30, 4).lies_between(FLOOR, CEILING)


@pytest.mark.parametrize("numbers", [(0, 1, 1), (8, 0, 1), (8, 1, 0), (15, 1, 2), (-8, 1, 1)])
def test_settings_that_argon2_does_not_know_are_no_derivation(numbers: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="derivation"):
        Derivation(*numbers)
