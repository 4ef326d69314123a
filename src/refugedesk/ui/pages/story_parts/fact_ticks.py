"""Every fact that a story may tell as a tick, in the words in which the story tells it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from refugedesk.domain.stories.facts import Fact, Facts
from refugedesk.domain.stories.questions import Part
from refugedesk.domain.words import tr
from refugedesk.ui.tokens import L, S
from refugedesk.ui.widgets.boxes import bounded, boxed, column, scrolled
from refugedesk.ui.widgets.texts import text


class FactTicks(QWidget):
    """``changed`` tells that something else is told; arrows and Tab move, Space ticks."""

    changed = Signal()

    def __init__(self, facts: Sequence[Fact], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ticks = {fact: QCheckBox(fact.words, self) for fact in facts}
        lines = column(gap=S)
        for part in Part:
            theirs = [tick for fact, tick in self.ticks.items() if fact.part is part]
            if theirs:
                lines.addWidget(text(tr(part.value), "strong"))
                for tick in theirs:
                    tick.setAccessibleName(tick.text())
                    tick.setToolTip(tick.text())
                    tick.toggled.connect(lambda _on: self.changed.emit())
                    lines.addWidget(tick)
                lines.addSpacing(S)
        inside = boxed(bounded(lines, 1, margins=(0, 0, L, L)))
        self.setLayout(column(scrolled(inside)))

    @property
    def told(self) -> Facts:
        """What is ticked."""
        return frozenset(fact for fact, tick in self.ticks.items() if tick.isChecked())

    def leave_out(self, facts: Iterable[Fact]) -> None:
        """Takes those ticks away; ``changed`` comes once."""
        self.blockSignals(True)
        for fact in facts:
            self.ticks[fact].setChecked(False)
        self.blockSignals(False)
        self.changed.emit()

    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return next(iter(self.ticks.values()), self)
