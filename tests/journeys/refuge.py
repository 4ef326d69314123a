"""A refuge with three rooms and a sanctuary scheme, and the real window in front of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QSettings, QSize
from PySide6.QtWidgets import QApplication

from desks import a_desk, a_unit
from journeys.keyboard import Keyboard
from page_windows import settle
from refugedesk.services import forms
from refugedesk.ui.fonts import load_fonts
from refugedesk.ui.main_window import MainWindow
from refugedesk.ui.style import Style
from refugedesk.ui.tokens import Theme


@contextmanager
def small_refuge(folder: Path, theme: Theme | None = None, size: QSize | None = None) -> Iterator[Keyboard]:
    """The window open over the store, let go when the block ends. theme and size where they matter."""
    found = QApplication.instance()
    application = found if isinstance(found, QApplication) else QApplication([])
    application.setFont(load_fonts())
    settings = QSettings(str(folder / "look.ini"), QSettings.Format.IniFormat)
    desk = a_desk(folder / "store")
    for name in ("Room 1", "Room 2", "Room 3"):
        a_unit(desk, name, 5)
    sanctuary = forms.new_draft(desk, "unit", name="At home", accommodation_type="sanctuary", layout="standalone")
    sanctuary.set("open_from", desk.today.replace(year=2020))
    forms.save(desk, sanctuary)
    style = Style(application, settings)
    if theme is not None:
        style.choose(theme)
    window = MainWindow(desk, style, settings)
    if size is not None:
        window.resize(size)
    window.show()
    window.activateWindow()
    settle()
    yield Keyboard(window)
    window.tasks.finish()
    window.hide()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    settle()
    desk.close()
