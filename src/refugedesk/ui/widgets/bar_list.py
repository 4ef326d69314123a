"""A chart that is a table: a name, a bar, and the figures in words. What the eye sees a screen reader reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen
from PySide6.QtWidgets import QFrame, QHeaderView, QStyle, QStyleOptionViewItem, QVBoxLayout

from refugedesk.ui.pages.models.rows import Cell, Column, RowsModel
from refugedesk.ui.reading_way import across
from refugedesk.ui.style import colours
from refugedesk.ui.tokens import BAR_HEIGHT, ENTRY_ROW_HEIGHT, LIST_ROW_HEIGHT, M
from refugedesk.ui.widgets.entry_delegate import EntryDelegate
from refugedesk.ui.widgets.list_view import ListView

AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class BarCell(Cell):
    """A bar: the part of the room that is full, and the part up to which it is hatched. The words say the same."""

    full: Fraction = Fraction(0)
    hatched_to: Fraction = Fraction(0)


class BarDelegate(EntryDelegate):
    """Paints bars beside the cells of words."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draws a cell, or a bar on the ground of one."""
        cell = index.data(RowsModel.CELL)
        if not isinstance(cell, BarCell):
            super().paint(painter, option, index)
            return
        area, of = QRectF(option.rect), colours()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(of.accent_soft))
            self._paint_bar(painter, area, option, index)
        room = QRectF(area.x() + M, area.center().y() - BAR_HEIGHT / 2, area.width() - 2 * M, BAR_HEIGHT)
        hatched = QRectF(room.x(), room.y(), room.width() * float(cell.hatched_to), BAR_HEIGHT)
        full = QRectF(room.x(), room.y(), room.width() * float(cell.full), BAR_HEIGHT)
        if hatched.width() > full.width():
            painter.setPen(QPen(QColor(of.edge), 1))
            painter.setBrush(QBrush(QColor(of.edge), Qt.BrushStyle.BDiagPattern))
            painter.drawRect(across(painter, area, hatched))
        if full.width() > 0:
            painter.fillRect(across(painter, area, full), QColor(of.accent))
        if index.row() < index.model().rowCount() - 1:
            painter.fillRect(QRectF(area.x(), area.bottom() - 1, area.width(), 1), QColor(of.line))
        painter.restore()


class BarList(QFrame):
    """Rows with bars, as high as all of them; the headings stand above. has_two_lines: with room for entries."""

    def __init__(self, name: str, columns: Sequence[Column], has_two_lines: bool = False) -> None:
        super().__init__()
        self.setObjectName("listFrame")
        self._row_height = ENTRY_ROW_HEIGHT if has_two_lines else LIST_ROW_HEIGHT
        self.model = RowsModel(columns, self)
        self.list = ListView(name, self)
        self.list.setItemDelegate(BarDelegate(self.list))
        self.list.verticalHeader().setDefaultSectionSize(self._row_height)
        self.list.setModel(self.model)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.list)

    def show_rows(self, rows: Sequence[object]) -> None:
        """Shows these rows."""
        at = self.list.currentIndex().row()
        self.model.fill(rows)
        head = self.list.horizontalHeader().sizeHint().height()
        self.list.setFixedHeight(self._row_height * len(rows) + head)
        self.list.selectRow(at if 0 <= at < len(rows) else 0)
        self.setVisible(bool(rows))


def bar(full: Fraction, hatched_to: Fraction = Fraction(0), said: str = "") -> BarCell:
    """A cell that is a bar; ``said`` is read in its place."""
    return BarCell(said, full=full, hatched_to=hatched_to)


def of_largest(number: int, numbers: Sequence[int]) -> Fraction:
    """A number as a part of the largest of them all."""
    return Fraction(number, max(numbers)) if max(numbers, default=0) else Fraction(0)
