"""A line in which typing finds one of many offers by the beginning of any of its words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QVBoxLayout, QWidget

from refugedesk.domain.words import noted, tr
from refugedesk.ui.forms.editor import CLEAR_KEYS, ENTER_KEYS
from refugedesk.ui.forms.offer_list import OfferList
from refugedesk.ui.forms.offers import Offer, best, fitting

Load = Callable[[], Sequence[Offer]]


NO_LONGER_OFFERED = noted("As chosen before")


class TypeAhead(QWidget):
    """Holds one offer, or none, or text that fits none.

    Typing filters, arrows point, Enter or Tab takes what is pointed at, Escape closes and puts back what was there,
    and an emptied line is a blank answer. What fits nothing stays as it was typed.
    """

    changed = Signal()
    entered = Signal()

    def __init__(self, load: Load, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._load = load
        self._loaded: Sequence[Offer] | None = None
        self._offer: Offer | None = None
        self._before: Offer | None = None
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(hint)
        self.line.setClearButtonEnabled(True)
        for clear in self.line.findChildren(QToolButton):
            clear.setAccessibleName(tr("Clear the choice"))
        self.line.textEdited.connect(self._type)
        self.line.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.line)
        self.setFocusProxy(self.line)

    @cached_property
    def list(self) -> OfferList:
        """The list under the line, made when it first opens: most are never opened."""
        offers = OfferList(self.line)
        offers.picked.connect(self._take)
        return offers

    @property
    def is_open(self) -> bool:
        """Whether the list shows."""
        return "list" in self.__dict__ and self.list.isVisible()

    def close_list(self) -> None:
        """Closes the list, where it shows."""
        if self.is_open:
            self.list.hide()

    @property
    def offer(self) -> Offer | None:
        """The offer that was taken."""
        return self._offer

    @property
    def text(self) -> str:
        """What stands in the line."""
        return self.line.text()

    def show_offer(self, value: str | None, typed: str = "") -> None:
        """Shows the offer with that value, or text that fits none, without emitting ``changed``."""
        self._offer = next((each for each in self._offers() if each.value == value), None) if value else None
        if value and self._offer is None:
            self._offer = Offer(value, tr(NO_LONGER_OFFERED))  # an answer is never lost because the list has moved on
        self._before = self._offer
        self._show_text(self._offer.label if self._offer else typed)

    def forget_offers(self) -> None:
        """Asks for the offers anew when they are next needed."""
        self._loaded = None

    def open(self) -> None:
        """Opens the whole list, pointing at what is taken, or at nothing: Tab must not take what nobody chose."""
        offers = tuple(self._offers())
        self.list.open(offers, offers.index(self._offer) if self._offer in offers else -1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys and clicks of the line that belong to the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._handle_key(event)
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            self._open_on_click()
        if event.type() == QEvent.Type.FocusOut:
            self.close_list()
            self._settle()
        return super().eventFilter(watched, event)

    def _open_on_click(self) -> None:
        if not self.is_open and not self.line.hasSelectedText():
            self.open()

    def _handle_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_F4):
            self._point(key)
            return True
        if key == Qt.Key.Key_Escape and self.is_open:
            self._put_back()
            return True
        if key in (*ENTER_KEYS, Qt.Key.Key_Tab):
            return self._finish(is_enter=key in ENTER_KEYS, event=event)
        if key in CLEAR_KEYS and self._offer and not self.line.hasSelectedText() and not self.is_open:
            self._clear()
            return True
        return False

    def _finish(self, is_enter: bool, event: QKeyEvent) -> bool:
        """Takes what is pointed at; Tab goes on by itself, Enter is told to."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        if self.is_open and self.list.current:
            self._take(self.list.current)
        self.close_list()
        if is_enter:
            self.entered.emit()
        return is_enter

    def _point(self, key: int) -> None:
        if not self.is_open:
            self.open()
            if self.list.current is None:
                self.list.move_by(1)
            return
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        self.list.move_by(steps.get(Qt.Key(key), 0))

    def _type(self, text: str) -> None:
        self._offer = None
        if text.strip():
            offers = fitting(self._offers(), text)
            self.list.open(offers, best(offers, text))
        else:
            self.open()
            self.list.point_at(None)
        self.changed.emit()

    def _take(self, offer: Offer) -> None:
        self._offer = self._before = offer
        self._show_text(offer.label)
        self.close_list()
        self.changed.emit()

    def _clear(self) -> None:
        self._offer = self._before = None
        self._show_text("")
        self.changed.emit()

    def _put_back(self) -> None:
        """Closes the list; the offer that was there before typing began comes back."""
        self.close_list()
        if self._before is not None and self._offer is None:
            self._take(self._before)

    def _settle(self) -> None:
        """Takes the offer whose label was typed out in full."""
        text = self.line.text().strip().casefold()
        if self._offer is None and text:
            same = [each for each in self._offers() if each.label.casefold() == text]
            if len(same) == 1:
                self._take(same[0])

    def _show_text(self, text: str) -> None:
        self.line.setText(text)
        self.line.setCursorPosition(0)
        self.line.setToolTip(text)

    def _offers(self) -> Sequence[Offer]:
        if self._loaded is None:
            self._loaded = self._load()
        return self._loaded
