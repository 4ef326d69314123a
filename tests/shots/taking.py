"""Takes the pictures: the entry window and the main window, in each look and size that is wanted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication

from cheap_doors import CHEAP_DOORS
from refugedesk.services.desk import Desk
from refugedesk.ui.entry_window import EntryWindow
from refugedesk.ui.forms.form_view import FormView
from refugedesk.ui.main_window import MainWindow
from refugedesk.ui.pages.own_returns import OwnReturnsPage
from refugedesk.ui.pictures import Camera
from refugedesk.ui.style import Style
from shots.choosing import Choice
from shots.entry import entry_scenes
from shots.scenes import scenes


def take_shots(app: QApplication, desk: Desk, out: Path, choice: Choice) -> int:
    """Writes every wanted picture of one store into ``out``; how many."""
    out.mkdir(parents=True, exist_ok=True)
    settings = QSettings(str(desk.folder.parent / "look.ini"), QSettings.Format.IniFormat)
    style, total = Style(app, settings), 0
    for screen in choice.screens:
        camera = Camera(app, out, screen)
        for theme in choice.themes:
            style.choose(theme)
            nowhere = desk.folder.parent / f"steps-{theme}-{screen.name}"
            total += _entry(camera, EntryWindow(nowhere, CHEAP_DOORS, settings), nowhere, theme, choice)
            total += _desk(camera, MainWindow(desk, style, settings), theme, choice)
    return total


def _entry(camera: Camera, window: EntryWindow, nowhere: Path, theme: str, choice: Choice) -> int:
    """The steps follow from each other: all are taken where one is wanted."""
    wanted = [name for name, _ in entry_scenes(nowhere) if choice.has_scene(name)]
    if wanted:
        camera.set_up(window)
        for name, show in entry_scenes(nowhere):
            show(window)
            if name in wanted:
                camera.photograph(window, f"{name}-{theme}")
    _let_go(camera, window)
    return len(wanted)


def _desk(camera: Camera, window: MainWindow, theme: str, choice: Choice) -> int:
    camera.set_up(window)
    window.activateWindow()
    total = 0
    for scene in scenes(window.desk):
        if choice.has_scene(scene.name):
            if window.navigator.place.name != scene.page:
                window.navigator.start_at("home")
            window.navigator.open(scene.page, **scene.where)
            scene.act(window)
            camera.photograph(window, f"{scene.name}-{theme}")
            forget(window)
            total += 1
    _let_go(camera, window)
    return total


def _let_go(camera: Camera, window: EntryWindow | MainWindow) -> None:
    camera.clear_away(window)
    camera.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def forget(window: MainWindow) -> None:
    """What was typed for a picture is not wanted: it would stand in the next one as something kept."""
    for form in window.navigator.page.findChildren(FormView) if window.navigator.page else ():
        form.let_go()
    if isinstance(window.navigator.page, OwnReturnsPage):
        window.navigator.page.forget()
    window.faults.hide()
