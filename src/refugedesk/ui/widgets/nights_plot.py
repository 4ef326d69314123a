"""How full the house was, night by night: a column a night, as high as units were lived in, of those that were open."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from refugedesk.domain.calendar_words import say_day_and_month
from refugedesk.domain.words import tr
from refugedesk.services.views.quarter import NightRow
from refugedesk.services.wording import say_day
from refugedesk.ui.fonts import tabular
from refugedesk.ui.style import colours
from refugedesk.ui.tokens import FOCUS_WIDTH, PLOT_HEIGHT, ROW_HEIGHT, SMALL_PT, XS, L

STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}


class NightsPlot(QWidget):
    """Left and right go from night to night, up and down by a week; ``moved`` says which night the hand is on."""

    moved = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.nights: tuple[NightRow, ...] = ()
        self.at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # time, as figures, in every language
        self.setAccessibleName(tr("Units lived in, night by night"))

    def show_nights(self, nights: Sequence[NightRow]) -> None:
        """Shows these nights, the hand on the last."""
        self.nights = tuple(nights)
        self._go(len(self.nights) - 1)

    @property
    def said(self) -> str:
        """The night under the hand in words."""
        if not self.nights:
            return ""
        night = self.nights[self.at]
        return tr(
            "Night of {day}: {lived_in} of {units} units lived in",
            day=say_day(night.on),
            lived_in=night.lived_in,
            units=night.open_units,
        )

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(PLOT_HEIGHT * 3, PLOT_HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows move the hand, Home and End go to the first and the last night."""
        key = Qt.Key(event.key())
        if key in STEPS:
            self._go(self.at + STEPS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(0 if key == Qt.Key.Key_Home else len(self.nights) - 1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Puts the hand where the mouse is."""
        if self.nights:
            self._go(int(event.position().x() // self._width()))

    def _go(self, to: int) -> None:
        self.at = min(max(to, 0), max(len(self.nights) - 1, 0))
        self.setAccessibleDescription(self.said)
        self.setToolTip(self.said)
        self.moved.emit(self.said)
        self.update()

    def _width(self) -> float:
        return max(self.width() / max(len(self.nights), 1), 1.0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the nights, the months under them, and the hand."""
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        font = tabular(self.font())
        font.setPointSizeF(SMALL_PT)
        painter.setFont(font)
        highest = max((night.open_units for night in self.nights), default=0) or 1
        for number, night in enumerate(self.nights):
            self._paint_night(painter, number, night, highest)
        self._paint_months(painter)
        if self.hasFocus() and self.nights:
            painter.setPen(QPen(QColor(colours().ink), FOCUS_WIDTH))
            painter.drawRect(self._column(self.at, 1.0).adjusted(-1, 1, 1, 0))

    def _paint_night(self, painter: QPainter, number: int, night: NightRow, highest: int) -> None:
        """What is open as an outline, what is lived in as a full column within it."""
        of = colours()
        opened, used = self._column(number, night.open_units / highest), self._column(number, night.lived_in / highest)
        painter.fillRect(opened, QColor(of.raised))
        painter.fillRect(used, QColor(of.accent))
        painter.setPen(QPen(QColor(of.edge), 1))
        painter.drawLine(opened.topLeft(), opened.topRight())

    def _column(self, number: int, part: float) -> QRectF:
        room, width = self.height() - ROW_HEIGHT + XS, self._width()
        gap = 1 if width > XS else 0
        return QRectF(number * width, room * (1 - part), width - gap, room * part)

    def _paint_months(self, painter: QPainter) -> None:
        painter.setPen(QColor(colours().soft_ink))
        foot = self.height() - ROW_HEIGHT + XS
        for number, night in enumerate(self.nights):
            if number == 0 or night.on.day == 1:
                box = QRectF(QPointF(number * self._width(), foot + XS), QPointF(self.width(), self.height()))
                if box.width() > L * 3:
                    words = say_day_and_month(night.on)
                    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, words)
