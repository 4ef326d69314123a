"""The pictures that are looked at: as large as asked, never blank, and of a house that overflows nothing is cut."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from cut_words import cut_without_tip, pressed_together, too_wide
from page_windows import ChosenFiles, settle
from refugedesk.services.desk import Desk
from refugedesk.ui.main_window import MainWindow
from refugedesk.ui.pictures import SETTLING
from refugedesk.ui.style import Style
from shots.choosing import Choice
from shots.houses import overfull
from shots.scenes import scenes
from shots.taking import forget, take_shots

SIZES = [(1366, 768), (1280, 720), (1920, 1080)]
FEWEST_COLOURS = 12


@pytest.fixture(scope="module")
def house(application: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Forty units, everything as long as can be."""
    desk = overfull(tmp_path_factory.mktemp("overfull"))
    yield desk
    desk.close()


@pytest.fixture(scope="module")
def shown(application: QApplication, house: Desk) -> Iterator[MainWindow]:
    settings = QSettings(str(house.folder.parent / "look.ini"), QSettings.Format.IniFormat)
    window = MainWindow(house, Style(application, settings), settings, ChosenFiles())
    window.show()
    window.activateWindow()
    yield window
    window.tasks.finish()
    window.hide()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("size", [SIZES[0], *(pytest.param(each, marks=pytest.mark.slow) for each in SIZES[1:])])
def test_of_an_overfull_house_nothing_is_cut(shown: MainWindow, size: tuple[int, int]) -> None:
    """Every page, section, open form and panel: words whole or under the mouse, no edge out of sight."""
    shown.resize(*size)
    settle()
    found: dict[str, list[str]] = {}
    for scene in scenes(shown.desk):
        assert shown.navigator.open(scene.page, **scene.where), scene.name
        scene.act(shown)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        for _ in range(SETTLING):
            QApplication.processEvents()
        found[scene.name] = [*cut_without_tip(shown), *too_wide(shown), *pressed_together(shown)]
        forget(shown)
    assert {name: cut for name, cut in found.items() if cut} == {}
    assert len(found) > 80


@pytest.mark.parametrize(("screen", "width", "height"), [("1366", 1366, 768), ("1920", 1920, 1080)])
def test_pictures_are_as_large_as_asked_and_show_something(
    application: QApplication, house: Desk, tmp_path: Path, screen: str, width: int, height: int
) -> None:
    wanted = Choice(("dark", screen, "unlock", "home", "settings-about"))
    count = take_shots(application, house, tmp_path, wanted)
    pictures = {path.stem: QImage(str(path)) for path in tmp_path.glob("*.png")}
    assert len(pictures) == count
    assert {f"unlock-dark-{screen}", f"home-dark-{screen}", f"settings-about-dark-{screen}"} <= set(pictures)
    assert {(each.width(), each.height()) for each in pictures.values()} == {(width, height)}
    assert {name for name, each in pictures.items() if len(_colours(each)) < FEWEST_COLOURS} == set()


def _colours(picture: QImage) -> set[int]:
    """The colours of every seventh pixel."""
    return {picture.pixel(x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)}


def test_words_choose_among_states_looks_sizes_and_screens() -> None:
    chosen = Choice(("usual", "contrast", "1366", "person-r"))
    assert [chosen.has_state(each) for each in ("empty", "usual", "overfull")] == [False, True, False]
    assert [each.name for each in chosen.screens] == ["1366"]
    assert [str(each) for each in chosen.themes] == ["contrast"]
    assert chosen.has_scene("person-risk")
    assert not chosen.has_scene("person-plan")
    assert all(Choice().has_scene(each) and Choice().has_state("empty") for each in ("home", "unlock"))
