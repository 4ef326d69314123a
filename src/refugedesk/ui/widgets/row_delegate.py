"""How a cell of a list is painted: words or a badge over a hairline."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from refugedesk.ui.fonts import semibold, tabular
from refugedesk.ui.pages.models.rows import Cell, RowsModel
from refugedesk.ui.reading_way import across
from refugedesk.ui.style import colours
from refugedesk.ui.tokens import FOCUS_WIDTH, LIST_ROW_HEIGHT, XS, M
from refugedesk.ui.widgets.badges import Badge, badge_width, paint_badge

AnyIndex = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Paints one cell; a row that is chosen has a soft ground and, while the list has the focus, a bar at its edge."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draws the ground, the words or the badge, and the hairline."""
        area, of = QRectF(option.rect), colours()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(of.accent_soft))
            self._paint_bar(painter, area, option, index)
        cell: Cell = index.data(RowsModel.CELL)
        painter.setFont(self._font(option, cell))
        ink = QColor(of.soft_ink if cell.is_soft else of.ink)
        paint_badge(painter, across(painter, area, self._room(area)), cell.badge or Badge(cell.words, "none"), ink)
        if index.row() < index.model().rowCount() - 1:
            painter.fillRect(QRectF(area.x(), area.bottom() - 1, area.width(), 1), QColor(of.line))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """What a column would like, so that nothing is cut that need not be."""
        cell: Cell = index.data(RowsModel.CELL)
        metrics = QFontMetrics(self._font(option, cell))
        return QSize(badge_width(metrics, cell.badge or Badge(cell.words, "none")) + 2 * M + XS, LIST_ROW_HEIGHT)

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: AnyIndex
    ) -> bool:
        """Shows the whole text of a cell where it is cut, and only there."""
        cell: Cell = index.data(RowsModel.CELL)
        is_cut = self.sizeHint(option, index).width() > option.rect.width()
        QToolTip.showText(event.globalPos(), cell.said if is_cut else cell.tip, view)
        return True

    def _paint_bar(self, painter: QPainter, area: QRectF, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        is_first = index.column() == 0
        if is_first and option.widget is not None and option.widget.hasFocus():
            edge = across(painter, area, QRectF(area.x(), area.y(), FOCUS_WIDTH + 1, area.height()))
            painter.fillRect(edge, QColor(colours().accent))

    def _room(self, area: QRectF) -> QRectF:
        return area.adjusted(M, 0, -M / 2, -1)

    def _font(self, option: QStyleOptionViewItem, cell: Cell) -> QFont:
        font = tabular(option.font)
        return semibold(font) if cell.is_strong else font
