"""A refuge with three rooms and a sanctuary scheme, and the program in front of it, one sitting after another."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QSettings, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cheap_doors import cheap_doors
from desks import NOON, PASSPHRASE, a_desk, a_unit
from journeys.keyboard import Keyboard
from page_windows import press, settle
from refugedesk.services import forms
from refugedesk.services.clock import FixedClock
from refugedesk.supervisor import LOCKED
from refugedesk.ui.entry_window import EntryWindow
from refugedesk.ui.fonts import load_fonts
from refugedesk.ui.main_window import MainWindow
from refugedesk.ui.program import Program
from refugedesk.ui.style import Style
from refugedesk.ui.tokens import Theme
from waiting import until

USER = "Ana Silva"


class Sittings:
    """The program over one store on one clock: unlocked, worked at, locked, and unlocked again on another day."""

    def __init__(self, app: QApplication, folder: Path, settings: QSettings, size: QSize | None) -> None:
        self._app, self._folder, self._settings, self._size = app, folder, settings, size
        self.clock = FixedClock(NOON)
        self._program: Program | None = None

    @property
    def window(self) -> MainWindow:
        """The window of this sitting."""
        assert self._program is not None and self._program.window is not None, "the desk is locked"
        return self._program.window

    def lock(self) -> EntryWindow:
        """F12: the process ends, and in its place the supervisor starts one that asks who is there."""
        program = self._program
        if program is not None:
            none = Qt.KeyboardModifier.NoModifier
            QTest.keyClick(self.window.windowHandle(), Qt.Key.Key_F12, none)
            assert program.status == LOCKED
            self._let_go(program)
        doors = cheap_doors(self.clock)
        self._program = Program(self._app, self._folder, doors, self._settings, lambda _error: "", LOCKED)
        entry = self._program.entry
        assert entry is not None
        self._place(entry)
        return entry

    def unlock(self) -> MainWindow:
        """The name and the passphrase, typed; the window that opens."""
        program = self._program
        assert program is not None
        press(f"{USER}\n{PASSPHRASE}\n")
        until(lambda: program.window)
        self._place(self.window)
        return self.window

    def end(self) -> None:
        """Closes what is open."""
        if self._program is not None:
            self._program.lock()
            self._let_go(self._program)

    def _place(self, window: EntryWindow | MainWindow) -> None:
        if self._size is not None:
            window.resize(self._size)
        window.show()
        window.activateWindow()
        settle()

    def _let_go(self, program: Program) -> None:
        self._program = None
        for window in (program.window, program.entry):
            if window is not None:
                window.tasks.finish()
                window.hide()
                window.deleteLater()
        program.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        settle()


@contextmanager
def small_refuge(folder: Path, theme: Theme | None = None, size: QSize | None = None) -> Iterator[Keyboard]:
    """The window open over the store, let go when the block ends. theme and size where they matter."""
    found = QApplication.instance()
    application = found if isinstance(found, QApplication) else QApplication([])
    application.setFont(load_fonts())
    settings = QSettings(str(folder / "look.ini"), QSettings.Format.IniFormat)
    fill(folder / "store")
    if theme is not None:
        Style(application, settings).choose(theme)
    sittings = Sittings(application, folder / "store", settings, size)
    sittings.lock()
    yield Keyboard(sittings.unlock(), sittings)
    sittings.end()


def fill(store: Path) -> None:
    """Three rooms and a scheme that makes homes safe."""
    desk = a_desk(store)
    for name in ("Room 1", "Room 2", "Room 3"):
        a_unit(desk, name, 5)
    sanctuary = forms.new_draft(desk, "unit", name="At home", accommodation_type="sanctuary", layout="standalone")
    sanctuary.set("open_from", desk.today.replace(year=2020))
    forms.save(desk, sanctuary)
    desk.close()


def day(year: int, month: int, date: int, hour: int, minute: int = 0) -> datetime:
    """A moment where the refuge stands."""
    return datetime(year, month, date, hour, minute, tzinfo=NOON.tzinfo)
