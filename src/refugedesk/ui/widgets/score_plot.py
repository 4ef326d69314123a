"""Scores since arrival: one line an area, from 1 on the left to 10 on the right, the way from the first to the last."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from refugedesk.domain.words import tr
from refugedesk.services.views.progress import AreaScores
from refugedesk.ui.fonts import tabular
from refugedesk.ui.style import colours
from refugedesk.ui.tokens import ROW_HEIGHT, L, M, S

LABEL_WIDTH = 200
LOWEST, HIGHEST = 1, 10
DOT = 5.0


class ScorePlot(QWidget):
    """A hollow dot for the first score, a full one for the last, a line between; the figures stand beside."""

    def __init__(self, areas: Sequence[AreaScores], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._areas = tuple(areas)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # time, as figures, in every language
        self.setAccessibleName(tr("Scores since arrival. ") + ". ".join(area.said for area in areas))
        self.setToolTip("\n".join(area.said for area in areas))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A row for each area and one for the scale."""
        return QSize(LABEL_WIDTH * 2, ROW_HEIGHT * (len(self._areas) + 1))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the areas under each other and the scale below."""
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(tabular(self.font()))
        for number, area in enumerate(self._areas):
            self._paint_area(painter, number * ROW_HEIGHT, area)
        self._paint_scale(painter, len(self._areas) * ROW_HEIGHT)

    def _paint_area(self, painter: QPainter, top: int, area: AreaScores) -> None:
        of, middle = colours(), top + ROW_HEIGHT / 2
        label = QRectF(0, top, LABEL_WIDTH - M, ROW_HEIGHT)
        words = painter.fontMetrics().elidedText(area.area, Qt.TextElideMode.ElideRight, int(label.width()))
        painter.setPen(QColor(of.ink))
        painter.drawText(label, Qt.AlignmentFlag.AlignVCenter, words)
        painter.setPen(QPen(QColor(of.line), 1))
        painter.drawLine(QPointF(self._x(LOWEST), middle), QPointF(self._x(HIGHEST), middle))
        first, last = area.scores[0][1], area.scores[-1][1]
        painter.setPen(QPen(QColor(of.accent), 3))
        painter.drawLine(QPointF(self._x(first), middle), QPointF(self._x(last), middle))
        painter.setPen(QPen(QColor(of.accent), 2))
        painter.setBrush(QColor(of.surface))
        painter.drawEllipse(QPointF(self._x(first), middle), DOT, DOT)
        painter.setBrush(QColor(of.accent))
        painter.drawEllipse(QPointF(self._x(last), middle), DOT, DOT)
        figures = str(last) if len(area.scores) == 1 else tr("{first} to {last}", first=first, last=last)
        painter.setPen(QColor(of.ink))
        beside = QRectF(self._x(HIGHEST) + L, top, LABEL_WIDTH, ROW_HEIGHT)
        painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, figures)

    def _paint_scale(self, painter: QPainter, top: int) -> None:
        painter.setPen(QColor(colours().soft_ink))
        for score in (LOWEST, 5, HIGHEST):
            box = QRectF(self._x(score) - ROW_HEIGHT, top, 2 * ROW_HEIGHT, ROW_HEIGHT - S)
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, str(score))

    def _x(self, score: int) -> float:
        room = self.width() - LABEL_WIDTH - 2 * DOT - L - 2 * ROW_HEIGHT
        return LABEL_WIDTH + DOT + room * (score - LOWEST) / (HIGHEST - LOWEST)
