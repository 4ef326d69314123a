"""A window on a small refuge, for journeys that begin when the service has been set up."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent, QObject, QSettings, Qt
from PySide6.QtWidgets import QApplication, QWidget

from desks import a_desk, a_unit
from journeys.keyboard import Keyboard
from page_windows import settle
from refugedesk.services import forms
from refugedesk.ui.fonts import load_fonts
from refugedesk.ui.main_window import MainWindow
from refugedesk.ui.style import Style


class OpenedWindows(QObject):
    """Every window that opens besides the one: a widget shown before it has its place takes the keyboard away."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Writes down what opens."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.windowType() is WINDOW:
            self.found.append(type(watched).__name__)
        return False


WINDOW = Qt.WindowType.Window


@pytest.fixture
def keyboard(tmp_path: Path) -> Iterator[Keyboard]:
    """A keyboard in front of a refuge with three rooms and a sanctuary scheme."""
    found = QApplication.instance()
    application = found if isinstance(found, QApplication) else QApplication([])
    application.setFont(load_fonts())
    settings = QSettings(str(tmp_path / "look.ini"), QSettings.Format.IniFormat)
    desk = a_desk(tmp_path / "store")
    for name in ("Room 1", "Room 2", "Room 3"):
        a_unit(desk, name, 5)
    sanctuary = forms.new_draft(desk, "unit", name="At home", accommodation_type="sanctuary", layout="standalone")
    sanctuary.set("open_from", desk.today.replace(year=2020))
    forms.save(desk, sanctuary)
    window = MainWindow(desk, Style(application, settings), settings)
    window.show()
    window.activateWindow()
    settle()
    opened = OpenedWindows()
    application.installEventFilter(opened)
    yield Keyboard(window)
    application.removeEventFilter(opened)
    assert opened.found == []
    window.tasks.finish()
    window.hide()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    settle()
    desk.close()
