"""The bed board, drawn: a row for each unit, a column for each night, one of them under the keyboard's hand."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from refugedesk.domain.calendar_words import say_day_and_month
from refugedesk.domain.words import counted, tr
from refugedesk.services.board import BoardRow, Span
from refugedesk.services.wording import say_day
from refugedesk.ui.style import colours
from refugedesk.ui.tokens import FOCUS_WIDTH, RADIUS, ROW_HEIGHT, M, S

LABEL_WIDTH = 168
DAY_WIDTH = 56
STEPS = {
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Left: (0, -1),
}


def nights_words(first: date, last: date) -> str:
    """Some nights as people say them: 3 nights, 12 Apr to 14 Apr 2021."""
    count = (last - first).days + 1
    if count == 1:
        return tr("night of {day}", day=say_day(first))
    return counted(
        count,
        "%n night, {first} to {last}",
        "%n nights, {first} to {last}",
        first=say_day_and_month(first),
        last=say_day(last),
    )


class BoardGrid(QWidget):
    """Arrows move; letters and Enter are the page's.

    moved: the hand is on another unit or night; pressed: a key that is the page's; dropped: a household was dragged,
    with its span and the unit it was let go on; marked: nights of a unit were drawn over with the mouse.
    """

    moved = Signal()
    marked = Signal()
    pressed = Signal(int)
    dropped = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[BoardRow, ...] = ()
        self.first, self.days, self.today = date.min, 1, date.min
        self.at_row = self.at_day = 0
        self._dragged: Span | None = None
        self._anchor: int | None = None
        self._is_drawing = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # time, as figures, in every language
        self.setAccessibleName(tr("Bed board"))

    def show_board(self, rows: tuple[BoardRow, ...], first: date, days: int, today: date) -> None:
        """Shows these units over these nights; the hand begins at today."""
        if self.first != first:
            self.at_day = max((today - first).days, 0)
        self.rows, self.first, self.days, self.today = rows, first, days, today
        self.at_row = min(self.at_row, max(len(rows) - 1, 0))
        self.setFixedHeight(self.sizeHint().height())
        self._tell()
        self.update()

    @property
    def night(self) -> date:
        """The night under the hand."""
        return self.first + timedelta(days=self.at_day)

    @property
    def row(self) -> BoardRow | None:
        """The unit under the hand."""
        return self.rows[self.at_row] if self.rows else None

    @property
    def said(self) -> str:
        """What is under the hand, in words."""
        if self.row is None:
            return ""
        span = self.row.on(self.night)
        state = span.words if span else tr("free")
        if self.nights is not None:
            return tr("{name}, {nights}: {state}.", name=self.row.name, nights=nights_words(*self.nights), state=state)
        if self._dragged is not None and self._dragged not in self.row.spans:
            return tr("{words}: let go to move to {name}.", words=self._dragged.words, name=self.row.name)
        here = tr("{name}, night of {day}: {state}.", name=self.row.name, day=say_day(self.night), state=state)
        if not self.row.misfits:
            return here
        return f"{here} {tr('Does not fit: {misfits}.', misfits=', '.join(self.row.misfits))}"

    @property
    def nights(self) -> tuple[date, date] | None:
        """The first and the last night that are marked, with Shift and the arrows or by drawing; None for none."""
        if self._anchor is None:
            return None
        first, last = sorted((self._anchor, self.at_day))
        return self.first + timedelta(days=first), self.first + timedelta(days=last)

    def unmark(self) -> None:
        """Lets the marked nights go."""
        self._anchor = None
        self._tell()

    def sizeHint(self) -> QSize:
        """A row for each unit and one for the days."""
        return QSize(LABEL_WIDTH * 4, ROW_HEIGHT * (len(self.rows) + 1))

    def go_to(self, unit_id: str) -> None:
        """Puts the hand on a unit."""
        self.at_row = next((number for number, row in enumerate(self.rows) if row.unit_id == unit_id), self.at_row)
        self._tell()

    def row_area(self, at: QPoint | None) -> QRect:
        """The unit's line at a point, or the one under the hand; empty beside the units."""
        row = self.at_row if at is None else at.y() // ROW_HEIGHT - 1
        is_one = 0 <= row < len(self.rows)
        return QRect(0, int((row + 1) * ROW_HEIGHT), self.width(), int(ROW_HEIGHT)) if is_one else QRect()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the hand; every other key is offered to the page."""
        key = Qt.Key(event.key())
        if key in STEPS and self.rows:
            down, right = STEPS[key]
            is_marking = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier) and not down
            self._anchor = (self.at_day if self._anchor is None else self._anchor) if is_marking else None
            self.at_row = min(max(self.at_row + down, 0), len(self.rows) - 1)
            self.at_day = min(max(self.at_day + right, 0), self.days - 1)
            self._tell()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.text().isalpha():
            self.pressed.emit(int(key))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Puts the hand where the mouse is, and takes up the household that is there, or begins to draw over nights."""
        self._anchor = None
        if self._take(event.position()) and self.row is not None:
            span = self.row.on(self.night)
            self._dragged = span if span is not None and span.kind == "occupied" else None
            self._is_drawing = span is None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The hand goes with the mouse: a household to another unit, or along the nights of an empty one."""
        if self._dragged is not None:
            self._take(event.position())
        elif self._is_drawing:
            self._draw_to(event.position())

    def _draw_to(self, at: QPointF) -> None:
        day = self._day_at(at)
        if day != self.at_day:
            self._anchor = self.at_day if self._anchor is None else self._anchor
            self.at_day = day
            self._tell()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lets a household go on another unit, or says which nights were drawn over."""
        dragged, self._dragged = self._dragged, None
        was_drawing, self._is_drawing = self._is_drawing, False
        if dragged is not None and self._take(event.position()) and self.row is not None:
            if dragged not in self.row.spans:
                self.dropped.emit(dragged, self.row.unit_id)
        elif was_drawing:
            self._draw_to(event.position())
            if self.nights is not None:
                self.marked.emit()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Opens, as Enter does."""
        self.pressed.emit(int(Qt.Key.Key_Return))

    def _take(self, at: QPointF) -> bool:
        row = int(at.y() // ROW_HEIGHT) - 1
        if not (0 <= row < len(self.rows)):
            return False
        self.at_row, self.at_day = row, self._day_at(at)
        self._tell()
        return True

    def _day_at(self, at: QPointF) -> int:
        return min(max(int((at.x() - LABEL_WIDTH) // self._width()), 0), self.days - 1)

    def _tell(self) -> None:
        self.setAccessibleDescription(self.said)
        self.setToolTip(self.said)
        self.moved.emit()
        self.update()

    def _width(self) -> float:
        return max((self.width() - LABEL_WIDTH) / self.days, 1.0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the days, then each unit."""
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_days(painter)
        for number, row in enumerate(self.rows):
            self._paint_row(painter, number, row)
        if self.nights is not None:
            self._paint_marked(painter)
        if self.rows and self.hasFocus():
            self._paint_hand(painter)

    def _paint_marked(self, painter: QPainter) -> None:
        first, last = sorted((self._anchor or 0, self.at_day))
        painter.setPen(QPen(QColor(colours().accent), FOCUS_WIDTH, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(colours().accent_soft))
        painter.drawRoundedRect(self._cell(self.at_row, first, last - first + 1).adjusted(1, 3, -1, -3), RADIUS, RADIUS)

    def _paint_hand(self, painter: QPainter) -> None:
        """A dark ring in a light one: an accent alone is lost on a household's bar."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((colours().surface, 3 * FOCUS_WIDTH), (colours().ink, FOCUS_WIDTH)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawRoundedRect(self._cell(self.at_row, self.at_day, 1), RADIUS, RADIUS)

    def _is_named(self, day: int) -> bool:
        """Today, the first day and each Monday are, where their words neither meet nor run over the edge."""
        width, today = self._width(), (self.today - self.first).days
        if day == today:
            return True
        is_clear = abs(day - today) * width >= DAY_WIDTH and (self.days - day) * width >= DAY_WIDTH
        is_monday = (self.first + timedelta(days=day)).weekday() == 0
        return is_clear and (day == 0 or (is_monday and day * width >= DAY_WIDTH))

    def _paint_days(self, painter: QPainter) -> None:
        of, width = colours(), self._width()
        for day in range(self.days):
            night = self.first + timedelta(days=day)
            is_today = night == self.today
            if is_today:
                area = QRectF(LABEL_WIDTH + day * width, 0, width, self.height())
                painter.fillRect(area, QColor(of.accent_soft))
            if self._is_named(day):
                painter.setPen(QColor(of.ink if is_today else of.soft_ink))
                box = QRectF(LABEL_WIDTH + day * width, 0, DAY_WIDTH, ROW_HEIGHT)
                words = tr("today") if is_today else say_day_and_month(night)
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _paint_row(self, painter: QPainter, number: int, row: BoardRow) -> None:
        of, top = colours(), (number + 1) * ROW_HEIGHT
        painter.setPen(QPen(QColor(of.line), 1))
        painter.drawLine(QPointF(0, top), QPointF(self.width(), top))
        painter.setPen(QColor(of.soft_ink if row.misfits else of.ink))
        room = QRectF(0, top, LABEL_WIDTH - M, ROW_HEIGHT)
        name = painter.fontMetrics().elidedText(row.name, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)
        for span in sorted(row.spans, key=lambda each: each.kind == "occupied"):
            self._paint_span(painter, number, span, bool(row.misfits))

    def _paint_span(self, painter: QPainter, number: int, span: Span, is_dim: bool) -> None:
        start = max((span.first - self.first).days, 0)
        end = self.days if span.until is None else min((span.until - self.first).days, self.days)
        if end <= start:
            return
        of, area = colours(), self._cell(number, start, end - start).adjusted(1, 3, -1, -3)
        ground = {"occupied": of.accent, "held": of.surface, "void": of.line, "closed": of.paper}[span.kind]
        edge = {"occupied": of.accent, "held": of.accent, "void": of.soft_ink, "closed": of.line}[span.kind]
        painter.setOpacity(0.45 if is_dim else 1.0)
        style = Qt.PenStyle.DashLine if span.kind in ("held", "closed") else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(edge), 1, style))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(area, RADIUS, RADIUS)
        painter.setPen(QColor(of.surface if span.kind == "occupied" else of.ink))
        inside = area.adjusted(S, 0, -S, 0)
        words = painter.fontMetrics().elidedText(span.words, Qt.TextElideMode.ElideRight, int(inside.width()))
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, words if inside.width() > ROW_HEIGHT else "")
        painter.setOpacity(1.0)

    def _cell(self, row: int, day: int, days: int) -> QRectF:
        width = self._width()
        return QRectF(LABEL_WIDTH + day * width, (row + 1) * ROW_HEIGHT, width * days, ROW_HEIGHT)
