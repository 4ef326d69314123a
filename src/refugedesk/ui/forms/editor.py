"""What every editor has in common: it shows a draft's answer, takes one by hand, and says when it is left."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from refugedesk.domain.drafts import Draft
from refugedesk.domain.fields import Field

ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
CLEAR_KEYS = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class Editor(QWidget):
    """One field's answer under the person's hands.

    edited: the answer changed, on every keystroke; left: the focus has gone elsewhere, so that what is wrong may
    be said; finished: Enter, on to the next field.
    """

    edited = Signal()
    left = Signal()
    finished = Signal()

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field

    @property
    def is_settled(self) -> bool:
        """Whether what the editor holds is a whole answer, and not perhaps half a word."""
        return False

    @property
    def words(self) -> str:
        """The answer in words where the draft holds only its key, as a link's does; else empty."""
        return ""

    def show_answer(self, draft: Draft) -> None:
        """Shows the draft's answer, or the text that could not be read, without emitting ``edited``."""
        raise NotImplementedError

    def answer_into(self, draft: Draft) -> None:
        """Puts what the editor holds into the draft."""
        raise NotImplementedError

    def tidy(self, draft: Draft) -> None:
        """Writes the answer out as it was read, once the editor is left. Unreadable text stays as typed."""

    def watch(self, control: QWidget, help_text: str = "") -> None:
        """Makes ``control`` the one that is typed into: named for screen readers, its leaving noticed."""
        control.setAccessibleName(self.field.label)
        control.setAccessibleDescription(help_text or self.field.help)
        control.installEventFilter(self)
        self.setFocusProxy(control)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Says when the focus has left the whole editor, and when Enter asks for the next field."""
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            self._notice_leaving(event)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self.handle_key(event)
        return super().eventFilter(watched, event)

    def handle_key(self, event: QKeyEvent) -> bool:
        """Whether the editor takes the key for itself. Enter goes on to the next field."""
        if event.key() in ENTER_KEYS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.finished.emit()
            return True
        return False

    def _notice_leaving(self, event: QFocusEvent) -> None:
        goes_to = QApplication.focusWidget()
        is_inside = goes_to is not None and self.isAncestorOf(goes_to)
        if not is_inside and event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        ):
            self.left.emit()
