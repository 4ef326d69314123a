"""Several answers from a list as a calm grid of ticks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QWidget

from refugedesk.domain.drafts import Draft
from refugedesk.domain.fields import Field
from refugedesk.domain.words import noted, tr
from refugedesk.ui.forms.editor import ENTER_KEYS, Editor
from refugedesk.ui.forms.offers import Offer
from refugedesk.ui.reading_way import onward
from refugedesk.ui.tokens import XL, XS
from refugedesk.ui.widgets.boxes import column

COLUMNS = 2
BESIDE, BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
TIP = noted("Arrow keys move, Space ticks.")


class TicksEditor(Editor):
    """A tick for each answer, read down the columns; one tab stop, arrows move within."""

    def __init__(self, field: Field, offers: tuple[Offer, ...], parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.ticks = [self._tick(offer) for offer in offers]
        self._values = [offer.value for offer in offers]
        self._half = self._rows = -(-len(offers) // COLUMNS)
        self._parts = [self.ticks[: self._half], self.ticks[self._half :]]
        self._box = QBoxLayout(BESIDE, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(XL)
        for part in self._parts:
            ticks = column(*part, gap=XS)
            ticks.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._box.addLayout(ticks, 1)
        self._stop_at(self.ticks[0])

    @property
    def is_settled(self) -> bool:
        """A tick is whole at once."""
        return True

    def show_answer(self, draft: Draft) -> None:
        """Shows what is ticked."""
        chosen = draft.answers.get(self.field.name)
        for value, tick in zip(self._values, self.ticks, strict=True):
            tick.setChecked(isinstance(chosen, tuple) and value in chosen)

    def answer_into(self, draft: Draft) -> None:
        """Hands the draft what is ticked."""
        ticked = zip(self._values, self.ticks, strict=True)
        draft.set(self.field.name, tuple(value for value, tick in ticked if tick.isChecked()))

    def handle_key(self, event: QKeyEvent) -> bool:
        """Arrows move through the grid; Enter goes on."""
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Right: self._rows,
            Qt.Key.Key_Left: -self._rows,
        }
        if event.key() in ENTER_KEYS:
            return super().handle_key(event)
        key = onward(Qt.Key(event.key()), self)
        if key not in steps:
            return False
        at = next((place for place, tick in enumerate(self.ticks) if tick.hasFocus()), 0)
        to = at + steps[key]
        if 0 <= to < len(self.ticks):
            self.ticks[to].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The tick with the focus is the one Tab comes back to."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QCheckBox):
            self._stop_at(watched)
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        """One column will do."""
        return QSize(max(tick.sizeHint().width() for tick in self.ticks), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where both fit, one where they do not."""
        super().resizeEvent(event)
        needed = XL + sum(max((tick.sizeHint().width() for tick in part), default=0) for part in self._parts)
        self._arrange(is_beside=needed <= event.size().width())

    def _arrange(self, is_beside: bool) -> None:
        self._rows = self._half if is_beside else len(self.ticks)
        direction = BESIDE if is_beside else BELOW
        if self._box.direction() != direction:
            self._box.setDirection(direction)
            self._box.setSpacing(XL if is_beside else XS)

    def _tick(self, offer: Offer) -> QCheckBox:
        tick = QCheckBox(offer.label.replace("&", "&&"), self)
        tick.setAccessibleName(f"{self.field.label}: {offer.label}")
        tick.setToolTip(tr(TIP))
        tick.clicked.connect(lambda _checked: self.edited.emit())
        tick.installEventFilter(self)
        return tick

    def _stop_at(self, stop: QCheckBox) -> None:
        for tick in self.ticks:
            tick.setFocusPolicy(Qt.FocusPolicy.StrongFocus if tick is stop else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(stop)
