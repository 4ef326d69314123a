"""Who changed a record, when, which answer, from what to what."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from refugedesk.services import views
from refugedesk.services.desk import Desk
from refugedesk.services.views import Change
from refugedesk.ui.tokens import FORM_WIDTH, XL, L, S
from refugedesk.ui.widgets.boxes import column, row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.texts import hairline, text

NOTHING = "—"


class HistoryPanel(QWidget):
    """The changes of one record, newest first. ``closed``: back to the section."""

    closed = Signal()

    def __init__(self, desk: Desk, record_id: str, key: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaximumWidth(FORM_WIDTH)
        self.back = button("Back to the section", self.closed.emit, "quiet", "Esc", picture="arrow-left")
        changes = views.history(desk, record_id, key)
        sentence = "Nothing has been changed since it was first saved." if not changes else ""
        head = row(text(f"History: {title}", "section"), 1, self.back)
        body = text(sentence, "soft") if sentence else self._rows(changes)
        self.setLayout(column(head, body, 1, gap=L))

    def _rows(self, changes: tuple[Change, ...]) -> QFrame:
        frame = QFrame(self)
        grid = QGridLayout(frame)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(XL)
        grid.setVerticalSpacing(S)
        grid.setColumnStretch(2, 1)
        for number, change in enumerate(changes):
            self._add(grid, number * 2, change)
        return frame

    def _add(self, grid: QGridLayout, at: int, change: Change) -> None:
        when = f"{change.at.day} {change.at:%b %Y}, {change.at:%H:%M}"
        grid.addLayout(column(text(when), text(change.who, "small"), gap=0), at, 0)
        grid.addWidget(text(change.field_label), at, 1)
        grid.addWidget(text(f"{change.before or NOTHING} → {change.after or NOTHING}"), at, 2)
        grid.addWidget(hairline(self), at + 1, 0, 1, 3)
