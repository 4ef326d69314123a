"""A table of another return, under a title of one's own, with its rows in other words and another order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from refugedesk.domain.words import tr
from refugedesk.services.own_tables import TakenRow, rows_of, tables_to_take
from refugedesk.ui.forms.fold import Fold
from refugedesk.ui.pages.own_return.own_draft import Entry
from refugedesk.ui.pages.own_return.words_list import LONGEST, WordsList
from refugedesk.ui.tokens import FORM_WIDTH, L
from refugedesk.ui.widgets.boxes import bounded, row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.labelled import Labelled
from refugedesk.ui.widgets.texts import text


class TakingPanel(QWidget):
    """Which table is taken. ``act`` is called with the entry it becomes."""

    def __init__(self, entry: Entry | None, act: Callable[[Entry], object], close: Callable[[], object]) -> None:
        super().__init__()
        self._act, self._returns = act, tables_to_take()
        self.source, self.table, self.title = QComboBox(self), QComboBox(self), QLineEdit(self)
        for each in self._returns:
            self.source.addItem(each.title)
        self.title.setMaxLength(LONGEST)
        self.words = WordsList(tr("Other words"), can_move=True)
        self.fold = Fold(
            tr("Other words and another order for its rows"), self.words, bool(entry and "labels" in entry)
        )
        self.done = button(tr("Take this table"), self.finish, "primary")
        leave = button(tr("Leave it"), close)
        self._lay_out(row(self.done, leave, 1))
        self.source.activated.connect(lambda _at: self._show_tables())
        self.table.activated.connect(lambda _at: self._show_table({}, []))
        self._show_entry(entry or {})
        self.setFocusProxy(self.source)

    def _lay_out(self, foot: Any) -> None:
        fields = (
            Labelled(tr("From which return"), self.source),
            Labelled(tr("Table"), self.table),
            Labelled(tr("Title"), self.title, tr("What it is called in your return. Empty: as in the other return.")),
        )
        self.setLayout(bounded(text(tr("Take a table"), "section"), *fields, self.fold, foot, 1, gap=L))
        self.setMaximumWidth(FORM_WIDTH)

    def _show_entry(self, entry: Entry) -> None:
        ids = [each.id for each in self._returns]
        self.source.setCurrentIndex(ids.index(entry["from"]) if entry.get("from") in ids else 0)
        self._show_tables(str(entry.get("table", "")))
        self._show_table(dict(entry.get("labels", {})), list(entry.get("order", [])))
        self.title.setText(str(entry.get("title", "")))

    @property
    def _chosen(self) -> TakenRow:
        return self._returns[max(0, self.source.currentIndex())]

    def _show_tables(self, chosen: str = "") -> None:
        self.table.clear()
        for _, title in self._chosen.tables:
            self.table.addItem(title)
        ids = [id for id, _ in self._chosen.tables]
        self.table.setCurrentIndex(ids.index(chosen) if chosen in ids else 0)
        self._show_table({}, [])

    def _show_table(self, words: dict[str, str], order: list[str]) -> None:
        id, title = self._chosen.tables[max(0, self.table.currentIndex())]
        self.title.setPlaceholderText(title)
        rows = rows_of(self._chosen.id, id)
        self.words.show_lines(rows, words, order)
        self.fold.setVisible(bool(rows))
        self._usual = [code for code, _ in rows]

    def finish(self) -> None:
        """Hands over the table as it is described here."""
        id, _ = self._chosen.tables[max(0, self.table.currentIndex())]
        entry: Entry = {"from": self._chosen.id, "table": id}
        if self.title.text().strip():
            entry["title"] = self.title.text().strip()
        if self.words.typed:
            entry["labels"] = self.words.typed
        if self.words.order != self._usual:
            entry["order"] = self.words.order
        self._act(entry)
