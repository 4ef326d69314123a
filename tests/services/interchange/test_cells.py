"""What a cell says is what was written, formulas and all."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from payloads import PAYLOADS
from refugedesk.services.interchange.cells import cell_text, guarded, read_cell, unguarded
from refugedesk.services.interchange.sheets import SHEETS

STARTS = st.sampled_from(["", "'", "''", " ", "\t", "\r", "=", "+", "-", "@", "＝", "a", "\u200b", "'a", "'="])


@given(STARTS, st.text())
def test_guarding_is_undone_by_reading_whatever_the_text(start: str, rest: str) -> None:
    assert unguarded(guarded(start + rest)) == start + rest


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", " =1", "＝1", "'=1", "\u200b=1", "\r=1"])
def test_what_a_spreadsheet_would_run_stands_behind_an_apostrophe(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Ada", "O'Neil", "'Twas", "12", "a=b", "St Anne's", "2020-04-01"])
def test_plain_text_is_written_as_it_is(text: str) -> None:
    assert guarded(text) == text


def test_no_payload_starts_a_formula_once_written() -> None:
    for payload in PAYLOADS:
        first = guarded(payload).lstrip()[:1]
        assert first not in set("=+-@＝＋－＠\u2212"), payload


def test_a_day_is_iso_and_nothing_else() -> None:
    field = SHEETS["stays"].by_name["started_on"].field
    assert field is not None
    assert read_cell(field, "2020-04-01", date(2026, 1, 1)) == date(2020, 4, 1)
    assert cell_text(date(2020, 4, 1)) == "2020-04-01"
