"""A window on a small refuge, for journeys that begin when the service has been set up."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from journeys.keyboard import Keyboard
from journeys.refuge import small_refuge
from refugedesk.ui.entry_window import EntryWindow
from refugedesk.ui.main_window import MainWindow


class OpenedWindows(QObject):
    """Every window that opens besides the two: a widget shown before it has its place takes the keyboard away."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Writes down what opens."""
        is_known = isinstance(watched, EntryWindow | MainWindow)
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and not is_known:
            self.found += [type(watched).__name__] if watched.windowType() is WINDOW else []
        return False


WINDOW = Qt.WindowType.Window


@pytest.fixture
def keyboard(tmp_path: Path) -> Iterator[Keyboard]:
    """A keyboard in front of a small refuge; no window but that and the one that unlocks may open."""
    with small_refuge(tmp_path) as hands:
        opened = OpenedWindows()
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(opened)
        yield hands
        application.removeEventFilter(opened)
        assert opened.found == []
