"""What everybody did, for managers: who saw this file, what did she see yesterday. A page at a time."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from refugedesk.domain.calendar_words import say_instant
from refugedesk.domain.fields import Field, Kind
from refugedesk.domain.typed import UnreadableError, read_answer
from refugedesk.domain.words import counted, noted, tr
from refugedesk.services import trail
from refugedesk.services.trail import TrailRow
from refugedesk.ui.desk_window import DeskWindow
from refugedesk.ui.pages.models.rows import Cell, Column, RowsModel
from refugedesk.ui.pages.page import Page
from refugedesk.ui.tokens import FILTER_WIDTH as WHO_WIDTH
from refugedesk.ui.tokens import XXL, L, M
from refugedesk.ui.widgets.boxes import column, framed, row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.chips import FilterChips
from refugedesk.ui.widgets.labelled import Labelled
from refugedesk.ui.widgets.list_view import ListView
from refugedesk.ui.widgets.texts import text

DAY = Field("day", "Day", Kind.DAY)
CHIPS = (
    ("all", noted("Everything"), None),
    ("seen", noted("Seen"), None),
    ("changed", noted("Changed"), None),
    ("out", noted("Printed and given out"), None),
    ("unlocks", noted("Unlocking and keys"), None),
    ("sight", noted("Hidden and emergencies"), None),
    ("kept", noted("Purged and held"), None),
)
EVERYBODY = noted("Everybody")


def _did(entry: TrailRow) -> Cell:
    words = entry.words
    if entry.times > 1:
        words = counted(entry.times, "{deed}, once", "{deed}, %n times", deed=words)
    return Cell(words, tip=words)


COLUMNS = (
    Column(noted("When"), lambda entry: Cell(say_instant(entry.at), is_soft=True), 16),
    Column(noted("Who"), lambda entry: Cell(entry.who, is_strong=True), 16),
    Column(noted("Did what"), _did, 68),
)


class TrailPage(Page):
    """Deeds as sentences, newest first; Enter opens the file a deed is about."""

    title = noted("What everybody did")
    help_topic = "trail"

    def __init__(
        self, window: DeskWindow, resident_id: str = "", account_id: str = "", day: str = "", kind: str = "all"
    ) -> None:
        super().__init__()
        self._window, self.desk, self._resident_id, self.kind = window, window.desk, resident_id, kind
        self.rail = "residents" if resident_id else "settings"
        self.chips = FilterChips(tr("Which deeds"), wraps=True)
        self.chips.chosen.connect(self._choose)
        self.who, self.day = QComboBox(), QLineEdit(day)
        self.who.addItem(tr(EVERYBODY), "")
        for each in trail.everybody(self.desk):
            self.who.addItem(each.name if each.is_active else tr("{name} (has left)", name=each.name), each.id)
        self.who.setCurrentIndex(max(self.who.findData(account_id), 0))
        self.who.currentIndexChanged.connect(lambda _index: self.refresh())
        self.day.setPlaceholderText(tr("any day"))
        self.day.setToolTip(tr("Type 4 Nov, 4/11/26; t is today, y yesterday"))
        self.day.editingFinished.connect(self.refresh)
        self._day_line = Labelled(tr("Day"), self.day)
        self.meaning = text("", "soft")
        self.every_file = button(tr("About every file"), self._ask_about_all, "quiet", picture="x")
        self.model = RowsModel(COLUMNS, self)
        self.list = ListView(tr("What everybody did"), self)
        self.list.setModel(self.model)
        self.list.opened.connect(self._open)
        self.older = button(tr("Show older"), self.show_older, picture="history")
        self._rows: tuple[TrailRow, ...] = ()
        self._next: int | None = None
        self._lay_out()

    def _lay_out(self) -> None:
        frame = framed(self.list)
        said = row(self.meaning, self.every_file)
        said.setStretch(0, 1)
        who_line, top = Labelled(tr("Who did it"), self.who), Qt.AlignmentFlag.AlignTop
        self.who.setMinimumWidth(WHO_WIDTH)
        asked = row(who_line, self._day_line, 1, gap=L)
        for each in (who_line, self._day_line):
            asked.setAlignment(each, top)
        whole = column(said, asked, row(self.chips, 1), frame, row(1, self.older), gap=M, margins=(XXL, M, XXL, M))
        whole.setStretch(3, 1)
        self.setLayout(whole)

    def refresh(self) -> None:
        """Asks anew, from the newest on."""
        self.chips.show_chips([(code, tr(words), count) for code, words, count in CHIPS], self.kind)
        self._rows, self._next = (), None
        self._show_more(self._asked_day())

    def show_older(self) -> None:
        """The next page, under what is shown."""
        at = len(self._rows)
        self._show_more(self._asked_day())
        self.list.selectRow(min(at, len(self._rows) - 1))
        self.list.setFocus()

    def _show_more(self, day: date | None) -> None:
        page = trail.trail(self.desk, self._resident_id, str(self.who.currentData() or ""), day, self.kind, self._next)
        self._rows, self._next = (*self._rows, *page.rows), page.older
        self.model.fill(self._rows)
        self.older.setVisible(page.older is not None)
        self.every_file.setVisible(bool(self._resident_id))
        about = (
            tr("About the file of {whose}.", whose=trail.whose(self.desk, self._resident_id))
            if self._resident_id
            else ""
        )
        shown = tr("Nothing was done that fits.") if not self._rows else tr("Enter opens the file a line is about.")
        self.meaning.setText(f"{about} {shown}".strip())

    def _asked_day(self) -> date | None:
        """The day that was typed; one that cannot be read is said to be so, and asks about every day."""
        self._day_line.say("")
        try:
            answer = read_answer(DAY, self.day.text(), self.desk.today)
        except UnreadableError as error:
            self._day_line.say(str(error))
            return None
        return answer if isinstance(answer, date) else None

    def _choose(self, kind: str) -> None:
        self.kind = kind
        self.refresh()

    def _ask_about_all(self) -> None:
        self._resident_id = ""
        self.refresh()
        self.list.setFocus()

    def _open(self, entry: TrailRow) -> None:
        if entry.resident_id:
            self._window.navigator.open("person", resident_id=entry.resident_id)

    def first_focus(self) -> QWidget:
        """The list."""
        return self.list

    def place(self) -> dict[str, object]:
        """What is asked."""
        return {
            "resident_id": self._resident_id,
            "account_id": str(self.who.currentData() or ""),
            "day": self.day.text(),
            "kind": self.kind,
        }
