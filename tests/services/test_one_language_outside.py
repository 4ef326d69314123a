"""What leaves the house is the same in whatever language the window speaks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desks import a_desk
from refugedesk.domain.spans import Period
from refugedesk.domain.words import ask_for_words, tr
from refugedesk.services import returns
from refugedesk.services.comparing import prepare_comparison
from refugedesk.services.desk import Desk
from refugedesk.services.interchange import import_folder
from refugedesk.services.interchange.exporting import export_folder
from stores import CITY_REFUGE

SPRING, SUMMER = Period(date(2020, 4, 1), date(2020, 6, 30)), Period(date(2020, 7, 1), date(2020, 9, 30))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = a_desk(tmp_path / "store")
    assert import_folder(opened, CITY_REFUGE).faults == ()
    yield opened
    ask_for_words(None)
    opened.close()


def shout() -> None:
    """The language of the window from now on: the same words in capitals, but for the names of parts."""
    ask_for_words(lambda source, _number: source if "{" in source else source.upper(), "x-loud")
    assert tr("Sex") == "SEX"


@pytest.mark.parametrize(
    "definition",
    ["activity", *(pytest.param(each, marks=pytest.mark.slow) for each in ("commissioner", "safe-accommodation"))],
)
def test_a_return_is_in_english_in_every_language(desk: Desk, definition: str) -> None:
    before = returns.prepare(desk, definition, SPRING).release
    shout()
    assert returns.prepare(desk, definition, SPRING).release == before


@pytest.mark.slow
def test_two_periods_beside_one_another_are_in_english_too(desk: Desk) -> None:
    before = prepare_comparison(desk, "commissioner", SUMMER, SPRING).release
    shout()
    assert prepare_comparison(desk, "commissioner", SUMMER, SPRING).release == before


def test_an_export_has_the_same_columns_and_codes_in_every_language(desk: Desk, tmp_path: Path) -> None:
    export_folder(desk, tmp_path / "quiet", "To look at")
    shout()
    export_folder(desk, tmp_path / "loud", "To look at")
    files = sorted(file.name for file in (tmp_path / "quiet").iterdir())
    assert files
    assert [file for file in files if is_other(file, tmp_path)] == []


def is_other(file: str, folder: Path) -> bool:
    return (folder / "quiet" / file).read_bytes() != (folder / "loud" / file).read_bytes()
