"""The units as cards in a grid: arrows go from card to card, Enter opens."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from refugedesk.domain.words import tr
from refugedesk.services.views import UnitTonight
from refugedesk.services.wording import count_of
from refugedesk.ui.fonts import semibold
from refugedesk.ui.reading_way import onward
from refugedesk.ui.style import colours
from refugedesk.ui.tokens import CARD_WIDTH, SMALL_PT, XS, M

LINE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip)
ELIDE = Qt.TextElideMode.ElideRight


def what_of(unit: UnitTonight) -> tuple[str, str]:
    """Who is in a unit and for how long, or since when it is free."""
    if unit.resident_id is not None:
        children = f"{count_of(unit.children, 'child', 'children')} · " if unit.children else ""
        return unit.who, f"{children}{count_of(unit.nights or 0, 'night')}"
    if not unit.is_open:
        return tr("Closed"), ""
    if unit.state:
        return tr(unit.state), unit.state_detail
    empty = unit.empty_nights
    if empty is None:
        return tr("Free"), ""
    return tr("Free"), tr("for {nights}", nights=count_of(empty, "night")) if empty else tr("since today")


class UnitCard(QPushButton):
    """One unit. It paints its three lines itself: labels in fifty cards would take a while to show."""

    def __init__(self, unit: UnitTonight, parent: QWidget) -> None:
        super().__init__(parent)
        self.unit = unit
        who, since = what_of(unit)
        self.lines = (unit.name, who, since)
        self.setObjectName("card")
        self.setProperty("isEmpty", unit.resident_id is None)
        self.setAutoDefault(False)
        self.setAccessibleName(", ".join(part for part in self.lines if part))
        self.setToolTip(f"{unit.name} · {unit.type_label}\n{who} {since}".strip())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card, then its name, who is in it, and since when."""
        super().paintEvent(event)
        painter = QPainter(self)
        small, who = QFont(self.font()), self.font()
        small.setPointSizeF(SMALL_PT)
        is_lived_in = self.unit.resident_id is not None
        looks = ((small, "soft_ink"), (semibold(who) if is_lived_in else who, "ink" if is_lived_in else "soft_ink"))
        top = M
        for words, (font, colour) in zip(self.lines, (*looks, looks[0]), strict=True):
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(QColor(getattr(colours(), colour)))
            room = QRectF(M, top, self.width() - 2 * M, metrics.height())
            painter.drawText(room, LINE, metrics.elidedText(words, ELIDE, int(room.width())))
            top += metrics.height() + XS
        painter.end()


class CardGrid(QWidget):
    """Cards of one width, as many in a line as there is room for. ``opened`` carries the unit."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Units tonight"))
        self.cards: list[UnitCard] = []
        self._across = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(M)

    def show_units(self, units: Sequence[UnitTonight]) -> None:
        """Shows these units in place of those before."""
        if [card.unit for card in self.cards] == list(units):
            return
        for card in self.cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [UnitCard(unit, self) for unit in units]
        for card in self.cards:
            card.clicked.connect(lambda _checked=False, unit=card.unit: self.opened.emit(unit))
            card.installEventFilter(self)
        self._stop_at(0)
        self._arrange(force=True)

    def first_card(self) -> UnitCard | None:
        """The card the keyboard comes to."""
        return next((card for card in self.cards if card.focusPolicy() & Qt.FocusPolicy.TabFocus), None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many in a line as there is room for now."""
        super().resizeEvent(event)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows go to the next card; Enter opens."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, UnitCard):
            across = max(self._across, 1)
            steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: across, Qt.Key.Key_Up: -across}
            key = onward(Qt.Key(event.key()), self)
            if key in steps:
                self._go(self.cards.index(watched) + steps[key])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                watched.click()
                return True
        return False

    def _go(self, to: int) -> None:
        if 0 <= to < len(self.cards):
            self._stop_at(to)
            self.cards[to].setFocus(Qt.FocusReason.TabFocusReason)

    def _stop_at(self, at: int) -> None:
        """One tab stop for the whole grid."""
        for place, card in enumerate(self.cards):
            is_stop = place == at
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)

    def _arrange(self, force: bool = False) -> None:
        across = max(1, (self.width() + M) // (CARD_WIDTH + M))
        if across == self._across and not force:
            return
        for column in range(max(across, self._across)):
            self._grid.setColumnStretch(column, 1 if column < across else 0)
        self._across = across
        for place, card in enumerate(self.cards):
            self._grid.addWidget(card, place // across, place % across)
