"""Texts that are worked out: a change is taken before rounding."""

from __future__ import annotations

import pytest

from refugedesk.reporting.derived import ratio_text
from refugedesk.reporting.tables import Place, Ratio

NOW, BASE, BEFORE, BASE_BEFORE = (Place("t", code) for code in "abcd")


@pytest.mark.parametrize(
    ("now", "before", "is_percent", "decimals", "text"),
    [
        ((21, 12), (18, 9), False, 1, "-0.3"),
        ((18, 27), (2, 3), True, 0, "0"),
        ((1, 3), (1, 6), True, 0, "17"),
        ((5, 0), (1, 6), True, 0, "-"),
        ((5, 9), (0, 0), True, 0, "-"),
    ],
)
def test_a_change_is_of_the_exact_numbers(
    now: tuple[int, int], before: tuple[int, int], is_percent: bool, decimals: int, text: str
) -> None:
    counts = dict(zip((NOW, BASE, BEFORE, BASE_BEFORE), (*now, *before), strict=True))
    earlier = Ratio(NOW, "before", BEFORE, over=(BASE_BEFORE,), is_percent=is_percent, decimals=decimals)
    change = Ratio(NOW, "change", NOW, (BASE,), is_percent=is_percent, decimals=decimals, minus=earlier)
    assert ratio_text(counts, change) == text
    assert set(change.places) == {NOW, BASE, BEFORE, BASE_BEFORE}
