"""The sections of a file in one column, each with a tick or a count of what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from refugedesk.domain.words import tr
from refugedesk.ui.fonts import semibold, tabular
from refugedesk.ui.forms.editor import ENTER_KEYS
from refugedesk.ui.icons import draw
from refugedesk.ui.style import colours
from refugedesk.ui.tokens import FOCUS_WIDTH, ICON, RADIUS, ROW_HEIGHT, SMALL_PT, M, S

ENTRY = Qt.ItemDataRole.UserRole
AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Entry:
    """One line: a section with how much is missing from it (None: nothing can be), or a heading without a key.

    count: for a section that is a list, how many records are in it.
    """

    key: str
    title: str
    missing: int | None = None
    count: int | None = None

    @property
    def is_heading(self) -> bool:
        """Whether it only names what follows."""
        return not self.key

    @property
    def said(self) -> str:
        """The line for a screen reader."""
        if self.count is not None and not self.missing:
            return f"{self.title}, {self.count or tr('none')}"
        if self.missing is None:
            return self.title
        standing = tr("{missing} missing", missing=self.missing) if self.missing else tr("complete")
        return f"{self.title}, {standing}"


class SectionList(QListWidget):
    """Arrows move, Enter opens the section's form. ``chosen``: it is to be read; ``opened``: it is to be changed."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Sections of the file"))
        self.setItemDelegate(_EntryDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.currentItemChanged.connect(self._choose)

    def show_entries(self, entries: Sequence[Entry], key: str) -> None:
        """Shows these lines, ``key`` chosen, without emitting ``chosen``."""
        self.blockSignals(True)
        self.clear()
        for entry in entries:
            item = QListWidgetItem(entry.title)
            item.setData(ENTRY, entry)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, entry.said)
            item.setToolTip("" if entry.is_heading else tr("{said}. Enter changes it.", said=entry.said))
            if entry.is_heading:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(item)
        self.choose(key)
        self.blockSignals(False)

    def choose(self, key: str) -> None:
        """Puts the choice on a section."""
        for number in range(self.count()):
            if self.item(number).data(ENTRY).key == key:
                self.setCurrentRow(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the section's form."""
        item = self.currentItem()
        if event.key() in ENTER_KEYS and item is not None:
            self.opened.emit(item.data(ENTRY).key)
            return
        super().keyPressEvent(event)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(ENTRY).key)


def across(option: QStyleOptionViewItem, part: QRect) -> QRect:
    """A part of a row where it lies for those who read from the right: at the same distance from the other end."""
    return QStyle.visualRect(option.direction, option.rect, part)


class _EntryDelegate(QStyledItemDelegate):
    """Paints a heading small and soft, a section with its tick or its count."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """One row; a heading has air above it."""
        entry: Entry = index.data(ENTRY)
        return QSize(option.rect.width(), ROW_HEIGHT + (S if entry.is_heading and index.row() else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draws one line."""
        entry: Entry = index.data(ENTRY)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry.is_heading:
            self._paint_heading(painter, option, entry)
        else:
            self._paint_section(painter, option, entry)
        painter.restore()

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry) -> None:
        font = QFont(option.font)
        font.setPointSizeF(SMALL_PT)
        painter.setFont(font)
        painter.setPen(QColor(colours().soft_ink))
        area = across(option, option.rect.adjusted(M, 0, -S, -S))
        text = painter.fontMetrics().elidedText(entry.title, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, text)

    def _paint_section(self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry) -> None:
        area, of = QRectF(option.rect), colours()
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_current:
            self._paint_ground(painter, area.adjusted(1, 1, -1, -1), option)
        painter.setFont(semibold(option.font) if is_current else option.font)
        painter.setPen(QColor(of.ink))
        room = across(option, option.rect.adjusted(M, 0, -(M + ICON + S), 0))
        text = painter.fontMetrics().elidedText(entry.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        if entry.count is not None and not entry.missing:
            self._paint_count(painter, option, entry.count)
        elif entry.missing == 0:
            box = QRect(option.rect.right() - M - ICON + 3, option.rect.center().y() - 6, 14, 14)
            draw(painter, "check", "good", QRectF(across(option, box)))
        elif entry.missing:
            painter.setFont(tabular(option.font))
            painter.setPen(QColor(of.caution))
            alignment = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(across(option, option.rect.adjusted(0, 0, -M - 4, 0)), alignment, str(entry.missing))

    def _paint_count(self, painter: QPainter, option: QStyleOptionViewItem, count: int) -> None:
        if count:
            painter.setFont(tabular(option.font))
            painter.setPen(QColor(colours().soft_ink))
            area = across(option, option.rect.adjusted(0, 0, -M - 4, 0))
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(count))

    def _paint_ground(self, painter: QPainter, area: QRectF, option: QStyleOptionViewItem) -> None:
        of = colours()
        has_focus = option.widget is not None and option.widget.hasFocus()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(of.accent_soft))
        painter.drawRoundedRect(area, RADIUS, RADIUS)
        if has_focus:
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setColor(QColor(of.accent))
            pen.setWidth(FOCUS_WIDTH)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area, RADIUS, RADIUS)
