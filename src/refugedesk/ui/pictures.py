"""Pictures of every page, for looking at: each theme, at 1366 x 768 and at 1920 x 1080 drawn half as large again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSettings, QSize
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from refugedesk.services import views
from refugedesk.ui.doors import real_doors
from refugedesk.ui.entry_window import EntryWindow
from refugedesk.ui.main_window import MainWindow
from refugedesk.ui.style import Style
from refugedesk.ui.tokens import Theme

if TYPE_CHECKING:
    from refugedesk.services.desk import Desk

SETTLING = 12
"""Turns of Qt until a page that breaks its lines anew has found its heights, all the way up."""


@dataclass(frozen=True)
class Screen:
    """A size in pixels and how many of them make one of ours."""

    name: str
    width: int
    height: int
    scale: float

    @property
    def size(self) -> QSize:
        """The room there is for the window."""
        return QSize(round(self.width / self.scale), round(self.height / self.scale))


SCREENS = (Screen("1366", 1366, 768, 1.0), Screen("1920", 1920, 1080, 1.5))
THEMES = (Theme.LIGHT, Theme.DARK, Theme.CONTRAST)
PLAIN_PAGES = ("home", "referrals", "residents", "units", "returns", "help", "settings", "referral", "arrival", "unit")
FILE_SECTIONS = (
    *("health", "children", "feared", "abuse", "risk", "plan", "contacts", "notes_of_stay", "sharing", "move_on"),
    "aftercare",
)
PANELS = ("people", "passphrase", "recovery", "backup", "check", "import", "export", "about")


def places(desk: Desk) -> Iterator[tuple[str, str, dict[str, object]]]:
    """Every page worth a picture: the picture's name, the page, and what it is opened with."""
    for name in PLAIN_PAGES:
        yield name, name, {}
    yield "search", "search", {"text": "a"}
    for panel in PANELS:
        yield f"settings-{panel}", "settings", {"panel": panel}
    residents, referrals = views.residents(desk, limit=1).rows, views.referrals(desk, limit=1).rows
    if residents:
        yield "person", "person", {"resident_id": residents[0].id}
        for section in FILE_SECTIONS:
            yield f"person-{section}", "person", {"resident_id": residents[0].id, "section": section}
    if referrals:
        yield "referral-stored", "referral", {"id": referrals[0].id}


@dataclass(frozen=True)
class Camera:
    """Photographs windows as they stand on one screen, into one folder."""

    app: QApplication
    out: Path
    screen: Screen

    def photograph(self, window: QWidget, name: str) -> None:
        """Writes a picture; OSError where it cannot be written."""
        for _ in range(SETTLING):
            self.app.processEvents()
        picture = QPixmap(self.screen.width, self.screen.height)
        picture.setDevicePixelRatio(self.screen.scale)
        window.render(picture, QPoint())
        path = self.out / f"{name}-{self.screen.name}.png"
        if not picture.save(str(path)):
            raise OSError(f"The picture {path.name} could not be written.")

    def set_up(self, window: QWidget) -> None:
        """Shows a window in the size of the screen."""
        window.resize(self.screen.size)
        window.show()

    def clear_away(self, window: EntryWindow | MainWindow) -> None:
        """Lets a window go."""
        window.tasks.finish()
        window.hide()
        window.deleteLater()


def take_pictures(
    app: QApplication,
    desk: Desk,
    out: Path,
    settings: QSettings,
    screens: Sequence[Screen] = SCREENS,
    themes: Sequence[Theme] = THEMES,
) -> int:
    """Writes a picture of every page in each of the themes on each of the screens; how many."""
    style = Style(app, settings)
    out.mkdir(parents=True, exist_ok=True)
    for screen in screens:
        for theme in themes:
            style.choose(theme)
            camera = Camera(app, out, screen)
            _photograph_entry(camera, theme, settings, desk.folder)
            _photograph_desk(camera, theme, MainWindow(desk, style, settings))
    return len(list(out.glob("*.png")))


def _photograph_entry(camera: Camera, theme: Theme, settings: QSettings, store: Path) -> None:
    nowhere = camera.out / "none"
    window = EntryWindow(nowhere, real_doors(), settings)
    camera.set_up(window)
    ways = {
        "first-run": window.first_run,
        "unlock": window.unlock,
        "recover": window.recover,
        "restore": window.restore,
    }
    for name, show in ways.items():
        show(store if name == "unlock" else nowhere)
        camera.photograph(window, f"{name}-{theme}")
    camera.clear_away(window)


def _photograph_desk(camera: Camera, theme: Theme, window: MainWindow) -> None:
    camera.set_up(window)
    for name, page, where in places(window.desk):
        window.navigator.open(page, **where)
        camera.photograph(window, f"{name}-{theme}")
    camera.clear_away(window)
