"""The return as it will be read: one sheet at a time, withheld numbers with their reason under mouse and keyboard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from refugedesk.domain.words import noted, tr
from refugedesk.reporting.tables import Place, PrintedTable
from refugedesk.reporting.writers.figures import WITHHELD
from refugedesk.reporting.writers.grids import Cell, Look, Tone
from refugedesk.reporting.writers.themes import by_theme
from refugedesk.ui.fonts import semibold, tabular
from refugedesk.ui.pages.models.return_sheet import NUMBERS, ReturnSheetModel
from refugedesk.ui.style import colours
from refugedesk.ui.tokens import FOCUS_WIDTH, SECTION_PT, SMALL_PT, M, S
from refugedesk.ui.widgets.boxes import column
from refugedesk.ui.widgets.chips import FilterChips
from refugedesk.ui.widgets.texts import text

AnyIndex = QModelIndex | QPersistentModelIndex
WIDTHS, NARROW_WIDTHS, MOST_WIDE = (320, 96), (268, 84), 5
"""Of labels and numbers: narrower where there are more columns than that."""
LINE_HEIGHT, NOTE_HEIGHT, TITLE_HEIGHT, HEAD_HEIGHT = 26, 20, 34, 40
HINT = noted("Arrow keys go from number to number; the reason for each [c] stands here.")


class SheetDelegate(QStyledItemDelegate):
    """Paints titles, headings, labels and numbers the way the workbook has them."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draws one cell."""
        cell: Cell = index.data(ReturnSheetModel.CELL)
        words = str(index.data() or "")
        painter.save()
        painter.setLayoutDirection(option.direction)
        if option.state & QStyle.StateFlag.State_Selected and cell.look in NUMBERS:
            self._paint_ground(painter, option)
        painter.setFont(self._font(option.font, cell))
        painter.setPen(QColor(self._ink(cell, words)))
        area = option.rect.adjusted(S, 0, -S, 0)
        if cell.look is Look.HEAD:
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap
            painter.drawText(area.adjusted(0, 0, 0, -4), int(flags), words)
        else:
            side = Qt.AlignmentFlag.AlignRight if cell.look in NUMBERS else Qt.AlignmentFlag.AlignLeft
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, shown)
        if cell.look not in (Look.TITLE, Look.NOTE) and words:
            self._paint_line(painter, option.rect, cell)
        painter.restore()

    def _paint_line(self, painter: QPainter, area: QRect, cell: Cell) -> None:
        is_head = cell.look in (Look.HEAD, Look.HEAD_LABEL)
        colour = colours().edge if is_head else colours().line
        painter.fillRect(area.x(), area.bottom(), area.width(), 1, QColor(colour))

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        painter.fillRect(option.rect, QColor(colours().accent_soft))
        if option.widget is not None and option.widget.hasFocus():
            pen = painter.pen()
            pen.setColor(QColor(colours().accent))
            pen.setWidth(FOCUS_WIDTH)
            painter.setPen(pen)
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))

    def _font(self, given: QFont, cell: Cell) -> QFont:
        font = tabular(given)
        if cell.look is Look.TITLE:
            font = semibold(font)
            font.setPointSizeF(SECTION_PT)
        elif cell.look in (Look.NOTE, Look.HEAD, Look.HEAD_LABEL):
            font.setPointSizeF(SMALL_PT)
        elif cell.tone is Tone.MARGIN:
            font = semibold(font)
        return font

    def _ink(self, cell: Cell, words: str) -> str:
        of = colours()
        is_soft = cell.look in (Look.NOTE, Look.HEAD, Look.HEAD_LABEL, Look.PERCENT) or cell.tone is Tone.SIDE
        return of.caution if words == WITHHELD else of.soft_ink if is_soft else of.ink


class SheetView(QTableView):
    """One sheet. It is read, never changed; arrows go from number to number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # its words are English, as in the file
        self.setAccessibleName(tr("The return as it will be read"))
        self.setItemDelegate(SheetDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerWidget(QWidget(self))
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        for mode in (self.setVerticalScrollMode, self.setHorizontalScrollMode):
            mode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(S)

    def show_sheet(self, model: ReturnSheetModel) -> None:
        """Shows another sheet from its top."""
        self.clearSpans()
        self.setModel(model)
        for row in model.spans():
            self.setSpan(row, 0, 1, model.columnCount())
        for row, (_, cells) in enumerate(model.lines):
            self.setRowHeight(row, _height(cells[0].look if cells else None))
        for at in range(model.columnCount()):
            label, number = WIDTHS if model.columnCount() <= MOST_WIDE else NARROW_WIDTHS
            self.setColumnWidth(at, number if at else label)
        self.scrollToTop()


def _height(look: Look | None) -> int:
    heights = {Look.TITLE: TITLE_HEIGHT, Look.NOTE: NOTE_HEIGHT, Look.HEAD_LABEL: HEAD_HEIGHT}
    return heights.get(look, LINE_HEIGHT) if look else LINE_HEIGHT


class ReturnSheets(QWidget):
    """The sheets of one return, one chip each, and the reason line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips = FilterChips(tr("Sheets of the return"), self, wraps=True)
        self.view = SheetView(self)
        self.reason = text(tr(HINT), "small")
        self.chips.chosen.connect(self.choose)
        self._models: dict[str, ReturnSheetModel] = {}
        layout = column(self.chips, self.view, self.reason, gap=M)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def show_tables(self, tables: Sequence[PrintedTable], reasons: Mapping[Place, StrEnum]) -> None:
        """Shows a return, its first sheet on top."""
        self._models = {theme: ReturnSheetModel(found, reasons) for theme, found in by_theme(tables).items()}
        first = next(iter(self._models), "")
        self.chips.show_chips([(theme, theme, None) for theme in self._models], first)
        if first:
            self.choose(first)

    def choose(self, theme: str) -> None:
        """Shows one sheet."""
        self.view.show_sheet(self._models[theme])
        self.view.selectionModel().currentChanged.connect(lambda current, _before: self._say_reason(current))
        self.reason.setText(tr(HINT))

    def _say_reason(self, index: QModelIndex) -> None:
        model = index.model()
        if isinstance(model, ReturnSheetModel):
            reason = str(index.data(ReturnSheetModel.REASON) or "")
            where = model.where(index) if model.cell(index).figure is not None else ""
            self.reason.setText(f"{where}. {reason}" if reason else where or tr(HINT))
