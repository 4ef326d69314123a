"""The lines of a type-ahead list, headings among them, and how they are painted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from refugedesk.ui.forms.offers import Offer

OFFER_ROLE = Qt.ItemDataRole.UserRole
AnyIndex = QModelIndex | QPersistentModelIndex
ROW_HEIGHT, HEADING_HEIGHT, INSET = 28, 26, 10


class OfferModel(QAbstractListModel):
    """Offers in order, each heading once above its own."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Offer | str] = []

    def fill(self, offers: Sequence[Offer]) -> None:
        """Replaces every line."""
        self.beginResetModel()
        self.lines = []
        heading = ""
        for offer in offers:
            if offer.heading != heading and offer.heading:
                self.lines.append(offer.heading)
            heading = offer.heading
            self.lines.append(offer)
        self.endResetModel()

    def offer(self, row: int) -> Offer | None:
        """The offer on a line; None for a heading and past either end."""
        line = self.lines[row] if 0 <= row < len(self.lines) else None
        return line if isinstance(line, Offer) else None

    def row_of(self, offer: Offer) -> int:
        """The line an offer stands on."""
        return self.lines.index(offer)

    def next_row(self, row: int, step: int) -> int:
        """The nearest line with an offer in that direction, or the same line at either end."""
        at = row + step
        while 0 <= at < len(self.lines):
            if self.offer(at):
                return at
            at += 1 if step > 0 else -1
        return row

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """How many lines, headings included."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a line, for painting and for screen readers."""
        line = self.lines[index.row()]
        if role == OFFER_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return line if isinstance(line, str) else " ".join(filter(None, (line.label, line.detail)))
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Headings cannot be picked."""
        if self.offer(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class OfferDelegate(QStyledItemDelegate):
    """Paints an offer with its detail in soft ink behind it, and a heading small above its own."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draws one line."""
        line = index.data(OFFER_ROLE)
        painter.save()
        if isinstance(line, str):
            self._paint_heading(painter, option, line)
        else:
            self._paint_offer(painter, option, line)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """The height of a line; the width is the list's."""
        height = HEADING_HEIGHT if isinstance(index.data(OFFER_ROLE), str) else ROW_HEIGHT
        return QSize(option.rect.width(), height)

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, text: str) -> None:
        font = QFont(option.font)
        font.setPointSizeF(option.font.pointSizeF() - 1)
        painter.setFont(font)
        painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
        area = option.rect.adjusted(INSET, 0, -INSET, -3)
        painter.drawText(area, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, text)

    def _paint_offer(self, painter: QPainter, option: QStyleOptionViewItem, offer: Offer) -> None:
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_current:
            painter.fillRect(option.rect, option.palette.color(QPalette.ColorRole.Highlight))
        ink = QPalette.ColorRole.HighlightedText if is_current else QPalette.ColorRole.Text
        painter.setPen(option.palette.color(ink))
        indent = INSET * 2 if offer.heading else INSET
        area = option.rect.adjusted(indent, 0, -INSET, 0)
        width = self._paint_part(painter, option, area, offer.label)
        if offer.detail:
            if not is_current:
                painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
            self._paint_part(painter, option, area.adjusted(width + INSET, 0, 0, 0), offer.detail)

    def _paint_part(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, text: str) -> int:
        elided = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, area.width()))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)
        return option.fontMetrics.horizontalAdvance(elided)
