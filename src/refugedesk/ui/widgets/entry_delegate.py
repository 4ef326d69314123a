"""An entry of a short list in two lines: what it is about, and under it what is the matter."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from refugedesk.ui.fonts import semibold, tabular
from refugedesk.ui.pages.models.rows import Cell, RowsModel
from refugedesk.ui.style import colours
from refugedesk.ui.tokens import ENTRY_ROW_HEIGHT, SMALL_PT, XS, M
from refugedesk.ui.widgets.badges import Badge, badge_width, paint_badge
from refugedesk.ui.widgets.row_delegate import RowDelegate

AnyIndex = QModelIndex | QPersistentModelIndex
NOTHING = Badge("", "none")


@dataclass(frozen=True)
class EntryCell(Cell):
    """Two lines in one place."""

    below: Badge = field(default=NOTHING)

    @property
    def said(self) -> str:
        """Both lines, for screen readers and where they are cut."""
        return ", ".join(part for part in (self.words, self.below.word) if part)


class EntryDelegate(RowDelegate):
    """Paints entries; the ground, the bar of the keyboard and the hairline are those of every list."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draws the ground, the two lines, and the hairline."""
        area, of, cell = QRectF(option.rect), colours(), index.data(RowsModel.CELL)
        if not isinstance(cell, EntryCell):
            super().paint(painter, option, index)
            return
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(of.accent_soft))
            self._paint_bar(painter, area, option, index)
        above, below = _fonts(option.font, cell.is_strong)
        high = QFontMetrics(above).height()
        low = QFontMetrics(below).height() if cell.below.word else 0
        top = area.y() + (area.height() - high - low - XS / 2) / 2
        room = area.adjusted(M, 0, -M, 0)
        painter.setFont(above)
        paint_badge(painter, QRectF(room.x(), top, room.width(), high), Badge(cell.words, "none"), QColor(of.ink))
        painter.setFont(below)
        line = QRectF(room.x(), top + high + XS / 2, room.width(), low)
        paint_badge(painter, line, cell.below, QColor(of.soft_ink))
        if index.row() < index.model().rowCount() - 1:
            painter.fillRect(QRectF(area.x(), area.bottom() - 1, area.width(), 1), QColor(of.line))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """What the longer line would like."""
        cell = index.data(RowsModel.CELL)
        if not isinstance(cell, EntryCell):
            return super().sizeHint(option, index)
        above, below = _fonts(option.font, cell.is_strong)
        first = QFontMetrics(above).horizontalAdvance(cell.words)
        return QSize(max(first, badge_width(QFontMetrics(below), cell.below)) + 2 * M, ENTRY_ROW_HEIGHT)


def _fonts(font: QFont, is_strong: bool) -> tuple[QFont, QFont]:
    above, small = tabular(font), tabular(font)
    small.setPointSizeF(SMALL_PT)
    return semibold(above) if is_strong else above, small
