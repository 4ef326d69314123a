"""What a reader learns who runs the program herself: known, measured, and not more than that."""

from __future__ import annotations

from run_again import what_running_it_again_excludes


def test_running_the_program_again_excludes_few_values() -> None:
    """The choice of what protects is the same whatever the numbers are, as far as it can be (DECISIONS 32)."""
    possible, excluded = what_running_it_again_excludes(range(12))
    assert possible > 50
    assert excluded <= possible // 8
