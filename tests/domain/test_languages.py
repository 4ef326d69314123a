"""Languages by their names."""

from __future__ import annotations

import pytest

from refugedesk.domain.languages import is_same_language, languages_in, speaks


def test_a_line_names_each_language_once() -> None:
    assert languages_in("Farsi, English and  Urdu; Farsi") == ("Farsi", "English", "Urdu")
    assert languages_in(None) == ()


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("Farsi", "persian", True),
        ("Tigrinya", "Tigrigna", True),
        ("Tigrinya", "Tigrinia", True),
        ("BSL", "British Sign  Language", True),
        ("Chinese", "Cantonese", True),
        ("Mandarin", "Cantonese", False),
        ("Urdu", "Hindi", False),
        ("", "", False),
    ],
)
def test_names_of_one_language(one: str, other: str, is_same: bool) -> None:
    assert is_same_language(one, other) is is_same
    assert speaks(f"English, {other}", one) is is_same
