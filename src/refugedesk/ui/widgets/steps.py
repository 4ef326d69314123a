"""How far one has come: a mark for each step, and the words for the present one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from refugedesk.domain.words import tr
from refugedesk.ui.reading_way import across
from refugedesk.ui.style import colours
from refugedesk.ui.tokens import XS, S
from refugedesk.ui.widgets.texts import text


class _Bars(QWidget):
    """A bar a step, those behind and the present one filled."""

    def __init__(self, steps: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.steps, self.at = steps, 0
        self.setFixedHeight(XS)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the bars."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        width = (self.width() - S * (self.steps - 1)) / self.steps
        for step in range(self.steps):
            painter.setBrush(QColor(colours().accent if step <= self.at else colours().line))
            bar = across(painter, QRectF(self.rect()), QRectF(step * (width + S), 0, width, XS))
            painter.drawRoundedRect(bar, XS / 2, XS / 2)
        painter.end()


class StepMarks(QWidget):
    """The bars over "Step 2 of 4: You"."""

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = tuple(names)
        self._bars = _Bars(len(names), self)
        self._words = text("", "small", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self._bars)
        column.addWidget(self._words)

    def show_step(self, at: int) -> None:
        """Shows how far one has come."""
        self._bars.at = at
        self._bars.update()
        self._words.setText(tr("Step {at} of {count}", at=at + 1, count=len(self._names)))
        self._words.setAccessibleName(
            tr("Step {at} of {count}: {names}", at=at + 1, count=len(self._names), names=self._names[at])
        )
