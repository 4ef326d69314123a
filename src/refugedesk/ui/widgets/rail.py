"""The rail at the left: the pages, settings, blur and lock, and who is at the desk."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from refugedesk.domain.words import tr
from refugedesk.ui.icons import icon
from refugedesk.ui.routes import ICONS, RAIL, TITLES
from refugedesk.ui.tokens import ICON, RAIL_WIDTH, XS, L, M, S
from refugedesk.ui.widgets.buttons import GAP
from refugedesk.ui.widgets.texts import text


class Rail(QWidget):
    """Words to go by. ``chosen`` carries a page's name; ``lock`` asks to lock."""

    chosen = Signal(str)
    lock = Signal()

    def __init__(self, who: str, role: str, pages: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(RAIL_WIDTH)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self.items: dict[str, QPushButton] = {}
        column = QVBoxLayout()
        column.setContentsMargins(M, L, M, L)
        column.setSpacing(XS)
        for name in pages:
            column.addWidget(self._page_item(name, f"Ctrl+{RAIL.index(name) + 1}"))
        column.addStretch(1)
        column.addWidget(self._page_item("settings", "Ctrl+,"))
        tip = tr("Somebody is looking: only what the mouse or the keyboard is on can be read (F8)")
        self.blur = self._item(tr("Blur"), "eye-off", tip, lambda: None)
        self.blur.setCheckable(True)
        column.addWidget(self.blur)
        column.addWidget(
            self._item(tr("Lock"), "lock", tr("Lock now; what you are typing is kept (F12)"), self.lock.emit)
        )
        column.addSpacing(S)
        column.addLayout(self._who(who, role))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(column, 1)
        edge = QFrame(self)
        edge.setObjectName("railEdge")
        whole.addWidget(edge)

    def show_chosen(self, name: str) -> None:
        """Marks the word the page belongs to; none where it belongs to none."""
        for each, item in self.items.items():
            item.setChecked(each == name)

    def _page_item(self, name: str, keys: str) -> QPushButton:
        item = self._item(tr(TITLES[name]), ICONS[name], f"{tr(TITLES[name])} ({keys})", lambda: self._choose(name))
        item.setCheckable(True)
        self.items[name] = item
        return item

    def _item(self, words: str, picture: str, tip: str, act: object) -> QPushButton:
        item = QPushButton(GAP + words, self)
        item.setObjectName("railItem")
        item.setIcon(icon(picture))
        item.setIconSize(QSize(ICON, ICON))
        item.setToolTip(tip)
        item.setAccessibleName(words)
        item.setAutoDefault(False)
        item.setCursor(Qt.CursorShape.PointingHandCursor)
        item.clicked.connect(act)
        return item

    def _choose(self, name: str) -> None:
        self.items[name].setChecked(not self.items[name].isChecked())
        self.chosen.emit(name)

    def _who(self, who: str, role: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(M, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(text(who, "strong", self))
        column.addWidget(text(role, "small", self))
        return column
