"""A window just large enough for one page, with a hand on its keyboard."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from refugedesk.services.desk import Desk
from refugedesk.ui.dialogs import FileDialogs
from refugedesk.ui.entry_window import EntryWindow
from refugedesk.ui.main_window import MainWindow
from refugedesk.ui.navigation import Navigator, Place
from refugedesk.ui.pages.page import Page
from refugedesk.ui.style import Style
from refugedesk.ui.tasks import Tasks

LONGEST_WAIT_SECONDS = 120
PageType = TypeVar("PageType", bound=QWidget)
KEYS = {"\t": Qt.Key.Key_Tab, "\n": Qt.Key.Key_Return, "\b": Qt.Key.Key_Backspace, "\x1b": Qt.Key.Key_Escape}


class ChosenFiles(FileDialogs):
    """Answers every question about a file with the one it was given."""

    def __init__(self) -> None:
        self.path: Path | None = None
        self.offered = ""

    def file_to_save(self, parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
        """The path that was set."""
        self.offered = name
        return self.path

    def file_to_open(self, parent: QWidget, title: str, kinds: str) -> Path | None:
        """The path that was set."""
        return self.path

    def folder(self, parent: QWidget, title: str, start: Path | None = None) -> Path | None:
        """The path that was set."""
        return self.path


class WentTo(Navigator):
    """Writes down where it was asked to go, and goes nowhere."""

    def __init__(self) -> None:
        super().__init__(_no_page)
        self.way: list[tuple[str, dict[str, object]]] = []

    def open(self, name: str, **where: object) -> bool:
        """Notes it."""
        self.way.append((name, where))
        return True

    def open_instead(self, name: str, **where: object) -> bool:
        """Notes it like any other."""
        return self.open(name, **where)

    def back(self) -> bool:
        """Notes it."""
        self.way.append(("back", {}))
        return True


def _no_page(place: Place) -> Page:
    raise AssertionError(f"nothing opens pages here, not even {place.name}")


class PageWindow(QMainWindow):
    """What a page may ask for, and what a person does to it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk, self.navigator, self.tasks, self.dialogs = desk, WentTo(), Tasks(self), ChosenFiles()
        self.said: list[str] = []
        self.faults: list[object] = []
        self.tasks.faulted.connect(self.faults.append)
        self.resize(1170, 768)

    @property
    def style_of_all(self) -> Style:
        """The look; no page of these tests changes it."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        return Style(application, QSettings())

    def say(self, text: str) -> None:
        """Notes what was said."""
        self.said.append(text)

    def show_page(self, page: PageType) -> PageType:
        """Shows a page with the focus where it begins."""
        self.setCentralWidget(page)
        self.show()
        self.activateWindow()
        settle()
        first = page.first_focus() if isinstance(page, Page) else None
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
        return page

    def finish(self) -> None:
        """Ends what is under way and lets the page go."""
        self.tasks.finish()
        settle()
        self.close()
        self.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        settle()


def settle() -> None:
    """Lets Qt do what it has put off."""
    for _ in range(3):
        QApplication.processEvents()


def focus() -> QWidget:
    """The widget with the focus."""
    found = QApplication.focusWidget()
    assert found is not None, "nothing has the focus"
    return found


def press(keys: str) -> int:
    """Types into whatever has the focus, key by key; how many keys it took. Tab, Enter, Backspace and Escape too."""
    for letter in keys:
        if letter in KEYS:
            QTest.keyClick(focus(), KEYS[letter])
        elif letter.isascii():
            QTest.keyClicks(focus(), letter)
        else:  # QTest knows no other letters
            none = Qt.KeyboardModifier.NoModifier
            QApplication.sendEvent(focus(), QKeyEvent(QEvent.Type.KeyPress, 0, none, letter))
    return len(keys)


def shortcut(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.ControlModifier) -> None:
    """Presses a shortcut, the way a person does: into the window."""
    QTest.keyClick(widget.window().windowHandle(), key, modifier)


def wait_for(window: PageWindow) -> None:
    """Until the work beside the window is done and its result is shown."""
    ends = time.monotonic() + LONGEST_WAIT_SECONDS
    while window.tasks.is_busy:
        assert time.monotonic() < ends, "the work never ended"
        settle()
    settle()
    assert not window.faults


@contextmanager
def in_front(window: MainWindow | EntryWindow) -> Iterator[None]:
    """A real window in front of everything, and away at the end with all that it had under way."""
    window.show()
    window.activateWindow()
    settle()
    try:
        yield
    finally:
        window.tasks.finish()
        window.hide()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
