"""A short list on Home: a heading with its number, rows that open, and all of them where they are wanted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from refugedesk.domain.words import noted, tr
from refugedesk.services.views import TaskRow
from refugedesk.ui.pages.models.rows import Cell, Column, RowsModel
from refugedesk.ui.tokens import ENTRY_ROW_HEIGHT, S
from refugedesk.ui.widgets.badges import Badge
from refugedesk.ui.widgets.boxes import framed
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.entry_delegate import EntryCell, EntryDelegate
from refugedesk.ui.widgets.list_view import ListView
from refugedesk.ui.widgets.texts import text

MOST_SHOWN: Final = 5
MOST_OF_ALL: Final = 200


@dataclass(frozen=True)
class Entry:
    """Two lines: what it is about, and what is the matter; what it opens."""

    title: str
    detail: str
    opens: object
    is_overdue: bool = False


def task_entry(row: TaskRow) -> Entry:
    """Something that waits, as an entry."""
    return Entry(row.title, row.detail, row, row.is_overdue)


def _cell(entry: Entry) -> Cell:
    below = Badge(entry.detail, "diamond", "caution") if entry.is_overdue else Badge(entry.detail, "none")
    return EntryCell(entry.title, is_strong=True, below=below)


COLUMNS: Final = (Column(noted("What"), _cell),)


class HomeList(QWidget):
    """Hidden rows do not scroll: the first few are shown, then all at a press. ``opened`` carries what one opens."""

    opened = Signal(object)

    def __init__(self, heading: str, nothing: str, has_heading: bool = True) -> None:
        super().__init__()
        self._heading, self._entries, self._shows_all = heading, tuple[Entry, ...](), False
        self._title, self._nothing = text(heading, "section", self), text(nothing, "soft", self)
        self._title.setVisible(has_heading)
        self.model = RowsModel(COLUMNS, self)
        self.list = ListView(heading, self)
        self.list.setItemDelegate(EntryDelegate(self.list))
        self.list.verticalHeader().setDefaultSectionSize(ENTRY_ROW_HEIGHT)
        self.list.setModel(self.model)
        self.list.horizontalHeader().hide()
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.opened.connect(lambda entry: self.opened.emit(entry.opens))
        self.more = button(tr("Show all"), self.show_all, "quiet", parent=self)
        self._lay_out()

    def _lay_out(self) -> None:
        self._frame = framed(self.list, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        for each in (self._title, self._frame, self._nothing):
            column.addWidget(each)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def say(self, heading: str, nothing: str = "") -> None:
        """Goes under another heading, to which the number is added."""
        self._heading = heading
        self.list.setAccessibleName(heading)
        if nothing:
            self._nothing.setText(nothing)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Shows the first few, or all where they had been asked for."""
        self._entries = tuple(entries)
        self._title.setText(f"{self._heading} ({len(entries)})" if entries else self._heading)
        self._fill()

    def show_all(self) -> None:
        """Shows every entry, or the first few again."""
        self._shows_all = not self._shows_all
        self._fill()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        shown = self._entries[: MOST_OF_ALL if self._shows_all else MOST_SHOWN]
        self.model.fill(shown)
        self.list.clearSelection()
        self.list.setFixedHeight(ENTRY_ROW_HEIGHT * len(shown))
        self._frame.setVisible(bool(shown))
        self._nothing.setVisible(not shown)
        has_more = len(self._entries) > MOST_SHOWN
        words = (
            tr("Show the first {most_shown}", most_shown=MOST_SHOWN)
            if self._shows_all
            else tr("Show all {entries}", entries=len(self._entries))
        )
        self.more.setText(words)
        self.more.setAccessibleName(f"{words}: {self._heading}")
        self.more.setVisible(has_more)
