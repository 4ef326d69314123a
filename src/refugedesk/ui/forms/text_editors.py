"""Editors of words: one line with quiet suggestions, and a long text that grows with what is written."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from refugedesk.domain.drafts import Draft
from refugedesk.domain.fields import Field
from refugedesk.domain.typed import show_answer
from refugedesk.ui.forms.editor import ENTER_KEYS, Editor
from refugedesk.ui.forms.offer_list import OfferList
from refugedesk.ui.forms.offers import Offer

Suggest = Callable[[str], tuple[str, ...]]
PAUSE_MS = 120
FEWEST_LINES, MOST_LINES = 4, 18


class LineEditor(Editor):
    """One line of typed text, read by the draft. The parent of every editor that is typed into."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.line = QLineEdit(self)
        self.line.textEdited.connect(lambda _text: self.edited.emit())
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        self.watch(self.line)

    def show_answer(self, draft: Draft) -> None:
        """Shows the answer as it reads in a line, or what was typed."""
        name = self.field.name
        text = draft.typed[name] if name in draft.typed else show_answer(draft.answers.get(name))
        if text != self.line.text():
            self.line.setText(text)
            self.line.setCursorPosition(0)

    def answer_into(self, draft: Draft) -> None:
        """Hands the draft the text; what cannot be read stays in the line."""
        draft.type_text(self.field.name, self.line.text())

    def tidy(self, draft: Draft) -> None:
        """Writes the answer the way it was read, once the line is left."""
        self.show_answer(draft)


class TextEditor(LineEditor):
    """A line of text; where ``suggest`` is given, earlier answers are offered after a pause, never forced."""

    def __init__(self, field: Field, suggest: Suggest | None = None, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.column.addWidget(self.line)
        self._suggest = suggest
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self.offer_now)
        self.line.textChanged.connect(self._tell_what_is_cut)
        if suggest:
            self.line.textEdited.connect(lambda _text: self._pause.start())

    @cached_property
    def _list(self) -> OfferList:
        suggestions = OfferList(self.line)
        suggestions.picked.connect(self._take)
        return suggestions

    @property
    def is_offering(self) -> bool:
        """Whether suggestions show."""
        return "_list" in self.__dict__ and self._list.isVisible()

    def handle_key(self, event: QKeyEvent) -> bool:
        """Down points at a suggestion; Enter or Tab takes it; Escape sends the list away."""
        if self.is_offering:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self._list.move_by(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._list.hide()
                return True
            if event.key() in (*ENTER_KEYS, Qt.Key.Key_Tab) and self._list.current:
                self._take(self._list.current)
        elif event.key() == Qt.Key.Key_Down and self._suggest:
            self.offer_now()
            return True
        return super().handle_key(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Sends the list away with the focus."""
        if event.type() == QEvent.Type.FocusOut:
            self._pause.stop()
            if self.is_offering:
                self._list.hide()
        return super().eventFilter(watched, event)

    def _tell_what_is_cut(self, text: str) -> None:
        """Shows under the mouse what is too long for the line."""
        is_cut = self.line.fontMetrics().horizontalAdvance(text) > self.line.width()
        self.line.setToolTip(text if is_cut else "")

    def offer_now(self) -> None:
        """Shows the suggestions for what stands in the line."""
        if self._suggest is None or not self.line.hasFocus():
            return
        typed = self.line.text().strip()
        found = [each for each in self._suggest(typed) if each.casefold() != typed.casefold()]
        if found or self.is_offering:
            self._list.open([Offer(each, each) for each in found], -1, says_nothing=False)

    def _take(self, offer: Offer) -> None:
        self.line.setText(offer.label)
        self._list.hide()
        self.edited.emit()


class LongTextEditor(Editor):
    """A text of many lines, as high as what is written, up to a point; Tab goes on."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.text = QPlainTextEdit(self)
        self.text.setTabChangesFocus(True)
        self.text.document().setDocumentMargin(6)
        self.text.textChanged.connect(self._change)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text)
        self._is_showing = False
        self.watch(self.text)
        self._grow()

    def show_answer(self, draft: Draft) -> None:
        """Shows the whole text from its beginning."""
        name = self.field.name
        text = draft.typed[name] if name in draft.typed else show_answer(draft.answers.get(name))
        if text == self.text.toPlainText():
            return
        self._is_showing = True
        self.text.setPlainText(text)
        self._is_showing = False
        self._grow()

    def answer_into(self, draft: Draft) -> None:
        """Hands the draft the text with its line breaks."""
        draft.type_text(self.field.name, self.text.toPlainText())

    def handle_key(self, event: QKeyEvent) -> bool:
        """Enter begins a new line here; Ctrl+Enter goes on."""
        if event.key() in ENTER_KEYS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.finished.emit()
            return True
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another width makes other lines, once they have been laid out."""
        if event.type() == QEvent.Type.Resize and watched is self.text:
            QTimer.singleShot(0, self._grow)
        return super().eventFilter(watched, event)

    def _change(self) -> None:
        self._grow()
        if not self._is_showing:
            self.edited.emit()

    def _grow(self) -> None:
        """Counts laid-out lines: for a plain text the document's height is in lines, not in pixels."""
        lines = round(self.text.document().size().height())
        shown = min(max(lines, FEWEST_LINES), MOST_LINES)
        height = round(shown * self.text.fontMetrics().lineSpacing() + 2 * 6 + 2 * self.text.frameWidth() + 2)
        if height != self.text.height():
            self.text.setFixedHeight(height)
