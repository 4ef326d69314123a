"""What happened to a person in this service, newest first, in one narrow column."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QWidget

from refugedesk.domain.words import tr
from refugedesk.services.views import Event
from refugedesk.services.wording import say_day
from refugedesk.ui.tokens import L, M
from refugedesk.ui.widgets.boxes import boxed, clear, column, scrolled
from refugedesk.ui.widgets.texts import shortened, text

WIDTH = 232
MOST_LETTERS = 90


class Timeline(QWidget):
    """Events under their days."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self._list = column(gap=M)
        inside = boxed(column(self._list, 1, margins=(0, 0, M, 0)))
        self.setLayout(column(text(tr("Time line"), "section"), scrolled(inside), gap=L))

    def show_events(self, events: Sequence[Event]) -> None:
        """Shows these events in the order given."""
        clear(self._list)
        for event in events:
            lines = [text(say_day(event.on), "small"), text(event.title)]
            if event.detail:
                lines.append(_detail(event.detail))
            self._list.addLayout(column(*lines, gap=0))
        if not events:
            self._list.addWidget(
                text(tr("What is recorded in this file stands here by its day, the newest first."), "soft")
            )


def _detail(words: str) -> QLabel:
    """The beginning of a long detail; all of it under the mouse and in the accessible name."""
    made = text(shortened(words, MOST_LETTERS), "small")
    if made.text() != words:
        made.setToolTip(words)
        made.setAccessibleName(words)
    return made
