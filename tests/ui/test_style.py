"""The palette and the style sheet hold nothing but tokens, and the person's choice wins over the computer's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

import refugedesk.ui
from refugedesk.ui.resources import resource
from refugedesk.ui.style import Style, colours, colours_for, palette, style_sheet
from refugedesk.ui.tokens import CONTRAST, DARK, LIGHT, Theme

SOURCES = sorted(Path(refugedesk.ui.__file__).parent.rglob("*.py"))


def test_following_the_computer_means_its_light_or_dark() -> None:
    assert colours_for(Theme.SYSTEM, Qt.ColorScheme.Dark) is DARK
    assert colours_for(Theme.SYSTEM, Qt.ColorScheme.Light) is LIGHT
    assert colours_for(Theme.SYSTEM, Qt.ColorScheme.Unknown) is LIGHT


def test_a_choice_wins_over_the_computer() -> None:
    assert colours_for(Theme.LIGHT, Qt.ColorScheme.Dark) is LIGHT
    assert colours_for(Theme.CONTRAST, Qt.ColorScheme.Light) is CONTRAST


def test_a_choice_is_kept_and_shown_at_once(application: QApplication, tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "look.ini"), QSettings.Format.IniFormat)
    Style(application, settings).choose(Theme.DARK)
    assert colours() is DARK
    assert application.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.paper
    assert Style(application, settings).theme is Theme.DARK
    Style(application, settings).choose(Theme.LIGHT)


def test_disabled_things_look_it() -> None:
    made = palette(LIGHT)
    role = QPalette.ColorRole.ButtonText
    assert made.color(QPalette.ColorGroup.Disabled, role) != made.color(QPalette.ColorGroup.Active, role)


@pytest.mark.parametrize("of", [LIGHT, DARK, CONTRAST])
def test_the_style_sheet_is_whole_and_its_pictures_are_there(of: object) -> None:
    text = style_sheet(of)  # type: ignore[arg-type]
    assert "$" not in text
    pictures = re.findall(r'url\("([^"]+)"\)', text)
    assert pictures
    assert all(Path(each).is_file() for each in pictures)


def test_the_style_sheet_names_no_colour_of_its_own() -> None:
    assert not re.search(r"#[0-9a-fA-F]{6}", resource("style", "window.qss").read_text("utf-8"))


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_only_the_tokens_name_a_colour(source: Path) -> None:
    if source.name != "tokens.py":
        assert not re.search(r"#[0-9a-fA-F]{6}\b|QColor\(\s*\d|GlobalColor\.(?!transparent)", source.read_text("utf-8"))
