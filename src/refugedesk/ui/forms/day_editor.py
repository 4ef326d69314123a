"""A day, typed as people type days and read back in full; it can be blank, and keeps what it cannot read."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from refugedesk.domain.calendar_words import say_weekday
from refugedesk.domain.drafts import Draft
from refugedesk.domain.fields import Field
from refugedesk.domain.spans import age_on
from refugedesk.domain.typed import DayReader, UnreadableError, show_answer
from refugedesk.domain.words import counted, noted, tr
from refugedesk.ui.forms.text_editors import LineEditor
from refugedesk.ui.tokens import M

TIP = noted("Type 4 11 2026, 4 Nov or 4/11/26; t is today, y yesterday, tm tomorrow. Up and Down move by a day.")
WIDTH = 150


def read_back(day: date, today: date) -> str:
    """A day in full with its distance from today: Wed 4 Nov 2026, 3 days ago."""
    return tr("{day}, {distance}", day=say_weekday(day), distance=_distance(day, today))


def _distance(day: date, today: date) -> str:
    days = (today - day).days
    near = {0: tr("today"), 1: tr("yesterday"), -1: tr("tomorrow")}
    if days in near:
        return near[days]
    if days < 0:
        return counted(-days, "in %n day", "in %n days")
    years = age_on(day, today)
    if years == 0:
        return counted(days, "%n day ago", "%n days ago")
    return counted(years, "%n year ago", "%n years ago")


class DayEditor(LineEditor):
    """A line for a day with the day as it was read beside it."""

    def __init__(self, field: Field, today: date, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._today = today
        self.line.setFixedWidth(WIDTH)
        self.line.setToolTip(tr(TIP))
        self.line.setPlaceholderText(tr("day month year"))
        self.read = QLabel(self)
        self.read.setObjectName("soft")
        row = QHBoxLayout()
        row.setSpacing(M)
        row.addWidget(self.line)
        row.addWidget(self.read, 1)
        self.column.addLayout(row)
        self.line.textChanged.connect(lambda _text: self._read_back())

    def handle_key(self, event: QKeyEvent) -> bool:
        """Up is a day later, Down a day earlier; on a blank line both begin with today."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._move_by(1 if event.key() == Qt.Key.Key_Up else -1)
            return True
        return super().handle_key(event)

    def show_answer(self, draft: Draft) -> None:
        """Shows the day and reads it back."""
        super().show_answer(draft)
        self._read_back()

    def _day(self) -> date | None:
        try:
            return DayReader(self._today, self.field.is_ahead).read(self.line.text())
        except UnreadableError:
            return None

    def _read_back(self) -> None:
        day = self._day()
        self.read.setText(read_back(day, self._today) if day else "")

    def _move_by(self, days: int) -> None:
        day = self._day()
        if day is None and self.line.text().strip():
            return
        moved = day + timedelta(days=days) if day else self._today
        self.line.setText(show_answer(moved))
        self.edited.emit()
