"""Who changed a record, when, which answer, from what to what."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from refugedesk.domain.calendar_words import say_instant
from refugedesk.domain.words import counted, tr
from refugedesk.services import views
from refugedesk.services.desk import Desk
from refugedesk.services.views import Change
from refugedesk.ui.pages.merged_files import MergedFiles
from refugedesk.ui.tokens import FORM_WIDTH, XL, L, S
from refugedesk.ui.widgets.boxes import bounded, column, row
from refugedesk.ui.widgets.buttons import button
from refugedesk.ui.widgets.texts import hairline, text

NOTHING = "—"


def folded(changes: Sequence[Change]) -> list[tuple[Change, int]]:
    """The changes in order; a deed without an answer, such as looking at it, once a person and day, with how often."""
    found: dict[object, tuple[Change, int]] = {}
    for number, change in enumerate(changes):
        is_deed = not change.before and not change.after
        key = (change.field_label, change.who, change.at.date()) if is_deed else number
        first, times = found.get(key, (change, 0))
        found[key] = (first, times + 1)
    return list(found.values())


class HistoryPanel(QWidget):
    """The changes of one record, newest first. ``closed``: back to the section; ``parted``: a file is two again."""

    closed = Signal()
    parted = Signal(str)

    def __init__(self, desk: Desk, record_id: str, key: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaximumWidth(FORM_WIDTH)
        self.back = button(tr("Back to the section"), self.closed.emit, "quiet", "Esc", picture="arrow-left")
        changes = views.history(desk, record_id, key)
        sentence = tr("Nothing has been changed since it was first saved.") if not changes else ""
        head = row(text(tr("History: {title}", title=title), "section"), 1, self.back)
        body = text(sentence, "soft") if sentence else self._rows(changes)
        self.merged = MergedFiles(desk, key, self) if record_id == "resident" else None
        if self.merged is not None:
            self.merged.parted.connect(self.parted)
        parts = [self.merged] if self.merged is not None and self.merged.rows else []
        self.setLayout(bounded(head, *parts, body, 1, gap=L))

    def _rows(self, changes: tuple[Change, ...]) -> QFrame:
        frame = QFrame(self)
        grid = QGridLayout(frame)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(XL)
        grid.setVerticalSpacing(S)
        grid.setColumnStretch(2, 1)
        for number, (change, times) in enumerate(folded(changes)):
            self._add(grid, number * 2, change, times)
        return frame

    def _add(self, grid: QGridLayout, at: int, change: Change, times: int) -> None:
        when = say_instant(change.at)
        grid.addLayout(column(text(when), text(change.who, "small"), gap=0), at, 0)
        if change.before or change.after:
            grid.addWidget(text(change.field_label), at, 1)
            grid.addWidget(text(f"{change.before or NOTHING} → {change.after or NOTHING}"), at, 2)
        else:
            often = counted(times, "{what}, once that day", "{what}, %n times that day", what=change.field_label)
            grid.addWidget(text(often if times > 1 else change.field_label, "soft"), at, 1, 1, 2)
        grid.addWidget(hairline(self), at + 1, 0, 1, 3)
