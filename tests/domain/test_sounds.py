"""Names that sound alike are found, and those that do not are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refugedesk.domain.sounds import are_alike, is_alike, slips


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mohammed", "Muhammad"),
        ("Aisha", "Ayesha"),
        ("Siobhan", "Shivaun"),
        ("Katarzyna", "Catarzina"),
        ("Sean", "Shaun"),
        ("Nguyen", "Nguyan"),
        ("Yusuf", "Joseph"),
        ("Fatima", "Fatma"),
        ("Stephen", "Steven"),
        ("Zoë", "Zoe"),
        ("Farah", "Fahra"),
        ("Imran", "Imraan"),
        ("Gurpreet", "Gurprit"),
    ],
)
def test_these_are_alike(one: str, other: str) -> None:
    assert is_alike(one, other)
    assert is_alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Mary", "John"), ("Ana", "Ian"), ("Imran", "Farah"), ("Li", "Lo"), ("", "Ana"), ("Sam", "Pam")],
)
def test_these_are_not(one: str, other: str) -> None:
    assert not is_alike(one, other)


def test_a_surname_more_or_less_is_the_same_person_and_another_first_name_is_not() -> None:
    assert are_alike("Imraan Kahn", "Imran Khan")
    assert are_alike("Imran", "Imran Khan")
    assert not are_alike("Imran Khan", "Farah Khan")
    assert not are_alike("", "Imran")


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_slips_are_counted_the_same_both_ways(one: str, other: str) -> None:
    assert slips(one, other, 9) == slips(other, one, 9)
    assert (slips(one, other, 9) == 0) == (one == other)


@given(st.text(max_size=20), st.text(max_size=20))
def test_any_text_can_be_compared(one: str, other: str) -> None:
    assert is_alike(one, other) == is_alike(other, one)
