"""Words made fit for a sheet."""

from __future__ import annotations

import pytest

from payloads import PAYLOADS
from refugedesk.reporting.writers.texts import harmless, printable


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("=1+1", "'=1+1"),
        ("＝1+1", "'＝1+1"),
        ("  @SUM(A1)", "  '@SUM(A1)"),
        ("\t-2", " '-2"),
        ("a;=1", "a;'=1"),
        ('"=1', "\"'=1"),
        ("St Michael's - north", "St Michael's - north"),
        ("A+B", "A+B"),
    ],
)
def test_only_what_would_start_a_formula_gets_an_apostrophe(typed: str, written: str) -> None:
    assert harmless(typed) == written


def test_making_a_text_harmless_twice_changes_nothing_more() -> None:
    for payload in PAYLOADS:
        assert harmless(harmless(payload)) == harmless(payload)


def test_control_characters_and_broken_ones_become_spaces_and_other_scripts_stay() -> None:
    assert printable("a\x00b\x1fc\ud800d\u202ee\uffff") == "a b c d e "
    assert printable("ফাতিমা ትግርኛ ÿ") == "ফাতিমা ትግርኛ ÿ"
