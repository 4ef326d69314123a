"""A few answers laid out side by side: each is one key away, none is chosen until somebody chooses."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from refugedesk.domain.words import noted, tr
from refugedesk.ui.forms.editor import CLEAR_KEYS, ENTER_KEYS
from refugedesk.ui.forms.flow import FlowLayout
from refugedesk.ui.forms.letters import Letters
from refugedesk.ui.forms.offers import Offer
from refugedesk.ui.reading_way import onward
from refugedesk.ui.tokens import XS, S
from refugedesk.ui.widgets.texts import text

NEXT_KEYS = (Qt.Key.Key_Right, Qt.Key.Key_Down)
BACK_KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Up)
LARGE = 48
TIP = noted("Arrow keys or the first letters choose, Backspace clears.")


class Chip(QRadioButton):
    """One answer. It is a radio button to screen readers; the group decides what a key does."""

    def __init__(self, offer: Offer, name: str, parent: QWidget) -> None:
        super().__init__(offer.label.replace("&", "&&"), parent)
        self.offer = offer
        self.setObjectName("chip" if offer.is_answer else "quietChip")
        self.setAutoExclusive(False)
        self.setAccessibleName(f"{name}: {offer.label}")
        self.setToolTip(tr(TIP))


class ChipRow(QWidget):
    """The answers of one question as chips: one tab stop, arrows move and choose, letters jump, Backspace clears.

    A letter with which no answer begins is not swallowed: the line under the chips says which letters there are.
    """

    chosen = Signal()
    entered = Signal()

    def __init__(self, name: str, offers: Sequence[Offer], columns: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._letters = Letters([offer.label for offer in offers])
        side_by_side, self.hint = QWidget(self), text("", "caution", self)
        self.chips = [Chip(offer, name, side_by_side) for offer in offers]
        for chip in self.chips:
            chip.installEventFilter(self)
            chip.clicked.connect(lambda _checked, each=chip: self._choose(each))
        self._lay_out(side_by_side, columns)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(side_by_side)
        column.addWidget(self.hint)
        self.hint.hide()
        self._keep_one_tab_stop()

    def _lay_out(self, inside: QWidget, columns: int) -> None:
        """Side by side in their own widths; with ``columns``, large ones in a grid."""
        if not columns:
            flow = FlowLayout(inside, XS, XS)
            for chip in self.chips:
                flow.addWidget(chip)
            return
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(S)
        for place, chip in enumerate(self.chips):
            chip.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            grid.setRowMinimumHeight(place // columns, LARGE)
            grid.addWidget(chip, place // columns, place % columns)

    @property
    def value(self) -> str | None:
        """What is chosen; None for nothing."""
        return next((chip.offer.value for chip in self.chips if chip.isChecked()), None)

    def show_value(self, value: str | None) -> None:
        """Shows a choice without emitting ``chosen``."""
        self._hint("")
        for chip in self.chips:
            chip.setChecked(chip.offer.value == value)
        self._keep_one_tab_stop()

    def handle_key(self, event: QKeyEvent) -> bool:
        """What a key does to the row; False leaves it to Qt."""
        key, modifiers = event.key(), event.modifiers()
        if modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        key, typed = onward(Qt.Key(key), self), event.text()
        if key not in (*NEXT_KEYS, *BACK_KEYS, *ENTER_KEYS, *CLEAR_KEYS):
            return bool(typed) and typed.isprintable() and self._jump(typed)
        self._letters.forget()
        if key in NEXT_KEYS or key in BACK_KEYS:
            self._step(1 if key in NEXT_KEYS else -1)
        elif key in ENTER_KEYS:
            self.entered.emit()
        else:
            self._choose(None)
        return True

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Keys of any chip are keys of the row; what was typed is forgotten once the focus has left it."""
        if event.type() == QEvent.Type.FocusOut and not any(chip.hasFocus() for chip in self.chips):
            self._letters.forget()
            self._hint("")
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self.handle_key(event)
        return False

    def _current(self) -> Chip:
        focused = next((chip for chip in self.chips if chip.hasFocus()), None)
        return focused or next((chip for chip in self.chips if chip.isChecked()), self.chips[0])

    def _step(self, by: int) -> None:
        current = self._current()
        place = self.chips.index(current)
        nothing_yet = self.value is None and by > 0
        target = current if nothing_yet else self.chips[(place + by) % len(self.chips)]
        self._choose(target)

    def _jump(self, typed: str) -> bool:
        """Goes to the answer that begins so, or says which letters there are; a lone blank is left to Qt."""
        at = next((place for place, chip in enumerate(self.chips) if chip.isChecked()), -1)
        place = self._letters.hear(typed, at)
        if place is not None:
            self._choose(self.chips[place])
        elif typed.strip():
            self._hint(self._letters.none_begins_with(typed))
        return place is not None or bool(typed.strip())

    def _hint(self, words: str) -> None:
        self.hint.setText(words)
        self.hint.setVisible(bool(words))
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _choose(self, chosen: Chip | None) -> None:
        before = self.value
        self._hint("")
        for chip in self.chips:
            chip.setChecked(chip is chosen)
        if chosen is not None:
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)
        self._keep_one_tab_stop()
        if self.value != before or chosen is not None:
            self.chosen.emit()

    def _keep_one_tab_stop(self) -> None:
        stop = next((chip for chip in self.chips if chip.isChecked()), self.chips[0])
        for chip in self.chips:
            is_stop = chip is stop
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(stop)
