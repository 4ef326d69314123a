"""The small window before a store is open: one sheet in the middle, and how a page of it works."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from refugedesk.domain.words import tr
from refugedesk.services.folders import StoreState, state_of
from refugedesk.ui.dialogs import FileDialogs
from refugedesk.ui.doors import Doors
from refugedesk.ui.pages.entry_page import EntryPage
from refugedesk.ui.tasks import Tasks
from refugedesk.ui.tokens import SMALLEST_WINDOW, USUAL_WINDOW, XXL
from refugedesk.ui.widgets.boxes import boxed, column, row, scrolled
from refugedesk.ui.widgets.notice import Notice

NEUTRAL_TITLE = "Desk"
WARM_UP_MS = 50


def warm_up() -> None:
    """Loads what the open window needs, while somebody is still typing a passphrase."""
    from importlib import import_module

    for name in ("services.stores", "ui.main_window", "ui.pages.home"):
        import_module(f"refugedesk.{name}")


def usual_size(window: QWidget) -> QSize:
    """The size of a window that has none yet: the main window takes it over, and its forms need the width."""
    return QSize(*USUAL_WINDOW).boundedTo(window.screen().availableSize())


class EntryWindow(QWidget):
    """Unlock, first run or recovery, one at a time. ``opened`` carries the open desk; ``closed``: nobody came in.

    begin_at: the panel of the settings that the open store is to show first; empty for Home.
    """

    opened = Signal(object)
    closed = Signal()

    def __init__(self, folder: Path, doors: Doors, settings: QSettings, dialogs: FileDialogs | None = None) -> None:
        super().__init__()
        self.setWindowTitle(NEUTRAL_TITLE)
        self.setMinimumSize(*SMALLEST_WINDOW)
        self.tasks, self.doors, self.dialogs = Tasks(self), doors, dialogs or FileDialogs()
        self._settings, self.begin_at = settings, ""
        self._middle = QVBoxLayout()
        self.page: EntryPage | None = None
        self._fault = Notice("", "dangerNotice")
        self._middle.addWidget(self._fault)
        sheet = boxed(column(1, row(1, boxed(self._middle), 1), 1, margins=(XXL, XXL, XXL, XXL)))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(sheet))
        if not self.restoreGeometry(settings.value("geometry") or b""):
            self.resize(usual_size(self))
        self._is_warm = False
        self.open_folder(folder)

    def open_folder(self, folder: Path) -> None:
        """Unlock where there is a store, first run where there is none."""
        if state_of(folder) is StoreState.ABSENT:
            self.first_run(folder)
        else:
            self.unlock(folder)

    def unlock(self, folder: Path) -> None:
        """Shows the unlock page."""
        from refugedesk.ui.pages.unlock import UnlockPage

        self._show(UnlockPage(self, folder))

    def first_run(self, folder: Path) -> None:
        """Shows the first of the four steps."""
        from refugedesk.ui.pages.first_run import FirstRunPage

        self._show(FirstRunPage(self, folder))

    def recover(self, folder: Path) -> None:
        """Shows the way back in with the recovery key."""
        from refugedesk.ui.pages.recover import RecoverPage

        self._show(RecoverPage(self, folder))

    def open_by_shares(self, folder: Path) -> None:
        """Shows the way back in with trustees' shares."""
        from refugedesk.ui.pages.by_shares import BySharesPage

        self._show(BySharesPage(self, folder))

    def restore(self, folder: Path) -> None:
        """Shows how a backup is brought back."""
        from refugedesk.ui.pages.restore import RestorePage

        self._show(RestorePage(self, folder))

    def say_problem(self, words: str) -> None:
        """Says what no page has said."""
        self._fault.say(words, "dangerNotice")

    def say_fault(self, place: str, log: str) -> None:
        """Says that the program has a fault."""
        self._fault.say(
            tr("This is a fault in the program, not something you did. {place}. {log}", place=place, log=log),
            "dangerNotice",
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Begins to load the rest once it stands there: not before, or it would stand there later."""
        super().showEvent(event)
        if not self._is_warm:
            self._is_warm = True
            QTimer.singleShot(WARM_UP_MS, self._warm_up)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Waits for a key derivation that is under way, then goes."""
        self._settings.setValue("geometry", self.saveGeometry())
        self.tasks.finish()
        event.accept()
        self.closed.emit()

    def _warm_up(self) -> None:
        self.tasks.run(lambda _tell: warm_up(), lambda _none: None, lambda _text: None)

    def _show(self, page: EntryPage) -> None:
        before, self.page = self.page, page
        page.setFixedWidth(page.sheet_width)
        self._middle.addWidget(page)
        if before is not None:
            self._middle.removeWidget(before)
            before.hide()
            before.deleteLater()
        page.show()
        page.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
