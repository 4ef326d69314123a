"""The line at the top of every page: what it is or the way back, the search, the time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from refugedesk.domain.words import tr
from refugedesk.ui.tokens import SEARCH_WIDTH, XL, XXL, L, M
from refugedesk.ui.widgets.buttons import GAP, button
from refugedesk.ui.widgets.lines import decorate
from refugedesk.ui.widgets.texts import figures, line

PAUSE_MS = 60
TICK_MS = 5_000
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class SearchLine(QLineEdit):
    """The search of everything.

    looked_for: the words, after each pause in typing; moved: by how many rows; entered: Enter; left: Escape.
    """

    looked_for = Signal(str)
    moved = Signal(int)
    entered = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        decorate(self, tr("Search everything"), "search")
        self.setToolTip(tr("Search everything (Ctrl+K or /)"))
        self.setFixedWidth(SEARCH_WIDTH)
        self.setClearButtonEnabled(False)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(lambda: self.looked_for.emit(self.text().strip()))
        self.textEdited.connect(lambda _text: self._pause.start())
        self.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows move in the results, Enter opens one, Escape leaves."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = Qt.Key(event.key())
        if key in _MOVES:
            self.moved.emit(_MOVES[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            return False
        return True


class TopBar(QWidget):
    """Title or way back at the left, search and clock at the right. ``back`` asks to go back."""

    back = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self.title = line("", "title", self)
        self.way_back = button(tr("Back"), self.back.emit, "link", picture="arrow-left", parent=self)
        self.search = SearchLine(self)
        self.clock = figures("", "soft", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(XXL, L, XXL, 0)
        row.setSpacing(M)
        row.addWidget(self.way_back)
        row.addWidget(self.title)
        row.addStretch(1)
        row.addWidget(self.search)
        row.addSpacing(XL - M)
        row.addWidget(self.clock)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._show_time)
        self._tick.start()
        self._show_time()

    def show_page(self, title: str, way_back: str) -> None:
        """The title of the page, or else where back leads."""
        self.title.setText(title)
        self.title.setToolTip(title)  # a unit's name may be longer than the room there is
        self.title.setVisible(bool(title))
        self.way_back.setVisible(bool(way_back))
        self.way_back.setText(GAP + way_back)
        self.way_back.setAccessibleName(tr("Back to {way_back}", way_back=way_back))
        self.way_back.setToolTip(tr("Back to {way_back} (Esc)", way_back=way_back))

    def _show_time(self) -> None:
        self.clock.setText(f"{self._now():%H:%M}")
