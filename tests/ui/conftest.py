"""One application for all tests of the window, an empty store each, and a window just large enough for one page."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from desks import a_desk
from page_windows import PageWindow
from refugedesk.services.desk import Desk
from refugedesk.ui.fonts import load_fonts
from refugedesk.ui.style import Style


@pytest.fixture(scope="session")
def application(tmp_path_factory: pytest.TempPathFactory) -> QApplication:
    """The application, dressed as it is for people."""
    found = QApplication.instance()
    made = found if isinstance(found, QApplication) else QApplication([])
    made.setFont(load_fonts())
    settings = QSettings(str(tmp_path_factory.mktemp("look") / "settings.ini"), QSettings.Format.IniFormat)
    Style(made, settings)
    return made


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An empty store, open."""
    opened = a_desk(tmp_path / "store")
    yield opened
    opened.close()


@pytest.fixture
def window(application: QApplication, desk: Desk) -> Iterator[PageWindow]:
    """A window that shows one page at a time."""
    made = PageWindow(desk)
    yield made
    made.finish()
