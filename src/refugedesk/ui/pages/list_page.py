"""What the pages that are lists have in common: a line of meaning, chips, a filter, the rows, and the empty state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from refugedesk.domain.words import tr
from refugedesk.services.roles import Action
from refugedesk.ui.desk_window import DeskWindow
from refugedesk.ui.pages.models.rows import Column, RowsModel
from refugedesk.ui.pages.page import Page
from refugedesk.ui.tokens import FILTER_WIDTH, XXL, L, M
from refugedesk.ui.widgets.boxes import column, framed, row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.chips import ChipRow, FilterChips
from refugedesk.ui.widgets.empty_state import EmptyState
from refugedesk.ui.widgets.lines import finder
from refugedesk.ui.widgets.list_view import ListView
from refugedesk.ui.widgets.texts import text

PAUSE_MS = 60


@dataclass(frozen=True)
class Listed:
    """What a list shows: its rows, one line of meaning, the chips with their numbers."""

    rows: Sequence[Any]
    meaning: str
    chips: Sequence[ChipRow] = ()


class ListPage(Page):
    """A list. Subclasses say what is in it, its columns, and what a row opens."""

    columns: ClassVar[tuple[Column, ...]] = ()
    first_chip: ClassVar[str] = ""
    filter_words: ClassVar[str] = ""
    empty: ClassVar[tuple[str, str, str]] = ("inbox", "", "")

    def __init__(self, window: DeskWindow, chip: str = "", text: str = "") -> None:
        super().__init__()
        self.window_of = window
        self.chip, self.typed = chip or self.first_chip, text
        self.model = RowsModel(self.columns, self)
        self.list = ListView(tr(self.title), self)
        self.list.setModel(self.model)
        self.list.opened.connect(self.open_row)
        self.chips = FilterChips(tr("Which {title}", title=tr(self.title).lower()), wraps=True)
        self.chips.chosen.connect(self._choose)
        self.filter = self._build_filter()
        self._lay_out()

    def fetch(self, chip: str, typed: str) -> Listed:
        """The rows for a chip and the words in the filter."""
        raise NotImplementedError

    def open_row(self, row: Any) -> None:
        """Opens what the row stands for."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Shows the rows as they are now, keeping the row that was chosen."""
        at = self.list.currentIndex().row()
        listed = self.fetch(self.chip, self.typed)
        self.meaning.setText(listed.meaning)
        self.chips.show_chips(listed.chips, self.chip)
        self.model.fill(listed.rows)
        if 0 < at < len(listed.rows):
            self.list.selectRow(at)
        self._show_empty(not listed.rows)

    def first_focus(self) -> QWidget:
        """The rows; the button of an empty page."""
        return self.list if self.model.rows else self._again

    def place(self) -> dict[str, object]:
        """The chip and the words."""
        return {"chip": self.chip, "text": self.typed}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the filter, Down and Enter go into the rows; Escape empties it first."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.model.rows:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if event.key() == Qt.Key.Key_Escape and self.filter.text():
            self.filter.clear()
            return True
        return False

    def _build_filter(self) -> QLineEdit:
        line = finder(tr(self.filter_words), self, "list-filter")
        line.setText(self.typed)
        line.setFixedWidth(FILTER_WIDTH)
        line.setToolTip(tr("Shows only rows with these words"))
        line.installEventFilter(self)
        pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        pause.timeout.connect(self._filter)
        line.textChanged.connect(lambda _text: pause.start())
        return line

    def _lay_out(self) -> None:
        self.meaning = text("", "soft")
        self.new_button = button(tr(self.new_words), self.make_new, "primary", "Ctrl+N", "plus")
        again = button(tr(self.new_words), self.make_new, "primary", "Ctrl+N", "plus")
        self._whole = button(tr("Show the whole list"), self.show_whole, picture="x")
        picture, headline, sentence = self.empty
        self.nothing = EmptyState(picture, tr(headline), tr(sentence), again, self._whole)
        self._again = again
        self.frame = framed(self.list)
        whole = column(
            self.meaning,
            row(self.chips, 1, self.filter, self.new_button),
            self.frame,
            self.nothing,
            gap=L,
            margins=(XXL, M, XXL, M),
        )
        self.setLayout(whole)

    def _show_empty(self, is_empty: bool) -> None:
        is_narrowed = bool(self.typed) or self.chip != self.first_chip
        headline, sentence = map(tr, self.empty[1:])
        if is_narrowed:
            headline, sentence = tr("Nothing fits"), tr("Try other words or another chip.")
        self.nothing.say(headline, sentence)
        self._whole.setVisible(is_narrowed)
        self._again.setVisible(not is_narrowed and self.window_of.desk.may(Action.RECORD))
        self.frame.setVisible(not is_empty)
        self.nothing.setVisible(is_empty)
        self.filter.setVisible(not is_empty or is_narrowed)
        may_record = self.window_of.desk.may(Action.RECORD)
        self.new_button.setVisible(may_record and (not is_empty or is_narrowed))
        self.chips.setVisible(bool(self.chips.chips) and (not is_empty or is_narrowed))
        self.meaning.setVisible(not is_empty or is_narrowed)

    def show_whole(self) -> None:
        """Takes the words and the chip back to what the page begins with."""
        self.chip, self.typed = self.first_chip, ""
        self.filter.clear()
        self.refresh()
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, chip: str) -> None:
        self.chip = chip
        self.refresh()

    def _filter(self) -> None:
        self.typed = self.filter.text().strip()
        self.refresh()
