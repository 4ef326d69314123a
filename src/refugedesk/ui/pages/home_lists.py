"""A short list on Home: a heading with its number, rows that open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from refugedesk.ui.pages.models.rows import Cell, Column, RowsModel
from refugedesk.ui.tokens import LIST_ROW_HEIGHT, S
from refugedesk.ui.widgets.list_view import ListView
from refugedesk.ui.widgets.texts import text

MOST_SHOWN = 6
COLUMNS = (
    Column("Who", lambda entry: Cell(entry.title, is_strong=True), 9),
    Column("What", lambda entry: Cell(entry.detail, is_soft=True), 10),
)


@dataclass(frozen=True)
class Entry:
    """A line: what it is about, what is the matter, and what it opens."""

    title: str
    detail: str
    opens: object


class HomeList(QWidget):
    """Hidden rows do not scroll: the first few are shown. ``opened`` carries what the entry opens."""

    opened = Signal(object)

    def __init__(self, heading: str, nothing: str) -> None:
        super().__init__()
        self._heading = heading
        self._title, self._nothing = text(heading, "section"), text(nothing, "soft")
        self.model = RowsModel(COLUMNS, self)
        self.list = ListView(heading, self)
        self.list.setModel(self.model)
        self.list.horizontalHeader().hide()
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.opened.connect(lambda entry: self.opened.emit(entry.opens))
        self._frame = QFrame(self)
        self._frame.setObjectName("listFrame")
        inside = QVBoxLayout(self._frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        for each in (self._title, self._frame, self._nothing):
            column.addWidget(each)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_entries(self, entries: Sequence[Entry], total: int | None = None) -> None:
        """Shows the first few; ``total`` where there are more than are given."""
        shown = entries[:MOST_SHOWN]
        count = len(entries) if total is None else total
        self._title.setText(f"{self._heading} ({count})" if count else self._heading)
        self.model.fill(shown)
        self.list.clearSelection()
        self.list.setFixedHeight(LIST_ROW_HEIGHT * len(shown))
        self._frame.setVisible(bool(shown))
        self._nothing.setVisible(not shown)
