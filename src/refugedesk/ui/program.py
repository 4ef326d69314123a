"""The process with the window: entry, open desk, lock, end."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from refugedesk.domain.store_files import HOME_VARIABLE
from refugedesk.ui.clipboard import ClipboardWatch
from refugedesk.ui.dialogs import FileDialogs
from refugedesk.ui.doors import Doors
from refugedesk.ui.entry_window import EntryWindow
from refugedesk.ui.faults import Faults, WriteDown
from refugedesk.ui.fonts import load_fonts
from refugedesk.ui.locking import LockWatch
from refugedesk.ui.shield import Shield
from refugedesk.ui.style import Style

if TYPE_CHECKING:
    from refugedesk.services.desk import Desk
    from refugedesk.ui.main_window import MainWindow

NEUTRAL_NAME = "Desk"
LOCK_PATIENCE_SECONDS = 3.0


def application(arguments: Sequence[str] = ()) -> QApplication:
    """The Qt application under its neutral name, with the program's fonts."""
    running = QApplication.instance()
    made = running if isinstance(running, QApplication) else QApplication([NEUTRAL_NAME, *arguments])
    made.setApplicationName(NEUTRAL_NAME)
    made.setDesktopFileName(NEUTRAL_NAME.lower())
    made.setFont(load_fonts())
    return made


def settings() -> QSettings:
    """Where the window stood and how it looks; nothing else is ever kept there."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return QSettings(str(Path(home) / "look.ini"), QSettings.Format.IniFormat)
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, NEUTRAL_NAME, NEUTRAL_NAME)


class Program(QObject):
    """One life of the window. ``status`` is what the process ends with."""

    def __init__(
        self,
        app: QApplication,
        folder: Path,
        doors: Doors,
        kept: QSettings,
        write_down: WriteDown,
        locked_status: int,
        dialogs: FileDialogs | None = None,
    ) -> None:
        super().__init__(app)
        self._app, self._locked_status, self._dialogs, self._kept = app, locked_status, dialogs, kept
        self._write_down = write_down
        self.status = 0
        self.desk: Desk | None = None
        self.window: MainWindow | None = None
        self.style = Style(app, kept)
        self.clipboard = ClipboardWatch(self)
        self.shield = Shield(app, parent=self) if sys.platform == "win32" else None
        self.watch = LockWatch(self)
        self.watch.wanted.connect(self.lock)
        self.faults = Faults(write_down, self)
        self.faults.found.connect(self._show_fault)
        self.faults.refused.connect(self._show_refusal)
        self.entry: EntryWindow | None = EntryWindow(folder, doors, kept, dialogs)
        self.entry.opened.connect(self.open)
        self.entry.closed.connect(self._end)
        self.entry.tasks.faulted.connect(self.faults.notice)

    def run(self) -> int:
        """Shows the entry and lives until the window is closed or locked; the exit status."""
        self.show()
        self._app.exec()
        return self.status

    def show(self) -> None:
        """Shows the entry; from then on faults are caught, and memory is tidied as usual."""
        self._app.setQuitOnLastWindowClosed(False)
        self.faults.catch_all()
        if self.entry is not None:
            self.entry.show()
        self._app.processEvents()
        gc.enable()

    def open(self, desk: Desk) -> None:
        """Shows the window over the open store in place of the entry."""
        from refugedesk.ui.main_window import MainWindow

        self.desk = desk
        self.window = MainWindow(desk, self.style, self._kept, self._dialogs)
        self.window.lock.connect(self.watch.lock)
        self.window.closed.connect(self._end)
        self.window.tasks.faulted.connect(self.faults.notice)
        begin_at = self.entry.begin_at if self.entry is not None else ""
        if self.entry is not None:
            self.window.restoreGeometry(self.entry.saveGeometry())
            self.entry.hide()
            self.entry.deleteLater()
            self.entry = None
        self.window.show()
        if begin_at:
            self.window.navigator.open("settings", panel=begin_at)
        if desk.warning:
            self.window.refusal.say(desk.warning, "dangerNotice")
        self.watch.begin()
        self.window.backups.begin(self.watch.quiet_seconds)
        gc.freeze()  # what is loaded by now stays: going through it again would hold up a keystroke by 60 ms

    def lock(self) -> None:
        """Keeps what is being typed, and ends with the status that asks for a fresh window."""
        if self.window is not None:
            self.window.hide()
            self._keep()
            if not self.window.tasks.finish(LOCK_PATIENCE_SECONDS):
                os._exit(self._locked_status)  # what is under way is all or nothing; the key must not wait for it
        self.status = self._locked_status
        self._end()

    def _keep(self) -> None:
        """Keeps what is being typed; whatever goes wrong with that must not keep the program from locking."""
        try:
            if self.window is not None:
                self.window.keep()
        except Exception as error:
            self._write_down(error)

    def _end(self) -> None:
        """Lets everything go that could be read, and the event loop too."""
        self.watch.end()
        self.clipboard.clear()
        if self.window is not None:
            self.window.tasks.finish()
        if self.desk is not None:
            self.desk.close()
        QTimer.singleShot(0, self._app.quit)

    def _show_refusal(self, words: str) -> None:
        if self.window is not None:
            self.window.refusal.say(words, "cautionNotice")
        elif self.entry is not None:
            self.entry.say_problem(words)

    def _show_fault(self, place: str, log: str) -> None:
        if self.window is not None:
            self.window.faults.report(place, log)
        elif self.entry is not None:
            self.entry.say_fault(place, log)
        else:
            sys.exit(1)
