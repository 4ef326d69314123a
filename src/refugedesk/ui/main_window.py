"""The frame: the rail, one page, and the keys that work everywhere. Nothing more."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from refugedesk.domain.words import tr
from refugedesk.services.desk import Desk
from refugedesk.ui.backup_watch import BackupWatch
from refugedesk.ui.dialogs import FileDialogs
from refugedesk.ui.navigation import Navigator
from refugedesk.ui.pages.page import Page
from refugedesk.ui.routes import RAIL, TITLES, build, offered
from refugedesk.ui.searching import Searching
from refugedesk.ui.style import Style
from refugedesk.ui.tab_walk import lay_tab_order
from refugedesk.ui.tasks import Tasks
from refugedesk.ui.tokens import SMALLEST_WINDOW, USUAL_WINDOW, XXL, S
from refugedesk.ui.veil import Veil
from refugedesk.ui.widgets.boxes import boxed, column
from refugedesk.ui.widgets.fault_panel import FaultPanel
from refugedesk.ui.widgets.notice import Notice
from refugedesk.ui.widgets.rail import Rail
from refugedesk.ui.widgets.texts import line
from refugedesk.ui.widgets.top_bar import TopBar

NEUTRAL_TITLE = "Desk"


class MainWindow(QWidget):
    """The window over an open store.

    lock: somebody asked to lock; closed: the window was closed and what was being typed is kept.
    """

    lock = Signal()
    closed = Signal()

    def __init__(self, desk: Desk, style: Style, settings: QSettings, dialogs: FileDialogs | None = None) -> None:
        super().__init__()
        self.desk, self.style_of_all = desk, style
        self.dialogs = dialogs or FileDialogs()
        self.tasks = Tasks(self)
        self.backups = BackupWatch(desk, self.tasks, self)
        self.navigator = Navigator(lambda place: build(self, place), self)
        self._settings = settings
        self.setWindowTitle(NEUTRAL_TITLE)
        self.setMinimumSize(*SMALLEST_WINDOW)
        self.rail = Rail(desk.user.name, desk.user.role.label, offered(desk), self)
        self.top = TopBar(desk.clock.now, self)
        self.veil = Veil(self)
        self.faults, self.refusal = FaultPanel(self), Notice()
        self.status: QLabel = line("", "small", self)
        self._page: Page | None = None
        self._lay_out()
        self._connect()
        self._bind_keys()
        self._place_window()
        self.navigator.start_at("home")

    def say(self, text: str) -> None:
        """Says in one line at the foot what was done, until the next page."""
        self.status.setText(text)
        self.status.setAccessibleName(text)

    def keep(self) -> None:
        """Keeps what is being typed on the page."""
        if self._page is not None:
            self._page.keep()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back, once nothing under it has a use for it: that is why it is no shortcut."""
        if event.key() == Qt.Key.Key_Escape:
            self.navigator.back()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leaves the page properly; a page that cannot be left keeps the window open."""
        if self._page is not None and not self._page.can_leave():
            event.ignore()
            return
        self.keep()
        self._settings.setValue("geometry", self.saveGeometry())
        event.accept()
        self.closed.emit()

    def _lay_out(self) -> None:
        self._right = QVBoxLayout()
        self._right.setContentsMargins(0, 0, 0, 0)
        self._right.setSpacing(0)
        self._right.addWidget(self.top)
        self._right.addWidget(_inset(self.faults, self.refusal))
        foot = QHBoxLayout()
        foot.setContentsMargins(XXL, 0, XXL, S)
        foot.addWidget(self.status, 1)
        self._right.addLayout(foot)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.rail)
        whole.addLayout(self._right, 1)

    def _connect(self) -> None:
        self.rail.chosen.connect(self._go_to)
        self.rail.lock.connect(self.lock)
        self.rail.blur.toggled.connect(self.veil.turn)
        self.top.back.connect(self.navigator.back)
        self.navigator.opened.connect(self._show_page)
        self.faults.start_afresh.connect(self.lock)
        self.backups.said.connect(self.say)
        self.backups.changed.connect(self._backed_up)
        self.searching = Searching(self.top.search, self.navigator, self)

    def _bind_keys(self) -> None:
        pages = {f"Ctrl+{place}": name for place, name in enumerate(RAIL, 1) if name in self.rail.items}
        pages["Ctrl+,"] = "settings"
        for keys, name in pages.items():
            self._bind(keys, partial(self._go_to, name))
        self._bind("Ctrl+K", self.searching.begin)
        self._bind("/", self.searching.begin)
        self._bind("Ctrl+N", self._make_new)
        self._bind("Alt+Left", self.navigator.back)
        self._bind("F1", self._help)
        self._bind("F8", self.rail.blur.toggle)
        self._bind("F9", partial(self.navigator.open, "papers", kind="roll_call"))
        self._bind("Ctrl+B", self.backups.run_now)
        self._bind("Ctrl+L", self._who_speaks)
        self._bind("F12", self.lock.emit)

    def _bind(self, keys: str, act: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(act)

    def _go_to(self, name: str) -> None:
        if not self.navigator.start_at(name):
            self.rail.show_chosen(self._rail_word())

    def _make_new(self) -> None:
        if self._page is not None and self._page.new_words:
            self._page.make_new()

    def _who_speaks(self) -> None:
        """The language bank, at the language the page is about."""
        if "house" in self.rail.items:
            self.navigator.open("languages", language=self._page.language() if self._page else "")

    def _backed_up(self) -> None:
        if self._page is not None:
            self._page.backed_up()

    def _help(self) -> None:
        self.navigator.open("help", topic=self._page.about() if self._page else "index")

    def _show_page(self, page: Page) -> None:
        """Puts the page in the place of the one before, which is let go."""
        before, self._page = self._page, page
        self._right.insertWidget(2, page, 1)
        if before is not None:
            self._right.removeWidget(before)
            before.hide()
            before.deleteLater()
        came_from = self.navigator.came_from
        is_inner = came_from is not None and not (page.title and self.navigator.place.name in (*RAIL, "settings"))
        self.top.show_page(page.heading(), tr(TITLES[came_from.name]) if is_inner and came_from else "")
        self.rail.show_chosen(self._rail_word())
        self.say("")
        self.refusal.say("")
        self.searching.page_opened(page)
        page.refresh()
        lay_tab_order(self.top.search, page)
        page.show()
        self._right.activate()  # nothing is painted before this returns: the veil lies where the page will
        self.veil.cover(page)
        self._focus_on(page)

    def _focus_on(self, page: Page) -> None:
        target = page.first_focus()
        if target is not None and not self.searching.is_under_way:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rail_word(self) -> str:
        return (self._page.rail if self._page else "") or self.navigator.place.name

    def _place_window(self) -> None:
        kept = self._settings.value("geometry")
        if kept is None or not self.restoreGeometry(kept):
            self.resize(*USUAL_WINDOW)


def _inset(*panels: QWidget) -> QWidget:
    return boxed(column(*panels, gap=0, margins=(XXL, 0, XXL, 0)))
